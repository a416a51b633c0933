import { floatingPayments } from "../../../src/calc/bond/floatingLeg";
import { bondPayments, ONE_COUPON } from "../../../src/calc/bond/bondPayments";
import { callableBond } from "../../../src/calc/rates/callableBond";
import { curveRisk } from "../../../src/calc/rates/callableOas";
import { callableValue, straightValue } from "../../../src/calc/rates/callableValue";
import type { EarlyRedemption } from "../../../src/calc/rates/callSchedule";
import { yieldToWorst } from "../../../src/calc/rates/yieldToWorst";
import { bp, price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { bermudan } from "../../support/calls";
import { calcError } from "../../support/errors";
import { REFERENCE, referenceCurve } from "../../support/ratesCurves";

const curve = referenceCurve("zero");
const NORMAL = { meanReversion: 0.03, volatility: 0.01 };
const LOGNORMAL = { meanReversion: 0, volatility: 0.25, isLognormal: true };
const bond = bondOf({ maturity: day("2032-01-16"), coupon: rate(0.05) });
const from = day("2031-01-16");
const never = bermudan([{ day: from, price: price(300) }]);
const parCall = bermudan([{ day: from, price: price(100) }]);
const lay = (marginBp: number, rights: EarlyRedemption, model: object = NORMAL) =>
  callableBond(bond, rights, REFERENCE, { ...NORMAL, ...model }, curve, {
    ...ONE_COUPON,
    floating: { from, marginBp: bp(marginBp) },
  });
/** The bond if it ended with its fixed coupons. */
const ending = callableBond(
  { ...bond, maturity: from },
  bermudan([{ day: day("2030-01-16"), price: price(300) }]),
  REFERENCE,
  NORMAL,
  curve,
);

describe("a fixed-to-float bond", () => {
  it("is worth the bond that ends where the index begins, if nothing is paid over the index", () => {
    expect(straightValue(lay(0, never), 0)).toBeCloseTo(straightValue(ending, 0), 9);
  });

  it("pays the margin by actual days over 360 on top", () => {
    const days = ["2031-04-16", "2031-07-16", "2031-10-16", "2032-01-16"];
    const margin = [90, 91, 92, 92].reduce((sum, length, k) => {
      const time = (day(days[k]) - REFERENCE) / 365;
      return sum + ((0.012 * length) / 360) * 100 * curve(time);
    }, 0);
    const found = straightValue(lay(120, never), 0) - straightValue(lay(0, never), 0);
    expect(found).toBeCloseTo(margin, 9);
  });

  it.each([
    ["normal", NORMAL],
    ["lognormal", LOGNORMAL],
  ])("is worth the same on the lattice as from forward rates: a %s rate", (_, model) => {
    for (const spread of [-0.005, 0, 0.02]) {
      const laid = lay(130, never, model);
      expect(callableValue(laid, spread)).toBeCloseTo(straightValue(laid, spread), 8);
    }
  });

  it("is called where the margin is above the spread, and goes on where it is below", () => {
    const called = callableValue(lay(250, parCall), 0.01);
    expect(called).toBeCloseTo(straightValue(ending, 0.01), 6);
    const goesOn = callableValue(lay(50, parCall), 0.02);
    expect(goesOn).toBeCloseTo(straightValue(lay(50, never), 0.02), 6);
  });

  it("has the duration of the bond until the call, whether it is called or not", () => {
    const moved = (by: number) => (years: number) => curve(years) * Math.exp(-by * years);
    for (const marginBp of [50, 250]) {
      const found = curveRisk(lay(marginBp, parCall), 0.012, moved).duration;
      expect(found).toBeCloseTo(curveRisk(ending, 0.012, moved).duration, 1);
    }
  });

  it("may be called on the payment days after it too, by American calls", () => {
    const calls = [{ day: from, price: price(100) }];
    const american = bermudan(calls, { exercise: "american", noticeDays: 10 });
    const daily = callableValue(lay(120, american), 0.0119);
    expect(daily).toBeLessThan(callableValue(lay(120, parCall), 0.0119) + 1e-9);
  });

  it("yields to the call what it would if it ended there, and to maturity what is projected", () => {
    const worth = (on: number) => curve((on - REFERENCE) / 365);
    const fixed = bondPayments(bond, ONE_COUPON, REFERENCE);
    const worst = (marginBp: number, clean: number) => {
      const floating = { from, marginBp: bp(marginBp) };
      const payments = floatingPayments(bond, fixed, floating, REFERENCE, worth);
      return yieldToWorst(bond, parCall, REFERENCE, price(clean), payments);
    };
    // 5% at par until the call: less than forward rates of about 4% and 300 bp, more than with −100.
    expect(worst(300, 100).day).toBe(from);
    expect(worst(300, 100).yield).toBeCloseTo(0.05, 12);
    const { yield: held, day: end } = worst(-100, 100);
    expect(end).toBe(bond.maturity);
    const { days, interest, principal, periods } = floatingPayments(
      bond,
      fixed,
      { from, marginBp: bp(-100) },
      REFERENCE,
      worth,
    );
    // Payment by payment at that yield, half-years of 181 to 184 days counted as halves and quarters.
    expect(periods.slice(-5)).toEqual(Float64Array.of(10, 10.5, 11, 11.5, 12));
    const value = days.reduce(
      (sum, _, k) =>
        sum +
        ((interest[k] as number) + (principal[k] as number)) *
          (1 + held / 2) ** -(periods[k] as number),
      0,
    );
    expect(value).toBeCloseTo(100, 10);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "a day between coupons",
      () => layFrom("2031-02-16"),
      /^floatFrom is 2031-02-16; it must be a coupon day before maturity, 2032-01-16/,
    ],
    ["a day that has passed", () => layFrom("2026-01-16"), /^floatFrom .* see FRNMARGIN/],
    [
      "a call between payments",
      () => lay(100, bermudan([{ day: day("2031-05-16"), price: price(100) }])),
      /^calls or puts have 2031-05-16; .* they must be on payment days, a quarter apart/,
    ],
    [
      "a make-whole call that does not end",
      () => lay(100, bermudan([], { makeWholeSpread: 0.002 })),
      /^calls has no row up to floatFrom, 2031-01-16; the call with which a make-whole call ends/,
    ],
  ])("refuses %s", (_, run, words) => {
    expect(run).toThrow(calcError("invalid", words));
  });
});

const layFrom = (iso: string) =>
  callableBond(bond, parCall, REFERENCE, NORMAL, curve, {
    ...ONE_COUPON,
    floating: { from: day(iso), marginBp: bp(100) },
  });
