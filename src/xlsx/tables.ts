/* Tables of a file, and formulas that name their columns: here they are cells. */
import { a1Of, columnLetters, quotedSheet, rectangleOf, type Rectangle } from "../workbook/a1";
import { tokensOf } from "./formulaTokens";
import { all, isOn, one, type XmlElement } from "./xml";

/** A table of a file. */
export interface Table {
  readonly name: string;
  readonly sheet: string;
  /** With heading and totals. */
  readonly area: Rectangle;
  readonly columns: readonly string[];
  readonly headings: number;
  readonly totals: number;
}

/**
 * Reads a table.
 * @param table - The root of its part.
 * @param sheet - The sheet on which it stands.
 * @returns The table.
 */
export function tableOf(table: XmlElement, sheet: string): Table {
  const { displayName, name, ref = "A1", headerRowCount, totalsRowCount } = table.attributes;
  return {
    name: displayName ?? name ?? "",
    sheet,
    area: rectangleOf(ref),
    columns: all(one(table, "tableColumns"), "tableColumn").map(
      ({ attributes }) => attributes["name"] ?? "",
    ),
    headings: Number(headerRowCount ?? 1),
    totals: isOn(totalsRowCount) ? 1 : 0,
  };
}

/**
 * The cells of a table between its heading and its totals.
 * @param table - The table.
 * @returns The rectangle.
 */
export const bodyOfTable = ({ area, headings, totals }: Table): Rectangle => ({
  ...area,
  row: area.row + headings,
  rows: area.rows - headings - totals,
});

/** Where a formula stands. */
export interface Standing {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

/**
 * A formula with cells in place of columns of tables.
 *
 * @param formula - The formula.
 * @param tables - The tables of the workbook.
 * @param standing - Where the formula stands.
 * @returns The formula; or null when it names a table or a column that there is not.
 */
export function withoutTableReferences(
  formula: string,
  tables: readonly Table[],
  standing: Standing,
): string | null {
  const tokens = tokensOf(formula);
  if (!tokens.some(({ kind }) => kind === "brackets")) return formula;
  const texts = tokens.map(({ text }) => text);
  const around = tables.find((table) => isIn(table, standing));
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "brackets") continue;
    const before = tokens[i - 1];
    // LAMBDA(x,[y],…): an optional parameter.
    const isNamed = before?.kind === "word";
    const table = isNamed
      ? tables.find(({ name }) => name.toUpperCase() === before.text.toUpperCase())
      : around;
    const cells = table && cellsOf(table, text.slice(1, -1), standing);
    if (cells === undefined) {
      if (!isNamed && around === undefined && /LAMBDA\(/i.test(formula)) continue;
      return null;
    }
    if (isNamed) texts[i - 1] = "";
    texts[i] = cells;
  }
  return texts.join("");
}

const isIn = ({ area, sheet }: Table, at: Standing): boolean =>
  sheet === at.sheet &&
  at.row >= area.row &&
  at.row < area.row + area.rows &&
  at.column >= area.column &&
  at.column < area.column + area.columns;

/** "gap bp", "#All", "[#This Row],[gap bp]", "[#Headers],[a]:[b]", "@gap bp". */
function cellsOf(table: Table, written: string, standing: Standing): string | undefined {
  const items =
    written.trim().startsWith("[") || /^@\[/.test(written)
      ? [...written.matchAll(/\[((?:'.|[^'[\]])*)\]/g)].map(([, item = ""]) => item.trim())
      : [written.replace(/^@/, "").trim()].filter((item) => item !== "");
  const parts = items.filter((item) => item.startsWith("#")).map((item) => item.toLowerCase());
  const columns = items
    .filter((item) => !item.startsWith("#"))
    .map((item) => placeOfColumn(table, item.replace(/'(.)/g, "$1")));
  if (columns.some((place) => place === -1)) return undefined;
  const { area } = table;
  const first = area.column + Math.min(...(columns.length === 0 ? [0] : columns));
  const last = area.column + (columns.length === 0 ? area.columns - 1 : Math.max(...columns));
  if (written.startsWith("@") || parts.includes("#this row")) {
    const body = bodyOfTable(table);
    if (standing.row < body.row || standing.row >= body.row + body.rows) return "#VALUE!";
    const [from, to] = [first, last].map((column) => `$${columnLetters(column)}${standing.row}`);
    return onSheet(table, standing, from === to ? (from ?? "") : `${from}:${to}`);
  }
  const rows = rowsOf(table, parts);
  if (rows === undefined) return undefined;
  const cells = a1Of({ row: rows[0], rows: rows[1], column: first, columns: last - first + 1 });
  return onSheet(table, standing, cells.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"));
}

const placeOfColumn = ({ columns }: Table, name: string): number =>
  columns.findIndex((column) => column.toUpperCase() === name.toUpperCase());

const onSheet = ({ sheet }: Table, standing: Standing, cells: string): string =>
  sheet === standing.sheet ? cells : `${quotedSheet(sheet)}!${cells}`;

/** First row and number of rows. */
function rowsOf(table: Table, parts: readonly string[]): [number, number] | undefined {
  const { area, headings, totals } = table;
  const body = bodyOfTable(table);
  const has = (part: string) => parts.includes(part);
  if (has("#all")) return [area.row, area.rows];
  const above = has("#headers") ? headings : 0;
  const below = has("#totals") ? totals : 0;
  const isBody = parts.length === 0 || has("#data");
  const middle = isBody ? body.rows : 0;
  if (above + middle + below <= 0) return undefined;
  const start = above > 0 ? area.row : isBody ? body.row : body.row + body.rows;
  return [start, above + middle + below];
}
