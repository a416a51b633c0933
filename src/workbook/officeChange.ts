/* One change, as requests to Excel. */
import { a1Of, cellA1, quotedSheet, rectangleOf } from "./a1";
import { CELL_LOOKS } from "./cellLooks";
import { addColorScale } from "./officeFormats";
import { addChart } from "./officeCharts";
import { rangeOf, sheetOf } from "./officeRanges";
import { isOnePage } from "./onePage";
import type { CellStyle, CellValue, Change, Place, TakenNames } from "./workbookPort";

/** Excel's widths are in points; a character of the usual font has 7 pixels, a cell 5 for its edges. */
const widthOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/**
 * The names of a workbook.
 *
 * @param context - Excel's context; it is synchronised.
 * @returns The names that are taken.
 */
export async function namesIn(context: Excel.RequestContext): Promise<TakenNames> {
  const { worksheets, tables, names } = context.workbook;
  for (const collection of [worksheets, tables, names]) collection.load("items/name");
  await context.sync();
  const namesOf = (collection: { items: { name: string }[] }) =>
    collection.items.map(({ name }) => name);
  return { sheets: namesOf(worksheets), tables: namesOf(tables), names: namesOf(names) };
}

/**
 * Adds a sheet at the end.
 *
 * @param context - Excel's context; it is synchronised.
 * @param name - The sheet's name.
 * @returns The sheet's id, which no other sheet ever has.
 */
export async function addSheet(context: Excel.RequestContext, name: string): Promise<string> {
  const sheet = context.workbook.worksheets.add(name);
  sheet.load("id");
  await context.sync();
  return sheet.id;
}

/**
 * Queues what makes a change; nothing happens before the context is synchronised.
 *
 * @param context - Excel's context.
 * @param change - The change; a sheet to add is passed over, it has been added before.
 * @param names - The defined names by then, in lower case; a new one is added to them.
 */
export function queueChange(
  context: Excel.RequestContext,
  change: Change,
  names: Set<string>,
): void {
  switch (change.kind) {
    case "addSheet":
      break;
    case "values":
      rangeOf(context, change).values = change.values.map((row) => row.map(asCell));
      break;
    case "formula":
      rangeOf(context, change).formulas = [[change.formula]];
      break;
    case "numberFormat":
      rangeOf(context, change).numberFormat = filled(change.a1, change.format);
      break;
    case "style":
      setLook(rangeOf(context, change).format, change.style);
      break;
    case "colorScale":
      addColorScale(rangeOf(context, change), change);
      break;
    case "widths":
      for (const [i, width] of change.widths.entries()) {
        const a1 = cellA1(1, i + 1);
        rangeOf(context, { sheet: change.sheet, a1 }).format.columnWidth = widthOf(width);
      }
      break;
    case "freeze":
      freeze(sheetOf(context, change.sheet), change);
      break;
    case "groupRows":
      rangeOf(context, change).group("ByRows");
      break;
    case "page":
      setPage(sheetOf(context, change.sheet), change.area);
      break;
    case "printArea":
      sheetOf(context, change.sheet).pageLayout.setPrintArea(change.a1);
      break;
    case "addTable":
      sheetOf(context, change.sheet).tables.add(change.a1, true).name = change.name;
      break;
    case "resizeTable":
      context.workbook.tables.getItem(change.name).resize(rangeOf(context, change));
      break;
    case "defineName":
      defineName(context, change, names);
      break;
    case "addChart":
      addChart(context, change.chart);
      break;
  }
}

/**
 * A value as Excel has to be given it.
 *
 * Excel reads a text as if it were typed: "=1+1" as a formula, "0012" as 12, "Mar 5" as a date. An
 * apostrophe before it, which Excel keeps to itself, makes it stay a text. Words without a digit
 * can only be read as themselves, apart from flags.
 *
 * @param value - The value.
 * @returns The value, of a text possibly with an apostrophe before it.
 */
export const asCell = (value: CellValue): CellValue =>
  typeof value === "string" && value !== "" && !READS_AS_ITSELF.test(value) ? `'${value}` : value;

const READS_AS_ITSELF = /^(?!(?:true|false)$)\p{L}[^\p{N}]*$/iu;

/** The same content for every cell of a rectangle. */
function filled<T>(a1: string, content: T): T[][] {
  const { rows, columns } = rectangleOf(a1);
  return Array.from({ length: rows }, () => new Array<T>(columns).fill(content));
}

function setLook(format: Excel.RangeFormat, style: CellStyle): void {
  const { font, fill } = format;
  const look = CELL_LOOKS[style];
  if (style === "plain") fill.clear();
  font.bold = look.bold ?? false;
  font.italic = look.italic ?? false;
  if (look.size !== undefined) font.size = look.size;
  if (look.fill !== undefined) fill.color = look.fill;
  if (look.ink !== undefined) font.color = look.ink;
  format.horizontalAlignment = look.align === undefined ? "General" : "Right";
}

/** Every Excel that has the shared runtime, which the manifest asks for, has ExcelApi 1.9 and with it pages. */
function setPage({ pageLayout }: Excel.Worksheet, area: string | null): void {
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = {
    horizontalFitToPages: 1,
    ...(isOnePage(area) ? { verticalFitToPages: 1 } : {}),
  };
  pageLayout.headersFooters.defaultForAllPages.leftFooter = "&A";
  pageLayout.headersFooters.defaultForAllPages.rightFooter = "Page &P of &N";
  if (area !== null) pageLayout.setPrintArea(area);
}

/** A name that is there keeps its formulas when it is given other cells; deleted, they would fail. */
function defineName(
  context: Excel.RequestContext,
  { name, sheet, a1 }: Place & { readonly name: string },
  names: Set<string>,
): void {
  const formula = nameFormula({ sheet, a1 });
  if (names.has(name.toLowerCase())) context.workbook.names.getItem(name).formula = formula;
  else context.workbook.names.add(name, formula);
  names.add(name.toLowerCase());
}

function freeze(
  { freezePanes }: Excel.Worksheet,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  if (rows > 0 && columns > 0) freezePanes.freezeAt(a1Of({ row: 1, column: 1, rows, columns }));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
  else freezePanes.unfreeze();
}

/**
 * The formula by which a defined name stands for cells.
 *
 * @param place - The cells.
 * @returns For example "='Data'!$A$5:$A$184".
 */
export const nameFormula = ({ sheet, a1 }: Place): string =>
  `=${quotedSheet(sheet)}!${a1.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
