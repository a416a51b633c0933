/* What a formula reads and calls, as far as its text says it. */
import { rectangleOf, type Rectangle } from "../workbook/a1";
import { SHEET_LIMITS } from "../workbook/limits";
import { callsOf, parametersOf } from "./formulaCalls";
import { tokensOf, type Token } from "./formulaTokens";

/** Cells of a sheet. */
export interface SheetArea {
  /** The sheet as the formula writes it; undefined for the one that the formula stands on. */
  readonly sheet: string | undefined;
  readonly area: Rectangle;
}

/** What a formula is made of. */
export interface FormulaReads {
  readonly areas: readonly SheetArea[];
  /** Words that are no cell, no function and no parameter: names, in the workbook or of a sheet. */
  readonly names: readonly string[];
  /** Functions, in capitals. */
  readonly calls: readonly string[];
  /** Whether it reads what its own values say: INDIRECT, OFFSET, or a range whose end is calculated. */
  readonly readsAnything: boolean;
  /** Whether a cell in it is written without `$`, so that it moves with the formula. */
  readonly moves: boolean;
  /** What cannot be told from the text: the end of a range that is a name or a parameter, or a name of one sheet. */
  readonly unclear: string | null;
}

const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i;
const COLUMN = /^\$?[A-Z]{1,3}$/i;
const ROW = /^\$?[1-9]\d{0,6}$/;
const FIXED = /^\$([A-Z]{1,3}(\$\d+)?|\d+)$/i;
const CONSTANTS = new Set(["TRUE", "FALSE"]);
const READ_ANYTHING = new Set(["INDIRECT", "OFFSET"]);

/**
 * What a formula reads.
 *
 * @param formula - As a cell shows it.
 * @returns The cells, names and functions in it.
 */
export function readsOf(formula: string): FormulaReads {
  const tokens = tokensOf(formula);
  const parameters = parametersOf(tokens);
  const calls = callsOf(tokens).map(({ name }) => (tokens[name]?.text ?? "").toUpperCase());
  const areas: SheetArea[] = [];
  const names: string[] = [];
  let moves = false;
  let unclear: string | null = null;
  let readsAnything = calls.some((name) => READ_ANYTHING.has(name));
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] ?? { kind: "space", text: "" };
    // The pieces of a plain range are passed over together: here one of its ends is no cell.
    if (text === ":") {
      readsAnything = true;
      if (!isCalculated(tokens, i - 1) && !isCalculated(tokens, i + 1)) {
        unclear ??= `the range ${tokens[i - 1]?.text ?? ""}:${tokens[i + 1]?.text ?? ""} ends in a name`;
      }
    }
    if ((kind !== "word" && kind !== "number") || parameters.has(i)) continue;
    const [next, after] = [tokens[i + 1]?.text, tokens[i + 2]?.text ?? ""];
    if (next === "(" || next === "!") continue;
    const sheet = tokens[i - 1]?.text === "!" ? sheetBefore(tokens[i - 2]) : undefined;
    const area = areaOf(text, next === ":" ? after : undefined);
    if (area !== null) {
      areas.push({ sheet, area });
      moves ||= !FIXED.test(text) || (area.isPair && !FIXED.test(after));
      if (area.isPair) i += 2;
    } else if (kind === "word" && !CONSTANTS.has(text.toUpperCase())) {
      names.push(text);
      if (sheet !== undefined) unclear ??= `${sheet}!${text} is a name of one sheet`;
    }
  }
  return { areas, names, calls, readsAnything, moves, unclear };
}

/** The end of a range that is the result of a function. */
const isCalculated = (tokens: readonly Token[], i: number): boolean => {
  const text = tokens[i]?.text ?? "";
  return text === ")" || text === "(" || tokens[i + 1]?.text === "(";
};

function sheetBefore(token: Token | undefined): string | undefined {
  if (token?.kind !== "sheet") return token?.text;
  return token.text.slice(1, -1).replaceAll("''", "'");
}

/** A cell, or with its other end a range, whole columns or whole rows. */
function areaOf(
  text: string,
  end: string | undefined,
): (Rectangle & { readonly isPair: boolean }) | null {
  if (CELL.test(text)) {
    const first = rectangleOf(text);
    if (first.column > SHEET_LIMITS.columns || first.row > SHEET_LIMITS.rows) return null;
    if (end === undefined || !CELL.test(end)) return { ...first, isPair: false };
    return { ...around(first, rectangleOf(end)), isPair: true };
  }
  if (end === undefined) return null;
  if (COLUMN.test(text) && COLUMN.test(end)) {
    const [first, last] = [rectangleOf(`${text}1`), rectangleOf(`${end}1`)];
    return { ...around(first, last), rows: SHEET_LIMITS.rows, isPair: true };
  }
  if (ROW.test(text) && ROW.test(end)) {
    const [first, last] = [rectangleOf(`A${bare(text)}`), rectangleOf(`A${bare(end)}`)];
    return { ...around(first, last), columns: SHEET_LIMITS.columns, isPair: true };
  }
  return null;
}

const bare = (text: string): string => text.replace("$", "");

function around(one: Rectangle, other: Rectangle): Rectangle {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  return {
    row,
    column,
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  };
}
