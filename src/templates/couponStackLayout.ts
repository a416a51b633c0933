/* Where the parts of the sheet "Coupon stack" stand, and the pools that it begins with. */
import type { Rectangle } from "../workbook/a1";

/** A pool of the stack: rates as decimals, the clean price per 100, months. */
export interface StackPool {
  readonly coupon: number;
  readonly price: number;
  readonly wac: number;
  readonly wam: number;
  readonly age: number;
}

const pool = (coupon: number, price: number, wac: number, wam: number, age: number): StackPool => ({
  ...{ coupon, price, wac, wam, age },
});

/** Made-up 30-year pools and prices, about as they were in mid-January 2026. */
export const EXAMPLE_STACK: readonly StackPool[] = [
  pool(0.03, 88.2, 0.0375, 300, 60),
  pool(0.035, 91.4, 0.0425, 310, 50),
  pool(0.04, 94.2, 0.0478, 330, 30),
  pool(0.045, 96.7, 0.053, 338, 22),
  pool(0.05, 99, 0.0588, 345, 15),
  pool(0.055, 101, 0.0642, 350, 10),
  pool(0.06, 102.7, 0.0692, 352, 8),
  pool(0.065, 104.3, 0.0742, 353, 7),
];

/** Years of the points of the Treasury curve in the assumptions. */
export const TENORS = [2, 3, 5, 7, 10, 30] as const;

/** Headings, units below them, and a row a coupon. */
const listed = (column: number, columns: number): Rectangle => ({
  ...{ row: 6, column, rows: 2 + EXAMPLE_STACK.length, columns },
});
/** Headings in the row of the units, and a row a coupon. */
const beside = (column: number, columns: number): Rectangle => ({
  ...{ row: 7, column, rows: 1 + EXAMPLE_STACK.length, columns },
});

/** The page in columns A to M, its workings to the right. */
export const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 13 },
  answer: { row: 2, column: 1, rows: 1, columns: 13 },
  examples: { row: 3, column: 1, rows: 1, columns: 13 },
  note: { row: 4, column: 1, rows: 1, columns: 13 },
  pools: listed(1, 5),
  whose: listed(6, 1),
  results: listed(8, 6),
  oasChart: { row: 17, column: 1, rows: 17, columns: 6 },
  durationChart: { row: 17, column: 8, rows: 17, columns: 6 },
  workings: { row: 6, column: 15, rows: 1, columns: 17 },
  /** Below the pools, among which rows may be inserted: the curve would have a blank one. */
  curve: { row: 18, column: 15, rows: 1 + TENORS.length, columns: 2 },
  stack: beside(18, 8),
  drawnOas: beside(27, 2),
  drawnDuration: beside(30, 2),
} as const satisfies Record<string, Rectangle>;

export const WIDTHS = [
  ...[9, 9, 9, 9, 9, 10, 2, 9, 9, 9, 12, 10, 11, 3],
  ...[14, 10, 3, 9, 9, 9, 9, 24, 11, 18, 19, 3, 10, 10, 3, 10, 26],
];
