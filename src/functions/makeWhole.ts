import { readDate, readSpread } from "../assumptions/humanValues";
import { makeWhole } from "../calc/bond/makeWhole";
import { bondYield } from "../calc/bond/price";
import { oneCase } from "./excel/elementwise";
import { optional, required, zeroIsBlank } from "./excel/oneCell";
import { card, forExcel } from "./excel/results";
import { plainBond, settledArguments, type SettledTerms } from "./terms/bondTerms";
import { curve as readCurve } from "./terms/curve";

/**
 * The price at which an issuer redeems a bond by its make-whole call, as indentures define it: what the bond would pay if it matured at 100 on its par call date, discounted semiannually over 30-day months at the Treasury yield of the remaining life plus a spread; 100 at least. The Treasury yield is interpolated by days and never extrapolated. A make-whole price moves with Treasury yields, so it has no place in a yield to worst: BONDOAS takes the par call as a row of calls, at 100.
 * @customfunction MAKEWHOLE
 * @param {any} settlement The day of the redemption, before parCallDate: an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual Treasury par yield as a decimal. A tenor ends so many months after settlement.
 * @param {any} spreadBp The make-whole spread in basis points: 15 for T+15.
 * @param {any} [parCallDate] The day from which the bond may be redeemed at 100; maturity by default.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count of the coupons: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [field] "ALL" (default) for the card, or one measure: price (clean), accrued, amount (price with accrued interest, what is paid), presentValue (clean, before 100 is the least), treasuryYield (not rounded), discountRate (treasuryYield with the spread), remainingDays, yieldToMaturity (street, of a buyer at the price).
 * @returns {any[][]} A card, or the one measure.
 */
export function makeWholeCard(
  settlement: any,
  maturity: any,
  coupon: any,
  curve: any[][],
  spreadBp: any,
  parCallDate?: any,
  frequency?: any,
  basis?: any,
  field?: any,
): any[][] {
  return forExcel(() => {
    const terms = oneCase<SettledTerms>(
      settledArguments(settlement, maturity, coupon, frequency, basis),
      "a card is",
    );
    const bond = plainBond(terms);
    const spread = required(spreadBp, "spreadBp", readSpread);
    const parCall = optional(parCallDate, "parCallDate", zeroIsBlank(readDate, null), null);
    const call = { bond, redemption: terms.settlement, parCall, spread };
    const found = makeWhole(call, readCurve(curve, "curve"));
    return card(
      [
        ["price", found.price],
        ["accrued", found.accrued],
        ["amount", found.price + found.accrued],
        ["presentValue", found.presentValue],
        ["treasuryYield", found.treasuryYield],
        ["discountRate", found.treasuryYield + spread / 10_000],
        ["remainingDays", found.remainingDays],
        ["yieldToMaturity", () => bondYield(bond, terms.settlement, found.price)],
      ],
      field,
    );
  });
}
