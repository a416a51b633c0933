/* What a kind of job is: its terms, its fields, and the calculation that a thread carries out. */
import type { Answers, AddedColumn } from "./answers";
import type { Cells } from "./cells";

/** Rows of cells, as a file of settings has them. */
export type CellRows = readonly (readonly (number | string | boolean | null)[])[];

/** All that the answer to a row depends on but the row; a thread gets a copy. */
export interface Settings {
  readonly kind: string;
  /** Names of fields, as they were asked for. */
  readonly fields: readonly string[];
  /** Tenors and par yields. */
  readonly curve: CellRows | null;
  /** Keys and values. */
  readonly assumptions: CellRows | null;
  /** As they were written: years with commas between. */
  readonly keyTenors: string | null;
}

/** Some rows of the terms; a term without a column is not in it. */
export interface TermRows {
  readonly rows: number;
  readonly cells: ReadonlyMap<string, Cells>;
}

/** What answers rows. The answer to a row depends on the settings and on nothing else. */
export interface Calculation {
  readonly columns: readonly AddedColumn[];
  answer(rows: TermRows): Answers;
  /** Rows that are near each other have near numbers here: a thread that gets them works less. */
  nearness?(rows: TermRows): Float64Array;
}

/** A kind of job. */
export interface Kind {
  readonly name: string;
  /** Columns that a row is read from, and whether each is needed. */
  readonly terms: ReadonlyMap<string, boolean>;
  /** Where several rows of the file are one of the job: those with the same value of this term. */
  readonly groupedBy?: string;
  /** Fields that can be asked for. */
  readonly fields: readonly string[];
  /** Fields of a job that names none. */
  readonly usualFields: readonly string[];
  /**
   * @throws CalcError when the settings are wrong.
   */
  prepare(settings: Settings): Calculation;
}

/**
 * A cell of a row.
 *
 * @param rows - Rows.
 * @param term - The name of the term.
 * @param row - Which row.
 * @returns What the cell holds; null where there is no such column.
 */
export function cellAt(rows: TermRows, term: string, row: number): unknown {
  return rows.cells.get(term)?.[row] ?? null;
}
