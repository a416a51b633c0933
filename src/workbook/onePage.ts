import { rectangleOf } from "./a1";

/** What a page holds that a person can still read. */
const MOST_ROWS = 60;

/**
 * Whether the cells of a sheet that are printed go on a single page; longer ones are as wide as a page.
 *
 * @param area - The cells; null or omitted for the whole sheet.
 * @returns True up to 60 rows.
 *
 * @example
 * isOnePage("A1:G34"); // => true
 */
export const isOnePage = (area?: string | null): boolean =>
  typeof area === "string" && rectangleOf(area).rows <= MOST_ROWS;
