/* Whether what was read can be a workbook: what the engine is given must hold, more is let be. */
import { MAX_COLUMNS, MAX_ROWS } from "../../host/cellValue";
import { isPlain, type Plain } from "./plain";

/**
 * What makes a value no workbook.
 * @param book - Anything.
 * @returns A sentence that names the place; null when the engine can begin with it.
 */
export function bookProblem(book: unknown): string | null {
  if (!isPlain(book)) return "book is no object";
  const { sheets, names } = book;
  if (!Array.isArray(sheets) || sheets.length === 0) return "book.sheets is no list of sheets";
  if (!Array.isArray(names)) return "book.names is no list";
  const taken = new Set<string>();
  for (const [i, sheet] of sheets.entries()) {
    const where = `sheet ${i + 1}`;
    if (!isPlain(sheet)) return `${where} is no object`;
    const { name } = sheet;
    if (typeof name !== "string" || name === "") return `${where} has no name`;
    if (taken.has(name.toLowerCase())) return `${where} has the name of another, ${name}`;
    taken.add(name.toLowerCase());
    const problem = sheetProblem(sheet);
    if (problem !== null) return `${where}, ${problem}`;
  }
  const at = names.findIndex(
    (one: unknown) =>
      !isPlain(one) || typeof one["name"] !== "string" || typeof one["reference"] !== "string",
  );
  return at < 0 ? null : `name ${at + 1} has no name or no reference`;
}

function sheetProblem({ cells, widths }: Plain): string | null {
  if (!Array.isArray(cells)) return "cells is no list";
  if (widths !== undefined && !Array.isArray(widths)) return "widths is no list";
  const at = cells.findIndex((cell: unknown) => !isPlain(cell) || !isCell(cell));
  return at < 0 ? null : `cell ${at + 1} of the list has no place, or holds what no cell can`;
}

const isCell = ({ row, column, value, formula, spill, format }: Plain): boolean =>
  isIndex(row, MAX_ROWS) &&
  isIndex(column, MAX_COLUMNS) &&
  ["string", "number", "boolean"].includes(typeof value) &&
  [formula, spill, format].every((text) => text === undefined || typeof text === "string");

const isIndex = (value: unknown, end: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < end;
