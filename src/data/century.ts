/* Years of two digits: what they mean is asked once where the column does not show it. */
import { quoted } from "../assumptions/humanValues";
import type { Question } from "./question";

/** The readings of a year of two digits; the first is Excel's. */
const CENTURIES = ["1930 to 2029", "2000 to 2099", "1900 to 1999"] as const;
export type Century = (typeof CENTURIES)[number];

/** Excel's own rule: 00 to 29 are of this century. */
const FIRST_OF_1900 = 30;
/** No history of spreads is as old as these years of Excel's rule, nor as far ahead. */
const DOUBTFUL = [30, 69] as const;

/**
 * The year that two digits mean.
 *
 * @param digits - 0 to 99.
 * @param century - The reading.
 * @returns The year.
 *
 * @example
 * yearOfTwoDigits(14, "1930 to 2029"); // => 2014
 */
export function yearOfTwoDigits(digits: number, century: Century): number {
  if (century === "1930 to 2029") return digits + (digits < FIRST_OF_1900 ? 2000 : 1900);
  return digits + (century === "2000 to 2099" ? 2000 : 1900);
}

/**
 * The question which years two digits mean.
 *
 * @param digits - The years of the column, 0 to 99, at least one.
 * @param sample - A date of the column.
 * @returns The question; answered by Excel's rule unless a year from 30 to 69 is among them.
 */
export function centuryQuestion(digits: ReadonlySet<number>, sample: string): Question {
  const isDoubtful = [...digits].some((year) => year >= DOUBTFUL[0] && year <= DOUBTFUL[1]);
  const year = [...digits][0] ?? 0;
  return {
    topic: "century",
    about: `the years have two digits, as in ${quoted(sample)}`,
    choices: CENTURIES.map((century) => ({
      value: century,
      label: `years ${century}: ${String(year).padStart(2, "0")} is ${yearOfTwoDigits(year, century)}`,
    })),
    shown: isDoubtful ? null : "1930 to 2029",
  };
}
