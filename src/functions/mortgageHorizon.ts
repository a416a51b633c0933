import { readRate } from "../assumptions/humanValues";
import { impliedSpeed } from "../calc/mortgage/impliedSpeed";
import { poolHorizon, type PoolHorizon } from "../calc/returns/poolHorizon";
import { poolOasHorizon } from "../calc/returns/poolOasHorizon";
import { countFrom, optional, required } from "./excel/oneCell";
import { exitOasOf, oasExit, refuseBesideOas, refuseWithoutOas } from "./terms/oasExit";
import { onePool, poolPriceReader } from "./terms/poolTerms";
import { oneTiming } from "./terms/settlement";
import { isOmitted } from "./excel/series";
import { speed as readSpeed } from "./terms/speed";
import { card, finiteCell, forExcel, type Measure } from "./excel/results";

/**
 * Return of a pass-through over a horizon from its cash flows: payments are reinvested, what is left is sold at the exit yield, or at an option-adjusted spread: held, given, or on its way to another. For that the pool ages and burns out along a path of rates, and is valued on the curve of the horizon by the model of MBSOAS.
 * @customfunction MBSHORIZON
 * @param {any} price Clean price today per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} speed Speed until the horizon: a CPR as a decimal such as 0.06; "150 PSA", "0.5 SMM", "6 24 R 18"; or a column of monthly CPRs, of which the last holds; with exitOas also "model", the model's along the path of rates.
 * @param {any} months Months held.
 * @param {any} [exitYield] Bond-equivalent yield at the horizon as a decimal; blank where exitOas is given.
 * @param {any[][]} [exitSpeed] Speed from the horizon on: a CPR as a decimal or a text as for the speed; the same by default. Blank where exitOas is given: the model has them.
 * @param {any} [reinvestment] Rate that payments earn until the horizon, a decimal compounding monthly; the exit yield by default, with exitOas the curve's zero rate to the horizon.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @param {any} [exitOas] Sells at an option-adjusted spread and not at a yield: "held", today's; or basis points, continuous, −1000 to 1000.
 * @param {any[][]} [curve] Today's curve, needed with exitOas: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted; delayDays and accruedDays go before its own.
 * @param {any[][]} [exitCurve] The curve at the horizon: two columns as the curve, to which rates go evenly; today's yields at the same tenors by default, so that the pool rolls down; "forward", where the forward rates come true.
 * @param {any} [oasHalfLife] Months in which half of the way from today's spread to exitOas is gone; all of it at the horizon by default.
 * @returns {any[][]} A card: return as a decimal, not annualised; factor; exitPrice; returnBey; with exitOas also oas and exitOas in basis points, cpr, the constant speed that prepays as much until the horizon, and fastShare of what is left.
 */
export function mbsHorizonCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  speed: any[][],
  months: any,
  exitYield?: any,
  exitSpeed?: any[][],
  reinvestment?: any,
  delayDays?: any,
  accruedDays?: any,
  exitOas?: any,
  curve?: any[][],
  assumptions?: any[][],
  exitCurve?: any[][],
  oasHalfLife?: any,
): any[][] {
  return forExcel(() => {
    const held = {
      pool: onePool({ coupon, wac, wam, age }),
      price: required(price, "price", poolPriceReader),
      months: required(months, "months", countFrom(1)),
    };
    const atOas = { curve, assumptions, exitCurve, oasHalfLife };
    const spread = exitOasOf(exitOas);
    if (spread !== undefined) {
      refuseBesideOas({ exitYield, exitSpeed });
      const found = poolOasHorizon({
        ...oasExit(held.pool, atOas, { delayDays, accruedDays }, speed),
        price: held.price,
        months: held.months,
        exitOas: spread,
        reinvestment: optional(reinvestment, "reinvestment", readRate, null),
      });
      return card([
        ...returnMeasures(found),
        ["oas", found.oas * 10_000],
        ["exitOas", found.exitOas * 10_000],
        ["cpr", found.cpr],
        ["fastShare", found.fastShare],
      ]);
    }
    refuseWithoutOas(atOas);
    const now = readSpeed(speed, "speed");
    const exit = required(exitYield, "exitYield", readRate);
    const found = poolHorizon({
      ...held,
      timing: oneTiming(delayDays, accruedDays),
      speed: now,
      exitYield: exit,
      exitSpeed: isOmitted(exitSpeed, "exitSpeed") ? now : readSpeed(exitSpeed, "exitSpeed"),
      reinvestment: optional(reinvestment, "reinvestment", readRate, exit),
    });
    return card(returnMeasures(found));
  });
}

const returnMeasures = (found: PoolHorizon): Measure[] => [
  ["return", found.return],
  ["factor", found.factor],
  ["exitPrice", found.exitPrice],
  ["returnBey", found.returnBey],
];

/**
 * The constant speed at which a pass-through bought at a price yields the target: faster, and a premium yields less. #N/A when there is none.
 * @customfunction BREAKEVENCPR
 * @param {any} price Clean price per 100: 103, or in 32nds "103-00".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any} targetYield Bond-equivalent yield wanted as a decimal.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @returns {any} The CPR as a decimal.
 */
export function breakevenCprCell(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  targetYield: any,
  delayDays?: any,
  accruedDays?: any,
): any {
  return forExcel(() =>
    finiteCell(
      impliedSpeed(
        onePool({ coupon, wac, wam, age }),
        oneTiming(delayDays, accruedDays),
        required(price, "price", poolPriceReader),
        required(targetYield, "targetYield", readRate),
        "CPR",
      ),
    ),
  );
}
