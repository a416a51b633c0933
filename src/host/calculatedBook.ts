/* A workbook of plain data, calculated from nothing by the engine. */
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import { a1Of, type Rectangle } from "../workbook/a1";
import type { Book, BookCell, BookSheet } from "../workbook/book";
import type { EnginePreset } from "./enginePreset";
import { UNIT_ID } from "./repairs/unitId";
import type { AssociatedFunctions } from "./runtime/customFunctions";
import type { EngineValue } from "./runtime/cellValue";
import type { Metadata } from "./runtime/functionMetadata";
import { snapshotOf } from "./snapshotOf";
import { Spreadsheet } from "./spreadsheet";

/** What a workbook is calculated with. */
export interface Calculator {
  readonly preset: EnginePreset;
  readonly metadata: Metadata;
  readonly functions: AssociatedFunctions;
}

/** Cells that have values of their own in place of a formula. */
export interface KeptCells {
  readonly sheet: string;
  /** Rows and columns from 1. */
  readonly area: Rectangle;
  readonly values: readonly (readonly BookCell["value"][])[];
}

/** A workbook in the engine: its formulas are calculated when it is asked to. */
export class CalculatedBook {
  private readonly spreadsheet: Spreadsheet;
  private readonly begun: Promise<void>;

  /**
   * @param book - The workbook; some cell of it has a formula.
   * @param sizes - How much of each sheet is calculated, by its name in capitals.
   * @param calculator - The engine and the functions.
   */
  constructor(
    book: Book,
    sizes: ReadonlyMap<string, BookSheet["size"]>,
    { preset, metadata, functions }: Calculator,
  ) {
    const sheets = book.sheets.map((sheet) =>
      withoutLooks(sheet, sizes.get(sheet.name.toUpperCase())),
    );
    const snapshot = snapshotOf({ ...book, styles: [], sheets });
    this.spreadsheet = new Spreadsheet({ preset, metadata, functions, sheets: [], snapshot });
    this.begun = new Promise((resolve) => {
      const stop = this.spreadsheet.onCalculated(() => {
        stop();
        resolve();
      });
    });
  }

  /** The names of all functions that a formula may call, in capitals. */
  get functionNames(): ReadonlySet<string> {
    return new Set(this.spreadsheet.functionNames);
  }

  /**
   * Whether the engine can read a formula.
   * @param formula - With its equals sign.
   * @returns False when it would be an error whatever its cells hold.
   */
  canRead(formula: string): boolean {
    return typeof this.spreadsheet.service(LexerTreeBuilder).treeBuilder(formula) !== "string";
  }

  /**
   * Puts values in the place of formulas, for good.
   * @param cells - The cells.
   */
  keep(cells: readonly KeptCells[]): void {
    for (const { sheet, area, values } of cells) {
      this.spreadsheet.write(sheet, a1Of(area), values);
    }
  }

  /**
   * Waits until all is calculated, however long it takes.
   * @returns When it is.
   */
  async settle(): Promise<void> {
    await this.begun;
    await this.spreadsheet.settle(Infinity);
  }

  /**
   * The values of a sheet.
   * @param sheet - Its name.
   * @returns What gives the value at a row and column from 0, until the next calculation.
   */
  valuesOf(sheet: string): (row: number, column: number) => EngineValue {
    return this.spreadsheet.reader(sheet);
  }

  /**
   * The cells that a formula's result fills.
   * @param sheet - The sheet.
   * @param row - Of the formula, from 0.
   * @param column - Of the formula, from 0.
   * @returns The rectangle, rows and columns from 1; the cell alone where it does not spill.
   */
  reachOf(sheet: string, row: number, column: number): Rectangle {
    const id = this.spreadsheet.workbook.getSheetByName(sheet)?.getSheetId() ?? "";
    const ranges = this.spreadsheet.service(FormulaDataModel).getArrayFormulaRange();
    const range = ranges[UNIT_ID]?.[id]?.[row]?.[column];
    if (!range) return { row: row + 1, column: column + 1, rows: 1, columns: 1 };
    return {
      row: range.startRow + 1,
      column: range.startColumn + 1,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    };
  }
}

const withoutLooks = (sheet: BookSheet, size: BookSheet["size"]): BookSheet => ({
  name: sheet.name,
  // A text is a text, whatever it looks like and however it is set.
  cells: sheet.cells.map(({ row, column, value, formula, spilled }) => ({
    ...{ row, column, value },
    ...(formula === undefined ? {} : { formula }),
    ...(spilled ? { spilled } : {}),
  })),
  columns: [],
  rows: [],
  merged: [],
  ...(size === undefined ? {} : { size }),
});
