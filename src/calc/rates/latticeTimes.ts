/** Times of a lattice, and which of them belong to the days that it must meet. */
export interface LatticeTimes {
  /** Years, rising, the first 0. */
  readonly times: Float64Array;
  /** For each day its index in `times`. */
  readonly at: Int32Array;
}

/**
 * Times that meet given days, with equal steps between two of them.
 *
 * @param days - Years from today, rising, above 0.
 * @param step - The least length of a step in years, where days are not closer together.
 * @returns The times, which end with the last day.
 *
 * @example
 * Array.from(latticeTimes([0.2, 0.7], 0.25).times, (it) => it.toFixed(2)); // => ["0.00", "0.20", "0.45", "0.70"]
 */
export function latticeTimes(days: ArrayLike<number>, step: number): LatticeTimes {
  const times = [0];
  const at = new Int32Array(days.length);
  let from = 0;
  for (let k = 0; k < days.length; k++) {
    const to = days[k] as number;
    const steps = Math.max(1, Math.floor((to - from) / step + 1e-9));
    for (let i = 1; i < steps; i++) times.push(from + ((to - from) * i) / steps);
    times.push(to);
    at[k] = times.length - 1;
    from = to;
  }
  return { times: Float64Array.from(times), at };
}
