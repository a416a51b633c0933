/**
 * Excess returns over Treasuries that a spread's history implies: its carry less what its change
 * costs, s_(t−1)/periods − D·(s_t − s_(t−1)). A proxy of constant duration, without convexity, defaults
 * or paydowns: never an index's performance.
 *
 * @param spreads - Basis points, oldest first, NaN where missing.
 * @param duration - Spread duration in years, held constant.
 * @param periods - Rows a year.
 * @returns Decimals; NaN in the first row and beside a missing one.
 *
 * @example
 * spreadReturns(Float64Array.of(120, 115), 5.6, 12)[1].toFixed(6); // => "0.003800"
 */
export const spreadReturns = (
  spreads: Float64Array,
  duration: number,
  periods: number,
): Float64Array =>
  spreads.map((spread, t) => {
    const before = t === 0 ? NaN : (spreads[t - 1] as number);
    return (before / periods - duration * (spread - before)) / 10_000;
  });
