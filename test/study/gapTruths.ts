import { autoregressivePath } from "./shocks";

/** A truth that a gap is drawn from, and how much of it is seen. */
export interface GapTruth {
  /** Months; null: a random walk. */
  readonly halfLife: number | null;
  readonly rows: number;
  /** Rows a year. */
  readonly periods: number;
}

/** Half-lives in months of the mixture that probabilities are judged by, in equal shares; null is none. */
export const TRUE_HALF_LIVES = [3, 8, 24, null] as const;

/** Every truth of the mixture: rows from 36 to 240, monthly and weekly. */
export const MIXTURE: readonly GapTruth[] = [12, 52].flatMap((periods) =>
  [36, 72, 120, 240].flatMap((rows) =>
    TRUE_HALF_LIVES.map((halfLife) => ({ halfLife, rows, periods })),
  ),
);

/** Level in basis points, and volatility in basis points per √year, of every truth. */
const [LEVEL, VOLATILITY] = [40, 20];

/** A path of the gap in basis points, with half a year more than is seen. */
export function gapPath(
  { halfLife, rows, periods }: GapTruth,
  shock: () => number,
): { readonly seen: Float64Array; readonly halfAYearOn: number } {
  const phi = halfLife === null ? 1 : 0.5 ** (12 / (periods * halfLife));
  const variance =
    halfLife === null ? 1 / periods : (1 - phi * phi) / (2 * Math.LN2 * (12 / halfLife));
  const size = VOLATILITY * Math.sqrt(variance);
  const path = autoregressivePath(phi, rows + periods / 2, shock).map((it) => LEVEL + size * it);
  return { seen: path.slice(0, rows), halfAYearOn: path[path.length - 1] as number };
}
