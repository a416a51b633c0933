/* Where the parts of the sheet "Claim check" stand: the inputs, the columns of the statements, the series. */
import { absolute, cellA1, columnLetters } from "../workbook/a1";

/** The columns of the statements from the first on: what stands in them, heading, width in characters. */
const COLUMNS = [
  ["says", "Statement", 62],
  ["verdict", "Verdict", 48],
  ["stated", "Stated", 9],
  ["measured", "Measured", 11],
  ["unit", "Unit", 9],
  ["supported", "The data support", 32],
  ["brokenOn", "Broken on", 12],
  ["tolerance", "Tolerance", 10],
  ["asOf", "As of", 12],
  ["observations", "Observations", 13],
  ["needs", "Series", 44],
  ["source", "Said by", 30],
  ["note", "Note", 80],
] as const;
export type ClaimColumn = (typeof COLUMNS)[number][0];
export const CLAIM_HEADINGS = COLUMNS.map(([, heading]) => heading);
/** Beside the statements, a narrow column apart, two columns for each series, and the readings of supply. */
export const CLAIM_WIDTHS = [
  ...COLUMNS.map(([, , width]) => width),
  ...[3, 12, 12, 3, 12, 12, 3, 12, 12, 3, 12, 12, 3, 12, 12, 3, 26, 14, 14],
];

/** Rows: how many rows of a series are used, its check, its name, the headings, the first statement. */
export const CLAIM_ROWS = { used: 4, check: 5, name: 6, heading: 7, first: 8 } as const;

/**
 * A cell of a statement.
 *
 * @param column - What stands in it.
 * @param row - The statement's row.
 * @returns For example "G8".
 *
 * @example
 * claimCell("verdict", 8); // => "G8"
 */
export const claimCell = (column: ClaimColumn, row: number): string =>
  cellA1(row, 1 + COLUMNS.findIndex(([name]) => name === column));

/**
 * The same cell for formulas of the other columns.
 *
 * @param column - What stands in it.
 * @param row - The statement's row.
 * @returns For example "$G8".
 *
 * @example
 * claimColumn("verdict", 8); // => "$G8"
 */
export const claimColumn = (column: ClaimColumn, row: number): string =>
  `$${columnLetters(1 + COLUMNS.findIndex(([name]) => name === column))}${row}`;

/** The inputs above the statements: label in the first column, value in the second. */
export const CLAIM_INPUTS = { row: 4, column: 1, rows: 3, columns: 2 } as const;
const input = (down: number) => absolute(cellA1(CLAIM_INPUTS.row + down, 2));
/** Two days, and how old a spread may be that stands for one of them. */
export const [CLAIM_DAY, DIRECTIVE_DAY, OLDEST] = [input(0), input(1), input(2)];
