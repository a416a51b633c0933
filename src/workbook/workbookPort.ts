/*
 * What the pane and the templates need of a workbook. Two hosts offer it: Excel
 * (officeWorkbook.ts) and the embedded engine (src/host/embeddedWorkbook.ts).
 */

import type { ScalePoint } from "./conditionalFormat";

/** What a cell holds; "" is blank. Dates are serial numbers, errors their text ("#N/A"). */
export type CellValue = number | string | boolean;

/** A rectangle of cells on a sheet. */
export interface Place {
  readonly sheet: string;
  /** For example "A1:G80", without the sheet and without $. */
  readonly a1: string;
}

/** What a host can do that another cannot. */
export type HostAbility = "charts" | "undo";

/** The names that are taken in a workbook; Excel compares them without regard to case. */
export interface TakenNames {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Defined names. */
  readonly names: readonly string[];
}

/** How cells look; the few ways that the templates use. */
export type CellStyle =
  | "title"
  | "answer"
  | "heading"
  | "numberHeading"
  | "input"
  | "result"
  | "note"
  | "key"
  | "numberKey"
  | "plain";

/**
 * A chart over columns of a sheet; the first column is the x axis: days of a line chart, words of a column
 * chart, numbers of a scatter chart. Of a line chart the second column is what it shows; further ones are
 * guides, such as a mean.
 */
export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  readonly kind: "line" | "scatter" | "column";
  /**
   * Of a line chart: the last column has the last value of the second one and #N/A in its other rows. It is
   * drawn as a dot with its number, which so follows its cells.
   */
  readonly lastValue?: true;
  readonly source: Place;
  /** The cells that it covers. */
  readonly over: Place;
}

/**
 * The cells that a chart is to draw, by its name and the sheet that it stands on; null leaves it as it is.
 */
export type ChartSource = (name: string, sheet: string) => Place | null;

/** One thing to do to a workbook. A sheet that is named must be there, or be added before. */
export type Change =
  | { readonly kind: "addSheet"; readonly name: string }
  /** Values for a rectangle of cells; a text is stored as text, never as a formula. */
  | (Place & {
      readonly kind: "values";
      readonly values: readonly (readonly CellValue[])[];
    })
  /** A formula in English for one cell; an array result spills from it. */
  | (Place & { readonly kind: "formula"; readonly formula: string })
  /** A number format in Excel's English code, for example "yyyy-mm-dd". */
  | (Place & { readonly kind: "numberFormat"; readonly format: string })
  | (Place & { readonly kind: "style"; readonly style: CellStyle })
  /** Colours numbers by where they stand; numbers that come into the rectangle too, as they change. */
  | (Place & { readonly kind: "colorScale"; readonly points: readonly ScalePoint[] })
  /** Widths in characters, from column A. */
  | { readonly kind: "widths"; readonly sheet: string; readonly widths: readonly number[] }
  | {
      readonly kind: "freeze";
      readonly sheet: string;
      readonly rows: number;
      readonly columns: number;
    }
  /**
   * Groups the rows of these cells, which can then be folded away; they may be in no group yet. A host whose
   * grid has no groups keeps them for the file.
   */
  | (Place & { readonly kind: "groupRows" })
  /**
   * The sheet is printed in landscape, as wide as a page: these cells of it, or all; the name below. Up to 60
   * rows are one page.
   */
  | { readonly kind: "page"; readonly sheet: string; readonly area: string | null }
  /** Prints these cells of a sheet, and leaves the rest of its page as it is. */
  | (Place & { readonly kind: "printArea" })
  /** Makes cells with a heading in their first row a table. */
  | (Place & { readonly kind: "addTable"; readonly name: string })
  /** Makes a table cover another rectangle that has the same top left cell. */
  | (Place & { readonly kind: "resizeTable"; readonly name: string })
  | (Place & { readonly kind: "defineName"; readonly name: string })
  | { readonly kind: "addChart"; readonly chart: ChartPlan };

/** Stops what was started. */
export type Stop = () => Promise<void>;

/** A workbook, whatever holds it. Every method rejects with a {@link WorkbookError}. */
export interface WorkbookPort {
  readonly abilities: ReadonlySet<HostAbility>;
  /** @returns The names that are taken. */
  names(): Promise<TakenNames>;
  /** @returns Where a table with its heading stands, or null when there is none of that name. */
  findTable(name: string): Promise<Place | null>;
  /** @returns The cells that a defined name stands for, or null when there is none of that name. */
  findName(name: string): Promise<Place | null>;
  /** @returns The values of a rectangle, row by row. */
  read(place: Place): Promise<CellValue[][]>;
  /** @returns The formulas of a rectangle in English, row by row; a cell without one gives its value. */
  readFormulas(place: Place): Promise<CellValue[][]>;
  /** @returns The rectangles of several cells that formulas have spilled into and that touch a place. */
  spills(place: Place): Promise<Place[]>;
  /** @returns The smallest rectangle that holds everything of a sheet, or null when it is empty. */
  usedRange(sheet: string): Promise<Place | null>;
  /** Makes changes in their order: all of them or none, and one step of undo where the host has it. */
  change(changes: readonly Change[]): Promise<void>;
  /** Lets charts that are there draw other cells, as wide as before. */
  pointCharts(sourceOf: ChartSource): Promise<void>;
  /** @returns What is selected; of several rectangles the first. */
  selection(): Promise<Place>;
  /** Shows and selects cells. */
  select(place: Place): Promise<void>;
  /** Calls back after cells were changed by whomever, not after mere calculation. */
  onChanged(listener: (place: Place) => void): Promise<Stop>;
  /** Calls back after a calculation: results have changed that were not written. */
  onCalculated(listener: () => void): Promise<Stop>;
  /** Calls back after other cells were selected. */
  onSelected(listener: (place: Place) => void): Promise<Stop>;
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
