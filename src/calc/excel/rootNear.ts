/** Newton's method gives up after this many steps; it needs four or five. */
const NEWTON_STEPS = 30;
/** How far the search for a change of sign goes on each side. */
const REACH = 40;

/** A function and its derivative at a point. */
export type WithSlope = (x: number) => readonly [value: number, slope: number];

/**
 * The root of a smooth function near a point: Newton's steps from there, or, where they do not
 * settle, halving the nearest interval over which the sign changes.
 *
 * @param f - The function with its derivative.
 * @param start - Where to begin.
 * @returns The root; NaN when none is found.
 *
 * @example
 * rootNear((x) => [x * x - 2, 2 * x], 1).toFixed(6); // => "1.414214"
 */
export function rootNear(f: WithSlope, start: number): number {
  let x = start;
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const [value, slope] = f(x);
    const next = value === 0 ? x : x - value / slope;
    if (!Number.isFinite(next) || Math.abs(next - start) > REACH) break;
    if (Math.abs(next - x) <= 1e-14 * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return byHalving(f, start);
}

function byHalving(f: WithSlope, start: number): number {
  let [low, high] = [start, start];
  const at = f(start)[0];
  for (let step = 0.01; step < REACH; step *= 1.2) {
    const [below, above] = [start - step, start + step];
    if (at * f(above)[0] <= 0) return halve(f, high, above);
    if (at * f(below)[0] <= 0) return halve(f, below, low);
    [low, high] = [below, above];
  }
  return NaN;
}

function halve(f: WithSlope, low: number, high: number): number {
  let [a, b] = [low, high];
  const sign = Math.sign(f(a)[0]);
  if (sign === 0) return a;
  for (;;) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) return middle;
    if (Math.sign(f(middle)[0]) === sign) a = middle;
    else b = middle;
  }
}
