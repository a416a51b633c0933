/*
 * Formulas that Excel keeps to one value. In the cell of a file that is not marked as an array, Excel takes of a range
 * the one cell beside the formula wherever a function wants one value; here a formula works on whole ranges.
 */
import { callsOf, type Call } from "./formulaCalls";
import {
  nameOfCall,
  rangesIn,
  isWholeArgument,
  TAKE_RANGES,
  TAKE_VALUES,
  type Range,
} from "./arrayFormulas";
import { beside, tokensOf, type Token } from "./formulaTokens";

/** Functions that calculate what stands in them with whole ranges, wherever they are. */
const CALCULATE_RANGES = new Set(
  "SUMPRODUCT MMULT MINVERSE MDETERM SUMX2MY2 SUMX2PY2 SUMXMY2 LOOKUP INDEX".split(" "),
);
/** Functions of one value that keep to it even there. */
const KEEP_ONE = new Set(["IF", "IFERROR"]);
/** Functions whose result may be a range. */
const GIVE_RANGES = new Set(["INDIRECT", "OFFSET"]);
/** Functions that hand on a range, of any argument but the first. */
const HAND_ON = new Set(["IF", "CHOOSE"]);

/** Arguments that want one value in functions that take ranges, by their places from 0. */
const ONE_VALUE_AT: Readonly<Record<string, readonly string[]>> = {
  "0": "VLOOKUP HLOOKUP XLOOKUP LOOKUP MATCH XMATCH RANK RANK.EQ RANK.AVG FORECAST FORECAST.LINEAR NPV".split(
    " ",
  ),
  "1": `SUMIF COUNTIF AVERAGEIF LARGE SMALL TRIMMEAN INDEX PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE
    QUARTILE.INC QUARTILE.EXC PERCENTRANK PERCENTRANK.INC PERCENTRANK.EXC`.split(/\s+/),
  "2": ["VLOOKUP", "HLOOKUP", "INDEX"],
};
const CRITERIA = /^(SUMIFS|AVERAGEIFS|MAXIFS|MINIFS)$/;

/** Whether the argument at a place, from 0, wants one value. */
const wantsOne = (name: string, place: number): boolean => {
  if (name === "COUNTIFS") return place % 2 === 1;
  if (CRITERIA.test(name)) return place > 0 && place % 2 === 0;
  return ONE_VALUE_AT[place]?.includes(name) ?? false;
};

/**
 * Where a formula of one cell would be calculated otherwise here.
 *
 * @param formula - As a cell shows it; `@` stands before a range of which one cell is meant.
 * @param isSeveral - Whether a name stands for more than a cell.
 * @returns The range or name that Excel takes one cell of, as it is written; null where there is none.
 */
export function rangeTakenAsOne(
  formula: string,
  isSeveral: (name: string) => boolean,
): string | null {
  const tokens = tokensOf(formula);
  const calls = callsOf(tokens);
  const names = tokens.flatMap(({ kind, text }, i) =>
    kind === "word" && !/^[(!:]$/.test(tokens[i + 1]?.text ?? "") && isSeveral(text)
      ? [{ start: tokens[i - 1]?.text === "!" ? i - 2 : i, end: i }]
      : [],
  );
  const results = calls
    .filter((call) => GIVE_RANGES.has(nameOfCall(tokens, call)))
    .map(({ name, close }) => ({ start: name, end: close }))
    // Elsewhere a result of several cells shows in the cell.
    .filter((range) => chainOf(tokens, calls, range).some(takesRanges));
  const found = [...rangesIn(tokens), ...names, ...results].find((range) => {
    if (beside(tokens, range.start, -1) === "@") return false;
    const whole = handedOn(tokens, calls, range);
    const chain = chainOf(tokens, calls, whole);
    if (takesRanges(chain[0] ?? "") && isWholeArgument(tokens, whole)) {
      return wantsOne(chain[0] ?? "", placeOf(calls, whole)) && !isCalculatedWhole(chain.slice(1));
    }
    return !isCalculatedWhole(chain);
  });
  return found === undefined ? null : written(tokens, found);
}

const takesRanges = (name: string): boolean => TAKE_RANGES.has(name) || name.startsWith("RV.");

/** The call that a range comes out of as it went in; the range itself where there is none. */
function handedOn(tokens: readonly Token[], calls: readonly Call[], range: Range): Range {
  const call = calls.find(({ open, close }) => open < range.start && close > range.end);
  if (call === undefined || !HAND_ON.has(nameOfCall(tokens, call))) return range;
  const isFirst = range.start < (call.parts[0]?.[1] ?? 0);
  if (isFirst || !isWholeArgument(tokens, range)) return range;
  return handedOn(tokens, calls, { start: call.name, end: call.close });
}

/** Which argument of the innermost function a range is, from 0. */
const placeOf = (calls: readonly Call[], { start, end }: Range): number =>
  calls
    .find(({ open, close }) => open < start && close > end)
    ?.parts.findIndex(([first, last]) => first <= start && end <= last) ?? -1;

/** The functions around a range, the innermost first. */
const chainOf = (tokens: readonly Token[], calls: readonly Call[], range: Range): string[] =>
  calls
    .filter(({ open, close }) => open < range.start && close > range.end)
    .map((call) => nameOfCall(tokens, call));

function isCalculatedWhole(chain: readonly string[]): boolean {
  const around = chain.find((name) => !TAKE_VALUES.has(name) || KEEP_ONE.has(name));
  return around !== undefined && CALCULATE_RANGES.has(around);
}

const written = (tokens: readonly Token[], { start, end }: Range): string =>
  tokens
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join("");
