import { bp, type Bp } from "../units";

/** A call: its class, and its words. */
export interface Called {
  /** Without the digits of a hold's words. */
  readonly kind: string;
  readonly text: string;
}

/** Where to look for another call, and how finely. */
export interface Search {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly precision: number;
}

/** An input at which the call is another one. */
export interface OtherCall {
  readonly at: number;
  readonly text: string;
}

/** How far from the gap to look, and how finely; basis points. */
const GAPS = { range: 200, step: 1, precision: 0.1 };

/**
 * The gap nearest to now at which the call would be of another class, other inputs fixed.
 *
 * @param now - The gap now, basis points.
 * @param callAt - The call at a gap.
 * @returns The gap to 0.1 bp and the text there, or null when there is none within ±200 bp.
 *
 * @example
 * const callAt = (gap) => ({ kind: gap < 45 ? "lean" : "none", text: gap < 45 ? "LEAN CORPORATES" : "NEUTRAL" });
 * whatWouldChange(bp(39), callAt); // => { at: 45, text: "NEUTRAL" }
 */
export const whatWouldChange = (now: Bp, callAt: (gap: Bp) => Called): OtherCall | null =>
  nearestChange(now, (gap) => callAt(bp(gap)), {
    ...GAPS,
    low: now - GAPS.range,
    high: now + GAPS.range,
  });

/**
 * The value of an input nearest to now at which the call would be of another class.
 *
 * @param now - The input now.
 * @param callAt - The call at a value of it.
 * @param search - Where to look, and how finely.
 * @returns The value, rounded away from now so that the call there is the other one, and its text; null
 *   when there is none.
 *
 * @example
 * const callAt = (cost) => ({ kind: cost > 12 ? "hold" : "lean", text: cost > 12 ? "HOLD" : "LEAN MBS" });
 * nearestChange(10, callAt, { low: 0, high: 50, step: 1, precision: 0.1 }); // => { at: 12.1, text: "HOLD" }
 */
export function nearestChange(
  now: number,
  callAt: (value: number) => Called,
  search: Search,
): OtherCall | null {
  const { low, high, step } = search;
  const here = callAt(now).kind;
  const furthest = Math.max(high - now, now - low);
  for (let away = step; away < furthest + step; away += step) {
    const found = [Math.min(now + away, high), Math.max(now - away, low)]
      .filter((there) => there !== now && callAt(there).kind !== here)
      .map((there) => edgeOfChange(now, there, here, callAt, search))
      .sort((one, other) => Math.abs(one.at - now) - Math.abs(other.at - now));
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/** Halves the last step of the search until the side with the other call is within the precision. */
function edgeOfChange(
  now: number,
  there: number,
  here: string,
  callAt: (value: number) => Called,
  { step, precision }: Search,
): OtherCall {
  let same = there > now ? Math.max(now, there - step) : Math.min(now, there + step);
  let other = there;
  while (Math.abs(other - same) > precision / 4) {
    const middle = (other + same) / 2;
    if (callAt(middle).kind === here) same = middle;
    else other = middle;
  }
  const outward = there > now ? Math.ceil : Math.floor;
  const at = outward(other / precision - (there > now ? 1e-9 : -1e-9)) / (1 / precision);
  return { at, text: callAt(at).text };
}
