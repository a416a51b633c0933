/*
 * When is a change out of the ordinary? It is measured against the changes next to it, before and
 * after, and not against the whole history: volatility comes in clusters, so that the largest
 * moves of a crisis are ordinary among their neighbours, while a slip or a change of definition
 * stands alone. Counting takes the place of a mean or a standard deviation, because one slip
 * moves those and not a count: all but one or two of the neighbours must be small.
 */

/** Changes looked at on each side: about a month of days. */
const NEIGHBOURS = 20;
/** Fewer neighbours than this on both sides together show nothing. */
const FEWEST = 10;
/** Changes looked at on each side for the size of an ordinary step: about a year of days. */
const FAR_NEIGHBOURS = 250;
/** How many steps there must be to know an ordinary one. */
const FEWEST_STEPS = 5;
/** How many times an ordinary step is out of the ordinary, where most rows do not change at all. */
const STEPS = 3;
/** One step in ten may be as large. */
const LARGE_STEPS_ONE_IN = 10;

/**
 * Sizes of the changes from value to value.
 *
 * @param values - Without missing rows.
 * @returns |values[i] − values[i − 1]|; 0 for the first.
 *
 * @example
 * [...changeSizes(Float64Array.of(5, 3, 4))]; // => [0, 2, 1]
 */
export const changeSizes = (values: Float64Array): Float64Array =>
  values.map((value, i) => (i === 0 ? 0 : Math.abs(value - (values[i - 1] as number))));

/** Which neighbours a change has, and how often it must exceed them. */
export interface Surroundings {
  /** The first change that is not its neighbour, looking back. */
  readonly first: number;
  /** The last one: 1 for the change back from a one-day print. */
  readonly last: number;
  /** How many times its neighbours it must be. */
  readonly times: number;
  /** How many of twenty neighbours on a side may be larger than that; of fewer, fewer. */
  readonly large: number;
  /** Whether both sides must have neighbours: a change at the end may be the first of many. */
  readonly bothSides: boolean;
}

/**
 * Whether a change of some size stands out from the changes around it.
 *
 * In a series that moves in steps, such as a policy rate, most neighbours are 0 and show nothing;
 * there it must also be three times the ordinary step of a year either side.
 *
 * @param size - The size of the change.
 * @param sizes - Sizes of all changes, as {@link changeSizes} gives them.
 * @param around - Where it is, and how often it must exceed its neighbours.
 * @returns True when it stands alone.
 *
 * @example
 * standsOut(50, Float64Array.from({ length: 41 }, (_, i) => (i === 20 ? 50 : 1)), { first: 20, last: 20, times: 6, large: 1, bothSides: true }); // => true
 */
export function standsOut(size: number, sizes: Float64Array, around: Surroundings): boolean {
  if (!(size > 0)) return false;
  const { first, last, times, large, bothSides } = around;
  const before = { from: Math.max(1, first - NEIGHBOURS), to: first };
  const after = { from: last + 1, to: Math.min(sizes.length, last + 1 + NEIGHBOURS) };
  const enough = (side: { from: number; to: number }) => side.to - side.from >= FEWEST / 2;
  if (bothSides && !(enough(before) && enough(after))) return false;
  const neighbours = before.to - before.from + Math.max(0, after.to - after.from);
  if (neighbours < FEWEST) return false;
  let still = 0;
  for (const { from, to } of [before, after]) {
    let found = 0;
    for (let i = from; i < to; i++) {
      if (sizes[i] === 0) still++;
      if ((sizes[i] as number) * times < size) continue;
      if (++found * NEIGHBOURS > large * (to - from)) return false;
    }
  }
  return 2 * still <= neighbours || isNoStep(size, sizes, first, last);
}

function isNoStep(size: number, sizes: Float64Array, first: number, last: number): boolean {
  const [from, to] = [Math.max(1, first - FAR_NEIGHBOURS), last + 1 + FAR_NEIGHBOURS];
  let steps = 0;
  let large = 0;
  for (let i = from; i < Math.min(sizes.length, to); i++) {
    if ((i >= first && i <= last) || sizes[i] === 0) continue;
    steps++;
    if ((sizes[i] as number) * STEPS >= size) large++;
  }
  return steps >= FEWEST_STEPS && large * LARGE_STEPS_ONE_IN <= steps;
}
