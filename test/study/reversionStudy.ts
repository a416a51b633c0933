import { reversionTest } from "../../src/calc/timeseries/reversionTest";
import { autoregressivePath, normalShocks } from "./shocks";

/** How often the reversion test rejects a random walk, and its interval holds the truth. */
export interface ReversionShares {
  readonly rejected: number;
  readonly held: number;
}

/** Shares of so many paths of a half-life in rows; null is a random walk. */
export function reversionShares(
  halfLife: number | null,
  rows: number,
  paths: number,
): ReversionShares {
  const phi = halfLife === null ? 1 : 0.5 ** (1 / halfLife);
  const shock = normalShocks(9_000 + rows + (halfLife ?? 500));
  let [rejected, held] = [0, 0];
  for (let i = 0; i < paths; i++) {
    const { reverts, low, high } = reversionTest(autoregressivePath(phi, rows, shock));
    if (reverts) rejected++;
    if (low <= phi && phi <= high) held++;
  }
  return { rejected: rejected / paths, held: held / paths };
}
