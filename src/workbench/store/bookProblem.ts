/* Whether what was read can be a workbook: what the engine is given must hold, more is let be. */
import { SHEET_LIMITS } from "../../workbook/limits";
import { isRule } from "./formatShape";
import { isPlain, type Plain } from "./plainObject";

/**
 * What makes a value no workbook.
 * @param book - Anything.
 * @returns A sentence that names the place; null when the engine can begin with it.
 */
export function bookProblem(book: unknown): string | null {
  if (!isPlain(book)) return "book is no object";
  const { sheets, names, styles } = book;
  if (!Array.isArray(sheets) || sheets.length === 0) return "book.sheets is no list of sheets";
  if (!Array.isArray(names)) return "book.names is no list";
  if (!Array.isArray(styles) || !styles.every(isPlain)) return "book.styles is no list of styles";
  const taken = new Set<string>();
  for (const [i, sheet] of sheets.entries()) {
    const where = `sheet ${i + 1}`;
    if (!isPlain(sheet)) return `${where} is no object`;
    const { name } = sheet;
    if (typeof name !== "string" || name === "") return `${where} has no name`;
    if (taken.has(name.toLowerCase())) return `${where} has the name of another, ${name}`;
    taken.add(name.toLowerCase());
    const problem = sheetProblem(sheet, styles.length);
    if (problem !== null) return `${where}, ${problem}`;
  }
  const at = names.findIndex(
    (one: unknown) =>
      !isPlain(one) || typeof one["name"] !== "string" || typeof one["reference"] !== "string",
  );
  return at < 0 ? null : `name ${at + 1} has no name or no reference`;
}

function sheetProblem(sheet: Plain, styles: number): string | null {
  const { cells, columns, rows, merged, frozen, page, formats = [] } = sheet;
  const isCellOf = (cell: unknown) => isPlain(cell) && isCell(cell) && hasStyle(cell, styles);
  const isLineOf = (line: unknown, index: string, end: number) =>
    isPlain(line) &&
    isIndex(line[index], end) &&
    hasStyle(line, styles) &&
    isSize(line["width"]) &&
    isSize(line["height"]) &&
    isSize(line["level"]);
  return (
    listProblem("cell", cells, isCellOf) ??
    listProblem("column", columns, (line) => isLineOf(line, "column", SHEET_LIMITS.columns)) ??
    listProblem("row", rows, (line) => isLineOf(line, "row", SHEET_LIMITS.rows)) ??
    listProblem("merged area", merged, (place) => typeof place === "string" && A1.test(place)) ??
    listProblem("conditional format", formats, isFormat) ??
    (frozen === undefined || isFrozen(frozen)
      ? null
      : "frozen has no numbers of rows and columns") ??
    (page === undefined || isPage(page) ? null : "page has an area that is none")
  );
}

/** What is wrong with one of a sheet's lists. */
function listProblem(of: string, list: unknown, isRight: (one: unknown) => boolean): string | null {
  if (!Array.isArray(list)) return `${of}s is no list`;
  const at = list.findIndex((one: unknown) => !isRight(one));
  return at < 0 ? null : `${of} ${at + 1} of the list has no place, or holds what none can`;
}

const A1 = /^[A-Z]{1,3}\d{1,7}(:[A-Z]{1,3}\d{1,7})?$/;

const isCell = ({ row, column, value, formula, spill, runs }: Plain): boolean =>
  isIndex(row, SHEET_LIMITS.rows) &&
  isIndex(column, SHEET_LIMITS.columns) &&
  ["string", "number", "boolean"].includes(typeof value) &&
  [formula, spill].every((text) => text === undefined || typeof text === "string") &&
  (runs === undefined || (Array.isArray(runs) && runs.every(isRun)));

const isRun = (run: unknown): boolean =>
  isPlain(run) &&
  typeof run["text"] === "string" &&
  (run["style"] === undefined || isPlain(run["style"]));

const hasStyle = ({ style }: Plain, styles: number): boolean =>
  style === undefined || isIndex(style, styles);

const isSize = (size: unknown): boolean =>
  size === undefined || (typeof size === "number" && size >= 0);

const isFormat = (format: unknown): boolean =>
  isPlain(format) &&
  Array.isArray(format["ranges"]) &&
  format["ranges"].length > 0 &&
  format["ranges"].every((place) => typeof place === "string" && A1.test(place)) &&
  isRule(format["rule"]);

const isPage = (page: unknown): boolean =>
  isPlain(page) &&
  (page["area"] === undefined || (typeof page["area"] === "string" && A1.test(page["area"])));

const isFrozen = (frozen: unknown): boolean =>
  isPlain(frozen) &&
  isIndex(frozen["rows"], SHEET_LIMITS.rows) &&
  isIndex(frozen["columns"], SHEET_LIMITS.columns);

const isIndex = (value: unknown, end: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < end;
