import { readDate, readPrice, readRate } from "../assumptions/humanValues";
import { bondForward, impliedRepo } from "../calc/bond/bondForward";
import {
  conversionFactor,
  TREASURY_FUTURES,
  type TreasuryFuture,
} from "../calc/bond/conversionFactor";
import { bondYield } from "../calc/bond/price";
import { missing } from "../calc/errors";
import type { SettlementMonth } from "../calc/mortgage/tbaCalendar";
import type { DaySerial, Rate } from "../calc/units";
import { cases, oneCase } from "./excel/elementwise";
import { choice, optional, required, zeroIsBlank } from "./excel/oneCell";
import { card, excelError, forExcel } from "./excel/results";
import { couponReader, plainBond, pricedArguments, type PricedBond } from "./terms/bondTerms";
import { settlementMonth } from "./terms/settlement";

/**
 * The forward price of a bond that is financed until a later day: the price with accrued interest, grown at the repo rate (simple, actual/360), less the coupons on the way and what they earn. With a forward price it says which repo rate that price implies: for a Treasury future, the future's price times its conversion factor.
 * @customfunction BONDFORWARD
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} price Clean price now per 100: 99.5, or in 32nds "99-16".
 * @param {any} forwardDate The day on which the bond is sold, after settlement and before maturity.
 * @param {any} repo Financing rate until then as a decimal, simple, actual/360.
 * @param {any} [field] "ALL" (default) for the card, or one measure: forwardPrice (clean), drop (price less forwardPrice), accrued, forwardAccrued, income (coupons on the way), days, forwardYield, impliedRepo.
 * @param {any} [forwardPrice] Clean price per 100 at which the bond is sold, for impliedRepo: a future's price times the factor of CONVFACTOR.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT as Treasuries have it, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [reinvestment] What coupons earn until the forward day, a decimal, simple, actual/360; the repo rate by default, for impliedRepo the implied one.
 * @returns {any[][]} A card, or the one measure.
 */
export function bondForwardCard(
  settlement: any,
  maturity: any,
  coupon: any,
  price: any,
  forwardDate: any,
  repo: any,
  field?: any,
  forwardPrice?: any,
  frequency?: any,
  basis?: any,
  reinvestment?: any,
): any[][] {
  return forExcel(() => {
    const terms = oneCase<PricedBond>(
      pricedArguments(settlement, maturity, coupon, price, frequency, basis),
      "a card is",
    );
    const bond = plainBond(terms);
    const financed = {
      bond,
      settlement: terms.settlement,
      clean: terms.price,
      forwardDate: required(forwardDate, "forwardDate", readDate),
      reinvestment: optional(reinvestment, "reinvestment", readRate, null),
    };
    const found = bondForward(financed, required(repo, "repo", readRate));
    const sold = optional(forwardPrice, "forwardPrice", zeroIsBlank(readPrice, null), null);
    return card(
      [
        ["forwardPrice", found.forwardPrice],
        ["drop", found.drop],
        ["accrued", found.accrued],
        ["forwardAccrued", found.forwardAccrued],
        ["income", found.income],
        ["days", found.days],
        ["forwardYield", () => bondYield(bond, financed.forwardDate, found.forwardPrice)],
        ["impliedRepo", () => (sold === null ? NOT_SOLD() : impliedRepo(financed, sold))],
      ],
      field,
    );
  });
}

const NOT_SOLD = () =>
  excelError(
    missing("forwardPrice is blank; impliedRepo needs the price at which the bond is sold"),
  );

/**
 * The conversion factor of a note or bond in a Treasury future by the exchange's published rule: its price per 1 at a yield of 6% on the first day of the delivery month, the time to maturity rounded down to months (2, 3 and 5 years) or quarters, to four decimals. One answer a row. Whether the bond can be delivered is not judged.
 * @customfunction CONVFACTOR
 * @param {any[][]} coupon Coupon a year as a decimal: 0.0375, not 3.75.
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} deliveryMonth Month of delivery: March, June, September or December, as "2026-03" or any date in it.
 * @param {any[][]} contract The future: "TU" (2 years), "3YR", "FV" (5), "TY" (10), "TN" (ultra 10-year), "US" (bond), "UB" (ultra bond), or "ZT", "Z3N", "ZF", "ZN", "ZB".
 * @returns {any[][]} The factor of each row.
 */
export function convFactorCells(
  coupon: any[][],
  maturity: any[][],
  deliveryMonth: any[][],
  contract: any[][],
): any[][] {
  return forExcel(() =>
    cases<{
      coupon: Rate;
      maturity: DaySerial;
      deliveryMonth: SettlementMonth;
      contract: TreasuryFuture;
    }>(
      {
        coupon: { argument: coupon, reader: couponReader },
        maturity: { argument: maturity, reader: readDate },
        deliveryMonth: { argument: deliveryMonth, reader: settlementMonth },
        contract: { argument: contract, reader: futureReader },
      },
      (it) => conversionFactor(it.coupon, it.maturity, it.deliveryMonth, it.contract),
    ),
  );
}

const futureReader = choice(TREASURY_FUTURES);
