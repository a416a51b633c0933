/* Why a formula is not calculated: a number that Excel would not show is worse than the last one that it did. */
import { quoted } from "../../assumptions/humanValues";
import { nearest } from "../../calc/numeric/nearest";
import type { BookName } from "../../workbook/book";
import type { FileFormula } from "../../xlsx/fileFormulas";
import { readsOf } from "../../xlsx/formulaReads";
import { beside, tokensOf, type Token } from "../../xlsx/formulaTokens";
import { rangeTakenAsOne } from "../../xlsx/oneValueOnly";
import { isErrorText } from "../../workbook/a1";
import type { Names } from "./dependents";
import { whyNotExtent, type Size } from "./extents";

/** What there is to calculate with. */
export interface Known {
  /** In capitals. */
  readonly functions: ReadonlySet<string>;
  /** In capitals. */
  readonly sheets: ReadonlySet<string>;
  readonly names: Names;
  /** At which sheets are calculated, by their names in capitals. */
  readonly sizes: ReadonlyMap<string, Size>;
  /** Whether a sheet has rows that are not shown. */
  readonly hasHiddenRows: boolean;
  canRead(formula: string): boolean;
}

/** Functions of the clock, of chance, of the machine and of the world: the same file would give other numbers. */
const OF_THE_MOMENT = new Set(
  `TODAY NOW RAND RANDBETWEEN RANDARRAY CELL INFO RTD WEBSERVICE STOCKHISTORY IMAGE TRANSLATE DETECTLANGUAGE COPILOT
   PY CUBE CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE GETPIVOTDATA
   CALL REGISTER.ID`.split(/\s+/),
);

/** Functions of a workbook's looks and texts, which a calculation does not have. */
const OF_LOOKS = new Set(["HYPERLINK", "FORMULATEXT", "SHEET", "SHEETS", "PHONETIC"]);
/** Functions that may pass over rows that are not shown. */
const OF_SHOWN_ROWS = new Set(["SUBTOTAL", "AGGREGATE"]);

/**
 * Why a formula is not calculated.
 *
 * @param one - The formula.
 * @param known - What there is to calculate with.
 * @returns A sentence without its subject, such as "TODAY gives …"; null where it is calculated.
 */
export function whyNot(one: FileFormula, known: Known): string | null {
  const { formula, refused, kind, sheet } = one;
  if (formula === undefined) return refused ?? "it cannot be read";
  return (
    whyNotText(formula, sheet, known) ??
    (kind === "cell" ? whyNotOneValue(formula, sheet, known) : null) ??
    (known.canRead(formula) ? null : "it cannot be read here")
  );
}

/** Of a formula, and of what its names stand for. */
function whyNotText(
  formula: string,
  sheet: string,
  known: Known,
  seen: ReadonlySet<BookName> = new Set(),
): string | null {
  const { areas, calls, names, unclear } = readsOf(formula);
  const ofTheMoment = calls.find((name) => OF_THE_MOMENT.has(name));
  if (ofTheMoment !== undefined) {
    return `${ofTheMoment} depends on when and where it is calculated; enter its value`;
  }
  const unknown = calls.find((name) => !known.functions.has(name));
  if (unknown !== undefined) {
    const near = unknown.startsWith("RV.") ? nearest(unknown, known.functions) : null;
    return `there is no function ${unknown} here${near === null ? "" : `; the nearest is ${near}`}`;
  }
  const ofLooks = calls.find((name) => OF_LOOKS.has(name));
  if (ofLooks !== undefined) return `${ofLooks} depends on more than values`;
  const ofShown = calls.find((name) => OF_SHOWN_ROWS.has(name));
  if (known.hasHiddenRows && ofShown !== undefined) {
    return `${ofShown} may pass over rows that are hidden or filtered, and the workbook has some`;
  }
  const tokens = tokensOf(formula);
  const syntax =
    whyNotSyntax(tokens) ??
    (unclear === null ? null : `${unclear}, of which cells cannot be told`) ??
    whyNotExtent(tokens, areas, sheet, known.sizes);
  if (syntax !== null) return syntax;
  for (const { sheet: other } of areas) {
    if (other === undefined || known.sheets.has(other.toUpperCase())) continue;
    return other.includes(":")
      ? `${quoted(other)} are several sheets at once`
      : `there is no sheet ${quoted(other)} with cells`;
  }
  for (const word of names) {
    const name = known.names.on(word, sheet);
    if (name === undefined) return `there is no name ${word}, or it is one that is not read`;
    if (seen.has(name)) continue;
    if (readsOf(name.reference).moves)
      return `${word} means other cells in each cell that names it`;
    const inName = whyNotText(name.reference, sheet, known, new Set([...seen, name]));
    if (inName !== null) return `${word}: ${inName}`;
  }
  return null;
}

/** What the engine has not, or has otherwise (src/host/knownLimits.ts). */
function whyNotSyntax(tokens: readonly Token[]): string | null {
  if (hasUnion(tokens)) return "it has a union of ranges, such as (A1:A2,A4)";
  for (const [i, { kind, text }] of tokens.entries()) {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (kind === "text" && isErrorText(text.slice(1, -1))) {
      return `its text ${text} is taken for the error here`;
    }
    if (kind === "sign" && text === "#") return "it has the spill operator, such as A1#";
    if (kind === "sheet" && /[!]/.test(text)) return `the name of the sheet ${text} has a !`;
    if (kind === "space" && endsOperand(before) && beginsOperand(after)) {
      return "it has the intersection of two ranges by a blank";
    }
    if (kind === "sign" && text === ":" && isSheetName(tokens, i + 1)) {
      return "it reads several sheets at once";
    }
    if (kind === "sign" && /^[*/^]$/.test(text) && isSign(beside(tokens, i, 1))) {
      const next = tokens.findIndex((one, at) => at > i && one.kind !== "space");
      if (isSign(beside(tokens, next, 1))) return "it has two signs in a row, such as 2*--1";
    }
  }
  return null;
}

/** A comma that parts no arguments and no numbers of an array. */
function hasUnion(tokens: readonly Token[]): boolean {
  const open: boolean[] = [];
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "sign") continue;
    if (text === "(") open.push(tokens[i - 1]?.kind === "word");
    else if (text === "{") open.push(true);
    else if (text === ")" || text === "}") open.pop();
    else if (text === "," && open[open.length - 1] !== true) return true;
  }
  return false;
}

const isSign = (text: string): boolean => text === "+" || text === "-";
const isSheetName = (tokens: readonly Token[], i: number): boolean => tokens[i + 1]?.text === "!";
const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined && (/^(word|number|brackets|text)$/.test(token.kind) || token.text === ")");
const beginsOperand = (token: Token | undefined): boolean =>
  token !== undefined && (/^(word|number|sheet|text)$/.test(token.kind) || token.text === "(");

function whyNotOneValue(formula: string, sheet: string, { names }: Known): string | null {
  const isSeveral = (word: string): boolean => {
    const name = names.on(word, sheet);
    if (name === undefined) return false;
    const { areas, readsAnything, calls } = readsOf(name.reference);
    const cells = areas.some(({ area }) => area.rows > 1 || area.columns > 1) || areas.length > 1;
    return cells || readsAnything || calls.length > 0;
  };
  const range = rangeTakenAsOne(formula, isSeveral);
  if (range === null) return null;
  return `the file keeps it to one value, for which Excel takes one cell of ${range}; enter it again in Excel as an array`;
}
