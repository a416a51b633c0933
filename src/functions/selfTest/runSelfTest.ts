import { GOLDEN_CASES } from "./workedNumbers";
import type { GoldenCase } from "./workedSeries";
import type { Measure } from "../excel/results";

/**
 * Runs the worked numbers through the worksheet functions.
 *
 * @param version - The add-in's version, for the card.
 * @returns Verdict, version, rows, failed, worst error; then rows and worst error of each family.
 * An error is a share of half the last printed digit: 1 or less passes.
 */
export function runSelfTest(version: string): readonly Measure[] {
  const results = GOLDEN_CASES.map((golden) => ({ family: golden.family, error: errorOf(golden) }));
  const failed = results.filter(({ error }) => !(error <= 1));
  const worst = (errors: readonly { error: number }[]) =>
    errors.reduce((most, { error }) => Math.max(most, error), 0);
  const families = [...new Set(results.map(({ family }) => family))];
  return [
    ["verdict", failed.length === 0 ? "passed" : `FAILED: ${failed.length} of ${results.length}`],
    ["version", version],
    ["rows", results.length],
    ["failed", failed.length],
    ["worstError", worst(results)],
    ...families.flatMap((family): Measure[] => {
      const rows = results.filter((result) => result.family === family);
      return [
        [`${family}Rows`, rows.length],
        [`${family}WorstError`, worst(rows)],
      ];
    }),
  ];
}

/** A function that gives an error or no number is as wrong as can be, but the card stays a card. */
const NO_NUMBER = 1e9;

function errorOf({ expected, run }: GoldenCase): number {
  let result: unknown;
  try {
    result = run();
  } catch {
    return NO_NUMBER;
  }
  const value: unknown = Array.isArray(result) ? (result as unknown[][])[0]?.[0] : result;
  if (typeof value !== "number") return NO_NUMBER;
  const digits = expected.split(".")[1]?.length ?? 0;
  return Math.abs(value - Number(expected)) / (0.5 * 10 ** -digits);
}
