import { type EngineValue, isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable } from "./arguments";
import { type Builtin, ofNumbers, ofWhole } from "./builtin";
import { meanOf } from "./samples";

/** Numbers that belong together, and the sums of their products about the means. */
interface Pairs {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The pairs of two ranges in which both are numbers. */
function pairsOf(ys: Argument, xs: Argument): Pairs {
  const cells = (argument: Argument): readonly EngineValue[] =>
    isTable(argument) ? argument.flat() : [argument];
  const [left, right] = [cells(ys), cells(xs)];
  if (left.length !== right.length) {
    const message = `there are ${left.length} and ${right.length} values; both must have the same length`;
    throw new BuiltinError("#N/A", message);
  }
  const [x, y]: [number[], number[]] = [[], []];
  for (const [i, a] of left.entries()) {
    const b = right[i] ?? null;
    for (const value of [a, b]) {
      if (value !== null && isCellError(value)) throw new HandedOnError(value);
    }
    if (typeof a !== "number" || typeof b !== "number") continue;
    y.push(a);
    x.push(b);
  }
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    const [dx, dy] = [value - meanX, (y[i] as number) - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return { count: x.length, meanX, meanY, xx, xy, yy };
}

/** #DIV/0! as in Excel, with words. */
function divided(dividend: number, divisor: number): number {
  if (divisor > 0) return dividend / divisor;
  throw new BuiltinError("#DIV/0!", "too few pairs, or numbers that are all the same");
}

const correlation = ({ xx, xy, yy }: Pairs): number => divided(xy, Math.sqrt(xx) * Math.sqrt(yy));
const slope = ({ xx, xy }: Pairs): number => divided(xy, xx);

const ofPairs = (name: string, calculate: (pairs: Pairs) => number): Builtin =>
  ofWhole(name, 2, 2, (ys = null, xs = null) => calculate(pairsOf(ys, xs)));

const forecast = (name: string): Builtin =>
  ofWhole(name, 3, 3, (x = null, ys = null, xs = null) => {
    const pairs = pairsOf(ys, xs);
    const rise = slope(pairs);
    return ofNumbers(name, "x", (at) => pairs.meanY + rise * (at - pairs.meanX)).calculate([x]);
  });

/** Correlation, covariance and the straight line, exact for numbers that are all the same. */
export const PAIRS: readonly Builtin[] = [
  ofPairs("CORREL", correlation),
  ofPairs("PEARSON", correlation),
  ofPairs("RSQ", (pairs) => correlation(pairs) ** 2),
  ofPairs("COVARIANCE.P", ({ xy, count }) => divided(xy, count)),
  ofPairs("COVAR", ({ xy, count }) => divided(xy, count)),
  ofPairs("COVARIANCE.S", ({ xy, count }) => divided(xy, count - 1)),
  ofPairs("SLOPE", slope),
  ofPairs("INTERCEPT", (pairs) => pairs.meanY - slope(pairs) * pairs.meanX),
  ofPairs("STEYX", (pairs) => {
    const rest = pairs.yy - slope(pairs) * pairs.xy;
    return Math.sqrt(Math.max(0, divided(rest, pairs.count - 2)));
  }),
  forecast("FORECAST"),
  forecast("FORECAST.LINEAR"),
];
