/* A formula as it is when it is filled into another cell. */
import { SHEET_LIMITS } from "../workbook/limits";
import { columnLetters } from "../workbook/a1";
import { tokensOf, type Token } from "./formulaTokens";

const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d{0,6})$/;
const GONE = "#REF!";

/**
 * Moves the relative references of a formula.
 *
 * @param formula - With or without its equals sign.
 * @param rows - How many rows further down it stands.
 * @param columns - How many columns further to the right.
 * @returns The formula there; a reference beyond the sheet's edge is #REF!.
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const tokens = tokensOf(formula);
  const texts = tokens.map(({ text }) => text);
  for (const [i, token] of tokens.entries()) {
    if (!isReferencePart(tokens, i)) continue;
    const cell = CELL.exec(token.text);
    if (cell) {
      const [, columnSign = "", letters = "", rowSign = "", digits = ""] = cell;
      const column = movedColumn(columnSign, letters, columns);
      const row = movedRow(rowSign, digits, rows);
      texts[i] = column === undefined || row === undefined ? GONE : column + row;
      continue;
    }
    if (texts[i + 1] !== ":" || !isReferencePart(tokens, i + 2)) continue;
    const ends = movedPair(token.text, tokens[i + 2]?.text ?? "", rows, columns);
    if (ends === undefined) continue;
    if (ends === GONE) [texts[i], texts[i + 1], texts[i + 2]] = [GONE, "", ""];
    else [texts[i], texts[i + 2]] = ends;
  }
  return texts.join("");
}

/** C:C and 3:5: whole columns and rows. */
function movedPair(
  first: string,
  last: string,
  rows: number,
  columns: number,
): readonly [string, string] | typeof GONE | undefined {
  const [a, b] = [COLUMN.exec(first), COLUMN.exec(last)];
  if (a && b) {
    const from = movedColumn(a[1] ?? "", a[2] ?? "", columns);
    const to = movedColumn(b[1] ?? "", b[2] ?? "", columns);
    return from === undefined || to === undefined ? GONE : [from, to];
  }
  const [c, d] = [ROW.exec(first), ROW.exec(last)];
  if (!c || !d) return undefined;
  const from = movedRow(c[1] ?? "", c[2] ?? "", rows);
  const to = movedRow(d[1] ?? "", d[2] ?? "", rows);
  return from === undefined || to === undefined ? GONE : [from, to];
}

/** What is no function, no sheet and no name that goes on. */
function isReferencePart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== "word" && token?.kind !== "number") return false;
  const next = tokens[i + 1];
  return next?.text !== "(" && next?.text !== "!" && next?.kind !== "brackets";
}

function movedColumn(sign: string, letters: string, by: number): string | undefined {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > SHEET_LIMITS.columns) return sign + letters;
  if (sign === "$") return sign + letters;
  const moved = column + by;
  return moved < 1 || moved > SHEET_LIMITS.columns ? undefined : columnLetters(moved);
}

function movedRow(sign: string, digits: string, by: number): string | undefined {
  if (sign === "$") return sign + digits;
  const moved = Number(digits) + by;
  return moved < 1 || moved > SHEET_LIMITS.rows ? undefined : String(moved);
}
