/* A workbook of plain data in the engine's form. */
import {
  BooleanNumber,
  type IColumnData,
  type ICellData,
  type IFreeze,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import {
  type Book,
  type BookCell,
  type BookColumn,
  type BookRow,
  type BookSheet,
} from "../workbook/book";
import { sizeOfSheet, type SheetSize } from "../workbook/sheetSize";
import { engineFormats } from "./formats/keptFormats";
import { nameResources } from "./definedNames";
import { engineRange } from "./engineRanges";
import { engineStyle } from "./engineStyles";
import { documentOf } from "./richText";
import { engineLevel } from "./rowGroups";
import { cellData } from "./sheetContent";
import { UNIT_ID } from "./repairs/unitId";

/**
 * The engine's form of a workbook.
 *
 * @param book - The workbook; cells, rows and columns beyond Excel's greatest sheet are not in it.
 * @returns What the engine begins with; it calculates every formula again.
 */
export function snapshotOf(book: Book): Partial<IWorkbookData> {
  const ids = new Map(book.sheets.map(({ name }, i) => [name, `sheet${i + 1}`]));
  return {
    id: UNIT_ID,
    name: UNIT_ID,
    sheetOrder: [...ids.values()],
    styles: Object.fromEntries(book.styles.map((style, i) => [styleId(i), engineStyle(style)])),
    sheets: Object.fromEntries(
      book.sheets.map((sheet, i) => [`sheet${i + 1}`, engineSheet(`sheet${i + 1}`, sheet)]),
    ),
    resources: nameResources(book.names, ids),
  };
}

const styleId = (place: number): string => `style${place}`;

function engineSheet(id: string, sheet: BookSheet): Partial<IWorksheetData> {
  const { name, cells, columns, rows, merged, frozen, hidden, tabColor, page, formats } = sheet;
  return {
    id,
    name,
    ...engineSize(sizeOfSheet(sheet)),
    cellData: matrixOf(cells),
    columnData: Object.fromEntries(columns.map((one) => [one.column, engineColumn(one)])),
    rowData: Object.fromEntries(rows.map((one) => [one.row, engineRow(one)])),
    mergeData: merged.map(engineRange),
    ...(frozen ? { freeze: engineFreeze(frozen) } : {}),
    ...(page || formats
      ? { custom: { ...(page ? { page } : {}), ...engineFormats(formats) } }
      : {}),
    ...(hidden ? { hidden: BooleanNumber.TRUE } : {}),
    ...(tabColor === undefined ? {} : { tabColor }),
    ...(sheet.withoutGridlines ? { showGridlines: BooleanNumber.FALSE } : {}),
  };
}

const engineSize = ({ rows, columns }: SheetSize) => ({ rowCount: rows, columnCount: columns });

function matrixOf(cells: readonly BookCell[]): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const cell of cells) {
    const { row, column, style } = cell;
    const look = style === undefined ? {} : { s: styleId(style) };
    const content = contentOf(cell);
    if (content === null && style === undefined) continue;
    (matrix[row] ??= {})[column] = { ...content, ...look };
  }
  return matrix;
}

function contentOf({ value, formula, spilled, runs }: BookCell): ICellData | null {
  if (formula !== undefined) return { f: formula };
  if (runs !== undefined) return { p: documentOf(runs) };
  // What a formula spills is its result, and a formatted empty cell is blank: as a value either
  // would stand in a spill's way.
  return spilled || value === "" ? null : cellData(value);
}

const engineColumn = ({ width, hidden, style }: BookColumn): Partial<IColumnData> => ({
  ...(width === undefined ? {} : { w: width }),
  ...engineLine(hidden, style),
});

const engineRow = ({ height, fitted, hidden, style, level }: BookRow): Partial<IRowData> => ({
  ...engineLevel(level),
  ...(height === undefined
    ? {}
    : fitted
      ? { ah: height, ia: BooleanNumber.TRUE }
      : { h: height, ia: BooleanNumber.FALSE }),
  ...engineLine(hidden, style),
});

const engineLine = (hidden: true | undefined, style: number | undefined) => ({
  ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
  ...(style === undefined ? {} : { s: styleId(style) }),
});

/**
 * Frozen rows and columns as the engine has them.
 * @param frozen - How many.
 * @returns The engine's.
 */
export const engineFreeze = ({
  rows,
  columns,
  top = 0,
  left = 0,
}: NonNullable<BookSheet["frozen"]>): IFreeze => ({
  ySplit: rows,
  xSplit: columns,
  // The engine wants -1 where nothing is frozen.
  startRow: rows > 0 ? top + rows : -1,
  startColumn: columns > 0 ? left + columns : -1,
});
