import { readNumber, readRate } from "../assumptions/humanValues";
import { bootstrapPar } from "../calc/curve/bootstrap";
import { invalid } from "../calc/errors";
import { poolFlows } from "../calc/mortgage/cashFlows";
import { MORTGAGE_YIELD_BASES, type MortgageYieldBasis } from "../calc/mortgage/currentCoupon";
import { checkedPool } from "../calc/mortgage/pool";
import { poolPayments } from "../calc/mortgage/poolPayments";
import { poolStatic } from "../calc/mortgage/poolStatic";
import { accruedOf } from "../calc/mortgage/poolTiming";
import { averageLife, poolPrice, poolYield } from "../calc/mortgage/poolValue";
import { SPREAD_COMPOUNDINGS, zSpread } from "../calc/spread/zSpread";
import type { Price, Rate } from "../calc/units";
import { cases } from "./excel/elementwise";
import { choice, optional, required, zeroIsBlank, type Reader } from "./excel/oneCell";
import { onePool, poolCaseArguments, poolPriceReader, type PoolCase } from "./terms/poolTerms";
import { oneTiming, timingOf } from "./terms/settlement";
import { curve as readCurve } from "./terms/curve";
import { speed as readSpeed } from "./terms/speed";
import { card, finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

const basisReader = choice(MORTGAGE_YIELD_BASES);

/** The pool of a case; `cases` fills the same object again and again. */
const atSpeed = (poolCase: PoolCase) => ({
  pool: checkedPool(poolCase),
  speed: poolCase.speed,
  timing: timingOf(poolCase.delayDays, poolCase.accruedDays),
});

/**
 * Clean price of a mortgage pass-through at a yield and a constant speed, per 100 of balance, by the SIFMA standard formulas with the actual delay. One answer a row.
 * @customfunction MBSPRICE
 * @param {any[][]} yld Yield a year as a decimal.
 * @param {any[][]} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any[][]} wam Months that are left.
 * @param {any[][]} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed, one a row: a CPR as a decimal such as 0.06, or "150 PSA", "0.5 SMM", "6 24 R 18".
 * @param {any[][]} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any[][]} [yieldBasis] "BEY" (default), bond-equivalent; "mortgage", twelve times the monthly yield.
 * @param {any[][]} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @returns {any[][]} The clean price of each row.
 */
export function mbsPriceCells(
  yld: any[][],
  coupon: any[][],
  wac: any[][],
  wam: any[][],
  age: any[][],
  speed: any[][],
  delayDays?: any[][],
  yieldBasis?: any[][],
  accruedDays?: any[][],
): any[][] {
  return forExcel(() =>
    cases<PoolCase & { yld: Rate; yieldBasis: MortgageYieldBasis }>(
      {
        yld: { argument: yld, reader: readRate },
        ...poolCaseArguments({ coupon, wac, wam, age }, speed, delayDays, accruedDays),
        yieldBasis: { argument: yieldBasis, reader: basisReader, otherwise: "BEY" },
      },
      (it) => poolPrice(atSpeed(it), it.yld, it.yieldBasis),
    ),
  );
}

/**
 * Yield of a mortgage pass-through at a clean price and a constant speed, as a decimal a year: the inverse of MBSPRICE. One answer a row.
 * @customfunction MBSYIELD
 * @param {any[][]} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any[][]} wam Months that are left.
 * @param {any[][]} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed, one a row: a CPR as a decimal such as 0.06, or "150 PSA", "0.5 SMM", "6 24 R 18".
 * @param {any[][]} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any[][]} [yieldBasis] "BEY" (default), bond-equivalent; "mortgage", twelve times the monthly yield.
 * @param {any[][]} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @returns {any[][]} The yield of each row.
 */
export function mbsYieldCells(
  price: any[][],
  coupon: any[][],
  wac: any[][],
  wam: any[][],
  age: any[][],
  speed: any[][],
  delayDays?: any[][],
  yieldBasis?: any[][],
  accruedDays?: any[][],
): any[][] {
  return forExcel(() =>
    cases<PoolCase & { price: Price; yieldBasis: MortgageYieldBasis }>(
      {
        price: { argument: price, reader: poolPriceReader },
        ...poolCaseArguments({ coupon, wac, wam, age }, speed, delayDays, accruedDays),
        yieldBasis: { argument: yieldBasis, reader: basisReader, otherwise: "BEY" },
      },
      (it) => poolYield(atSpeed(it), it.price, it.yieldBasis),
    ),
  );
}

/**
 * Average life of a pass-through's principal in years, without the payment delay: month k counts k/12. One answer a row.
 * @customfunction MBSWAL
 * @param {any[][]} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any[][]} wam Months that are left.
 * @param {any[][]} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed, one a row: a CPR as a decimal such as 0.06, or "150 PSA", "0.5 SMM", "6 24 R 18".
 * @returns {any[][]} The average life of each row in years.
 */
export function mbsWalCells(
  coupon: any[][],
  wac: any[][],
  wam: any[][],
  age: any[][],
  speed: any[][],
): any[][] {
  return forExcel(() =>
    cases<PoolCase>(poolCaseArguments({ coupon, wac, wam, age }, speed, null, null), (it) =>
      averageLife(checkedPool(it), it.speed),
    ),
  );
}

/**
 * What a pass-through pays month by month by the SIFMA standard formulas: interest, scheduled principal and prepayments.
 * @customfunction MBSCASHFLOWS
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed: a CPR as a decimal such as 0.06; "150 PSA", "0.5 SMM", "6 24 R 18"; or a column of monthly CPRs, of which the last holds.
 * @param {any} [balance] Balance today in any unit; 100 by default, which makes all amounts per 100.
 * @param {any} [headings] TRUE puts the names of the columns on top: month, opening, interest, scheduled, prepaid, total, closing.
 * @returns {any[][]} A row a month.
 */
export function mbsCashflowsRows(
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  speed: any[][],
  balance?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const pool = onePool({ coupon, wac, wam, age });
    const flows = poolFlows(
      pool,
      readSpeed(speed, "speed"),
      optional(balance, "balance", balanceReader, 100),
    );
    const rows = Array.from(flows.opening, (opening, k) => {
      const [interest, scheduled, prepaid] = [flows.interest, flows.scheduled, flows.prepaid].map(
        (it) => it[k] as number,
      ) as [number, number, number];
      const total = interest + scheduled + prepaid;
      // The last payment leaves nothing, not the rounding of 357 subtractions.
      const closing = k === pool.wam - 1 ? 0 : opening - scheduled - prepaid;
      return [k + 1, opening, interest, scheduled, prepaid, total, closing].map(finiteCell);
    });
    return table(
      ["month", "opening", "interest", "scheduled", "prepaid", "total", "closing"],
      rows,
      headings,
    );
  });
}

