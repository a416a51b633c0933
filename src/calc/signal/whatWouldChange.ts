import { bp, type Bp } from "../units";

/** How far to look for another text, and how finely; basis points. */
const SEARCH = { range: 200, step: 1, precision: 0.1 };

/**
 * The gap nearest to now at which the text would change, other inputs fixed.
 *
 * @param now - The gap now, basis points.
 * @param textAt - The text at a gap.
 * @returns The gap to 0.1 bp and the text there, or null when there is none within ±200 bp.
 *
 * @example
 * whatWouldChange(bp(39), (gap) => (gap < 45 ? "LEAN CORPORATES" : "NEUTRAL")); // => { gap: 45, text: "NEUTRAL" }
 */
export function whatWouldChange(
  now: Bp,
  textAt: (gap: Bp) => string,
): { readonly gap: Bp; readonly text: string } | null {
  const here = textAt(now);
  for (let away = SEARCH.step; away <= SEARCH.range; away += SEARCH.step) {
    const found = [bp(now + away), bp(now - away)]
      .filter((gap) => textAt(gap) !== here)
      .map((there) => nearestChange(now, there, here, textAt));
    const [first, second] = found;
    if (first === undefined) continue;
    const nearer =
      second !== undefined && Math.abs(second.gap - now) < Math.abs(first.gap - now)
        ? second
        : first;
    return nearer;
  }
  return null;
}

/** Halves the last step of the search until the side with the other text is within 0.1 bp. */
function nearestChange(now: Bp, there: Bp, here: string, textAt: (gap: Bp) => string) {
  let same: number = there > now ? there - SEARCH.step : there + SEARCH.step;
  let other: number = there;
  while (Math.abs(other - same) > SEARCH.precision / 4) {
    const middle = (other + same) / 2;
    if (textAt(bp(middle)) === here) same = middle;
    else other = middle;
  }
  // Rounded outward, so that the text at the gap shown is the other one.
  const outward = there > now ? Math.ceil : Math.floor;
  const gap = bp(
    outward(other / SEARCH.precision - (there > now ? 1e-9 : -1e-9)) / (1 / SEARCH.precision),
  );
  return { gap, text: textAt(gap) };
}
