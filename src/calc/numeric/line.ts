import { missing } from "../errors";
import type { Numbers } from "./statistics";

/** A least-squares line y = intercept + slope·x. */
export interface FittedLine {
  readonly intercept: number;
  readonly slope: number;
  /** Ordinary standard error of the slope. */
  readonly slopeError: number;
  /** Standard deviation of the residuals, divisor n − 2. */
  readonly residualDeviation: number;
  readonly correlation: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly n: number;
}

/**
 * Ordinary least squares of one variable on another, with a constant.
 *
 * @param x - Explaining variable, three numbers or more.
 * @param y - Explained variable, as many.
 * @returns Intercept, slope, standard error of the slope, residual deviation, correlation, n.
 * @throws CalcError `missing` when there are fewer than three points, or x does not vary.
 *
 * @example
 * fitLine([1, 2, 3, 4], [2.1, 3.9, 6.1, 7.9]).slope.toFixed(2); // => "1.96"
 */
export function fitLine(x: Numbers, y: Numbers): FittedLine {
  const n = x.length;
  if (n < 3) throw missing(`a fitted line needs 3 points; there are ${n}`);
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += x[i] as number;
    meanY += y[i] as number;
  }
  meanX /= n;
  meanY /= n;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  if (!(xx > 0)) throw missing("the values to fit a line on do not vary");
  const slope = xy / xx;
  // Rounding may leave a perfect fit a hair below 0.
  const squares = Math.max(0, yy - slope * xy);
  const residualDeviation = Math.sqrt(squares / (n - 2));
  return {
    intercept: meanY - slope * meanX,
    slope,
    slopeError: residualDeviation / Math.sqrt(xx),
    residualDeviation,
    correlation: yy > 0 ? xy / Math.sqrt(xx * yy) : 0,
    meanX,
    meanY,
    n,
  };
}
