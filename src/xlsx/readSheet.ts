/* A sheet's part of a file. */
import { SHEET_LIMITS } from "../workbook/limits";
import { rectangleOf } from "../workbook/a1";
import {
  PIXELS_A_CHARACTER,
  type BookCell,
  type BookColumn,
  type BookRow,
  type BookSheet,
} from "../workbook/book";
import type { FileContext } from "./fileContext";
import { CellReader } from "./readCell";
import { readFormats } from "./readFormats";
import { isOwnPage } from "./pageSetup";
import { reportAttributes, reportElement } from "./sheetFeatures";
import { all, isOn, one, XmlReader, type XmlElement } from "./xml";
import { FileRefused } from "./fileRefused";

/** Points to pixels of 96 an inch. */
const POINTS_A_PIXEL = 0.75;
/** How wide and high the page's cells are where nothing is said. */
export const USUAL_SIZE = { width: 88, height: 24 } as const;

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a sheet.
 *
 * @param name - Its name.
 * @param part - The name of its part.
 * @param xml - The text of its part.
 * @param file - What the sheets of the file share.
 * @returns The sheet.
 * @throws {FileRefused} when the part is damaged, or a cell beyond the greatest sheet.
 */
export function readSheet(name: string, part: string, xml: string, file: FileContext): BookSheet {
  const reader = new XmlReader(part, xml);
  if (reader.next() === null) throw new FileRefused(`the part ${part} is empty`);
  const cells: BookCell[] = [];
  const rows: BookRow[] = [];
  const elements: XmlElement[] = [];
  for (let begun = reader.next(); begun !== null; begun = reader.next()) {
    if (begun.name === "sheetData") {
      readRows(reader, name, file, cells, rows);
      continue;
    }
    const element = reader.whole(begun);
    elements.push(element);
    const isRead = isOwnPage(element) || element.name === "conditionalFormatting";
    if (!isRead) reportElement(element, name, file.losses);
  }
  const find = (tag: string) => elements.find((element) => element.name === tag);
  const format = find("sheetFormatPr");
  if (format) reportAttributes(format, name, file.losses);
  const hasPage = elements.filter(isOwnPage).length === 2;
  const formats = readFormats(elements, name, file);
  const tabColor = file.colors.colorOf(one(find("sheetPr"), "tabColor"));
  return {
    name,
    cells,
    columns: columnsOf(find("cols"), format, cells, name, file),
    rows: rowsOf(rows, format, cells),
    merged: all(find("mergeCells"), "mergeCell").map(({ attributes }) => attributes["ref"] ?? "A1"),
    ...viewOf(one(find("sheetViews"), "sheetView"), name, file),
    ...(hasPage ? { page: {} } : {}),
    ...(formats.length === 0 ? {} : { formats }),
    ...(tabColor === undefined ? {} : { tabColor }),
  };
}

function readRows(
  reader: XmlReader,
  sheet: string,
  file: FileContext,
  cells: BookCell[],
  rows: BookRow[],
): void {
  const read = new CellReader(sheet, file);
  let nextRow = 0;
  for (let row = reader.next(); row !== null; row = reader.next()) {
    const at = row.attributes["r"] === undefined ? nextRow : Number(row.attributes["r"]) - 1;
    if (!(at >= 0 && at < SHEET_LIMITS.rows)) {
      throw new FileRefused(
        `the sheet ${sheet} has a row ${at + 1}, and a sheet ends at row ${SHEET_LIMITS.rows}; the file is not opened`,
      );
    }
    nextRow = at + 1;
    reportAttributes(row, `${sheet}!${at + 1}:${at + 1}`, file.losses);
    const line = rowOf(row.attributes, at, file);
    if (Object.keys(line).length > 1) rows.push(line);
    let nextColumn = 0;
    for (let begun = reader.next(); begun !== null; begun = reader.next()) {
      const cell = reader.whole(begun);
      if (cell.name !== "c") {
        reportElement(cell, sheet, file.losses);
        continue;
      }
      const found = read.read(cell, { row: at, column: nextColumn });
      nextColumn = found.place.column + 1;
      if (found.cell) cells.push(found.cell);
    }
  }
}

