/** Turnover by calendar month of payment, January first, as a multiple of the year's. */
export type Seasons = readonly number[];

/**
 * Measured on loans that are locked in, where nobody refinances: Fannie Mae's loan counts of note
 * rates far below the market's, September 2022 to August 2025.
 */
export const MEASURED_SEASONS: Seasons = [
  ...[0.88, 0.73, 0.77, 1.0, 1.03, 1.21],
  ...[1.22, 1.14, 1.16, 0.97, 1.02, 0.87],
];

/**
 * Richard and Roll's, which come about two months after the measured ones.
 *
 * @see S. Richard, R. Roll, "Prepayments on fixed-rate mortgage-backed securities", Journal of Portfolio Management 15(3), 1989
 */
export const RICHARD_ROLL_SEASONS: Seasons = [
  ...[0.94, 0.76, 0.73, 0.96, 0.98, 0.92],
  ...[0.99, 1.1, 1.18, 1.21, 1.23, 0.97],
];

/**
 * The season of a calendar month.
 *
 * @param seasons - By calendar month.
 * @param month - 1 to 12; null where it is not known.
 * @returns A multiple of turnover; 1 where the month is not known.
 *
 * @example
 * [monthSeason(RICHARD_ROLL_SEASONS, 12), monthSeason(RICHARD_ROLL_SEASONS, null)]; // => [0.97, 1]
 */
export const monthSeason = (seasons: Seasons, month: number | null): number =>
  month === null ? 1 : (seasons[month - 1] as number);

/**
 * The season of a month of a pool's life.
 *
 * @param seasons - By calendar month.
 * @param firstMonth - Calendar month of month 1, 1 to 12; null where it is not known.
 * @param month - From today, 1 or more.
 * @returns A multiple of turnover; 1 where the calendar is not known.
 *
 * @example
 * [1, 12, null].map((first) => seasonOf(RICHARD_ROLL_SEASONS, first, 2)); // => [0.76, 0.94, 1]
 */
export const seasonOf = (seasons: Seasons, firstMonth: number | null, month: number): number =>
  firstMonth === null ? 1 : (seasons[(firstMonth + month - 2) % 12] as number);
