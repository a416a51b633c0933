/* The constants of a formula: numbers, texts in quotes, TRUE, FALSE, errors, and arrays of them. */
import { ERROR_TYPE_SET } from "@univerjs/engine-formula";
import type { CellError, EngineValue } from "../runtime/cellValue";
import type { FunctionResult } from "../runtime/functionResult";
import { readNumber } from "./excelNumber";
import { shownQuotes } from "./formulaQuotes";

/**
 * Reads a constant of a formula.
 *
 * @param token - Such as `0.50`, `"1-3"`, `TRUE`, `#N/A`, `{1,"a;b"}`.
 * @returns Its value, null for a blank one, an error with words where Excel would not let it be
 *   entered; undefined when the token is no constant.
 */
export function readLiteral(token: string): FunctionResult | undefined {
  const text = token.trim();
  return text.startsWith("{") && text.endsWith("}")
    ? readArray(shownQuotes(text.slice(1, -1)))
    : readScalar(text);
}

function readScalar(text: string): EngineValue | undefined {
  if (text === "") return null;
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    return shownQuotes(text.slice(1, -1)).replaceAll('""', '"');
  }
  const number = readNumber(text);
  if (number !== undefined) {
    if (Number.isFinite(number)) return number;
    return refused("#NUM!", `${text} is too large; it must be a number below 1.8E+308`);
  }
  const word = text.toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  return ERROR_TYPE_SET.has(word as never) ? refused(word, "") : undefined;
}

function readArray(text: string): FunctionResult {
  const rows: EngineValue[][] = [];
  for (const line of split(text, ";")) {
    const row: EngineValue[] = [];
    for (const item of split(line, ",")) {
      const value = readScalar(item.trim());
      if (value == null) return refused("#VALUE!", `${described(item)}; ${EXPECTED}`);
      row.push(value);
    }
    rows.push(row);
  }
  const [first = []] = rows;
  const other = rows.find((row) => row.length !== first.length);
  if (other === undefined) return rows;
  const message = `an array constant has rows of ${first.length} and ${other.length} values; rows must be of one length`;
  return refused("#VALUE!", message);
}

const EXPECTED = "it must hold numbers, texts in quotes, TRUE, FALSE and errors";

const described = (item: string): string =>
  item.trim() === "" ? "an array constant has a gap" : `an array constant has ${item.trim()}`;

/** Splits at a sign that stands outside quotes; a doubled quote opens and closes at once. */
function split(text: string, sign: "," | ";"): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (quoted || text[i] !== sign) continue;
    parts.push(text.slice(start, i));
    start = i + 1;
  }
  return [...parts, text.slice(start)];
}

const refused = (error: string, message: string): CellError => ({ error, message });
