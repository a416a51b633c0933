const { abs, cbrt, max, sign, sqrt } = Math;

/**
 * Real roots of a·x² + b·x + c without cancellation; of a line when a is 0.
 *
 * @param a - Coefficient of x².
 * @param b - Coefficient of x.
 * @param c - Constant.
 * @returns The distinct roots, rising; none when all coefficients but the constant are 0.
 *
 * @example
 * quadraticRoots(1, -3, 2); // => [1, 2]
 */
export function quadraticRoots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b + 0];
  const discriminant = b * b - 4 * a * c;
  if (!(discriminant >= 0)) return [];
  // The sum of two numbers of one sign; the other root from the product of both.
  const half = -(b + (b < 0 ? -1 : 1) * sqrt(discriminant)) / 2;
  if (half === 0) return [0];
  const [one, other] = [half / a, c / half];
  if (one === other) return [one];
  return (one < other ? [one, other] : [other, one]).filter((x) => abs(x) < Infinity);
}

/** No sensible quantity is as large. */
const FAR = 1e100;

/**
 * Real roots of a·x³ + b·x² + c·x + d, each to the last digits: the turning points part the line
 * into stretches with one root at most, and Newton's method runs there within brackets. Where two
 * roots meet to rounding the turning point itself stands for them.
 *
 * @param a - Coefficient of x³; a quadratic when it is 0.
 * @param b - Coefficient of x².
 * @param c - Coefficient of x.
 * @param d - Constant.
 * @returns The roots, rising.
 *
 * @example
 * cubicRoots(1, -6, 11, -6).map((x) => x.toFixed(12)); // => ["1.000000000000", "2.000000000000", "3.000000000000"]
 */
export function cubicRoots(a: number, b: number, c: number, d: number): number[] {
  if (a === 0) return quadraticRoots(b, c, d);
  const cubicAt = (x: number) => ((a * x + b) * x + c) * x + d;
  const slope = (x: number) => (3 * a * x + 2 * b) * x + c;
  // Fujiwara's bound: every root lies within.
  const bound = 2 * max(abs(b / a), sqrt(abs(c / a)), cbrt(abs(d / a)));
  if (bound === 0) return [0];
  // The cube is the coefficients' noise: its root is out of every reach.
  if (!(bound < FAR)) return quadraticRoots(b, c, d);
  const turns = quadraticRoots(3 * a, 2 * b, c).filter((x) => abs(x) < bound);
  const stops = [-bound, ...turns, bound];
  const roots: number[] = [];
  for (let i = 1; i < stops.length; i++) {
    const [low, high] = [stops[i - 1] as number, stops[i] as number];
    const [atLow, atHigh] = [cubicAt(low), cubicAt(high)];
    if (sign(atLow) * sign(atHigh) <= 0) roots.push(bracketed(cubicAt, slope, low, high));
    else if (i < stops.length - 1 && isTouching(high)) roots.push(high);
  }
  return roots.filter((x, i) => i === 0 || x !== roots[i - 1]);

  /** Whether the value at a turning point is 0 but for rounding. */
  function isTouching(x: number): boolean {
    const size = abs(a * x ** 3) + abs(b * x * x) + abs(c * x) + abs(d);
    return abs(cubicAt(x)) <= 4 * Number.EPSILON * size;
  }
}

/** Newton's method, halved where it leaves the bracket or is slow. */
function bracketed(
  at: (x: number) => number,
  slope: (x: number) => number,
  from: number,
  to: number,
): number {
  if (at(from) === 0) return from;
  if (at(to) === 0) return to;
  const rising = at(from) < 0;
  let [low, high] = [from, to];
  let x = (low + high) / 2;
  for (let step = high - low; ;) {
    const value = at(x);
    if (value === 0) return x;
    if (value < 0 === rising) low = x;
    else high = x;
    const newton = x - value / slope(x);
    const isInside = newton > low && newton < high && abs(newton - x) < abs(step) / 2;
    const next = isInside ? newton : (low + high) / 2;
    step = next - x;
    if (next === x || next === low || next === high) return next;
    x = next;
  }
}
