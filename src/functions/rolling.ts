import { COUNTING_METHODS, rollingRank } from "../calc/history/rollingRank";
import { rollingZ } from "../calc/history/rollingZ";
import { choice, countFrom, optional, zeroIsBlank } from "./excel/oneCell";
import { series } from "./excel/series";
import { forExcel } from "./excel/results";
import { columns } from "./excel/tables";

/** Rows of the window when none is given: five years of months. */
const WINDOW = 60;
const TOO_FEW = "the row is missing, or fewer values than the window are before it";

/**
 * ZSCORE of every row: how far it is from the values in the window before it, in their standard deviations. No row knows of later ones.
 * @customfunction ROLLINGZ
 * @param {any[][]} history Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [window] Number of rows before each that it is compared with, 2 or more; 60 by default.
 * @returns {any[][]} Standard deviations a row, plain numbers; #N/A until there are enough rows.
 */
export function rollingZColumn(history: any[][], window?: any): any[][] {
  return forExcel(() =>
    columns(
      `${TOO_FEW}, or they do not vary`,
      rollingZ(
        series(history, "history"),
        optional(window, "window", zeroIsBlank(countFrom(2), WINDOW), WINDOW),
      ),
    ),
  );
}

/**
 * PCTRANK of every row: the share of the values in the window before it that lie below it, 0 to 1. No row knows of later ones.
 * @customfunction ROLLINGRANK
 * @param {any[][]} history Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [window] Number of rows before each that it is ranked among; 60 by default.
 * @param {any} [method] "mid" (default: ties count half), "strict" (below) or "weak" (at or below).
 * @returns {any[][]} A fraction a row: 0 tighter than all, 1 wider than all; #N/A until there are enough rows.
 */
export function rollingRankColumn(history: any[][], window?: any, method?: any): any[][] {
  return forExcel(() =>
    columns(
      TOO_FEW,
      rollingRank(
        series(history, "history"),
        optional(window, "window", zeroIsBlank(countFrom(1), WINDOW), WINDOW),
        optional(method, "method", choice(COUNTING_METHODS), "mid"),
      ),
    ),
  );
}
