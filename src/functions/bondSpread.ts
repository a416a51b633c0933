import { readPrice } from "../assumptions/humanValues";
import { bootstrapPar } from "../calc/curve/bootstrap";
import { missing } from "../calc/errors";
import {
  BOND_SPREADS,
  bondSpread,
  datedCurve,
  type BondSpread,
  type DatedCurve,
} from "../calc/spread/bondSpread";
import { bondKeyRateDurations } from "../calc/spread/bondKeyRates";
import { SPREAD_COMPOUNDINGS, zSpread } from "../calc/spread/zSpread";
import type { DaySerial } from "../calc/units";
import { frequencyReader, plainBond, pricedArguments, type PricedBond } from "./terms/bondTerms";
import { cases, oneCase } from "./excel/elementwise";
import { choice, optional, required } from "./excel/oneCell";
import { keyTenors as readKeyTenors } from "./terms/keyTenors";
import { complete, positiveYears, sameLength } from "./excel/series";
import { curve as readCurve } from "./terms/curve";
import { finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/**
 * Z-spread of cash flows in basis points: what, added to the curve's zero rates, makes them worth their price. The curve is bootstrapped from par yields with log-linear discount factors; other constructions move the figure by 9 to 17 basis points.
 * @customfunction ZSPREAD
 * @param {any} dirtyPrice What the flows cost per 100, accrued interest included.
 * @param {any[][]} times Times of the flows in years, one row or column.
 * @param {any[][]} cashflows The flows per 100, as many as the times.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any} [compounding] "semi" (default), "continuous", "monthly" or "annual". Spreads of different compounding are not compared.
 * @returns {any} The spread in basis points.
 */
export function zSpreadCell(
  dirtyPrice: any,
  times: any[][],
  cashflows: any[][],
  curve: any[][],
  compounding?: any,
): any {
  return forExcel(() => {
    const dirty = required(dirtyPrice, "dirtyPrice", readPrice);
    const years = positiveYears(times, "times", new Float64Array(0));
    if (years.length === 0) throw missing("times is missing; give years");
    const flows = complete(cashflows, "cashflows");
    sameLength({ times: years, cashflows: flows });
    const discount = bootstrapPar(readCurve(curve, "curve"));
    const word = optional(compounding, "compounding", choice(SPREAD_COMPOUNDINGS), "semi");
    return finiteCell(zSpread(dirty, years, flows, discount, word));
  });
}

/**
 * Spread of a bond over a curve in basis points. One answer a row. For "I" and "ASW" pass the swap curve.
 * @customfunction BONDSPREAD
 * @param {any[][]} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} curve Two columns: tenor in years, rising, and par yield as a decimal. A tenor ends so many months after settlement.
 * @param {any[][]} [type] "Z" (default), semiannual; "ZC", continuous; "ZA", annual; "G" over the par yield of the same maturity, both semiannual where bond and curve pay differently, #N/A outside the curve; "I" the same over swaps; "ASW", par asset swap on the dirty price, floating leg on the bond's days; "ASWA", floating leg once a year.
 * @param {any[][]} [frequency] Coupons a year of the bond: 1, 2 (default), 4 or 12.
 * @param {any[][]} [basis] Day count of the bond: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [curveFrequency] Coupons a year of the curve's par bonds: 2 by default, 1 for annual swaps (SOFR).
 * @returns {any[][]} The spread of each row.
 */
export function bondSpreadCells(
  settlement: any[][],
  maturity: any[][],
  coupon: any[][],
  price: any[][],
  curve: any[][],
  type?: any[][],
  frequency?: any[][],
  basis?: any[][],
  curveFrequency?: any,
): any[][] {
  return forExcel(() => {
    const par = readCurve(curve, "curve");
    const parFrequency = optional(curveFrequency, "curveFrequency", frequencyReader, 2);
    const curves = new Map<DaySerial, DatedCurve>();
    const curveOn = (day: DaySerial) => {
      const known = curves.get(day) ?? datedCurve(par, day, parFrequency);
      curves.set(day, known);
      return known;
    };
    return cases<PricedBond & { type: BondSpread }>(
      {
        ...pricedArguments(settlement, maturity, coupon, price, frequency, basis),
        type: { argument: type, reader: choice(BOND_SPREADS), otherwise: "Z" },
      },
      (it) => bondSpread(plainBond(it), it.price, curveOn(it.settlement), it.type),
    );
  });
}

/**
 * Key rate durations of a bond in years: the fall of its price for a rise of the par yields around one tenor, its Z-spread held. The par yields of every half-year move in the form of a tent, down to 0 at the key tenors beside it, flat beyond the first and last. They sum to the duration for a parallel move.
 * @customfunction BONDKRD
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [keyTenors] Tenors in years, rising, one row or column, 400 at most, any tenors; the curve's own by default.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [headings] TRUE puts the names of the columns on top: tenor, duration.
 * @returns {any[][]} A row a tenor.
 */
export function bondKrdRows(
  settlement: any,
  maturity: any,
  coupon: any,
  price: any,
  curve: any[][],
  keyTenors?: any[][],
  frequency?: any,
  basis?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const par = readCurve(curve, "curve");
    const keys = readKeyTenors(keyTenors, par, MOST_KEY_TENORS);
    const it = oneCase(
      pricedArguments(settlement, maturity, coupon, price, frequency, basis),
      "key rate durations are",
    );
    const durations = bondKeyRateDurations(plainBond(it), it.settlement, it.price, par, keys);
    const rows = Array.from(keys, (tenor, i) => [tenor, finiteCell(durations[i] as number)]);
    return table(["tenor", "duration"], rows, headings);
  });
}

/** A month apart they reach further than any bond; each takes two valuations. */
const MOST_KEY_TENORS = 400;
