import { median } from "../calc/numeric/statistics";
import { tidy } from "../calc/numeric/tidy";
import type { WrittenNumber } from "./numberText";
import type { Question } from "./question";

/** Units in which files hold spreads. */
export const SPREAD_UNITS = ["basis points", "percent", "decimals"] as const;
export type SpreadUnit = (typeof SPREAD_UNITS)[number];

const TO_BP: Record<SpreadUnit, number> = { "basis points": 1, percent: 100, decimals: 10_000 };

/**
 * A spread in basis points.
 *
 * @param written - The number with the unit behind it, if there is one: that one counts.
 * @param unit - The unit of the column.
 * @returns Basis points.
 *
 * @example
 * spreadOf({ value: 0.62, suffix: "" }, "percent"); // => 62
 */
export function spreadOf({ value, suffix }: WrittenNumber, unit: SpreadUnit): number {
  if (suffix === "bp") return value;
  return tidy(value * (suffix === "%" ? 100 : TO_BP[unit]));
}

/**
 * Usual sizes (medians without signs) that a unit has for spreads of mortgages and of investment-grade
 * corporates. Between them stand no spreads, or spreads of two units: there a person is asked.
 */
const USUAL: Record<SpreadUnit, readonly [number, number]> = {
  "basis points": [20, 2500],
  percent: [0.2, 3],
  decimals: [0.002, 0.03],
};

/** Words of a column's name that say its unit. */
const NAMED: readonly (readonly [RegExp, SpreadUnit])[] = [
  [/\bbps?\b|\bbasis\b|_bps?\b/i, "basis points"],
  [/\bpercent\b|\bpct\b|%|_pct\b/i, "percent"],
  [/\bdecimals?\b/i, "decimals"],
];

/**
 * The unit of a column of spreads: by what its name says and by its usual size.
 *
 * @param values - The numbers that have no unit of their own behind them.
 * @param name - The column's name.
 * @returns A question that is answered where name and size show one unit.
 */
export function unitQuestion(values: readonly number[], name: string): Question {
  const usual = tidy(Number(median(Float64Array.from(values, Math.abs)).toPrecision(6)));
  const bySize = SPREAD_UNITS.find((unit) => usual >= USUAL[unit][0] && usual <= USUAL[unit][1]);
  const byName = NAMED.find(([words]) => words.test(name))?.[1];
  const size = `values of ${usual} are usual here`;
  const because = reasonOf(size, bySize, byName, name);
  const choices = SPREAD_UNITS.map((unit) => ({
    value: unit,
    label: `${unit}: ${usual} is ${spreadOf({ value: usual, suffix: "" }, unit)} bp`,
  }));
  const shown =
    byName === undefined || bySize === undefined || byName === bySize ? (byName ?? bySize) : null;
  return { topic: "unit", about: because, choices, shown: shown ?? null };
}

function reasonOf(
  size: string,
  bySize: SpreadUnit | undefined,
  byName: SpreadUnit | undefined,
  name: string,
): string {
  if (byName !== undefined && bySize !== undefined && byName !== bySize) {
    return `the column's name, ${name}, says ${byName}, but ${size}, which are those of spreads in ${bySize}`;
  }
  if (byName !== undefined) return `the column's name, ${name}, says ${byName}; ${size}`;
  if (bySize !== undefined) return `${size}, which are those of spreads in ${bySize}`;
  return `${size}, which no unit of spreads makes sure`;
}

/** Names under which yields, rates and prices are published. */
const YIELD_NAME =
  /^(DGS|GS|DTB|TB|DFF|FEDFUNDS|SOFR|MORTGAGE\d|HQMCB|AAA$|BAA$|DAAA|DBAA)|\b(yield|ytm|coupon|mortgage rate|rate)s?\b/i;
const PRICE_NAME = /^(open|high|low|close|adj close|volume|price|last price|px_last|nav|index)$/i;
const SPREAD_NAME = /spread|oas|\bzv?\b|asw|cds|excess/i;
/** Yields in percent: spreads of mortgages and investment-grade corporates are not usually as high. */
const YIELDS = [3, 20] as const;

/**
 * Whether a column looks like yields, rates or prices where spreads are wanted.
 *
 * @param values - The numbers as the file has them.
 * @param name - The column's name.
 * @returns A sentence, or null.
 */
export function notSpreads(values: readonly number[], name: string): string | null {
  if (SPREAD_NAME.test(name)) return null;
  const advice = "spreads over Treasuries are needed here: take the Treasury yield off first";
  if (YIELD_NAME.test(name)) {
    return `${name} is the name of a yield or rate, not of a spread; ${advice}`;
  }
  if (PRICE_NAME.test(name)) {
    return `${name} is the name of prices, levels or volumes, not of a spread; spreads over Treasuries are needed here`;
  }
  const usual = median(Float64Array.from(values, Math.abs));
  if (usual >= YIELDS[0] && usual < YIELDS[1]) {
    return `values of ${Number(usual.toPrecision(6))} are usual for yields in percent, and rare for spreads; if these are yields, ${advice}`;
  }
  return null;
}
