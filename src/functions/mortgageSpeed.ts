import { readCount, readNumber, readRate, shown } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { dollarRoll } from "../calc/mortgage/dollarRoll";
import { factorSpeed } from "../calc/mortgage/factorSpeed";
import { CONSTANT_SPEEDS, impliedSpeed } from "../calc/mortgage/impliedSpeed";
import { convertSpeed, SPEED_UNITS, type SpeedUnit } from "../calc/prepayment/monthlySpeed";
import type { Rate } from "../calc/units";
import { cases } from "./excel/elementwise";
import { choice, countFrom, optional, required } from "./excel/oneCell";
import { onePool, poolPriceReader } from "./terms/poolTerms";
import { oneTiming, rollTermReader } from "./terms/settlement";
import { card, finiteCell, forExcel } from "./excel/results";

const unitReader = choice(SPEED_UNITS);
const monthReader = countFrom(0);
const countReader = countFrom(1);

/**
 * A prepayment speed of one month in another unit. One answer a row.
 * @customfunction SPEED
 * @param {any[][]} value The speed: CPR and SMM as decimals, PSA and ABS in percent, for example 0.06 or 150.
 * @param {any[][]} from Its unit: "cpr", "smm", "psa" or "abs".
 * @param {any[][]} to The unit wanted, one of the same words: "cpr", "smm", "psa", "abs".
 * @param {any[][]} [month] Age of the loans in months at the end of the month; PSA and ABS need it. Below 1 counts as 1; 30 by default, where the PSA ramp ends.
 * @returns {any[][]} The speed of each row in the unit wanted.
 */
export function speedCells(value: any[][], from: any[][], to: any[][], month?: any[][]): any[][] {
  return forExcel(() =>
    cases<{ value: number; from: SpeedUnit; to: SpeedUnit; month: number }>(
      {
        value: { argument: value, reader: readNumber },
        from: { argument: from, reader: unitReader },
        to: { argument: to, reader: unitReader },
        month: { argument: month, reader: monthReader, otherwise: 30 },
      },
      (it) => convertSpeed(it.value, it.from, it.to, Math.max(1, it.month)),
    ),
  );
}

/**
 * The constant speed that joins a price and a yield; #N/A when none up to 99% CPR does. There may be two.
 * @customfunction IMPLIEDSPEED
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} yld Bond-equivalent yield a year as a decimal.
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any} [unit] "CPR" (default), the answer a decimal; "PSA", in percent.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @param {any} [root] 1 (default) for the slowest speed, 2 for the next one in rows of rising speed.
 * @returns {any} The speed.
 */
export function impliedSpeedCell(
  price: any,
  yld: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  unit?: any,
  delayDays?: any,
  accruedDays?: any,
  root?: any,
): any {
  return forExcel(() =>
    finiteCell(
      impliedSpeed(
        onePool({ coupon, wac, wam, age }),
        oneTiming(delayDays, accruedDays),
        required(price, "price", poolPriceReader),
        required(yld, "yld", readRate),
        optional(unit, "unit", choice(CONSTANT_SPEEDS), "CPR"),
        optional(root, "root", (written, where) => readCount(written, where, 0) || 1, 1),
      ),
    ),
  );
}

/**
 * The speed that two factors of a pool show, scheduled payments taken off. One answer a row.
 * @customfunction FACTORSPEED
 * @param {any[][]} factor1 Factor at the beginning: the share of the original balance as a decimal.
 * @param {any[][]} factor2 Factor at the end as a decimal.
 * @param {any[][]} wac Rate of the loans as a decimal.
 * @param {any[][]} wam1 Months left at the beginning.
 * @param {any[][]} months Months between the factors.
 * @param {any[][]} [unit] "CPR" (default) and "SMM" as decimals, "PSA" and "ABS" in percent.
 * @param {any[][]} [age1] Age of the loans in months at the beginning; PSA and ABS need it. 30 by default, where the PSA ramp ends.
 * @returns {any[][]} The speed of each row; below 0 where more is left than scheduled.
 */
export function factorSpeedCells(
  factor1: any[][],
  factor2: any[][],
  wac: any[][],
  wam1: any[][],
  months: any[][],
  unit?: any[][],
  age1?: any[][],
): any[][] {
  return forExcel(() =>
    cases<{
      factor1: number;
      factor2: number;
      wac: Rate;
      wam1: number;
      months: number;
      unit: SpeedUnit;
      age1: number;
    }>(
      {
        factor1: { argument: factor1, reader: readNumber },
        factor2: { argument: factor2, reader: readNumber },
        wac: { argument: wac, reader: readRate },
        wam1: { argument: wam1, reader: countReader },
        months: { argument: months, reader: countReader },
        unit: { argument: unit, reader: unitReader, otherwise: "cpr" },
        age1: { argument: age1, reader: monthReader, otherwise: 30 },
      },
      (it) => factorSpeed(it.factor1, it.factor2, it.wac, it.wam1, it.months, it.unit, it.age1),
    ),
  );
}

/**
 * What financing a dollar roll implies, its advantage over borrowing, and the drop at which it breaks even: the pool is sold for near settlement and bought back for a later one.
 * @customfunction DOLLARROLL
 * @param {any} price Near price, clean, per 100: 100.25, or in 32nds "100-08".
 * @param {any} drop32 Fall of the price to the far date in 32nds: 8 is a quarter per 100.
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} days Days between the settlements; or the near settlement month, "2026-08" or with a class "2026-08 C" (A by default), which gives days and accrued interest by the calendar that TBASETTLE has.
 * @param {any} paydown Share of the balance repaid in the month, scheduled and prepaid, as a decimal.
 * @param {any} financing Rate at which cash can be borrowed otherwise, a decimal, actual/360.
 * @param {any} [accruedDays] Days of accrued interest at the near date; 0 by default, or those of the settlement month.
 * @param {any} [farAccruedDays] Days of accrued interest at the far date; as at the near date by default, or those of the next settlement month.
 * @param {any} [delayDays] Actual payment delay in days; blank counts the month's payment at the far date.
 * @returns {any[][]} A card: impliedFinancing as a decimal, advantage32 and breakevenDrop32 in 32nds.
 */
export function dollarRollCard(
  price: any,
  drop32: any,
  coupon: any,
  days: any,
  paydown: any,
  financing: any,
  accruedDays?: any,
  farAccruedDays?: any,
  delayDays?: any,
): any[][] {
  return forExcel(() => {
    const term = required(days, "days", rollTermReader);
    const near = optional(accruedDays, "accruedDays", monthReader, term.near ?? 0);
    const drop = required(drop32, "drop32", readNumber);
    if (Math.abs(drop) > 320) {
      throw invalid(`drop32 is ${shown(drop)}; it must be 32nds of at most ten points`);
    }
    const found = dollarRoll({
      price: required(price, "price", poolPriceReader),
      drop32: drop,
      coupon: required(coupon, "coupon", readRate),
      days: term.days,
      paydown: required(paydown, "paydown", readRate),
      financing: required(financing, "financing", readRate),
      accruedDays: near,
      farAccruedDays: optional(farAccruedDays, "farAccruedDays", monthReader, term.far ?? near),
      delayDays: optional(delayDays, "delayDays", monthReader, null),
    });
    return card([
      ["impliedFinancing", found.impliedFinancing],
      ["advantage32", found.advantage32],
      ["breakevenDrop32", found.breakevenDrop32],
    ]);
  });
}
