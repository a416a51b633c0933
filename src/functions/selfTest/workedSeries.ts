/* The two series that the worked numbers are about, and what a worked number is. */
import { normalStream } from "../../calc/numeric/random";

/** One worked number. */
export interface GoldenCase {
  readonly family:
    | "spread"
    | "bond"
    | "mortgage"
    | "history"
    | "returns"
    | "signal"
    | "flow"
    | "trade"
    | "validation";
  /** The formula, for messages. */
  readonly formula: string;
  /** The number as printed; its last digit is the tolerance. */
  readonly expected: string;
  readonly run: () => unknown;
}

/**
 * One column, as Excel hands over a range.
 *
 * @param values - From top to bottom.
 * @returns One row a value.
 */
export const column = (...values: readonly number[]): number[][] => values.map((value) => [value]);

/** The base Treasury curve of the method notes: tenor in years, semiannual par yield. */
export const BASE_CURVE: number[][] = [
  [2, 0.0359],
  [3, 0.0366],
  [5, 0.0382],
  [7, 0.0402],
  [10, 0.0423],
  [30, 0.0483],
];

/** Series G of the method notes: a gap in basis points over 24 months. */
export const SERIES_G: readonly number[] = [
  ...[58, 61, 66, 72, 75, 71, 67, 70, 64, 60, 62, 57],
  ...[55, 59, 54, 50, 52, 47, 49, 45, 44, 46, 40, 39],
];

/** Series S of the method notes: an AR(1) around 55 with coefficient .85 over 240 months. */
export const SERIES_S: readonly number[] = seriesS();

function seriesS(): number[] {
  const shock = normalStream(12345);
  let level = 55;
  shock();
  const later = Array.from({ length: 239 }, () => {
    level = 55 + 0.85 * (level - 55) + 4 * shock();
    return level;
  });
  return [55, ...later];
}
