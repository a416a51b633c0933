import { invalid, missing } from "../../calc/errors";

// Once, not for each of thousands of cells.
const { isArray } = Array;

/** An argument as Excel hands it over: a range is a matrix, an omitted argument is null. */
export type Argument = any;

/** The cells of an argument, at least one, in rows of one length. */
export type Grid = readonly (readonly unknown[])[];

/** Most cells that one argument may have: beyond it Excel on the web refuses the call itself. */
const MOST_CELLS = 200_000;

/**
 * The cells of an argument.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns Its rows; a value that is no range is one cell; null when it is omitted.
 * @throws CalcError `invalid` when it is empty, ragged or has too many cells.
 */
export function grid(argument: Argument, name: string): Grid | null {
  if (argument === null || argument === undefined) return null;
  if (!isArray(argument)) return isInvocation(argument) ? null : [[argument]];
  const rows: unknown[] = argument;
  const columns = isArray(rows[0]) ? rows[0].length : 0;
  if (columns === 0) throw invalid(`${name} is an empty range; it must be at least one cell`);
  if (rows.some((row) => !isArray(row) || row.length !== columns)) {
    throw invalid(`${name} has rows of different lengths; it must have a rectangular range`);
  }
  if (rows.length * columns > MOST_CELLS) {
    throw invalid(
      `${name} has ${rows.length * columns} cells; it must have at most ${MOST_CELLS} (name the rows that hold data, not the whole column)`,
    );
  }
  return rows as unknown[][];
}

/**
 * Excel hands the invocation over after the arguments that it knows. As long as it holds the description
 * of an earlier release, that is where a later release has one more argument: it is omitted.
 */
const isInvocation = (argument: Argument): boolean =>
  typeof argument === "object" && "functionName" in (argument as object);

/**
 * @param cells - The cells of an argument.
 * @returns How many columns they have.
 */
export const width = (cells: Grid): number => cells[0]?.length ?? 0;

/**
 * @param cells - The cells of an argument.
 * @returns Their size in words, rows first.
 */
export const size = (cells: Grid): string => `${cells.length}×${width(cells)} cells`;

/**
 * The cells of one row or one column.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The cells in order.
 * @throws CalcError `missing` when it is omitted, `invalid` when it has several rows and columns.
 */
export function line(argument: Argument, name: string): readonly unknown[] {
  const cells = grid(argument, name);
  if (cells === null) throw missing(`${name} is missing; give one row or column`);
  if (cells.length === 1) return cells[0] ?? [];
  if (width(cells) === 1) return cells.map((row) => row[0]);
  throw invalid(`${name} is a range of ${size(cells)}; it must be one row or one column`);
}
