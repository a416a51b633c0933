import { poolModel } from "../assumptions/poolAssumptions";
import { readAccrued } from "../assumptions/settlement";
import { checkedPool } from "../calc/mortgage/pool";
import { stackRow } from "../calc/oas/couponStack";
import { caseRows } from "./excel/elementwise";
import { optional } from "./excel/oneCell";
import { projectionLabel, stackArguments, type StackCase } from "./terms/poolTerms";
import { assumptionsTable } from "./terms/assumptionsTable";
import { curve as readCurve } from "./terms/curve";
import { finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/** Each takes five valuations; more would keep a cell busy. */
const MOST_ROWS = 40;

/**
 * Mortgage coupons side by side: yield, average life, spreads, option cost and effective risk of each, on one curve and one model. Beyond the curve's last tenor its last forward rate holds.
 * @customfunction COUPONSTACK
 * @param {any[][]} coupons Net coupons a year as decimals, one a row, 40 at most.
 * @param {any[][]} prices Clean prices per 100; a row without its price is #N/A.
 * @param {any[][]} wacs Rates of the loans as decimals, not below the coupons.
 * @param {any[][]} wams Months that are left.
 * @param {any[][]} ages Ages of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted.
 * @param {any} [headings] TRUE puts the names of the columns on top: price, yield (bond-equivalent, at the base speed), wal, z, oas, optionCost, effectiveDuration, effectiveConvexity.
 * @param {any} [settlement] When the pools settle: a month such as "2026-08", with a class "2026-08 C" (A by default), the day, or days of accrued interest; pool.accruedDays of the assumptions by default.
 * @returns {any[][]} A row a coupon: each cell equals MBSOAS's measure, the yield MBSYIELD at its baseCpr.
 */
export function couponStackRows(
  coupons: any[][],
  prices: any[][],
  wacs: any[][],
  wams: any[][],
  ages: any[][],
  curve: any[][],
  assumptions?: any[][],
  headings?: any,
  settlement?: any,
): any[][] {
  return forExcel(() => {
    const accrued = optional(settlement, "settlement", readAccrued, null);
    const entered = assumptionsTable(assumptions, "assumptions");
    const par = readCurve(curve, "curve");
    let longest = 0;
    const rows = caseRows<StackCase, number[]>(
      stackArguments({ coupons, prices, wacs, wams, ages }),
      MOST_ROWS,
      (it) => {
        longest = Math.max(longest, it.wams);
        const pool = checkedPool({ coupon: it.coupons, wac: it.wacs, wam: it.wams, age: it.ages });
        const model = poolModel(entered, pool, par);
        const accruedDays = accrued?.days ?? model.timing.accruedDays;
        const row = stackRow({ ...model, timing: { ...model.timing, accruedDays } }, it.prices);
        return [
          row.price,
          row.yield,
          row.wal,
          row.zSpread,
          row.oas,
          row.optionCost,
          row.effectiveDuration,
          row.effectiveConvexity,
        ].map(finiteCell);
      },
    );
    const names = ["price", "yield", "wal", "z", "oas", "optionCost"];
    const risk = ["effectiveDuration", "effectiveConvexity"];
    const label = projectionLabel(par, longest);
    return table(
      [...names.map((name) => (name === "oas" ? `oas, ${label}` : name)), ...risk],
      rows.map((row) => (Array.isArray(row) ? row : Array.from({ length: 8 }, () => row))),
      headings,
    );
  });
}
