/*
 * How formulas are spelled in .xlsx files. Excel stores a function of an add-in as a user-defined one
 * (`_xldudf_RV_NAME`), and functions newer than the file format with a prefix. What Excel really writes
 * for an add-in's function has not been checked with an Excel at hand: all known spellings are read.
 */
import { callsOf, parametersOf } from "./formulaCalls";
import { beside, tokensOf, type Token } from "./formulaTokens";
import { nameInFile, NEWER_FUNCTIONS } from "./newerFunctions";

/**
 * A formula as the file holds it.
 *
 * @param formula - As a cell shows it, with its equals sign.
 * @returns Without the equals sign; `RV.X(` is `_xldudf_RV_X(`, `A1#` is `_xlfn.ANCHORARRAY(A1)`, and a
 *   parameter x of LET or LAMBDA is `_xlpm.x`.
 */
export function spelledForFile(formula: string): string {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const parameters = parametersOf(tokens);
  const texts = tokens.map((token, i) => {
    if (parameters.has(i)) return token.text.replace(/^\[?/, "$&_xlpm.");
    if (token.kind !== "word") return token.text;
    return tokens[i + 1]?.text === "(" ? functionInFile(token.text) : token.text;
  });
  return withOperators(tokens, texts).join("");
}

function functionInFile(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith("RV.")) return `_xldudf_RV_${upper.slice(3)}`;
  const spelled = nameInFile(upper);
  return spelled === upper ? name : spelled;
}

/** `A1#` and `@A1:A9` are functions in a file. */
function withOperators(tokens: readonly Token[], texts: string[]): string[] {
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "sign") continue;
    if (text === "#" && i > 0) {
      const start = startOfReference(tokens, i - 1);
      texts[start] = `_xlfn.ANCHORARRAY(${texts[start] ?? ""}`;
      texts[i] = ")";
    } else if (text === "@") {
      const end = endOfOperand(tokens, i + 1);
      texts[i] = "_xlfn.SINGLE(";
      texts[end] = `${texts[end] ?? ""})`;
    }
  }
  return texts;
}

/** `Sheet1!A1`: where the reference that ends here begins. */
function startOfReference(tokens: readonly Token[], end: number): number {
  return tokens[end - 1]?.text === "!" ? Math.max(0, end - 2) : end;
}

/** The last piece of the reference or call that begins here. */
function endOfOperand(tokens: readonly Token[], start: number): number {
  let at = start;
  for (let depth = 0; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "space" };
    if (text === "(") depth++;
    else if (text === ")" && --depth <= 0) return depth < 0 ? at - 1 : at;
    else if (depth === 0 && at > start && kind === "sign" && !/^[:!#(]$/.test(text)) return at - 1;
    else if (depth === 0 && kind === "space") return at - 1;
  }
  return tokens.length - 1;
}

const OUR_SPELLINGS = /^(?:_xldudf[_.])?RV[_.](.+)$/i;
const PREFIXES = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.)+/i;

/**
 * A formula as a cell shows it.
 *
 * @param stored - As a file holds it, without the equals sign.
 * @param names - The defined names of the workbook in capitals: none of them is a function of ours.
 * @returns With the equals sign.
 */
export function spelledForCell(stored: string, names: ReadonlySet<string> = new Set()): string {
  const tokens = tokensOf(stored);
  const texts = tokens.map(({ kind, text }, i) => {
    if (kind === "brackets") return text.replace(/^\[_xlpm\./i, "[");
    if (kind !== "word") return text;
    const plain = text.replace(PREFIXES, "");
    const isCall = tokens[i + 1]?.text === "(" && !names.has(plain.toUpperCase());
    const name = isCall ? OUR_SPELLINGS.exec(plain)?.[1] : undefined;
    if (name !== undefined) return `RV.${name.toUpperCase()}`;
    // Some programs write functions that they do not know in small letters.
    return NEWER_FUNCTIONS.has(plain.toUpperCase()) && isCall ? plain.toUpperCase() : plain;
  });
  for (const { name, open, close } of callsOf(tokens)) {
    const called = texts[name]?.toUpperCase();
    if (called !== "ANCHORARRAY" && called !== "SINGLE") continue;
    [texts[name], texts[open], texts[close]] = called === "SINGLE" ? ["@", "", ""] : ["", "", "#"];
  }
  return `=${texts.join("")}`;
}

/**
 * Why a formula of a stranger's file is not taken over; its last value is.
 *
 * @param stored - As the file holds it.
 * @returns "another workbook", "a program (DDE)", or null when it is an ordinary formula.
 */
export function refusedReference(stored: string): string | null {
  const tokens = tokensOf(stored);
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind === "sheet" && beside(tokens, i, 1) === "!") {
      if (text.includes("|")) return "a program (DDE)";
      if (/\[[^\]]*\]/.test(text)) return "another workbook";
    }
    if (kind === "word" && tokens[i + 1]?.text === "|") return "a program (DDE)";
    // [1]Sheet1!A1 and [1]!Name; the brackets of a table stand behind its name, or alone.
    if (kind === "brackets" && tokens[i - 1]?.kind !== "word" && /^\[[^[\]]+\]$/.test(text)) {
      const next = tokens[i + 1];
      if (next?.kind === "word" || next?.kind === "sheet" || next?.text === "!") {
        return "another workbook";
      }
    }
  }
  return null;
}
