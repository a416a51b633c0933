/*
 * Where formulas work on whole ranges. Excel's files tell formulas that give arrays from those that take
 * the one cell of a range in their own row or column; here every formula may give an array.
 */
import { callsOf, type Call } from "./formulaCalls";
import { beside, tokensOf, type Token } from "./formulaTokens";

/** Functions that take a range as it is. */
export const TAKE_RANGES: ReadonlySet<string> = new Set(
  `SUM COUNT COUNTA COUNTBLANK AVERAGE AVERAGEA MIN MAX MINA MAXA PRODUCT MEDIAN MODE MODE.SNGL STDEV
   STDEV.S STDEV.P STDEVP STDEVA STDEVPA VAR VAR.S VAR.P VARP VARA VARPA SUMSQ DEVSQ AVEDEV GEOMEAN
   HARMEAN SKEW SKEW.P KURT LARGE SMALL RANK RANK.EQ RANK.AVG PERCENTILE PERCENTILE.INC PERCENTILE.EXC
   QUARTILE QUARTILE.INC QUARTILE.EXC PERCENTRANK PERCENTRANK.INC PERCENTRANK.EXC TRIMMEAN CORREL PEARSON
   RSQ SLOPE INTERCEPT STEYX FORECAST FORECAST.LINEAR COVAR COVARIANCE.P COVARIANCE.S INDEX MATCH XMATCH
   LOOKUP VLOOKUP HLOOKUP XLOOKUP SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS
   SUMPRODUCT SUMXMY2 SUMX2MY2 SUMX2PY2 NPV IRR MIRR XNPV XIRR SUBTOTAL AGGREGATE ROWS COLUMNS AREAS
   OFFSET CELL ISREF AND OR XOR CONCAT TEXTJOIN NETWORKDAYS WORKDAY NETWORKDAYS.INTL WORKDAY.INTL
   T.TEST TTEST F.TEST FTEST Z.TEST ZTEST CHISQ.TEST CHITEST PROB GCD LCM MULTINOMIAL SERIESSUM
   ISFORMULA FORMULATEXT SHEET SHEETS HYPERLINK FVSCHEDULE MDETERM PHONETIC`.split(/\s+/),
);

/** Functions whose result may fill more than a cell. */
const GIVE_ARRAYS = new Set(
  `ANCHORARRAY BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER FREQUENCY GROUPBY GROWTH HSTACK INDIRECT
   LAMBDA LET LINEST LOGEST MAKEARRAY MAP MINVERSE MMULT MODE.MULT MUNIT OFFSET PIVOTBY RANDARRAY REDUCE
   SCAN SEQUENCE SORT SORTBY STOCKHISTORY TAKE TEXTSPLIT TOCOL TOROW TRANSPOSE TREND TRIMRANGE UNIQUE VSTACK
   WRAPCOLS WRAPROWS`.split(/\s+/),
);

/** Functions of one value each: a range in them is, in an old file, its one cell beside the formula. */
export const TAKE_VALUES: ReadonlySet<string> = new Set(
  `ABS CEILING DATE DAY EVEN EXP FIND FLOOR HOUR IF IFERROR INT ISBLANK ISERROR ISNA ISNUMBER ISTEXT LEFT LEN
   LN LOG LOG10 LOWER MID MINUTE MOD MONTH NOT ODD POWER RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SECOND SIGN
   SQRT SUBSTITUTE TEXT TRIM TRUNC UPPER VALUE WEEKDAY YEAR`.split(/\s+/),
);

const END = /^\$?(?:[A-Z]{1,3}\$?\d{1,7}|[A-Z]{1,3}|\d{1,7})$/i;

/** A range of a formula, from its sheet to its last piece. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The ranges of a formula.
 * @param tokens - Its pieces.
 * @returns Where each begins and ends.
 */
export function rangesIn(tokens: readonly Token[]): Range[] {
  return tokens.flatMap(({ text }, i) => {
    if (
      text !== ":" ||
      !END.test(tokens[i - 1]?.text ?? "") ||
      !END.test(tokens[i + 1]?.text ?? "")
    ) {
      return [];
    }
    const start = tokens[i - 2]?.text === "!" ? i - 3 : i - 1;
    return start < 0 || tokens[i + 2]?.text === ":" ? [] : [{ start, end: i + 1 }];
  });
}

const around = (calls: readonly Call[], { start, end }: Range): Call[] =>
  calls.filter((call) => call.open < start && call.close > end);

/**
 * The function of a call.
 * @param tokens - The pieces of the formula.
 * @param call - The call.
 * @returns Its name in capitals, without a file's prefixes.
 */
export const nameOfCall = (tokens: readonly Token[], call: Call | undefined): string =>
  (tokens[call?.name ?? -1]?.text ?? "").toUpperCase().replace(/^(_XLFN\.|_XLWS\.)+/, "");

/**
 * Whether a range is all of an argument.
 * @param tokens - The pieces of the formula.
 * @param range - The range.
 * @returns True where a bracket or a comma stands on either side.
 */
export const isWholeArgument = (tokens: readonly Token[], { start, end }: Range): boolean =>
  /^[(,]$/.test(beside(tokens, start, -1)) && /^[),]$/.test(beside(tokens, end, 1));

/**
 * Whether a formula works on arrays, so that a file has to say so for Excel to do as here.
 *
 * @param formula - As a cell shows it.
 * @returns Whether it does or may: a range that a function takes as it is does not count.
 */
export function mayGiveArray(formula: string): boolean {
  const tokens = tokensOf(formula);
  const calls = callsOf(tokens);
  if (tokens.some(({ kind, text }) => kind === "sign" && /^[{#]$/.test(text))) return true;
  if (calls.some((call) => GIVE_ARRAYS.has(nameOfCall(tokens, call)))) return true;
  return rangesIn(tokens).some((range) => {
    if (beside(tokens, range.start, -1) === "@") return false;
    const innermost = nameOfCall(tokens, around(calls, range)[0]);
    const isTaken = TAKE_RANGES.has(innermost) || innermost.startsWith("RV.");
    return !(isTaken && isWholeArgument(tokens, range));
  });
}

/**
 * A formula of a cell that Excel keeps to one value, written so that it is one here, too.
 *
 * @param formula - As a cell shows it.
 * @returns With `@` before each range of which Excel takes the cell beside the formula.
 */
export function intersected(formula: string): string {
  const tokens = tokensOf(formula);
  const ranges = rangesIn(tokens);
  if (ranges.length === 0) return formula;
  const calls = callsOf(tokens);
  const texts = tokens.map(({ text }) => text);
  for (const range of ranges) {
    const names = around(calls, range).map((call) => nameOfCall(tokens, call));
    const before = beside(tokens, range.start, -1);
    if (before === "@" || !names.every((name) => TAKE_VALUES.has(name))) continue;
    texts[range.start] = `@${texts[range.start] ?? ""}`;
  }
  return texts.join("");
}
