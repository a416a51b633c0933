import { percentWords } from "../numeric/percentWords";

/** `error`: an answer from these data would be wrong; `warning`: look at it; `note`: know it. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something in the data that an analyst would want to know before using them. */
export interface Problem {
  /** The row in the range, from 1; the first one when it concerns several. */
  readonly row: number;
  readonly problem: string;
  readonly severity: Severity;
}

/** The values of a column that are there, and their rows. */
export interface PresentValues {
  readonly values: Float64Array;
  /** The row in the range of each value, from 1. */
  readonly rows: readonly number[];
}

/** How many findings of one kind are listed; the rest are counted. */
const LISTED = 21;

/**
 * Findings of one kind: the first twenty-one one by one, the last of them with the number of those
 * that are not listed.
 *
 * @param found - All of them, in order.
 * @param describe - Puts one into words; called for those that are listed only.
 * @returns At most 21 findings.
 *
 * @example
 * listed([1, 2, 3], (row) => ({ row, problem: "is late", severity: "note" })).length; // => 3
 */
export function listed<T>(found: readonly T[], describe: (value: T) => Problem): Problem[] {
  const problems = found.slice(0, LISTED).map(describe);
  const last = problems[LISTED - 1];
  const more = found.length - LISTED;
  if (last === undefined || more <= 0) return problems;
  const rest = ` (and ${more} more row${more === 1 ? "" : "s"} of this kind)`;
  return [...problems.slice(0, -1), { ...last, problem: last.problem + rest }];
}

/**
 * The values of a column that are there.
 *
 * @param column - NaN where missing.
 * @returns Values and their rows.
 *
 * @example
 * presentValues(Float64Array.of(5, NaN, 7)).rows; // => [1, 3]
 */
export function presentValues(column: Float64Array): PresentValues {
  const rows: number[] = [];
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) rows.push(i + 1);
  return { values: column.filter((value) => !Number.isNaN(value)), rows };
}

/**
 * A number as a finding shows it.
 *
 * @param value - Any number.
 * @returns It at six significant digits.
 *
 * @example
 * brief(0.1 + 0.2); // => "0.3"
 */
export const brief = (value: number): string => String(Number(value.toPrecision(6)));

/**
 * A decimal in percent as a finding shows it.
 *
 * @param value - Any decimal.
 * @returns A hundred times it at six significant digits, also where that is beyond every double.
 *
 * @example
 * briefPercent(4.1234567); // => "412.346%"
 */
export const briefPercent = (value: number): string => percentWords(Number(value.toPrecision(6)));
