/*
 * Speeds of Fannie Mae loans by note rate over twelve months, and the mortgage rates of those months. Speeds:
 * derived from counts of loans that were paid off, plus 0.3% CPR that is assumed for curtailments. Rates: for each month the mean of the two months
 * before it, from Freddie Mac's Primary Mortgage Market Survey.
 */

/** Twelve months of speeds. */
export interface SpeedYear {
  /** First and last month. */
  readonly months: string;
  /** Mortgage rates month by month, decimals. */
  readonly rates: readonly number[];
}

/** Loans of a note rate in one of the years. */
export interface PublishedSpeed {
  /** Decimal. */
  readonly noteRate: number;
  /** Months at the start. */
  readonly age: number;
  /** Place in {@link SPEED_YEARS}. */
  readonly year: 0 | 1 | 2;
  /** Percent CPR of the twelve months together. */
  readonly cpr: number;
}

/** What the model takes for the calendar month of the first speed of each year: as in speeds.csv, the month after it. */
export const FIRST_MONTH = 10;

// prettier-ignore
export const SPEED_YEARS: readonly SpeedYear[] = [
  {
    months: "2022-09 to 2023-08",
    rates: [0.0532, 0.0567, 0.0651, 0.0685, 0.0658, 0.0632, 0.0627, 0.064, 0.0644, 0.0638, 0.0657, 0.0678],
  },
  {
    months: "2023-09 to 2024-08",
    rates: [0.0696, 0.0714, 0.0741, 0.0753, 0.0713, 0.0673, 0.0671, 0.068, 0.0691, 0.0703, 0.0699, 0.0688],
  },
  {
    months: "2024-09 to 2025-08",
    rates: [0.0667, 0.0634, 0.063, 0.0662, 0.0676, 0.0684, 0.069, 0.0675, 0.0669, 0.0677, 0.0682, 0.0677],
  },
];

const speed = (
  noteRate: number,
  age: number,
  year: PublishedSpeed["year"],
  cpr: number,
): PublishedSpeed => ({ noteRate, age, year, cpr });

/** By note rate, then age. */
export const PUBLISHED_SPEEDS: readonly PublishedSpeed[] = [
  speed(0.02, 16, 0, 3.45),
  speed(0.02, 28, 1, 3.7),
  speed(0.02, 40, 2, 4.36),
  speed(0.025, 19, 0, 3.91),
  speed(0.035, 25, 0, 5.47),
  speed(0.035, 37, 1, 5.18),
  speed(0.04, 59, 2, 6.42),
  speed(0.045, 54, 1, 6.7),
  speed(0.045, 66, 2, 7.06),
  speed(0.05, 51, 1, 6.62),
  speed(0.05, 63, 2, 7.18),
  speed(0.055, 35, 1, 6.3),
  speed(0.055, 47, 2, 7.43),
  speed(0.06, 24, 1, 6.77),
  speed(0.06, 36, 2, 8.28),
  speed(0.065, 12, 1, 7.11),
  speed(0.065, 24, 2, 9.65),
  speed(0.07, 9, 1, 8.55),
];
