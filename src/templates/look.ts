/* How the sheets look: figures with their words, units and keys, alike on every sheet. */
import { a1Of, type Rectangle } from "../workbook/a1";
import type { Change } from "../workbook/workbookPort";
import { cellOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/** A figure of a sheet. */
export interface Figure {
  /** What it is, in words. */
  readonly label: string;
  /** An expression without "=". */
  readonly formula: string;
  readonly unit: string;
  /** A number format in Excel's English code. */
  readonly format: string;
  /** The name that it has in the workings. */
  readonly key: string;
}

/** What a figure is measured in, and how it is shown. */
export type Shown = Pick<Figure, "unit" | "format">;
export const SPREAD: Shown = { unit: "bp", format: "0.0" };
export const SHARE: Shown = { unit: "", format: "0%" };
export const RATIO: Shown = { unit: "", format: "0.00" };
export const COUNT: Shown = { unit: "rows", format: "0" };
export const DAY: Shown = { unit: "", format: "yyyy-mm-dd" };
export const WORDS: Shown = { unit: "", format: "General" };

/**
 * What makes the figures of a working, each by the name that it has there.
 *
 * @param valueOf - The expression of the value of a name.
 * @returns Makes a figure of its words, its name and how it is shown.
 */
export const figureIn =
  (valueOf: (key: string) => string) =>
  (label: string, key: string, shown: Shown): Figure => ({
    label,
    key,
    formula: valueOf(key),
    ...shown,
  });

/** The style of what only a reader of the workings looks for. */
export const KEY = "key";

/**
 * The format of a column of workings, where spreads, shares and days stand one below the other: a number
 * that only a day of this century or the last can be is shown as one. Without a section of their own,
 * numbers below 0 lose their sign in LibreOffice and in readers by SheetJS.
 */
export const WORKING_FORMAT = "[>20000]yyyy-mm-dd;[<0]-0.00;0.00";

/**
 * A block of figures: a heading, then a row each of words, value and unit; their keys in a column of
 * their own, off the page.
 *
 * @param sheet - The sheet's name.
 * @param part - Where it stands: three columns.
 * @param keyColumn - The column of the keys, from 1.
 * @param heading - What the block shows; a formula where it begins with "=".
 * @param figures - Its figures; at most as many as the part has rows below its heading. One that has no
 *   value says "not known".
 * @returns Changes, in order.
 */
export function figureRows(
  sheet: string,
  part: Rectangle,
  keyColumn: number,
  heading: string,
  figures: readonly Figure[],
): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  if (figures.length > part.rows - 1) throw new Error(`${heading} has more figures than rows`);
  const keys = { row: part.row + 1, column: keyColumn, rows: figures.length, columns: 1 };
  return [
    heading.startsWith("=") ? formula(cellOf(part), heading) : text(cellOf(part), heading),
    style(rowsOf(part), "heading"),
    ...figures.flatMap(({ label, formula: expression, unit, format: shown }, i): Change[] => [
      values(rowsOf(part, i + 1), [[label, "", unit]]),
      formula(cellOf(part, i + 1, 1), `=IFNA(${expression},"not known")`),
      format(cellOf(part, i + 1, 1), shown),
    ]),
    style(a1Of({ ...keys, column: part.column + 1 }), "result"),
    values(
      a1Of(keys),
      figures.map(({ key }) => [key]),
    ),
    style(a1Of(keys), KEY),
  ];
}

/**
 * Headings with their units in a quiet row below, for columns that are narrower than both together. Those of numbers,
 * which have a unit, stand on the right as the numbers do.
 *
 * @param sheet - The sheet's name.
 * @param part - Where they stand: its first two rows.
 * @param columns - Heading and unit of each column.
 * @returns Changes, in order.
 */
export function unitHeadings(
  sheet: string,
  part: Rectangle,
  columns: readonly (readonly [heading: string, unit: string, ...rest: unknown[]])[],
): Change[] {
  const { values, style } = sheetWriter(sheet);
  return [
    values(rowsOf(part, 0, 2), [columns.map(([name]) => name), columns.map(([, unit]) => unit)]),
    style(rowsOf(part), "heading"),
    style(rowsOf(part, 1), KEY),
    ...columns.flatMap(([, unit], i) =>
      unit === ""
        ? []
        : [
            style(cellOf(part, 0, i), "numberHeading" as const),
            style(cellOf(part, 1, i), "numberKey" as const),
          ],
    ),
  ];
}
