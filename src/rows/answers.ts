/* What a calculation says of some rows. */

/** A column that a job adds to the file. */
export interface AddedColumn {
  readonly name: string;
  readonly type: "number" | "text";
}

/** Values of an added column; NaN or null where there is none. */
export type Values = Float64Array | (string | null)[];

/** Answers to rows, in their order. */
export interface Answers {
  /** By added column. */
  readonly values: readonly Values[];
  /** By row: why something is missing, in words; rows that lack nothing are not in it. */
  readonly errors: ReadonlyMap<number, string>;
}

/** The column of the words, after all others. */
export const ERROR_COLUMN = "error";

/**
 * Room for the answers to some rows, with nothing in it yet.
 *
 * @param columns - The added columns.
 * @param rows - How many rows there are.
 * @returns Values that are all missing.
 */
export const noValues = (columns: readonly AddedColumn[], rows: number): Values[] =>
  columns.map(({ type }) =>
    type === "number" ? new Float64Array(rows).fill(NaN) : Array<string | null>(rows).fill(null),
  );
