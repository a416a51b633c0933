import { SHEET_LIMITS } from "../../workbook/limits";

/** A reference to one cell in a formula; of A1:B2 there are two. */
export interface WrittenReference {
  /** As it is written, with its sheet: `Data!$A1`. */
  readonly text: string;
  /** From 0; from the formula's own cell where it is relative. */
  readonly row: number;
  readonly column: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

/** A formula as it is the same in every cell that it is filled into. */
export interface RelativeFormula {
  /** Equal for two formulas that differ as one does from cell to cell when it is filled. */
  readonly key: string;
  /** From left to right. */
  readonly references: readonly WrittenReference[];
}

/** A text, which has no references; a cell, with its sheet; a sheet's name without a cell. */
const PART =
  /"[^"]*"|(?<![\p{L}\p{N}_.$!'\\?\][])(?:((?:'[^']*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!'\\?[#])|'[^']*')/gu;

/** What no formula contains; it keeps references apart from what is written around them. */
const MARK = "\u0001";

/**
 * Reads the references of a formula as steps from its own cell.
 *
 * What looks like a reference may be none: who uses the key compares the references with those that
 * the engine has found.
 *
 * @param formula - The formula.
 * @param row - The row of its cell, from 0.
 * @param column - The column, from 0.
 * @returns The formula in relative form; null where a reference is beyond the largest sheet.
 */
export function relativeFormula(
  formula: string,
  row: number,
  column: number,
): RelativeFormula | null {
  if (formula.includes(MARK)) return null;
  const references: WrittenReference[] = [];
  let key = "";
  let end = 0;
  for (const match of formula.matchAll(PART)) {
    const [text, sheet = "", columnSign, letters, rowSign, digits] = match;
    if (letters === undefined || digits === undefined) continue;
    const [absoluteRow, absoluteColumn] = [Number(digits) - 1, columnOf(letters)];
    if (absoluteRow >= SHEET_LIMITS.rows || absoluteColumn >= SHEET_LIMITS.columns) return null;
    const [isRowFixed, isColumnFixed] = [rowSign === "$", columnSign === "$"];
    const reference = {
      text,
      row: isRowFixed ? absoluteRow : absoluteRow - row,
      column: isColumnFixed ? absoluteColumn : absoluteColumn - column,
      isRowFixed,
      isColumnFixed,
    };
    references.push(reference);
    key +=
      formula.slice(end, match.index) +
      `${MARK}${sheet}${rowSign ?? ""}${reference.row},${columnSign ?? ""}${reference.column}${MARK}`;
    end = match.index + text.length;
  }
  return { key: key + formula.slice(end), references };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
