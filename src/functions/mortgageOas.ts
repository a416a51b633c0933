import { poolModel } from "../assumptions/poolAssumptions";
import { readRate, readSpread, shown } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { durationBand, oasBand, type ModelBand } from "../calc/oas/oasBand";
import { PoolMeasures, poolOasPrice } from "../calc/oas/poolOas";
import type { PoolModel } from "../calc/oas/poolModel";
import { simulatedOas, type SimulatedOas } from "../calc/oas/simulatedOas";
import { optional, required, type Reader } from "./excel/oneCell";
import { keyTenors as readKeyTenors } from "./terms/keyTenors";
import { onePool, poolPriceReader, projectionLabel, type PoolTerms } from "./terms/poolTerms";
import { assumptionsTable } from "./terms/assumptionsTable";
import { curve as readCurve } from "./terms/curve";
import { rateMoveReader } from "./terms/rateMove";
import { card, finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/** The model of the one pool that the arguments describe. */
const modelOf = (terms: PoolTerms, curve: any[][], assumptions?: any[][]): PoolModel =>
  poolModel(
    assumptionsTable(assumptions, "assumptions"),
    onePool(terms),
    readCurve(curve, "curve"),
  );

const inBp = (decimal: number) => decimal * 10_000;

/**
 * Option-adjusted spread of a mortgage pass-through and how its price answers to rates, volatility and speeds. Prepayments answer to rates by the model of the assumptions on a Hull–White lattice fitted to the curve; the same arguments always give the same answer. Beyond the curve's last tenor its last forward rate holds; the row projection says so.
 * @customfunction MBSOAS
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values; hwVol, hwMeanReversion, prepay.*, pool.delay, pool.accruedDays (days, or a settlement month such as "2026-08") and pool.firstMonth are used. Defaults where omitted.
 * @param {any} [field] "ALL" (default) for the card, or one measure: oas, zSpread (along the forward path) and optionCost in basis points, continuous; effectiveDuration and effectiveConvexity (rates 25 bp up and down); spreadDuration; volDuration, prepayDuration and currentCouponDuration in percent of the price for 1 bp more volatility, 10% faster speeds and 1 bp higher mortgage rates; wal with delay and baseCpr, along the forward path; projection. "simulated" adds oasSimulated and standardError of a simulation of 8 × 256 paths.
 * @param {any} [move] What moves for the effective measures: "par" (default), the par yields at the curve's tenors; or "zero", its continuous zero rates.
 * @returns {any[][]} A card, or the one measure.
 */
export function mbsOasCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  curve: any[][],
  assumptions?: any[][],
  field?: any,
  move?: any,
): any[][] {
  return forExcel(() => {
    const model = modelOf({ coupon, wac, wam, age }, curve, assumptions);
    const clean = required(price, "price", poolPriceReader);
    const moves = optional(move, "move", rateMoveReader, "par");
    const measures = new PoolMeasures(model, clean, moves);
    let simulation: SimulatedOas | undefined;
    const simulated = () => (simulation ??= simulatedOas(model, clean));
    return card(
      [
        ["oas", () => inBp(measures.oas)],
        ["zSpread", () => inBp(measures.zSpread)],
        ["optionCost", () => inBp(measures.zSpread - measures.oas)],
        ["effectiveDuration", () => measures.effective.duration],
        ["effectiveConvexity", () => measures.effective.convexity],
        ["spreadDuration", () => measures.spreadDuration],
        ["volDuration", () => measures.volDuration],
        ["prepayDuration", () => measures.prepayDuration],
        ["currentCouponDuration", () => measures.currentCouponDuration],
        ["wal", () => measures.base.wal],
        ["baseCpr", () => measures.base.cpr],
        ["projection", projectionLabel(model.par, model.pool.wam)],
      ],
      field,
      {
        word: "simulated",
        measures: [
          ["oasSimulated", () => inBp(simulated().oas)],
          ["standardError", () => inBp(simulated().standardError)],
        ],
      },
    );
  });
}

/**
 * Clean price of a mortgage pass-through at an option-adjusted spread: the inverse of MBSOAS.
 * @customfunction MBSOASPRICE
 * @param {any} oas Option-adjusted spread in basis points, continuous.
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted.
 * @returns {any} The clean price per 100.
 */
