/* Formulas that stand in no cell, calculated between the calculations of the grid. */
import {
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
} from "@univerjs/engine-formula";
import type { EngineNode, Parser } from "../repairs/engineParser";
import { isArrayObject, toCellValue, withoutReference } from "../repairs/engineValues";
import { UNIT_ID } from "../repairs/unitId";
import type { EngineValue } from "../runtime/cellValue";
import type { Spreadsheet } from "../spreadsheet";

/** A cell of a sheet. Rows and columns count from 0. */
export interface FormulaPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Calculates formulas for cells that they do not stand in. */
export class FormulaValues {
  private readonly parser: Parser;
  private readonly parsed = new Map<string, EngineNode | null>();

  /** @param spreadsheet - The spreadsheet. */
  constructor(private readonly spreadsheet: Spreadsheet) {
    this.parser = spreadsheet.service(IFormulaDependencyGenerator) as unknown as Parser;
  }

  /** Reads the cells again: after a calculation, or when a sheet has another size. */
  refresh(): void {
    this.spreadsheet.service(IFormulaCurrentConfigService).loadDataLite();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    this.parsed.clear();
  }

  /**
   * What a formula gives.
   * @param formula - With its equals sign.
   * @param from - The cell for which it is written.
   * @param place - The cell for which it is calculated.
   * @returns The value, of an array the first; undefined for a formula that cannot be read, or that has to wait.
   */
  valueAt(formula: string, from: FormulaPlace, place: FormulaPlace): EngineValue | undefined {
    const node = this.nodeOf(formula);
    if (node === null) return undefined;
    const { spreadsheet, parser } = this;
    const sheet = spreadsheet.service(IFormulaCurrentConfigService).getUnitData()[UNIT_ID]?.[
      place.sheetId
    ];
    if (!sheet) return undefined;
    spreadsheet
      .service(IFormulaRuntimeService)
      .setCurrent(
        ...([place.row, place.column, sheet.rowCount, sheet.columnCount] as const),
        ...([place.sheetId, UNIT_ID] as const),
      );
    const found = parser._interpreter.execute({
      node,
      refOffsetX: place.column - from.column,
      refOffsetY: place.row - from.row,
    });
    const value = withoutReference(found);
    node.resetCalculationState();
    return toCellValue(isArrayObject(value) ? value.getFirstCell() : value);
  }

  private nodeOf(formula: string): EngineNode | null {
    const known = this.parsed.get(formula);
    if (known !== undefined) return known;
    const node = this.parse(formula);
    this.parsed.set(formula, node);
    return node;
  }

  /** A function of the add-in may have to wait, and tells its words to a cell: there is none here. */
  private parse(formula: string): EngineNode | null {
    if (formula.toUpperCase().includes(`${this.spreadsheet.namespace.toUpperCase()}.`)) return null;
    const read = this.parser._lexer.treeBuilder(formula);
    // What cannot be read is an error's text.
    return typeof read === "object" && read !== null
      ? this.parser._astTreeBuilder.parse(read)
      : null;
  }
}
