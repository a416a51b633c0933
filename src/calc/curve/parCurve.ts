import { invalid } from "../errors";

/** Semiannual par yields by tenor. */
export interface ParCurve {
  /** Tenors in years, above 0, rising. */
  readonly tenors: Float64Array;
  /** Semiannual par yields at those tenors, decimals. */
  readonly yields: Float64Array;
}

/**
 * A par curve, checked.
 *
 * @param tenors - Years, above 0, rising; two or more.
 * @param yields - Semiannual par yields as decimals, one for each tenor.
 * @param argument - The argument's name, for the message.
 * @returns The curve; the arrays are kept, not copied.
 * @throws CalcError `invalid` when there are fewer than two points, or tenors repeat or fall.
 *
 * @example
 * parCurve(Float64Array.of(2, 10), Float64Array.of(0.0359, 0.0423), "curve").tenors.length; // => 2
 */
export function parCurve(tenors: Float64Array, yields: Float64Array, argument: string): ParCurve {
  if (tenors.length < 2) {
    throw invalid(
      `${argument} has ${tenors.length} point${tenors.length === 1 ? "" : "s"}; it must have 2 or more`,
    );
  }
  tenors.forEach((tenor, i) => {
    const before = i === 0 ? 0 : (tenors[i - 1] as number);
    if (!(tenor > before)) {
      throw invalid(
        `${argument}, row ${i + 1}: the tenor is ${tenor} after ${before}; tenors must be years that rise`,
      );
    }
  });
  return { tenors, yields };
}