function rowOf(attributes: XmlElement["attributes"], row: number, file: FileContext): BookRow {
  const { ht, customHeight, hidden, s, customFormat, outlineLevel } = attributes;
  const level = Number(outlineLevel ?? 0);
  const height = ht === undefined ? undefined : Number(ht) / POINTS_A_PIXEL;
  const style = isOn(customFormat) ? file.styleOf(s) : undefined;
  return {
    row,
    ...(height === undefined || !(height > 0)
      ? {}
      : { height, ...(isOn(customHeight) ? {} : { fitted: true }) }),
    ...(isOn(hidden) || height === 0 ? { hidden: true } : {}),
    ...(style === undefined ? {} : { style }),
    ...(level >= 1 && level <= DEEPEST ? { level } : {}),
  };
}

/** Excel groups rows at most so many times. */
const DEEPEST = 7;

/** Rows of the sheet's own usual height, where it says that it has one. */
function rowsOf(
  rows: readonly BookRow[],
  format: XmlElement | undefined,
  cells: readonly BookCell[],
): BookRow[] {
  const { defaultRowHeight, customHeight } = format?.attributes ?? {};
  const height = Number(defaultRowHeight) / POINTS_A_PIXEL;
  if (!isOn(customHeight) || !(height > 0) || height === USUAL_SIZE.height) return [...rows];
  const all = new Map<number, BookRow>(cells.map(({ row }) => [row, { row, height }]));
  for (const line of rows)
    all.set(line.row, line.height === undefined ? { ...line, height } : line);
  return [...all.values()].sort((a, b) => a.row - b.row);
}

const pixels = (width: string | undefined): number | undefined => {
  const characters = Number(width);
  return width === undefined || !(characters > 0)
    ? undefined
    : Math.round(characters * PIXELS_A_CHARACTER);
};

function columnsOf(
  cols: XmlElement | undefined,
  format: XmlElement | undefined,
  cells: readonly BookCell[],
  sheet: string,
  file: FileContext,
): BookColumn[] {
  const columns = new Map<number, BookColumn>();
  const usual = pixels(format?.attributes["defaultColWidth"]);
  if (usual !== undefined && usual !== USUAL_SIZE.width) {
    for (const { column } of cells) columns.set(column, { column, width: usual });
  }
  for (const element of all(cols, "col")) {
    reportAttributes(element, sheet, file.losses);
    const { min, max, width, hidden, style } = element.attributes;
    const first = Math.max(1, Number(min ?? 1));
    const last = Math.min(SHEET_LIMITS.columns, Number(max ?? min ?? 1));
    const look = style === undefined ? undefined : file.styleOf(style);
    const wide = pixels(width);
    const line: Omit<BookColumn, "column"> = {
      ...(wide === undefined || wide === USUAL_SIZE.width ? {} : { width: wide }),
      ...(isOn(hidden) || width === "0" ? { hidden: true } : {}),
      ...(look === undefined ? {} : { style: look }),
    };
    if (Object.keys(line).length === 0) continue;
    for (let column = first - 1; column < last; column++) columns.set(column, { column, ...line });
  }
  return [...columns.values()].sort((a, b) => a.column - b.column);
}

function viewOf(
  view: XmlElement | undefined,
  sheet: string,
  file: FileContext,
): Partial<BookSheet> {
  if (view === undefined) return {};
  reportAttributes(view, sheet, file.losses);
  const found: Changing<Partial<BookSheet>> = {};
  const gridLines = view.attributes["showGridLines"];
  if (gridLines !== undefined && !isOn(gridLines)) found.withoutGridlines = true;
  const pane = one(view, "pane");
  if (pane === undefined) return found;
  const { xSplit, ySplit, state } = pane.attributes;
  if (!state?.startsWith("frozen")) {
    file.losses.lost("split windows", sheet);
    return found;
  }
  const [rows, columns] = [Math.trunc(Number(ySplit ?? 0)), Math.trunc(Number(xSplit ?? 0))];
  if (rows <= 0 && columns <= 0) return found;
  const corner = view.attributes["topLeftCell"];
  const { row, column } = corner === undefined ? { row: 1, column: 1 } : rectangleOf(corner);
  const [top, left] = [rows > 0 ? row - 1 : 0, columns > 0 ? column - 1 : 0];
  found.frozen = { rows, columns, ...(top > 0 ? { top } : {}), ...(left > 0 ? { left } : {}) };
  return found;
}
