import { invalid } from "../errors";
import { uniformStream } from "../numeric/random";
import { SLICE_ROWS, type Sliced } from "../numeric/sliced";

/** How a series is drawn again. */
export interface BootstrapSettings {
  /** Mean length of the blocks, in rows, 1 or more. */
  readonly block: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * The distribution of a statistic by the stationary bootstrap, in slices: series are put together from
 * blocks of random place and length, so that what moves together stays together.
 *
 * @param values - The series.
 * @param statistic - Of a series of the same length, which it must not keep.
 * @param settings - Block length, draws, seed.
 * @returns The work; it looks at draws × rows, and gives the statistic of each draw, rising.
 * @throws CalcError `invalid` when a setting is out of range.
 * @see D. Politis, J. Romano, "The stationary bootstrap", Journal of the American Statistical Association 89, 1994
 *
 * @example
 * const settings = { block: 2, draws: 3, seed: 1 };
 * [...stationaryDraws(Float64Array.of(7, 7, 7), (it) => it[0] + it[2], settings).next().value]; // => [14, 14, 14]
 */
export function* stationaryDraws(
  values: Float64Array,
  statistic: (drawn: Float64Array) => number,
  { block, draws, seed }: BootstrapSettings,
): Sliced<Float64Array> {
  if (!(block >= 1)) throw invalid(`block is ${block}; it must be 1 row or more`);
  const uniform = uniformStream(seed);
  const drawn = new Float64Array(values.length);
  const found = new Float64Array(draws);
  let looked = 0;
  for (let draw = 0; draw < draws; draw++) {
    redraw(values, drawn, uniform, 1 / block);
    found[draw] = statistic(drawn);
    looked += values.length;
    if (looked < SLICE_ROWS) continue;
    yield looked;
    looked = 0;
  }
  return found.sort();
}

/** Fills a series with blocks of another; a block ends after a row with the probability `ends`. */
function redraw(
  values: Float64Array,
  drawn: Float64Array,
  uniform: () => number,
  ends: number,
): void {
  const n = values.length;
  let place = 0;
  for (let t = 0; t < n; t++) {
    if (t === 0 || uniform() < ends) place = (uniform() * n) | 0;
    else place = place + 1 === n ? 0 : place + 1;
    drawn[t] = values[place] as number;
  }
}

/**
 * The middle 95% of a distribution.
 *
 * @param sorted - Its draws, rising.
 * @returns Quantiles at 2.5% and 97.5%, linear between draws.
 *
 * @example
 * middle95(Float64Array.from({ length: 41 }, (_, i) => i)); // => [1, 39]
 */
export function middle95(sorted: Float64Array): readonly [low: number, high: number] {
  const quantileAt = (share: number) => {
    const place = share * (sorted.length - 1);
    const i = Math.floor(place);
    const below = sorted[i] as number;
    const above = sorted[Math.min(i + 1, sorted.length - 1)] as number;
    return below + (place - i) * (above - below);
  };
  return [quantileAt(0.025), quantileAt(0.975)];
}
