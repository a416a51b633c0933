/**
 * Values that differ by less than this share (or, below 1, by this much) are one number:
 * 100.3 − 61.2 and 39.1 are not the same double, and a tie that is missed changes a rank or a claim.
 */
const SAME = 1e-12;

/**
 * How far from a value another one still counts as equal to it.
 *
 * @param value - In any unit.
 * @returns The distance, in its unit.
 *
 * @example
 * Math.abs(100.3 - 61.2 - 39.1) <= tieWidth(39.1); // => true
 */
export const tieWidth = (value: number): number => SAME * Math.max(1, Math.abs(value));
