/* A formula in pieces, so that a text or a sheet's name is never taken for a reference. */

/** A piece of a formula. */
export interface Token {
  readonly kind: "text" | "sheet" | "brackets" | "error" | "number" | "word" | "space" | "sign";
  readonly text: string;
}

const PIECE =
  /("(?:[^"]|"")*"?)|('(?:[^']|'')*'?)|(#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA))|(\d+(?:\.\d*)?(?:E[+-]?\d+)?(?![\p{L}_\d.])|\.\d+(?:E[+-]?\d+)?)|([\p{L}_\\$\d][\p{L}\p{N}_.\\?$]*)|(\s+)|([^])/giuy;
const KINDS = ["text", "sheet", "error", "number", "word", "space", "sign"] as const;

/**
 * Takes a formula apart; the pieces joined are the formula again.
 *
 * @param formula - With or without its equals sign.
 * @returns Its pieces in order; square brackets are one piece with all that is in them.
 */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    if (formula[at] === "[") {
      const end = endOfBrackets(formula, at);
      tokens.push({ kind: "brackets", text: formula.slice(at, end) });
      at = end;
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(formula);
    if (match === null) break;
    const place = match.slice(1).findIndex(Boolean);
    tokens.push({ kind: KINDS[place] ?? "sign", text: match[0] });
    at += match[0].length;
  }
  return tokens;
}

/** In brackets, an apostrophe makes the sign behind it an ordinary one. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let i = start; i < formula.length; i++) {
    const sign = formula[i];
    if (sign === "'") i++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

/**
 * What stands beside a piece, without spaces.
 * @param tokens - The pieces.
 * @param from - Where.
 * @param step - 1 for the one behind it, -1 for the one before.
 * @returns Its text, or "" at the end.
 */
export function beside(tokens: readonly Token[], from: number, step: 1 | -1): string {
  let at = from + step;
  while (tokens[at]?.kind === "space") at += step;
  return tokens[at]?.text ?? "";
}