export function mbsOasPriceCell(
  oas: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  curve: any[][],
  assumptions?: any[][],
): any {
  return forExcel(() => {
    const model = modelOf({ coupon, wac, wam, age }, curve, assumptions);
    return finiteCell(poolOasPrice(model, required(oas, "oas", readSpread) / 10_000));
  });
}

/**
 * Key rate durations of a mortgage pass-through in years: the fall of its price for a rise of the par yields around one tenor, its option-adjusted spread held, speeds answering. The par yields of every half-year move in the form of a tent, down to 0 at the key tenors beside it, flat beyond the first and last. They sum to the duration for a parallel move. Beyond the curve's last tenor its last forward rate holds.
 * @customfunction MBSKRD
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted.
 * @param {any[][]} [keyTenors] Tenors in years, rising, one row or column, 12 at most, any tenors; the curve's own by default.
 * @param {any} [headings] TRUE puts the names of the columns on top: tenor, duration.
 * @returns {any[][]} A row a tenor.
 */
export function mbsKrdRows(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  curve: any[][],
  assumptions?: any[][],
  keyTenors?: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const model = modelOf({ coupon, wac, wam, age }, curve, assumptions);
    const keys = readKeyTenors(keyTenors, model.par, MOST_KEY_TENORS);
    const measures = new PoolMeasures(model, required(price, "price", poolPriceReader));
    const durations = measures.keyRateDurations(keys);
    const rows = Array.from(keys, (tenor, i) => [tenor, finiteCell(durations[i] as number)]);
    return table(["tenor", "duration"], rows, headings);
  });
}

/** Each takes two valuations. */
const MOST_KEY_TENORS = 12;

/**
 * How far an option-adjusted spread and a duration depend on the model: refinancing × 0.75 and 1.35, turnover × 0.8 and 1.25, lock-in − 0.15 and + 0.10, fast share ± 0.15, mortgage rates ± 25 bp, volatility × 0.85 and 1.25, mean reversion 0.01 and 0.06, one at a time. The moves down and those up are combined by the root of the sum of squares. Beyond the curve's last tenor its last forward rate holds.
 * @customfunction OASBAND
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted.
 * @param {any} [field] "ALL" (default) for the card, or one measure: low, median (the dials as they are), high and width in basis points, continuous; lowSetting, medianSetting and highSetting, what moves most each way; durationLow, duration and durationHigh in years, with the 0.75 years by which the model misses published durations as one more move.
 * @param {any} [volatilityWidth] Relative error of the volatility as a decimal, from 0 to 0.5: the volatilityWidth of HWFIT moves the volatility by so much both ways; × 0.85 and 1.25 where blank.
 * @returns {any[][]} A card, or the one measure.
 */
export function oasBandCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  curve: any[][],
  assumptions?: any[][],
  field?: any,
  volatilityWidth?: any,
): any[][] {
  return forExcel(() => {
    const model = modelOf({ coupon, wac, wam, age }, curve, assumptions);
    const clean = required(price, "price", poolPriceReader);
    const width = optional(volatilityWidth, "volatilityWidth", widthReader, null);
    let [ofSpread, ofDuration]: (ModelBand | undefined)[] = [];
    const spread = () => (ofSpread ??= oasBand(model, clean, width));
    const duration = () => (ofDuration ??= durationBand(model, clean, width));
    return card(
      [
        ["low", () => inBp(spread().low.value)],
        ["median", () => inBp(spread().base)],
        ["high", () => inBp(spread().high.value)],
        ["width", () => inBp(spread().high.value - spread().low.value)],
        ["lowSetting", () => spread().low.setting],
        ["medianSetting", "base"],
        ["highSetting", () => spread().high.setting],
        ["durationLow", () => duration().low.value],
        ["duration", () => duration().base],
        ["durationHigh", () => duration().high.value],
      ],
      field,
    );
  });
}

const widthReader: Reader<number> = (written, where) => {
  const value = readRate(written, where);
  if (value >= 0 && value <= 0.5) return value;
  throw invalid(`${where} is ${shown(value)}; it must be a relative error from 0 to 0.5`);
};
