/* A sheet of a workbook as its part of an .xlsx file. */
import { cellA1, rectangleOf } from "../workbook/a1";
import { PIXELS_A_CHARACTER, type Book, type BookCell, type BookSheet } from "../workbook/book";
import type { BookTextRun } from "../workbook/bookStyle";
import type { FormatLook } from "../workbook/conditionalFormat";
import type { StyleTable } from "../workbook/styleTable";
import { FILE_ERRORS } from "./cellValueXml";
import { mayGiveArray } from "./arrayFormulas";
import { spelledForFile } from "./formulaSpelling";
import { FIT_TO_PAGE, pageSetup } from "./pageSetup";
import { USUAL_SIZE } from "./readSheet";
import { formatsXml } from "./writeFormats";
import { fontXml } from "./writeStyles";
import { escaped, escapedText } from "./xmlText";

/** The texts of a workbook, each once. */
export class SharedTexts {
  readonly all: string[] = [];
  /** How often cells have a text. */
  count = 0;
  private readonly places = new Map<string, number>();

  /**
   * Where a text stands; one that is new is added.
   * @param xml - The text as the file has it.
   * @returns Its place.
   */
  placeOf(xml: string): number {
    this.count++;
    const place = this.places.get(xml) ?? this.all.push(xml) - 1;
    this.places.set(xml, place);
    return place;
  }
}

const DRAWING =
  '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>';
const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * Writes a sheet. The cost follows its cells, wherever they stand.
 *
 * @param sheet - The sheet.
 * @param book - Its workbook.
 * @param texts - Where its texts go.
 * @param looks - Where the looks of its conditional formats go.
 * @param hasDrawing - Whether it points to a drawing.
 * @returns The text of the part.
 */
export function sheetXml(
  sheet: BookSheet,
  book: Book,
  texts: SharedTexts,
  looks: StyleTable<FormatLook>,
  hasDrawing: boolean,
): string {
  const color = sheet.tabColor;
  const deepest = sheet.rows.reduce((depth, { level = 0 }) => Math.max(depth, level), 0);
  const properties = [
    color === undefined ? "" : `<tabColor rgb="FF${color.slice(1).toUpperCase()}"/>`,
    // A group folds up to its heading.
    deepest === 0 ? "" : '<outlinePr summaryBelow="0"/>',
    sheet.page === undefined ? "" : FIT_TO_PAGE,
  ].join("");
  const head = properties === "" ? "" : `<sheetPr>${properties}</sheetPr>`;
  const merged = sheet.merged.map((a1) => `<mergeCell ref="${a1}"/>`);
  return `<worksheet xmlns="${NAMESPACE}">${head}${viewXml(sheet, book)}<sheetFormatPr defaultColWidth="${
    USUAL_SIZE.width / PIXELS_A_CHARACTER
  }" defaultRowHeight="${USUAL_SIZE.height * 0.75}" customHeight="1"${deepest === 0 ? "" : ` outlineLevelRow="${deepest}"`}/>${colsXml(sheet)}<sheetData>${rowsXml(
    sheet,
    book,
    texts,
  )}</sheetData>${
    merged.length === 0
      ? ""
      : `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`
  }${formatsXml(sheet.formats ?? [], looks)}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>${sheet.page === undefined ? "" : pageSetup(sheet.page)}${hasDrawing ? DRAWING : ""}</worksheet>`;
}

/** A cell by its row and column from 0, as a book counts. */
const address = (row: number, column: number): string => cellA1(row + 1, column + 1);

function viewXml({ name, frozen, withoutGridlines }: BookSheet, book: Book): string {
  const shown = book.shown ?? book.sheets.find(({ hidden }) => !hidden)?.name;
  const flags = `${withoutGridlines ? ' showGridLines="0"' : ""}${name === shown ? ' tabSelected="1"' : ""}`;
  if (frozen === undefined)
    return `<sheetViews><sheetView${flags} workbookViewId="0"/></sheetViews>`;
  const { rows, columns, top = 0, left = 0 } = frozen;
  const corner = top > 0 || left > 0 ? ` topLeftCell="${address(top, left)}"` : "";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const first = address(top + rows, left + columns);
  return `<sheetViews><sheetView${flags}${corner} workbookViewId="0"><pane${split} topLeftCell="${first}" activePane="${active}" state="frozen"/><selection pane="${active}"/></sheetView></sheetViews>`;
}

