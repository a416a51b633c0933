import { logGamma } from "./gamma";

const MOST_TERMS = 100_000;

/**
 * The regularized incomplete beta function: the chance that a beta variable is at most x, by Lentz's
 * continued fraction on the side where it is quick (Numerical Recipes, 3rd ed., 6.4).
 *
 * @param a - Above 0.
 * @param b - Above 0.
 * @param x - 0 to 1.
 * @param rest - 1 − x, where the caller knows it to more digits.
 * @returns The chance; that above x is `incompleteBeta(b, a, rest, x)`.
 *
 * @example
 * incompleteBeta(2, 3, 0.5).toFixed(10); // => "0.6875000000"
 */
export function incompleteBeta(a: number, b: number, x: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest);
  const front = Math.exp(logFront);
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(a, b, x)) / a
    : 1 - (front * fraction(b, a, rest)) / b;
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
