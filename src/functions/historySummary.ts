import { card, forExcel } from "./excel/results";
import { historyRows } from "./rows/historyRows";

/**
 * What a dated history of a spread or gap says about its last value: changes, z-scores and percentile ranks over 1 year, 5 years and all, since when it has not been as tight, its half-life, and what is missing in it.
 * @customfunction HISTORY
 * @param {any[][]} dates Dates, one row or column, rising; days, weeks, months or quarters.
 * @param {any[][]} values Spreads or gaps in basis points (or any one unit), as many rows; blank or #N/A where missing.
 * @param {any} [window] Look at the last so many months only; all of the history by default. #N/A when it is shorter.
 * @returns {any[][]} A card: last, change1m, change3m, z1y, z5y, zAll, percentile1y, percentile5y, percentileAll (fractions), tightestSince (a date), halfLife (months), n, gaps (missing rows), span.
 */
export function historyCard(dates: any[][], values: any[][], window?: any): any[][] {
  return forExcel(() => card(historyRows(values, dates, window)));
}