function colsXml({ columns }: BookSheet): string {
  const written = [...columns]
    .sort((a, b) => a.column - b.column)
    .map(({ column, width = USUAL_SIZE.width, hidden, style }) => {
      const look = style === undefined ? "" : ` style="${style + 1}"`;
      const flags = hidden ? ' hidden="1"' : "";
      return `<col min="${column + 1}" max="${column + 1}" width="${width / PIXELS_A_CHARACTER}"${look}${flags} customWidth="1"/>`;
    });
  return written.length === 0 ? "" : `<cols>${written.join("")}</cols>`;
}

function rowsXml({ cells, rows }: BookSheet, book: Book, texts: SharedTexts): string {
  const lines = new Map<number, { attributes: string; cells: BookCell[] }>();
  for (const { row, height, fitted, hidden, style, level } of rows) {
    const tall =
      height === undefined ? "" : ` ht="${height * 0.75}"${fitted ? "" : ' customHeight="1"'}`;
    const look = style === undefined ? "" : ` s="${style + 1}" customFormat="1"`;
    const group = level === undefined ? "" : ` outlineLevel="${level}"`;
    const attributes = `${look}${tall}${hidden ? ' hidden="1"' : ""}${group}`;
    lines.set(row, { attributes, cells: [] });
  }
  for (const cell of cells) {
    const line = lines.get(cell.row) ?? { attributes: "", cells: [] };
    line.cells.push(cell);
    lines.set(cell.row, line);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([row, line]) => {
      const written = line.cells
        .sort((a, b) => a.column - b.column)
        .map((cell) => cellXml(cell, book, texts))
        .join("");
      const start = `<row r="${row + 1}"${line.attributes}`;
      return written === "" ? `${start}/>` : `${start}>${written}</row>`;
    })
    .join("");
}

function cellXml(cell: BookCell, book: Book, texts: SharedTexts): string {
  const { row, column, value, formula, style } = cell;
  const look = style === undefined ? "" : ` s="${style + 1}"`;
  const start = `<c r="${address(row, column)}"${look}`;
  const formulaPart = formula === undefined ? "" : formulaXml(cell, formula);
  const array = formulaPart.startsWith("<f t=") ? ' cm="1"' : "";
  if (typeof value === "number") return `${start}${array}>${formulaPart}<v>${value}</v></c>`;
  if (typeof value === "boolean")
    return `${start}${array} t="b">${formulaPart}<v>${value ? 1 : 0}</v></c>`;
  if (FILE_ERRORS.has(value)) return `${start}${array} t="e">${formulaPart}<v>${value}</v></c>`;
  if (formula !== undefined) {
    return `${start}${array} t="str">${formulaPart}<v>${escapedText(value)}</v></c>`;
  }
  if (value === "") return `${start}/>`;
  // A text is a text in the file, whatever it begins with: it is never read as a formula.
  const look2 = style === undefined ? undefined : book.styles[style];
  const xml = cell.runs
    ? runsXml(cell.runs, look2)
    : `<t xml:space="preserve">${escapedText(value)}</t>`;
  return `${start} t="s"><v>${texts.placeOf(xml)}</v></c>`;
}

function formulaXml({ row, column, spill }: BookCell, formula: string): string {
  const text = escaped(spelledForFile(formula));
  if (spill === undefined && !mayGiveArray(formula)) return `<f>${text}</f>`;
  const own = address(row, column);
  const reach = spill === undefined ? own : atOrigin(spill, row, column) ? spill : own;
  return `<f t="array" ref="${reach}">${text}</f>`;
}

const atOrigin = (spill: string, row: number, column: number): boolean => {
  const area = rectangleOf(spill);
  return area.row === row + 1 && area.column === column + 1;
};

/** A part without a look of its own has the cell's. */
const runsXml = (runs: readonly BookTextRun[], cell: Book["styles"][number] | undefined): string =>
  runs
    .map(({ text, style }) => {
      const look =
        style === undefined ? "" : `<rPr>${fontXml({ ...cell, ...style }, "rFont")}</rPr>`;
      return `<r>${look}<t xml:space="preserve">${escapedText(text)}</t></r>`;
    })
    .join("");
