import { DAYS_IN_YEAR } from "../calc/bond/datedCurve";
import { discountFactor } from "../calc/curve/discountCurve";
import type { ParCurve } from "../calc/curve/parCurve";
import { movedPar } from "../calc/curve/rateMove";
import { callableBond, type CallableBond } from "../calc/rates/callableBond";
import {
  curveRisk,
  optionAdjustedSpread,
  zeroRisk,
  type EffectiveRisk,
} from "../calc/rates/callableOas";
import { straightValue } from "../calc/rates/callableValue";
import type { Discount } from "../calc/rates/hullWhite";
import { yieldToWorst, type WorstYield } from "../calc/rates/yieldToWorst";
import { datedCurve, type DatedCurve } from "../calc/spread/bondSpread";
import { zSpread } from "../calc/spread/zSpread";
import { oneCase } from "./excel/elementwise";
import { optional } from "./excel/oneCell";
import { card, forExcel } from "./excel/results";
import { plainBond, pricedArguments } from "./terms/bondTerms";
import { redemptionArguments } from "./terms/callTerms";
import { curve as readCurve } from "./terms/curve";
import { paymentArguments } from "./terms/paymentTerms";
import { rateMoveReader } from "./terms/rateMove";
import { shortRateArguments } from "./terms/shortRate";

/**
 * Option-adjusted spread of a bond that its issuer may call or its holder put, what these choices cost, and how its price answers to rates. Short rate on a lattice fitted to the curve. Calls at any time, make-whole calls, coupon steps and sinking funds are among the last arguments.
 * @customfunction BONDOAS
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. A tenor ends so many months after settlement.
 * @param {any[][]} calls Two columns: days on which the bond may be called, rising, before maturity, and clean prices per 100. Days up to settlement have passed. See exercise. "none" where there are puts only.
 * @param {any} [hwVol] Volatility a year as a decimal: of the short rate, 0.0005 to 0.05; 0.0085 by default, that is 85 bp. See volKind.
 * @param {any} [hwMeanReversion] Mean reversion of the short rate a year, 0 to 0.5; 0.03 by default, 0 where volKind is "normal" or "lognormal".
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [field] "ALL" (default) for the card, or one measure: oas, zSpread and optionCost (their difference; below 0 where puts are worth more) in basis points, continuous; effectiveDuration in years and effectiveConvexity in years², not halved, for the par yields of the curve 25 bp up and down; straightPrice, clean without calls and puts at the oas; yieldToWorst; workoutDate, its day.
 * @param {any} [move] What moves for the effective measures: "par" (default), the par yields at the curve's tenors, as MBSOAS and BONDKRD have it; or "zero", its continuous zero rates.
 * @param {any} [exercise] When the issuer may call: "bermudan" (default), on the days of calls; "european", on one day; "american", on any day from the day of each row until the next row's, the last until maturity, with accrued interest paid on top. A par call window is one row with "american".
 * @param {any} [noticeDays] Calendar days between the issuer's decision and the redemption, 0 (default) to 365. A call that would have had to be announced up to settlement has passed. Puts, make-whole calls and calls of a floating period know no notice.
 * @param {any[][]} [puts] Two columns: days on which the holder may put the bond, and on no other, rising, before maturity, and clean prices per 100.
 * @param {any} [volKind] What hwVol is of: "hw" (default), the short rate, absolute, with mean reversion; "normal", yields of all maturities, absolute; "lognormal", yields, relative to them: 0.22 for 22%, as terminals quote it, 0.01 to 2.
 * @param {any} [makeWholeBp] Spread of a make-whole call in basis points, over the curve's zero rates, continuous: on any day before the first row of calls the issuer may pay what the bond would be worth if it ended by that call (at maturity where calls is "none"), 100 at least; 0 to 500. MAKEWHOLE has another spread, over one Treasury yield. No part of yieldToWorst.
 * @param {any[][]} [couponSteps] Two columns: coupon days from which another coupon holds, rising, and the coupons as decimals. Before the first it is coupon.
 * @param {any[][]} [sinking] Two columns: coupon days on which principal is repaid at 100, rising, and its amount per 100 of face value at issue. Rows up to settlement have been paid; prices are per 100 of what is left.
 * @param {any} [floatFrom] The coupon day from which a fixed-to-float bond floats: the index of the curve and floatBp, quarterly, ACT/360. From then on calls and puts are on payment days, without notice, and the coupon has no floor; a call there depends on floatBp against the oas, not on volatility.
 * @param {any} [floatBp] Margin over the index in basis points.
 * @returns {any[][]} A card, or the one measure.
 */
export function bondOasCard(
  settlement: any,
  maturity: any,
  coupon: any,
  price: any,
  curve: any[][],
  calls: any[][],
  hwVol?: any,
  hwMeanReversion?: any,
  frequency?: any,
  basis?: any,
  field?: any,
  move?: any,
  exercise?: any,
  noticeDays?: any,
  puts?: any[][],
  volKind?: any,
  makeWholeBp?: any,
  couponSteps?: any[][],
  sinking?: any[][],
  floatFrom?: any,
  floatBp?: any,
): any[][] {
  return forExcel(() => {
    const it = oneCase(
      pricedArguments(settlement, maturity, coupon, price, frequency, basis),
      "an option-adjusted spread is",
    );
    const par = readCurve(curve, "curve");
    const rights = redemptionArguments({ calls, exercise, noticeDays, puts, makeWholeBp });
    const model = shortRateArguments(hwVol, hwMeanReversion, volKind);
    const schedule = paymentArguments({ couponSteps, sinking, floatFrom, floatBp });
    const bond = plainBond(it);
    const moves = optional(move, "move", rateMoveReader, "par");
    const discountOf = (yields: ParCurve): Discount => {
      const { discount } = datedCurve(yields, it.settlement);
      return (years) => discountFactor(discount, years);
    };
    const dated = datedCurve(par, it.settlement);
    const laid = callableBond(bond, rights, it.settlement, model, discountOf(par), schedule);
    const spread = optionAdjustedSpread(laid, it.price);
    const oas = spread * 10_000;
    const zSpread = staticSpread(laid, it.price, dated);
    let knownRisk: EffectiveRisk | undefined;
    const risk = () =>
      (knownRisk ??=
        moves === "zero"
          ? zeroRisk(laid, spread)
          : curveRisk(laid, spread, (by) => discountOf(movedPar(par, by))));
    let knownWorst: WorstYield | undefined;
    const worst = () =>
      (knownWorst ??= yieldToWorst(bond, rights, it.settlement, it.price, laid.payments));
    return card(
      [
        ["oas", oas],
        ["zSpread", zSpread],
        ["optionCost", zSpread - oas],
        ["effectiveDuration", () => risk().duration],
        ["effectiveConvexity", () => risk().convexity],
        ["straightPrice", () => straightValue(laid, spread) - laid.accrued],
        ["yieldToWorst", () => worst().yield],
        ["workoutDate", () => worst().day],
      ],
      field,
    );
  });
}

/** Continuous Z-spread of a bond's payments, basis points. */
function staticSpread({ payments, accrued }: CallableBond, clean: number, curve: DatedCurve) {
  const { days, interest, principal } = payments;
  const times = days.map((day) => (day - curve.settlement) / DAYS_IN_YEAR);
  const amounts = interest.map((paid, k) => paid + (principal[k] as number));
  return zSpread(clean + accrued, times, amounts, curve.discount, "continuous");
}