const balanceReader: Reader<number> = zeroIsBlank((written, where) => {
  const value = readNumber(written, where, "a balance above 0");
  if (!(value > 0)) throw invalid(`${where} is ${value}; it must be a balance above 0`);
  return value;
}, 100);

/**
 * Static measures of a pass-through at a clean price: yields, average life with delay, durations, convexity, principal window, accrued interest. The speed does not respond to rates.
 * @customfunction MBSSTATIC
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed: a CPR as a decimal such as 0.06; "150 PSA", "0.5 SMM", "6 24 R 18"; or a column of monthly CPRs, of which the last holds.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @param {any} [field] "ALL" (default) for the card, or one measure: yield, mortgageYield, wal, macaulay, modified, convexity, firstMonth, lastMonth, accrued. Durations in years, convexity in years².
 * @returns {any[][]} A card, or the one measure.
 */
export function mbsStaticCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  speed: any[][],
  delayDays?: any,
  accruedDays?: any,
  field?: any,
): any[][] {
  return forExcel(() => {
    const it = {
      pool: onePool({ coupon, wac, wam, age }),
      speed: readSpeed(speed, "speed"),
      timing: oneTiming(delayDays, accruedDays),
    };
    const found = poolStatic(it, required(price, "price", poolPriceReader));
    return card(
      [
        ["yield", found.yield],
        ["mortgageYield", found.mortgageYield],
        ["wal", found.wal],
        ["macaulay", found.macaulay],
        ["modified", found.modified],
        ["convexity", found.convexity],
        ["firstMonth", found.firstMonth],
        ["lastMonth", found.lastMonth],
        ["accrued", found.accrued],
      ],
      field,
    );
  });
}

/**
 * Z-spread of a pass-through at a fixed speed in basis points over the curve's zero rates. Static: prepayments do not respond, so that the cost of their option is in it.
 * @customfunction MBSZSPREAD
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} speed Prepayment speed: a CPR as a decimal such as 0.06; "150 PSA", "0.5 SMM", "6 24 R 18"; or a column of monthly CPRs, of which the last holds.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @param {any} [compounding] "semi" (default), "continuous", "monthly" or "annual". Spreads of different compounding are not compared.
 * @returns {any} The spread in basis points.
 */
export function mbsZSpreadCell(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  speed: any[][],
  curve: any[][],
  delayDays?: any,
  accruedDays?: any,
  compounding?: any,
): any {
  return forExcel(() => {
    const it = {
      pool: onePool({ coupon, wac, wam, age }),
      speed: readSpeed(speed, "speed"),
      timing: oneTiming(delayDays, accruedDays),
    };
    const dirty = required(price, "price", poolPriceReader) + accruedOf(it);
    const { paid, times } = poolPayments(it);
    const word = optional(compounding, "compounding", choice(SPREAD_COMPOUNDINGS), "semi");
    return finiteCell(zSpread(dirty, times, paid, bootstrapPar(readCurve(curve, "curve")), word));
  });
}
