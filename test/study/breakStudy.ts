import { breakTest } from "../../src/calc/timeseries/breakTest";
import { autoregressivePath, fatShocks, normalShocks } from "./shocks";

/** Which series are drawn, and how many. */
interface Draws {
  readonly phi: number;
  readonly rows: number;
  readonly series: number;
  /** Shift of the mean in the middle, in long-run standard deviations. */
  readonly shift?: number;
  readonly fat?: boolean;
  readonly robust?: boolean;
  readonly trim?: number;
}

/** Share of series in which the break test finds a break at 5%. */
export function breakShare({
  phi,
  rows,
  series,
  shift = 0,
  fat = false,
  robust = true,
  trim = 0.15,
}: Draws): number {
  // A seed for each length and φ, none of which made the table.
  const seed = 7_000 + rows * 101 + Math.round(phi * 100);
  const shock = fat ? fatShocks(seed) : normalShocks(seed);
  let found = 0;
  for (let i = 0; i < series; i++) {
    const path = autoregressivePath(phi, rows, shock, shift);
    if (breakTest(path, { robust, trim }).p < 0.05) found++;
  }
  return found / series;
}
