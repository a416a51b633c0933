/*
 * The gamma function and its incomplete integrals, each tail by the expansion that keeps its digits:
 * the series below the mean, Lentz's continued fraction above it (Numerical Recipes, 3rd ed., 6.1,
 * 6.2). Lanczos' coefficients with g = 7, n = 9 (Godfrey).
 */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;
const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);
/** Terms of an expansion; the slowest, near the mean, need about the root of the shape. */
const MOST_TERMS = 100_000;

/**
 * ln Γ(x).
 *
 * @param x - Above 0.
 * @returns The logarithm.
 *
 * @example
 * logGamma(5).toFixed(10); // => "3.1780538303"
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (x - 1 + i);
  const t = x + 6.5;
  return HALF_LOG_2PI + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularized incomplete gamma function: the chance that a gamma variable with a shape and scale 1
 * is at most x.
 *
 * @param shape - Above 0.
 * @param x - 0 or more.
 * @param upper - Whether the other tail is wanted, above x.
 * @returns The chance, accurate to its own size.
 *
 * @example
 * incompleteGamma(1, 2).toFixed(10) === (1 - Math.exp(-2)).toFixed(10); // => true
 */
export function incompleteGamma(shape: number, x: number, upper = false): number {
  if (x <= 0) return upper ? 1 : 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  const isBelow = x < shape + 1;
  const tail = isBelow ? (front / shape) * series(shape, x) : front * fraction(shape, x);
  return isBelow === upper ? 1 - tail : tail;
}

function series(shape: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function fraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
