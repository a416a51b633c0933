import { SHEET_LIMITS } from "../workbook/limits";
import type { BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import {
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  FORMULA_REF_TO_ARRAY_CACHE,
} from "@univerjs/engine-formula";
import { cellKey } from "./repairs/cellKey";
import { type CellError, type CellTable, type EngineValue, isCellError } from "./runtime/cellValue";
import { knownReason } from "./errorReasons";
import { UNREADABLE } from "./repairs/exceptionRepairs";
import { isArrayObject, toCellTable, toCellValue, withoutReference } from "./repairs/engineValues";
import type { SheetContent } from "./sheetContent";
import type { Spreadsheet } from "./spreadsheet";
import { unknownNameWords } from "./unknownNames";

/** How long a formula may wait for a promise. */
const WAIT_MS = 60_000;

/** The sheet that formulas stand in; no sheet of the user's can have a name with a slash. */
export const FORMULA_SHEET: SheetContent = {
  name: "/",
  internal: true,
  rowCount: SHEET_LIMITS.rows,
  columnCount: SHEET_LIMITS.columns,
};

interface Calculation {
  /** Nothing when the formula cannot be read. */
  calculate(formula: string): Promise<FunctionVariantType | undefined>;
}

/**
 * Evaluates formulas one by one, outside the grid: each stands in A1 of an empty sheet, none sees
 * another, and a result may have any size. The workbook's first sheet is {@link FORMULA_SHEET}.
 */
export class FormulaEvaluator {
  private readonly calculation: Calculation;
  private readonly runtime: IFormulaRuntimeService;
  private readonly place: { unitId: string; sheetId: string; row: number; column: number };

  /**
   * @param spreadsheet - The workbook with the data; it must not change from now on.
   */
  constructor(private readonly spreadsheet: Spreadsheet) {
    // The interface of the service hides that the result is handed out.
    this.calculation = spreadsheet.service(ICalculateFormulaService) as unknown as Calculation;
    this.runtime = spreadsheet.service(IFormulaRuntimeService);
    const { workbook } = spreadsheet;
    const [sheet] = workbook.getSheets();
    this.place = {
      unitId: workbook.getId(),
      sheetId: sheet?.getSheetId() ?? "",
      row: 0,
      column: 0,
    };
    spreadsheet.service(IFormulaCurrentConfigService).loadDataLite();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
  }

  /**
   * Evaluates a formula.
   * @param formula - The formula, with its equals sign.
   * @returns One cell, or the rows of an array; an error, alone or inside an array, has words where the reason is
   *   known.
   */
  async evaluate(formula: string): Promise<EngineValue | CellTable> {
    const variant = await this.calculate(formula);
    if (variant === undefined) return { error: "#VALUE!", message: UNREADABLE };
    const value = this.toValue(variant);
    if (!isName(value)) return value;
    const message = unknownNameWords(formula, this.spreadsheet);
    return message === null ? value : { ...value, message };
  }

  private async calculate(formula: string): Promise<FunctionVariantType | undefined> {
    const { runner, messages } = this.spreadsheet;
    const { unitId, sheetId, row, column } = this.place;
    const cell = cellKey(this.place);
    const end = performance.now() + WAIT_MS;
    try {
      for (;;) {
        messages.startFormula();
        this.runtime.reset();
        this.runtime.setCurrent(
          row,
          column,
          SHEET_LIMITS.rows,
          SHEET_LIMITS.columns,
          sheetId,
          unitId,
        );
        const variant = await this.calculation.calculate(formula);
        const left = end - performance.now();
        if (!runner.isPending(cell) || left <= 0) return variant;
        await Promise.race([this.spreadsheet.nextAnswer(cell), after(left)]);
      }
    } finally {
      runner.cancel(cell);
    }
  }

  private toValue(variant: FunctionVariantType): EngineValue | CellTable {
    const isReference = variant.isReferenceObject();
    const value: BaseValueObject = withoutReference(variant);
    const toCell = (cell: EngineValue): EngineValue => this.finish(cell, isReference);
    if (!isArrayObject(value)) return toCell(toCellValue(value));
    const rows = toCellTable(value);
    const width = rows[0]?.length ?? 0;
    if (width === 0) return { error: "#CALC!", message: "the result is an empty array" };
    if (rows.some((row) => row.length !== width)) {
      return { error: "#VALUE!", message: "the rows of the result differ in length" };
    }
    const cells = rows.map((row) => row.map(toCell));
    const first = cells[0]?.[0] ?? null;
    return cells.length === 1 && width === 1 ? first : cells;
  }

  /** A blank cell that is referred to stays blank; the blank that a function gives shows as 0. */
  private finish(cell: EngineValue, isReference: boolean): EngineValue {
    if (cell === null) return isReference ? null : 0;
    if (typeof cell === "number" && !Number.isFinite(cell)) {
      return { error: "#NUM!", message: knownReason("#NUM!") };
    }
    return isCellError(cell) ? this.spreadsheet.messages.complete(cell) : cell;
  }
}

const isName = (value: EngineValue | CellTable): value is CellError =>
  !Array.isArray(value) &&
  isCellError(value as EngineValue) &&
  (value as CellError).error === "#NAME?";

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
