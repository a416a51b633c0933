import type { Bond } from "../../calc/bond/bond";
import { bondPrice, bondYield } from "../../calc/bond/price";
import { bondRisk } from "../../calc/bond/risk";
import { price, rate, type DaySerial } from "../../calc/units";
import { type Builtin, ofNumbers } from "./builtin";
import { basisOf, dayOf, frequencyOf, requireAtLeast, requireOrder } from "./days";

/** Regular coupons; the odd ones are said beside it. */
const REGULAR = { issue: null, firstCoupon: null, lastCoupon: null };

/** The terms that Excel's bond functions have in common, checked as they are. */
function termsOf(
  settlement: number,
  maturity: number,
  coupon: number,
  redemption: number,
  frequency: number,
  basis: number | undefined,
): { day: DaySerial; bond: Bond } {
  const [day, end] = [dayOf("settlement", settlement), dayOf("maturity", maturity)];
  const periods = frequencyOf(frequency);
  const count = basisOf(basis);
  requireAtLeast("rate", coupon, 0);
  requireAtLeast("redemption", redemption, 0, true);
  requireOrder(["settlement", day], ["maturity", end]);
  return {
    day,
    bond: {
      ...REGULAR,
      maturity: end,
      coupon: rate(coupon),
      redemption: price(redemption),
      frequency: periods,
      basis: count,
    },
  };
}

const PRICE = "settlement maturity rate yld redemption frequency ? basis";
const YIELD = "settlement maturity rate pr redemption frequency ? basis";
const DURATION = "settlement maturity coupon yld frequency ? basis";

/** Bonds with regular coupons: the calculation module's, by Excel's day counts. */
export const BONDS: readonly Builtin[] = [
  ofNumbers("PRICE", PRICE, (settlement, maturity, coupon, yld, redemption, frequency, basis) => {
    const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
    requireAtLeast("yld", yld, 0);
    return bondPrice(bond, day, rate(yld), "excel");
  }),
  ofNumbers("YIELD", YIELD, (settlement, maturity, coupon, pr, redemption, frequency, basis) => {
    const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
    requireAtLeast("pr", pr, 0, true);
    return bondYield(bond, day, price(pr), "excel");
  }),
  ofNumbers("DURATION", DURATION, (settlement, maturity, coupon, yld, frequency, basis) => {
    const { day, bond } = termsOf(settlement, maturity, coupon, 100, frequency, basis);
    requireAtLeast("yld", yld, 0);
    return bondRisk(bond, day, rate(yld), "excel").macaulay;
  }),
  ofNumbers("MDURATION", DURATION, (settlement, maturity, coupon, yld, frequency, basis) => {
    const { day, bond } = termsOf(settlement, maturity, coupon, 100, frequency, basis);
    requireAtLeast("yld", yld, 0);
    return bondRisk(bond, day, rate(yld), "excel").modified;
  }),
];

const ODD_FIRST = "settlement maturity issue first_coupon rate";
const ODD_LAST = "settlement maturity last_interest rate";

/** Bonds with an odd first or last period. */
export const ODD_BONDS: readonly Builtin[] = [
  ofNumbers(
    "ODDFPRICE",
    `${ODD_FIRST} yld redemption frequency ? basis`,
    (settlement, maturity, issue, first, coupon, yld, redemption, frequency, basis) => {
      const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
      requireAtLeast("yld", yld, 0);
      return bondPrice(withOddFirst(bond, day, issue, first), day, rate(yld), "excel");
    },
  ),
  ofNumbers(
    "ODDFYIELD",
    `${ODD_FIRST} pr redemption frequency ? basis`,
    (settlement, maturity, issue, first, coupon, pr, redemption, frequency, basis) => {
      const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
      requireAtLeast("pr", pr, 0, true);
      return bondYield(withOddFirst(bond, day, issue, first), day, price(pr), "excel");
    },
  ),
  ofNumbers(
    "ODDLPRICE",
    `${ODD_LAST} yld redemption frequency ? basis`,
    (settlement, maturity, last, coupon, yld, redemption, frequency, basis) => {
      const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
      requireAtLeast("yld", yld, 0);
      return bondPrice(withOddLast(bond, day, last), day, rate(yld), "excel");
    },
  ),
  ofNumbers(
    "ODDLYIELD",
    `${ODD_LAST} pr redemption frequency ? basis`,
    (settlement, maturity, last, coupon, pr, redemption, frequency, basis) => {
      const { day, bond } = termsOf(settlement, maturity, coupon, redemption, frequency, basis);
      requireAtLeast("pr", pr, 0, true);
      return bondYield(withOddLast(bond, day, last), day, price(pr), "excel");
    },
  ),
];

function withOddFirst(bond: Bond, settlement: DaySerial, issue: number, first: number): Bond {
  const [start, coupon] = [dayOf("issue", issue), dayOf("first_coupon", first)];
  requireOrder(["issue", start], ["settlement", settlement]);
  requireOrder(["settlement", settlement], ["first_coupon", coupon]);
  requireOrder(["first_coupon", coupon], ["maturity", bond.maturity]);
  return { ...bond, issue: start, firstCoupon: coupon };
}

function withOddLast(bond: Bond, settlement: DaySerial, last: number): Bond {
  const coupon = dayOf("last_interest", last);
  requireOrder(["last_interest", coupon], ["settlement", settlement]);
  return { ...bond, lastCoupon: coupon };
}
