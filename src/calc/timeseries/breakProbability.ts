import { P_LEVELS, QUANTILES, REVERSIONS, ROWS, TRIMS, WHITE_NOISE } from "./breakTable";

/** What the law of a largest F depends on when there is no break. */
export interface BreakLaw {
  /** Values of the series. */
  readonly rows: number;
  /** Smallest share of the rows on either side of a break. */
  readonly trim: number;
  /** {@link reversionOf} the series; null: white noise, tested as it stands. */
  readonly reversion: number | null;
}

/** Pairs of rows times (1 − φ) at which the scale of {@link reversionOf} is half way. */
export const HALF_WAY = 20;

/**
 * How much a series reverts over its whole length, on a scale from 0 (a random walk) to 1.
 *
 * With distance d = pairs·(1 − φ) it is d ÷ (d + 20): near a unit root the law of the statistics
 * depends on φ and the length through d alone, and far from it hardly at all.
 *
 * @param correctedPhi - φ of the series, its bias taken off.
 * @param pairs - Pairs of rows that it was fitted to.
 * @returns A number from 0 to below 1.
 *
 * @example
 * reversionOf(0.8, 100); // => 0.5
 */
export function reversionOf(correctedPhi: number, pairs: number): number {
  const distance = Math.max(0, pairs * (1 - correctedPhi));
  // 1 − 0.8 is 0.19999999999999996 in binary; nothing here needs the tail.
  return Number((distance / (distance + HALF_WAY)).toPrecision(12));
}

/**
 * Probability of a largest F as high or higher when there is no break.
 *
 * Read from simulated quantiles: linear between the tabulated trims, reversions and reciprocals of
 * the number of rows; the logarithm of the probability linear in F between quantiles. Beyond the
 * table's last quantile its probability stands, 0.001.
 *
 * @param f - The largest F.
 * @param law - Rows, trim and reversion.
 * @returns A probability from 0.001 to 1.
 *
 * @example
 * breakProbability(1000, { rows: 60, trim: 0.15, reversion: null }); // => 0.001
 */
export function breakProbability(f: number, law: BreakLaw): number {
  let [below, above] = [0, 0];
  let probability = 1;
  for (const [k, next] of P_LEVELS.entries()) {
    above = quantile(law, k);
    if (f < above) {
      const share = (f - below) / (above - below);
      return probability * (next / probability) ** share;
    }
    [below, probability] = [above, next];
  }
  return probability;
}

/** The F that is exceeded with the k-th probability of the table. */
function quantile({ rows, trim, reversion }: BreakLaw, k: number): number {
  const reciprocals = ROWS.map((n) => 1 / n);
  const [i, alongTrims] = place(TRIMS, trim);
  const [j, alongRows] = place(reciprocals, 1 / rows);
  const [r, alongReversions] = reversion === null ? [0, 0] : place(REVERSIONS, reversion);
  const quantileAt = (a: number, b: number, c: number) =>
    (reversion === null ? WHITE_NOISE[i + a]?.[j + b] : QUANTILES[i + a]?.[j + b]?.[r + c])?.[
      k
    ] as number;
  const overReversions = (a: number, b: number) =>
    mix(quantileAt(a, b, 0), quantileAt(a, b, 1), alongReversions);
  const overRows = (a: number) => mix(overReversions(a, 0), overReversions(a, 1), alongRows);
  return mix(overRows(0), overRows(1), alongTrims);
}

const mix = (first: number, second: number, share: number) => first + share * (second - first);

/** The interval of a monotone list that holds a value, and how far along; the ends hold beyond. */
function place(knots: readonly number[], value: number): [interval: number, along: number] {
  const [first = 0, last = 0] = [knots[0], knots[knots.length - 1]];
  const inside = Math.min(Math.max(value, Math.min(first, last)), Math.max(first, last));
  let i = 0;
  const passed = (knot: number) => (last > first ? inside > knot : inside < knot);
  while (i < knots.length - 2 && passed(knots[i + 1] as number)) i++;
  const [from, to] = [knots[i] as number, knots[i + 1] as number];
  return [i, (inside - from) / (to - from)];
}
