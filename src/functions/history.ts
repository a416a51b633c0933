import { readNumber } from "../assumptions/humanValues";
import { pctRank, RANK_METHODS } from "../calc/history/pctRank";
import { Z_METHODS, zScore } from "../calc/history/zScore";
import { choice, countFrom, optional, positive, zeroIsBlank } from "./excel/oneCell";
import { series } from "./excel/series";
import { finiteCell, forExcel } from "./excel/results";

/**
 * How far the last value of a history is from the values before it, in their standard deviations. Of a gap: below 0 is tight, mortgages rich. The last value is not part of what it is compared with.
 * @customfunction ZSCORE
 * @param {any[][]} history Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [window] Number of rows before the last to compare it with; all by default. #N/A when there are fewer.
 * @param {any} [method] "std" (default), "mad" (median and median absolute deviation, robust to bad prints) or "ewma" (recent rows weigh more).
 * @param {any} [halfLife] Half-life of the "ewma" weights in rows; 12 by default.
 * @returns {any} Standard deviations, a plain number.
 */
export function zScoreCell(history: any[][], window?: any, method?: any, halfLife?: any): any {
  return forExcel(() =>
    finiteCell(
      zScore(series(history, "history"), {
        window: optional(window, "window", zeroIsBlank(rows, null), null),
        method: optional(method, "method", choice(Z_METHODS), "std"),
        halfLife: optional(halfLife, "halfLife", zeroIsBlank(positive("rows"), 12), 12),
      }),
    ),
  );
}

const rows = countFrom(2);

/**
 * Share of a history that lies below a value, 0 to 1: its percentile rank. Of a gap: near 0 is tighter than almost all of its history.
 * @customfunction PCTRANK
 * @param {any[][]} history Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [value] The value to rank against the whole history, in its unit; by default the last value is ranked against those before it.
 * @param {any} [method] "mid" (default: ties count half), "strict" (below), "weak" (at or below), or Excel's "inc" and "exc" in full precision.
 * @returns {any} A fraction: 0 tighter than all, 1 wider than all.
 */
export function pctRankCell(history: any[][], value?: any, method?: any): any {
  return forExcel(() =>
    finiteCell(
      pctRank(
        series(history, "history"),
        optional(value, "value", readNumber, null),
        optional(method, "method", choice(RANK_METHODS), "mid"),
      ),
    ),
  );
}
