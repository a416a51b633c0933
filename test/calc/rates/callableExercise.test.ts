import { bondPayments } from "../../../src/calc/bond/bondPayments";
import { bondFlows } from "../../../src/calc/bond/flows";
import { accrued } from "../../../src/calc/bond/price";
import { bondOption } from "../../../src/calc/rates/bondOption";
import { callableBond } from "../../../src/calc/rates/callableBond";
import { callableValue, straightValue } from "../../../src/calc/rates/callableValue";
import type { Call, Exercise } from "../../../src/calc/rates/callSchedule";
import { shortRateVariance, zeroBondAt } from "../../../src/calc/rates/hullWhite";
import { daySerial, price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { bermudan } from "../../support/calls";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { REFERENCE, referenceCurve, timeOf } from "../../support/ratesCurves";

const flat = referenceCurve("flat4");
const MODEL = { meanReversion: 0.03, volatility: 0.01 };
const call = (iso: string, per100: number): Call => ({ day: day(iso), price: price(per100) });
const american = { exercise: "american" } as const;

/** "2029-01-16:102 2030-01-16:101" */
const table = (text = "") =>
  text
    .split(" ")
    .filter((it) => it !== "")
    .map((it) => call(it.split(":")[0] as string, Number(it.split(":")[1])));

const rows = golden("callableExercise.csv").map((row) => {
  const bond = bondOf({ maturity: day(row.maturity), coupon: rate(Number(row.coupon)) });
  const rights = bermudan(table(row.calls), {
    exercise: row.exercise as Exercise,
    puts: table(row.puts),
  });
  const model = {
    meanReversion: Number(row.a),
    volatility: Number(row.sigma),
    isLognormal: row.kind === "lognormal",
  };
  return { row, bond, rights, model };
});

describe("calls and puts against QuantLib's trees", () => {
  it("are worth what the trees say, within 0.03 per 100 and their own change from step to half step", () => {
    expect(rows.length).toBe(36);
    const misses = rows
      .map(({ row, bond, rights, model }) => {
        const found = callableValue(callableBond(bond, rights, REFERENCE, model, flat), 0);
        const unsure = Math.abs(Number(row.clean_double) - Number(row.clean));
        return [row.id, found - Number(row.clean_double), 0.03 + 2 * unsure] as const;
      })
      .filter(([, off, allowed]) => !(Math.abs(off) <= allowed));
    expect(misses).toEqual([]);
  });
});

/** Prices of zero-bonds at a normal quantile of the short rate on a day, seen from the reference day. */
function zeroBondsAt(start: number, quantile: number) {
  const shortRate = 0.04 + quantile * Math.sqrt(shortRateVariance(MODEL, start));
  return (maturity: number) =>
    zeroBondAt(MODEL, start, maturity, shortRate, {
      toStart: flat(start),
      toMaturity: flat(maturity),
      forward: 0.04,
    });
}

/** The mean of a function of a standard normal variable, by the trapezium rule. */
function normalMean(of: (quantile: number) => number): number {
  const step = 0.002;
  let sum = 0;
  for (let z = -8; z <= 8; z += step) sum += of(z) * Math.exp((-z * z) / 2);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

describe("notice", () => {
  it.each([
    ["2029-02-20", 30],
    ["2029-07-16", 45],
    ["2031-10-01", 90],
    ["2031-07-17", 15],
  ])(
    "decides before the redemption: a call on %s with %i days against the integral over the rate",
    (called, noticeDays) => {
      const bond = bondOf({ maturity: day("2036-01-16"), coupon: rate(0.045) });
      const redeemed = day(called);
      const rights = bermudan([{ day: redeemed, price: price(100) }], { noticeDays });
      const laid = callableBond(bond, rights, REFERENCE, MODEL, flat);
      // On the day of the decision the issuer swaps what is due after the redemption for its price.
      const decided = (redeemed - noticeDays - REFERENCE) / 365;
      const { days, interest, principal } = bondFlows(bond, redeemed);
      const cost = 100 + accrued(bond, redeemed);
      const gain = normalMean((z) => {
        const worth = zeroBondsAt(decided, z);
        let left = -cost * worth((redeemed - REFERENCE) / 365);
        days.forEach((on, k) => {
          const paid = (interest[k] as number) + (principal[k] as number);
          left += paid * worth((on - REFERENCE) / 365);
        });
        return Math.max(0, left);
      });
      const expected = straightValue(laid, 0) - flat(decided) * gain;
      expect(Math.abs(callableValue(laid, 0) - expected)).toBeLessThan(0.003);
    },
  );

  it("passes over what would have had to be announced up to settlement", () => {
    const bond = bondOf({ maturity: day("2036-01-16") });
    const [first, second] = [call("2026-02-15", 100), call("2026-02-16", 100)];
    const value = (calls: Call[]) =>
      callableValue(
        callableBond(bond, bermudan(calls, { noticeDays: 30 }), REFERENCE, MODEL, flat),
        0,
      );
    // 30 days after 16 January is 15 February: the issuer would have had to speak on the 16th.
    expect(value([first, second])).toBe(value([second]));
    expect(() => value([first])).toThrow(
      calcError("invalid", /^calls has no day after settlement, 2026-01-16 and 30 days of notice/),
    );
  });
});

describe("an American call", () => {
  it("is what the cheapest day costs at zero volatility", () => {
    const model = { meanReversion: 0.03, volatility: 0 };
    for (const [coupon, noticeDays, spread] of [
      [0.05, 0, 0],
      [0.05, 30, 0],
      [0.03, 0, 0],
      [0.05, 0, 0.004],
      [0.06, 60, -0.01],
    ] as const) {
      const bond = bondOf({ maturity: day("2032-01-16"), coupon: rate(coupon) });
      const rights = bermudan([call("2028-04-01", 101), call("2030-01-16", 100)], {
        ...american,
        noticeDays,
      });
      const laid = callableBond(bond, rights, REFERENCE, model, flat);
      const worth = (on: number) =>
        flat((on - REFERENCE) / 365) * Math.exp((-spread * (on - REFERENCE)) / 365);
      const { days, interest } = bondFlows(bond, REFERENCE);
      const redeemedOn = (end: number, amount: number) =>
        days.reduce(
          (sum, on, k) => sum + (on <= end ? (interest[k] as number) * worth(on) : 0),
          amount * worth(end),
        );
      let cheapest = redeemedOn(bond.maturity, 100);
      for (let on: number = day("2028-04-01"); on < bond.maturity; on++) {
        const per100 = on < day("2030-01-16") ? 101 : 100;
        cheapest = Math.min(cheapest, redeemedOn(on, per100 + accrued(bond, daySerial(on))));
      }
      // Accrued interest grows by jumps of the calendar of 360 days: the best of all days is a little better.
      const found = callableValue(laid, spread);
      expect(found).toBeGreaterThan(cheapest - 1e-9);
      expect(found - cheapest).toBeLessThan(0.02);
    }
  });

  it("is nearer to a daily one than 0.008 per 100, for any kind of volatility", () => {
    const bond = bondOf({ maturity: day("2036-01-16"), coupon: rate(0.05) });
    const rights = bermudan([call("2029-01-16", 102), call("2031-01-16", 100)], american);
    for (const model of [MODEL, { meanReversion: 0, volatility: 0.22, isLognormal: true }]) {
      const value = (step?: number) =>
        callableValue(callableBond(bond, rights, REFERENCE, model, flat, undefined, step), 0);
      expect(Math.abs(value() - value(1 / 365))).toBeLessThan(0.008);
    }
  });

  it("costs more than calls on some of its days, and less with a notice", () => {
    const bond = bondOf({ maturity: day("2036-01-16"), coupon: rate(0.05) });
    const calls = [call("2029-01-16", 100)];
    const value = (more: object, of = calls) =>
      callableValue(callableBond(bond, bermudan(of, more), REFERENCE, MODEL, flat), 0);
    const yearly = [2029, 2030, 2031, 2032, 2033, 2034, 2035].map((it) => call(`${it}-01-16`, 100));
    const ladder = [value(american), value({}, yearly), value({})];
    expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    expect(value({ exercise: "european" })).toBe(value({}));
  });

  it("that can be used at once bounds the price, but for a notice", () => {
    const bond = bondOf({ maturity: day("2036-01-16") });
    const open = (noticeDays: number) =>
      callableBond(
        bond,
        bermudan([call("2025-01-16", 102), call("2028-01-16", 100)], { ...american, noticeDays }),
        REFERENCE,
        MODEL,
        flat,
      ).ceiling;
    expect([open(0), open(30)]).toEqual([102, Infinity]);
  });
});

describe("a put", () => {
  it("is the bond and an option to sell it: within 0.003 per 100 of the closed form", () => {
    for (const [years, coupon, put, per100] of [
      [10, 0.035, "2029-01-16", 100],
      [10, 0.05, "2030-03-10", 98],
      [30, 0.04, "2036-01-16", 100],
    ] as const) {
      const bond = bondOf({ maturity: day(`${2026 + years}-01-16`), coupon: rate(coupon) });
      const puts = [call(put, per100)];
      const laid = callableBond(bond, bermudan([], { puts }), REFERENCE, MODEL, flat);
      const { days, interest, principal } = bondFlows(bond, day(put));
      const amounts = interest.map((paid, k) => paid + (principal[k] as number));
      const payments = { times: days.map((on) => (on - REFERENCE) / 365), amounts };
      const strike = per100 + accrued(bond, day(put));
      const option = bondOption(MODEL, "put", strike, timeOf(put), payments, flat);
      const found = callableValue(laid, 0);
      expect(Math.abs(found - straightValue(laid, 0) - option)).toBeLessThan(0.003);
    }
  });

  it("together with a call at the same price ends the bond, whatever rates do", () => {
    const bond = bondOf({ maturity: day("2036-01-16") });
    const both = [call("2030-04-20", 101)];
    const laid = callableBond(bond, bermudan(both, { puts: both }), REFERENCE, MODEL, flat);
    const { days, interest } = bondFlows(bond, REFERENCE);
    const coupons = days.reduce(
      (sum, on, k) =>
        sum + (on < day("2030-04-20") ? (interest[k] as number) * flat((on - REFERENCE) / 365) : 0),
      0,
    );
    const paid = 101 + accrued(bond, day("2030-04-20"));
    expect(callableValue(laid, 0)).toBeCloseTo(coupons + paid * flat(timeOf("2030-04-20")), 10);
  });

  it("for more than a call of the same day is refused", () => {
    const bond = bondOf({ maturity: day("2036-01-16") });
    const rights = bermudan([call("2030-01-16", 100)], { puts: [call("2030-01-16", 101)] });
    expect(() => callableBond(bond, rights, REFERENCE, MODEL, flat)).toThrow(
      calcError("invalid", /^puts, row 1, has the price 101; it must have at most that for which/),
    );
  });
});

describe("a lognormal rate", () => {
  it("refuses a curve whose forward rates are not above 0", () => {
    const bond = bondOf({ maturity: day("2036-01-16") });
    const rights = bermudan([call("2030-01-16", 100)]);
    const model = { meanReversion: 0, volatility: 0.2, isLognormal: true };
    const curve = (years: number) => Math.exp(-0.02 * Math.min(years, 5));
    expect(() => callableBond(bond, rights, REFERENCE, model, curve)).toThrow(
      calcError("invalid", /^curve has a forward rate of .*; it must be above 0 where volKind/),
    );
  });

  it("has the curve's discount factor: without rights that count a bond is the straight one", () => {
    const bond = bondOf({ maturity: day("2056-01-16"), coupon: rate(0.05) });
    const rights = bermudan([call("2030-01-16", 900)]);
    const model = { meanReversion: 0.02, volatility: 0.3, isLognormal: true };
    const laid = callableBond(bond, rights, REFERENCE, model, referenceCurve("zero"));
    expect(callableValue(laid, 0)).toBeCloseTo(straightValue(laid, 0), 9);
    expect(callableValue(laid, 0.02)).toBeCloseTo(straightValue(laid, 0.02), 9);
  });
});

describe("coupon steps and sinking funds", () => {
  it("are worth what QuantLib's tree says, within 0.02 per 100", () => {
    const stepped = golden("callableSteps.csv");
    expect(stepped.length).toBe(5);
    for (const row of stepped) {
      const bond = bondOf({ maturity: day(row.maturity), coupon: rate(Number(row.coupon)) });
      const calls = (row.calls ?? "").split(" ").map((on) => call(on, 100));
      const steps = table(row.steps).map((it) => ({ day: it.day, coupon: rate(it.price) }));
      const model = { meanReversion: Number(row.a), volatility: Number(row.sigma) };
      const schedule = { steps, sinking: [] };
      const laid = callableBond(bond, bermudan(calls), REFERENCE, model, flat, schedule);
      const off = callableValue(laid, 0) - Number(row.clean_double);
      expect([row.id, Math.abs(off) < 0.02]).toEqual([row.id, true]);
    }
  });

  it("called once are the payments and an option on those after it: 0.003 per 100", () => {
    const bond = bondOf({ maturity: day("2036-01-16"), coupon: rate(0.05) });
    const schedule = {
      steps: [{ day: day("2032-01-16"), coupon: rate(0.06) }],
      sinking: [2028, 2030, 2033, 2034].map((it) => ({ day: day(`${it}-01-16`), amount: 15 })),
    };
    const called = call("2031-04-20", 102);
    const laid = callableBond(bond, bermudan([called]), REFERENCE, MODEL, flat, schedule);
    const { days, interest, principal } = bondPayments(bond, schedule, REFERENCE);
    const after = Array.from(days.keys()).filter((k) => (days[k] as number) > called.day);
    const payments = {
      times: after.map((k) => ((days[k] as number) - REFERENCE) / 365),
      amounts: after.map((k) => (interest[k] as number) + (principal[k] as number)),
    };
    // 70 are left after the payments of 2028 and 2030, and 94 days of 30/360 have accrued at 5%.
    const strike = 0.7 * (102 + (5 * 94) / 360);
    const option = bondOption(MODEL, "call", strike, timeOf("2031-04-20"), payments, flat);
    expect(Math.abs(callableValue(laid, 0) - straightValue(laid, 0) + option)).toBeLessThan(0.003);
  });
});

describe("a make-whole call", () => {
  const bond = bondOf({ maturity: day("2036-01-16"), coupon: rate(0.05) });
  const parCall = [call("2035-10-16", 100)];
  const lay = (more: object, calls = parCall) =>
    callableBond(bond, bermudan(calls, { ...american, ...more }), REFERENCE, MODEL, flat);

  it("lies between a call at par at any time and none", () => {
    const par = callableBond(
      bond,
      bermudan([call("2025-01-16", 100)], american),
      REFERENCE,
      MODEL,
      flat,
    );
    for (const spread of [-0.01, 0, 0.003, 0.02]) {
      for (const makeWholeSpread of [0.0015, 0.005, 0.02]) {
        const laid = lay({ makeWholeSpread });
        const value = callableValue(laid, spread);
        // Lattices of other times: each is within half a cent of calls on every day.
        expect(value).toBeGreaterThan(callableValue(par, spread) - 0.005);
        expect(value).toBeLessThan(callableValue(lay({}), spread) + 0.005);
        expect(value).toBeLessThan(straightValue(laid, spread) + 1e-9);
      }
    }
  });

  it("is worth nothing where the bond's spread is above it, for the par call alone", () => {
    const laid = lay({ makeWholeSpread: 0.0015 });
    expect(callableValue(laid, 0.01)).toBeCloseTo(callableValue(lay({}), 0.01), 6);
  });

  it("is used at once where the bond's spread is far below it and rates are low", () => {
    const laid = lay({ makeWholeSpread: 0.005 });
    // A day later it is worth what it costs now, and a day's interest more or less.
    expect(callableValue(laid, -0.005)).toBeCloseTo(laid.ceiling + laid.accrued, 1);
    // Payments until the par call at 50 bp over the curve.
    const { days, interest } = bondFlows(bond, REFERENCE);
    const worth = (iso: number) => Math.exp((-0.045 * (iso - REFERENCE)) / 365);
    const coupons = days.reduce(
      (sum, on, k) => sum + (on < day("2035-10-16") ? (interest[k] as number) * worth(on) : 0),
      0,
    );
    const last = 100 + (5 * 90) / 360;
    expect(laid.ceiling).toBeCloseTo(coupons + last * worth(day("2035-10-16")), 9);
  });

  it("costs par where payments are worth less", () => {
    expect(lay({ makeWholeSpread: 0.03 }).ceiling).toBe(100);
    expect(lay({ makeWholeSpread: 0.03 }, []).ceiling).toBe(100);
  });
});
