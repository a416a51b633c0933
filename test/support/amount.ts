import fc from "fast-check";

const STEPS = 1_000_000;

/**
 * A number spread evenly over a range. Doubles drawn by their bits are almost all next to 0, which no
 * spread, duration or amount is.
 */
export const amount = (min: number, max: number) =>
  fc.integer({ min: 0, max: STEPS }).map((k) => min + ((max - min) * k) / STEPS);
