/**
 * Standard normal distribution function: Excel's NORM.S.DIST(x, TRUE).
 *
 * Marsaglia's series about 0 within 6 standard deviations, the continued fraction beyond: about 15
 * digits near the centre, and full relative precision in the tails. Checked against Python's
 * `statistics.NormalDist` and `math.erfc`.
 *
 * @param x - In standard deviations.
 * @returns A probability.
 * @see G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004
 *
 * @example
 * normalProbability(1.959963984540054).toFixed(9); // => "0.975000000"
 */
export function normalProbability(x: number): number {
  // The series would never end.
  if (Number.isNaN(x)) return NaN;
  if (x < -3) return upperTail(-x);
  if (x > 3) return 1 - upperTail(x);
  let term = x;
  let sum = x;
  for (let i = 3, before = 0; sum !== before; i += 2) {
    before = sum;
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(X > x) for x ≥ 3 by Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))). */
function upperTail(x: number): number {
  if (x > 39) return 0;
  let fraction = x;
  for (let i = 100; i >= 1; i--) fraction = x + i / fraction;
  return density(x) / fraction;
}
