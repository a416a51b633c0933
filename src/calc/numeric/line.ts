import { missing } from "../errors";
import { mean, type Numbers } from "./statistics";

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
  const [meanX, meanY] = [mean(x), mean(y)];
  const { xx, xy, yy } = squaresAndProducts(x, meanX, y, meanY);
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

/** Sums of the squares and of the products of two variables' deviations from their means. */
function squaresAndProducts(x: Numbers, meanX: number, y: Numbers, meanY: number) {
  const n = x.length;
  const odd = n % 2;
  const [dx0, dy0] = odd === 1 ? [(x[0] as number) - meanX, (y[0] as number) - meanY] : [0, 0];
  // Two points a step: each addition waits for the one before it in the same sum only.
  let [xx, xy, yy] = [dx0 * dx0, dx0 * dy0, dy0 * dy0];
  let [uu, uv, vv] = [0, 0, 0];
  for (let i = odd + 1; i < n; i += 2) {
    const dx = (x[i - 1] as number) - meanX;
    const dy = (y[i - 1] as number) - meanY;
    const du = (x[i] as number) - meanX;
    const dv = (y[i] as number) - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
    uu += du * du;
    uv += du * dv;
    vv += dv * dv;
  }
  return { xx: xx + uu, xy: xy + uv, yy: yy + vv };
}
