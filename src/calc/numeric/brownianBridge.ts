/**
 * The order in which a Brownian motion is drawn: its end first, then the middle of each gap, so that
 * the first numbers of a point decide the most. What low-discrepancy points need.
 *
 * @see P. Glasserman, "Monte Carlo Methods in Financial Engineering", 2003, section 3.1
 */
export interface BrownianBridge {
  /** Which value each draw gives. */
  readonly at: Int32Array;
  /** The known neighbour before it, −1 for the beginning, and after it. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Weights of the neighbours, and the standard deviation that is left. */
  readonly weightBefore: Float64Array;
  readonly weightAfter: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * The bridge over given variances.
 *
 * @param variances - Variance of the motion at each of its values, rising, above 0; it begins at 0.
 * @returns One draw a value.
 *
 * @example
 * Array.from(brownianBridge(Float64Array.of(1, 2, 3, 4)).at); // => [3, 1, 0, 2]
 */
export function brownianBridge(variances: Float64Array): BrownianBridge {
  const count = variances.length;
  const it: BrownianBridge = {
    at: new Int32Array(count),
    before: new Int32Array(count),
    after: new Int32Array(count),
    weightBefore: new Float64Array(count),
    weightAfter: new Float64Array(count),
    deviation: new Float64Array(count),
  };
  it.at[0] = count - 1;
  it.before[0] = -1;
  it.after[0] = -1;
  it.deviation[0] = Math.sqrt(variances[count - 1] as number);
  // Gaps between known values, the widest that are left first.
  const gaps: [before: number, after: number][] = [[-1, count - 1]];
  let draw = 1;
  for (const [before, after] of gaps) {
    if (after - before < 2) continue;
    const at = (before + after) >> 1;
    const from = before < 0 ? 0 : (variances[before] as number);
    const here = variances[at] as number;
    const to = variances[after] as number;
    it.at[draw] = at;
    it.before[draw] = before;
    it.after[draw] = after;
    it.weightBefore[draw] = (to - here) / (to - from);
    it.weightAfter[draw] = (here - from) / (to - from);
    it.deviation[draw] = Math.sqrt(((here - from) * (to - here)) / (to - from));
    gaps.push([before, at], [at, after]);
    draw++;
  }
  return it;
}

/**
 * Draws a motion.
 *
 * @param bridge - Its bridge.
 * @param normals - Standard normal numbers, one a draw.
 * @param values - Filled with the motion's values in order of time.
 * @returns `values`.
 *
 * @example
 * const bridge = brownianBridge(Float64Array.of(1, 4));
 * Array.from(drawMotion(bridge, [1, 0], new Float64Array(2))); // => [0.5, 2]
 */
export function drawMotion(
  bridge: BrownianBridge,
  normals: ArrayLike<number>,
  values: Float64Array,
): Float64Array {
  const { at, before, after, weightBefore, weightAfter, deviation } = bridge;
  values[at[0] as number] = (deviation[0] as number) * (normals[0] as number);
  for (let draw = 1; draw < at.length; draw++) {
    const left = before[draw] as number;
    const start = left < 0 ? 0 : (values[left] as number);
    values[at[draw] as number] =
      (weightBefore[draw] as number) * start +
      (weightAfter[draw] as number) * (values[after[draw] as number] as number) +
      (deviation[draw] as number) * (normals[draw] as number);
  }
  return values;
}
