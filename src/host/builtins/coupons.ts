import { excelCoupons, type ExcelCoupons } from "../../calc/bond/excelCoupons";
import { accrint } from "../../calc/excel/accrued";
import { rate } from "../../calc/units";
import { type Builtin, ofNumbers } from "./builtin";
import { basisOf, dayOf, frequencyOf, requireAtLeast, requireOrder } from "./days";

const coupons = (name: string, result: keyof ExcelCoupons): Builtin =>
  ofNumbers(name, "settlement maturity frequency ? basis", (settlement, maturity, number, code) => {
    const [day, end] = [dayOf("settlement", settlement), dayOf("maturity", maturity)];
    const [frequency, basis] = [frequencyOf(number), basisOf(code)];
    requireOrder(["settlement", day], ["maturity", end]);
    return excelCoupons(day, end, frequency, basis)[result];
  });

/** Coupon dates and accrued interest. */
export const COUPONS: readonly Builtin[] = [
  coupons("COUPDAYBS", "daysAccrued"),
  coupons("COUPDAYS", "days"),
  coupons("COUPDAYSNC", "daysToNext"),
  coupons("COUPNCD", "next"),
  coupons("COUPNUM", "count"),
  coupons("COUPPCD", "previous"),
  ofNumbers(
    "ACCRINT",
    "issue first_interest settlement rate par frequency ? basis calc_method",
    (issue, first, settlement, coupon, par, number, code, fromIssue = 1) => {
      const [start, day] = [dayOf("issue", issue), dayOf("settlement", settlement)];
      const firstInterest = dayOf("first_interest", first);
      const [frequency, basis] = [frequencyOf(number), basisOf(code)];
      requireAtLeast("rate", coupon, 0, true);
      requireAtLeast("par", par, 0, true);
      requireOrder(["issue", start], ["settlement", day]);
      const all = fromIssue !== 0;
      return accrint(start, firstInterest, day, rate(coupon), par, frequency, basis, all);
    },
  ),
];
