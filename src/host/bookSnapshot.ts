/* Between a workbook as plain data and the engine's own form of it. */
import {
  CellValueType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type Styles,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { Book, BookCell, BookSheet } from "../workbook/book";
import { isCellError } from "./cellValue";
import { bookNames, nameResources } from "./definedNames";
import { cellData, UNIT_ID } from "./sheetContent";
import type { Spreadsheet } from "./spreadsheet";
import { usedSize } from "./usedSize";

const PIXELS_A_CHARACTER = 7;
/** Rows and columns that a sheet has below and beside its cells. */
const MARGIN = { rows: 200, columns: 10 };
const LEAST = { rows: 1000, columns: 26 };

/**
 * The engine's form of a workbook.
 *
 * @param book - The workbook.
 * @returns What the engine begins with; it calculates every formula anew.
 */
export function snapshotOf(book: Book): Partial<IWorkbookData> {
  const sheets = book.sheets.map((sheet, i) => ({ ...sheet, id: `sheet${i + 1}` }));
  return {
    id: UNIT_ID,
    name: UNIT_ID,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(
      sheets.map(({ id, name, cells, widths }) => [
        id,
        {
          id,
          name,
          cellData: matrixOf(cells),
          rowCount: Math.max(LEAST.rows, extent(cells, "row") + MARGIN.rows),
          columnCount: Math.max(LEAST.columns, extent(cells, "column") + MARGIN.columns),
          columnData: Object.fromEntries(
            widths.flatMap((width, column) =>
              width === null ? [] : [[column, { w: width * PIXELS_A_CHARACTER }]],
            ),
          ),
        },
      ]),
    ),
    resources: nameResources(book.names),
  };
}

const extent = (cells: readonly BookCell[], side: "row" | "column"): number =>
  cells.reduce((most, cell) => Math.max(most, cell[side] + 1), 0);

function matrixOf(cells: readonly BookCell[]): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  const spilled = spilledCells(cells);
  for (const { row, column, value, formula, format } of cells) {
    // What a formula spills is its result: as a value it would stand in its way.
    if (formula === undefined && spilled.has(`${row}|${column}`)) continue;
    const look = format === undefined ? {} : { s: { n: { pattern: format } } };
    // A cell that has but a look is blank: an empty text would stand in a spill's way.
    const blank = value === "" ? null : cellData(value);
    const content = formula === undefined ? blank : { f: formula };
    (matrix[row] ??= {})[column] = { ...content, ...look };
  }
  return matrix;
}

function spilledCells(cells: readonly BookCell[]): ReadonlySet<string> {
  const spilled = new Set<string>();
  for (const { spill } of cells) {
    if (spill === undefined) continue;
    const { row, column, rows, columns } = rectangleOf(spill);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) spilled.add(`${row - 1 + i}|${column - 1 + j}`);
    }
  }
  return spilled;
}

/**
 * The workbook that the engine holds, as plain data.
 *
 * @param spreadsheet - The spreadsheet.
 * @returns Values, formulas, what spills, number formats, widths and names.
 */
export function bookOf(spreadsheet: Spreadsheet): Book {
  const styles = spreadsheet.workbook.getWorkbook().getStyles();
  const spills = spreadsheet.service(FormulaDataModel).getArrayFormulaRange()[UNIT_ID] ?? {};
  const sheets = spreadsheet.workbook.getSheets().map((worksheet): BookSheet => {
    const name = worksheet.getSheetName();
    const model = worksheet.getSheet();
    const matrix = model.getCellMatrix();
    const { rows, columns } = usedSize(spreadsheet, worksheet);
    const values = spreadsheet.read(name, a1Of({ row: 1, column: 1, rows, columns }));
    const cells: BookCell[] = [];
    for (const [row, line] of values.entries()) {
      for (const [column, read] of line.entries()) {
        const own = matrix.getValue(row, column);
        const value = isCellError(read) ? read.error : (read ?? "");
        const spill = spills[worksheet.getSheetId()]?.[row]?.[column];
        const cell = bookCell({ row, column, value }, own ?? {}, styles, spill ?? null);
        if (cell !== null) cells.push(cell);
      }
    }
    const widths = Array.from({ length: columns }, (_, column) => {
      const pixels = model.getColumnManager().getColumn(column)?.w;
      return pixels === undefined ? null : Math.round(pixels / PIXELS_A_CHARACTER);
    });
    return { name, cells, widths };
  });
  return { sheets, names: bookNames(spreadsheet.workbook) };
}

function bookCell(
  cell: BookCell,
  { f, s, t }: ICellData,
  styles: Styles,
  spill: IRange | null,
): BookCell | null {
  const pattern = s ? styles.get(s)?.n?.pattern : undefined;
  if (cell.value === "" && !f && pattern === undefined) return null;
  const isText = t === CellValueType.FORCE_STRING || t === CellValueType.STRING;
  return {
    ...cell,
    value: isText && !f ? String(cell.value) : cell.value,
    ...(f ? { formula: f } : {}),
    ...(f && spill ? { spill: a1OfSpill(spill) } : {}),
    ...(pattern === undefined ? {} : { format: pattern }),
  };
}

const a1OfSpill = ({ startRow, endRow, startColumn, endColumn }: IRange): string =>
  a1Of({
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  });
