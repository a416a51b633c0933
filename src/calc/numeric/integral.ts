const { abs } = Math;

/** Halvings of a stretch, at most: a billionth of it. */
const MOST_HALVINGS = 30;

/**
 * An integral over a stretch by adaptive Simpson's rule with Richardson's correction.
 *
 * @param f - Smooth within the stretch; its kinks belong at the ends of stretches.
 * @param from - Start.
 * @param to - End.
 * @param tolerance - Absolute error aimed at.
 * @returns The integral.
 *
 * @example
 * integral((x) => Math.exp(x), 0, 1, 1e-10).toFixed(9); // => "1.718281828"
 */
export function integral(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
): number {
  const [low, middle, high] = [f(from), f((from + to) / 2), f(to)];
  const whole = ((to - from) / 6) * (low + 4 * middle + high);
  return refined(f, { from, to, low, middle, high, whole }, tolerance, MOST_HALVINGS);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly whole: number;
}

function refined(
  f: (x: number) => number,
  stretch: Stretch,
  tolerance: number,
  halvings: number,
): number {
  const { from, to, low, middle, high, whole } = stretch;
  const centre = (from + to) / 2;
  const [inLeft, inRight] = [f((from + centre) / 2), f((centre + to) / 2)];
  const left = ((to - from) / 12) * (low + 4 * inLeft + middle);
  const right = ((to - from) / 12) * (middle + 4 * inRight + high);
  const error = left + right - whole;
  if (!(abs(error) > 15 * tolerance) || halvings === 0) return left + right + error / 15;
  const half = (start: number, end: number, a: number, b: number, c: number, sum: number) =>
    refined(
      f,
      { from: start, to: end, low: a, middle: b, high: c, whole: sum },
      tolerance / 2,
      halvings - 1,
    );
  return (
    half(from, centre, low, inLeft, middle, left) + half(centre, to, middle, inRight, high, right)
  );
}
