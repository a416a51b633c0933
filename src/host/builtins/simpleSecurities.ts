import {
  disc,
  interestAtMaturity,
  priceDisc,
  received,
  simpleYield,
} from "../../calc/excel/discount";
import { priceMat, yieldMat } from "../../calc/excel/maturityInterest";
import { tbillEquivalent, tbillPrice, tbillYield } from "../../calc/excel/treasuryBill";
import type { Basis } from "../../calc/date/couponGrid";
import { monthsAfter } from "../../calc/excel/calendar";
import type { DaySerial } from "../../calc/units";
import { BuiltinError } from "./arguments";
import { type Builtin, ofNumbers } from "./builtin";
import { basisOf, dayOf, requireAtLeast, requireOrder } from "./days";

/** A security without coupons: two days, two amounts above 0, a day count. */
const discounted = (
  name: string,
  amounts: readonly [string, string],
  calculate: (start: DaySerial, end: DaySerial, a: number, b: number, basis: Basis) => number,
): Builtin =>
  ofNumbers(
    name,
    `settlement maturity ${amounts.join(" ")} ? basis`,
    (settlement, maturity, a, b, code) => {
      const [start, end] = [dayOf("settlement", settlement), dayOf("maturity", maturity)];
      requireAtLeast(amounts[0], a, 0, true);
      requireAtLeast(amounts[1], b, 0, true);
      const basis = basisOf(code);
      requireOrder(["settlement", start], ["maturity", end]);
      return calculate(start, end, a, b, basis);
    },
  );

/** A security that pays interest at maturity. */
const atMaturity = (name: string, amount: "yld" | "pr", calculate: typeof priceMat): Builtin =>
  ofNumbers(
    name,
    `settlement maturity issue rate ${amount} ? basis`,
    (settlement, maturity, issue, rate, value, code) => {
      const [day, end] = [dayOf("settlement", settlement), dayOf("maturity", maturity)];
      const start = dayOf("issue", issue);
      requireAtLeast("rate", rate, 0);
      requireAtLeast(amount, value, 0, amount === "pr");
      const basis = basisOf(code);
      requireOrder(["settlement", day], ["maturity", end]);
      if (start > day) requireOrder(["issue", start], ["settlement", day]);
      return calculate(day, end, start, rate, value, basis);
    },
  );

/** A Treasury bill: at most a year to maturity. */
const bill = (
  name: string,
  amount: "discount" | "pr",
  calculate: (days: number, value: number) => number,
): Builtin =>
  ofNumbers(name, `settlement maturity ${amount}`, (settlement, maturity, value) => {
    const [day, end] = [dayOf("settlement", settlement), dayOf("maturity", maturity)];
    requireAtLeast(amount, value, 0, true);
    requireOrder(["settlement", day], ["maturity", end]);
    if (end > monthsAfter(day, 12)) {
      throw new BuiltinError(
        "#NUM!",
        `maturity is ${end}; it must be at most a year after settlement`,
      );
    }
    const found = calculate(end - day, value);
    if (amount === "discount") requireAtLeast("the result", found, 0);
    return found;
  });

/** Securities without coupons, and those that pay all interest at maturity. */
export const SIMPLE_SECURITIES: readonly Builtin[] = [
  discounted("DISC", ["pr", "redemption"], disc),
  discounted("PRICEDISC", ["discount", "redemption"], priceDisc),
  discounted("YIELDDISC", ["pr", "redemption"], simpleYield),
  discounted("INTRATE", ["investment", "redemption"], simpleYield),
  discounted("RECEIVED", ["investment", "discount"], (...terms) => {
    const found = received(...terms);
    requireAtLeast("the amount received", found, 0);
    return found;
  }),
  ofNumbers(
    "ACCRINTM",
    "issue settlement rate par ? basis",
    (issue, settlement, rate, par, code) => {
      const [start, end] = [dayOf("issue", issue), dayOf("settlement", settlement)];
      requireAtLeast("rate", rate, 0, true);
      requireAtLeast("par", par, 0, true);
      const basis = basisOf(code);
      requireOrder(["issue", start], ["settlement", end]);
      return interestAtMaturity(start, end, rate, par, basis);
    },
  ),
  atMaturity("PRICEMAT", "yld", priceMat),
  atMaturity("YIELDMAT", "pr", yieldMat),
  bill("TBILLPRICE", "discount", tbillPrice),
  bill("TBILLYIELD", "pr", tbillYield),
  bill("TBILLEQ", "discount", tbillEquivalent),
];
