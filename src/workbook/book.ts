/* A workbook as plain data, on its way between a file, a worker and the engine. */

/** A cell: its last value, and its formula where it has one. */
export interface BookCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
  /** With its equals sign, as a cell shows it. */
  readonly formula?: string;
  /** The cells that the formula's result fills, such as "D1:E3", where it spills. */
  readonly spill?: string;
  /** Excel's number format. */
  readonly format?: string;
}

/** A sheet; rows and columns count from 0. */
export interface BookSheet {
  readonly name: string;
  readonly cells: readonly BookCell[];
  /** Widths in characters, from column A; null for the usual one. */
  readonly widths: readonly (number | null)[];
}

/** A defined name, or a table: then the reference is to its body, and the heading stands above. */
export interface BookName {
  readonly name: string;
  /** For example "'Data'!$A$5:$A$184". */
  readonly reference: string;
  readonly table: boolean;
}

/** A workbook. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
}

/** A workbook from a file, and what of the file was not taken over. */
export interface OpenedBook extends Book {
  readonly dropped: readonly string[];
}
