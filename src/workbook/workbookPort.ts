/*
 * What the pane and the templates need of a workbook. Two hosts offer it: Excel
 * (officeWorkbook.ts) and the embedded engine.
 */

/** What a cell holds; "" is blank. Dates are serial numbers, errors their text ("#N/A"). */
export type CellValue = number | string | boolean;

/** A rectangle of cells on a sheet. */
export interface Place {
  readonly sheet: string;
  /** For example "A1:G80", without the sheet and without $. */
  readonly a1: string;
}

/** Values for a rectangle of cells; a text is stored as text, never as a formula. */
export interface Write extends Place {
  readonly values: readonly (readonly CellValue[])[];
}

/** The names that are taken in a workbook; Excel compares them without regard to case. */
export interface TakenNames {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Defined names. */
  readonly names: readonly string[];
}

/** A workbook, whatever holds it. Every method rejects with a {@link WorkbookError}. */
export interface WorkbookPort {
  /** @returns The names that are taken. */
  names(): Promise<TakenNames>;
  /** @returns Where a table with its heading stands, or null when there is none of that name. */
  findTable(name: string): Promise<Place | null>;
  /** @returns The values of a rectangle, row by row. */
  read(place: Place): Promise<CellValue[][]>;
  /** Writes several rectangles in one step: all of them or none. */
  write(writes: readonly Write[]): Promise<void>;
  /** Writes values with a heading in their first row and makes them a table; adds the sheet when it is not there. */
  addTable(name: string, write: Write): Promise<void>;
  /** Makes a table cover another rectangle that has the same top left cell. */
  resizeTable(name: string, place: Place): Promise<void>;
}

/** A workbook did not do what was asked; the message says what happened, why, and what to do. */
export class WorkbookError extends Error {
  constructor(
    message: string,
    /** The host's own code, for example "AccessDenied". */
    readonly code: string,
  ) {
    super(message);
    this.name = "WorkbookError";
  }
}
