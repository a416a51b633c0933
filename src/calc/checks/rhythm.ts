import { median } from "../numeric/statistics";

/** The usual distance between the rows of a series, and how far apart is too far. */
export interface Rhythm {
  /** Median distance of neighbouring positions. */
  readonly usual: number;
  /** A distance above this is a gap. */
  readonly limit: number;
}

/** A week: no market has been shut for longer (New York's stocks, 11 to 16 September 2001). */
const LONGEST_CLOSURE = 7;
/** A missing week or month doubles the distance; holidays move a week's day by two at most. */
const GAP_TIMES = 1.6;

/**
 * The rhythm of a series: days, weeks, months, or rows where there are no dates.
 *
 * @param positions - Days as serials, or row numbers, rising.
 * @returns The usual distance and the limit; null when there are fewer than three positions.
 *
 * @example
 * rhythmOf([1, 8, 15, 22, 31]); // => { usual: 7, limit: 11.2 }
 */
export function rhythmOf(positions: readonly number[]): Rhythm | null {
  const distances: number[] = [];
  for (let i = 1; i < positions.length; i++) {
    const distance = (positions[i] as number) - (positions[i - 1] as number);
    if (distance > 0) distances.push(distance);
  }
  if (distances.length < 2) return null;
  const usual = median(distances);
  return { usual, limit: Math.max(LONGEST_CLOSURE, tenth(GAP_TIMES * usual)) };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
