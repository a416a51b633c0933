/* A workbook as plain data: what the browser keeps, and what goes to and from files and the engine. */
import type { ChartPlan } from "./workbookPort";
import type { ConditionalFormat } from "./conditionalFormat";
import type { BookStyle, BookTextRun } from "./bookStyle";

/** A cell: its last value, and its formula where it has one. Rows and columns count from 0. */
export interface BookCell {
  readonly row: number;
  readonly column: number;
  /** "" for a cell that has but a style. */
  readonly value: number | string | boolean;
  /** With its equals sign, as a cell shows it. */
  readonly formula?: string;
  /** The cells that the formula's result fills, such as "D1:E3", where it spills. */
  readonly spill?: string;
  /** Whether the value is of a formula that spills into this cell, and not of the cell itself. */
  readonly spilled?: true;
  /** Where in the workbook's styles its own stands. */
  readonly style?: number;
  /** Parts of the text that look otherwise than the cell. */
  readonly runs?: readonly BookTextRun[];
}

/** What a row or a column has of its own. */
interface BookLine {
  readonly hidden?: true;
  /** Where in the workbook's styles the one of its cells stands. */
  readonly style?: number;
}

/** A column that is not as usual. */
export interface BookColumn extends BookLine {
  readonly column: number;
  /** In pixels, 96 an inch. */
  readonly width?: number;
}

/** A row that is not as usual. */
export interface BookRow extends BookLine {
  readonly row: number;
  /** In pixels, 96 an inch. */
  readonly height?: number;
  /** Whether the height follows what the row holds. */
  readonly fitted?: true;
  /** In how many groups it is, one within the other: 1 to 7. */
  readonly level?: number;
}

/** A sheet. */
export interface BookSheet {
  readonly name: string;
  readonly cells: readonly BookCell[];
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
  /** Cells shown as one, such as "A1:C1". */
  readonly merged: readonly string[];
  /**
   * How many rows and columns stay where they are when the sheet is scrolled; what is above `top` and
   * left of `left` was scrolled away then, and stays so.
   */
  readonly frozen?: {
    readonly rows: number;
    readonly columns: number;
    readonly top?: number;
    readonly left?: number;
  };
  readonly hidden?: true;
  /** As #rrggbb. */
  readonly tabColor?: string;
  /**
   * Printed in landscape, as wide as a page: the cells of `area`, or all of them; with the frozen rows on top
   * where that is more than one page.
   */
  readonly page?: { readonly area?: string };
  /** The conditional formats; one goes before those behind it. */
  readonly formats?: readonly ConditionalFormat[];
  /** Whether the lines between cells are left out. */
  readonly withoutGridlines?: true;
  /** How many rows and columns the sheet has, where it is not as usual. */
  readonly size?: { readonly rows: number; readonly columns: number };
}

/** A defined name, or a table: then the reference is to its body, and the heading stands above. */
export interface BookName {
  readonly name: string;
  /** For example "'Data'!$A$5:$A$184"; a constant or a formula begins with an equals sign. */
  readonly reference: string;
  readonly table: boolean;
  /** The sheet on which alone the name is known. */
  readonly sheet?: string;
}

/** A workbook. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  readonly styles: readonly BookStyle[];
  /** The sheet that is shown; without it the first that is not hidden. */
  readonly shown?: string;
}

/** A workbook from a file, and what of the file was not taken over. */
export interface OpenedBook extends Book {
  /** Those of this add-in; left out where there are none. */
  readonly charts?: readonly ChartPlan[];
  readonly dropped: readonly string[];
}

/** What a character of a width takes, where widths are in characters. */
export const PIXELS_A_CHARACTER = 7;
