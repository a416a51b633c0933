/**
 * A number without its binary tail: 5.03 / 100 is 0.050300000000000004 where 0.0503 was meant.
 *
 * @param value - A number that stands for a short decimal.
 * @returns It at 15 significant digits.
 *
 * @example
 * tidy(5.03 / 100); // => 0.0503
 */
export const tidy = (value: number): number => Number(value.toPrecision(15));
