import { historySummary } from "../calc/history/summary";
import { countFrom, optional, zeroIsBlank } from "./cell";
import { dated } from "./dated";
import type { Argument } from "./grid";
import { card, forExcel, type ResultCell } from "./results";
import { notThere } from "./tables";

/**
 * What a dated history of a spread or gap says about its last value: changes, z-scores and percentile ranks over 1 year, 5 years and all, since when it has not been as tight, its half-life, and what is missing in it.
 * @customfunction HISTORY
 * @param {any[][]} dates Dates, one row or column, rising; days, weeks, months or quarters.
 * @param {any[][]} values Spreads or gaps in basis points (or any one unit), as many rows; blank or #N/A where missing.
 * @param {any} [window] Look at the last so many months only; all of the history by default. #N/A when it is shorter.
 * @returns {any[][]} A card: last, change1m, change3m, z1y, z5y, zAll, percentile1y, percentile5y, percentileAll (fractions), tightestSince (a date), halfLife (months), n, gaps (missing rows), span.
 */
export function historyCard(dates: any[][], values: any[][], window?: any): any[][] {
  return forExcel("HISTORY", () => card(historySummaryRows(values, dates, window)));
}

/**
 * The measures of a history as cells; #N/A with words where one has no data.
 *
 * @param values - As Excel hands them over.
 * @param dates - As Excel hands them over.
 * @param window - Months, or blank.
 * @returns Names and values in the card's order.
 */
export const historySummaryRows = (
  values: Argument,
  dates: Argument,
  window: Argument,
): readonly (readonly [name: string, value: ResultCell])[] =>
  historySummary(
    dated({ dates, values }),
    optional(window, "window", zeroIsBlank(months, null), null),
  ).map(({ name, value, why }) => [name, value ?? notThere(why)]);

const months = countFrom(1);
