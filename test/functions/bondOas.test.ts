import { bondOasCard } from "../../src/functions/bondOas";
import { bondSpreadCells } from "../../src/functions/bondSpread";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { monthsLater } from "../../src/calc/date/serial";
import { day } from "../support/bondRows";
import { answer } from "../support/errors";
import { golden } from "../support/golden";
import { REFERENCE } from "../support/ratesCurves";

const CALLS = [
  ["2029-01-16", 102],
  ["2030-01-16", 101],
  ["2031-01-16", "100-00"],
];
const bondOas = (overrides: Record<number, unknown> = {}) => {
  const args: unknown[] = ["2026-01-16", "2036-01-16", 0.055, 101.25, BASE_CURVE, CALLS];
  for (const [at, value] of Object.entries(overrides)) args[Number(at)] = value;
  return bondOasCard(...(args as Parameters<typeof bondOasCard>));
};
const measures = (card: any[][]) => Object.fromEntries(card) as Record<string, number>;

/** Par yields of the tables' curve, 4% continuous by ACT/365F, on the days of the cell's curve. */
const FLAT = [0.5, 1, 3, 5, 7, 10, 15].map((tenor) => {
  const discount = (half: number) =>
    Math.exp((-0.04 * (monthsLater(REFERENCE, 6 * half) - REFERENCE)) / 365);
  const annuity = Array.from({ length: 2 * tenor }, (_, k) => discount(k + 1));
  return [tenor, (2 * (1 - discount(2 * tenor))) / annuity.reduce((a, b) => a + b)];
});

describe("BONDOAS", () => {
  it("has the reference table's spreads on its flat curve within 3 bp", () => {
    const rows = golden("callable_bonds_hw.csv").filter((row) => row.curve === "flat4");
    expect(rows.length).toBe(21);
    for (const row of rows) {
      const calls = Array.from({ length: Number(row.n_calls) }, (_, k) => [
        monthsLater(day(row.first_call), 6 * k),
        Number(row.call_price_clean),
      ]);
      const [[oas]] = bondOasCard(
        REFERENCE,
        row.maturity,
        Number(row.coupon),
        Number(row.market_clean),
        FLAT,
        calls,
        Number(row.sigma),
        Number(row.a),
        2,
        0,
        "oas",
      ) as [[number]];
      expect([row.id, Math.abs(oas - Number(row.oas_cont_bp_2x)) < 3]).toEqual([row.id, true]);
    }
  });

  it("adds up: the bond without its calls costs its straight price at the same spread", () => {
    const card = measures(bondOas());
    const zSpread = (clean: number) =>
      bondSpreadCells([["2026-01-16"]], [["2036-01-16"]], [[0.055]], [[clean]], BASE_CURVE, [
        ["ZC"],
      ])[0]?.[0] as number;
    expect(zSpread(card.straightPrice as number)).toBeCloseTo(card.oas as number, 8);
    expect(zSpread(101.25)).toBeCloseTo(card.zSpread as number, 10);
    expect(card.optionCost).toBeCloseTo((card.zSpread as number) - (card.oas as number), 12);
    expect(card.optionCost).toBeGreaterThan(0);
    expect(card.straightPrice).toBeGreaterThan(101.25);
  });

  it.each(golden("rateMoves.csv").map((row) => [row.years, row.move, row] as const))(
    "moves what it is told to: a %s-year bond without a call that counts, %s rates",
    (years, move, { coupon, price, duration }) => {
      const maturity = `${2026 + Number(years)}-01-15`;
      const never = [[`${2026 + Number(years)}-01-14`, 300]];
      const terms = { 0: "2026-01-15", 1: maturity, 2: Number(coupon), 3: Number(price), 5: never };
      const found = (how?: string) =>
        bondOas({ ...terms, 10: "effectiveDuration", 11: how })[0]?.[0] as number;
      expect(found(move)).toBeCloseTo(Number(duration), 7);
      if (move === "par") expect(found()).toBe(found("par"));
    },
  );

  it("refuses another word for what moves", () => {
    expect(answer(() => bondOas({ 10: "oas", 11: "parallel" }))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/move is "parallel"; it must be one of par, zero/),
    });
  });

  it("names its measures in order, and gives one of them", () => {
    expect(bondOas().map(([name]) => name)).toEqual([
      "oas",
      "zSpread",
      "optionCost",
      "effectiveDuration",
      "effectiveConvexity",
      "straightPrice",
      "yieldToWorst",
      "workoutDate",
    ]);
    expect(bondOas({ 10: "workoutDate" })).toEqual([[day("2031-01-16")]]);
  });

  it("takes volatility and reversion: more of the one costs more, more of the other less", () => {
    const cost = (overrides: Record<number, unknown>) =>
      measures(bondOas(overrides)).optionCost as number;
    expect(cost({ 6: 0.012 })).toBeGreaterThan(cost({ 6: 0.0085 }));
    expect(cost({ 7: 0.2 })).toBeLessThan(cost({ 7: 0.03 }));
    expect(cost({ 7: 0 })).toBeGreaterThan(cost({ 7: 0.03 }));
  });

  it("takes calls at any time, a notice, puts and kinds of volatility as its last arguments", () => {
    const cost = (overrides: Record<number, unknown>) =>
      measures(bondOas(overrides)).optionCost as number;
    expect(cost({ 12: "bermudan", 13: 0, 15: "hw" })).toBe(cost({}));
    expect(cost({ 12: "american" })).toBeGreaterThan(cost({}));
    // Who has to speak a month before has the less valuable choice.
    expect(cost({ 12: "american", 13: 60 })).toBeLessThan(cost({ 12: "american" }));
    expect(cost({ 14: [["2028-01-16", 99]] })).toBeLessThan(cost({}));
    expect(cost({ 5: "none", 14: [["2028-01-16", 99]] })).toBeLessThan(0);
    // Without reversion; and 85 bp are about a fifth of these yields.
    expect(cost({ 15: "normal" })).toBe(cost({ 7: 0 }));
    const lognormal = cost({ 6: 0.2, 15: "lognormal" });
    expect(Math.abs(lognormal / cost({ 15: "normal" }) - 1)).toBeLessThan(0.2);
  });

  it.each(["american", "bermudan"])(
    "goes from the price of QuantLib's tree back to no spread: %s, lognormal and normal",
    (exercise) => {
      const rows = golden("callableExercise.csv").filter(
        (row) => row.exercise === exercise && row.maturity === "2036-01-16" && row.puts === "",
      );
      expect(rows.length).toBe(exercise === "american" ? 12 : 4);
      for (const row of rows) {
        const calls = (row.calls ?? "").split(" ").map((it) => it.split(":"));
        const oas = bondOasCard(
          REFERENCE,
          row.maturity,
          Number(row.coupon),
          Number(row.clean_double),
          FLAT,
          calls.map(([on, per100]) => [on, Number(per100)]),
          Number(row.sigma),
          Number(row.a),
          2,
          0,
          "oas",
          "par",
          exercise,
          0,
          undefined,
          row.kind,
        )[0]?.[0] as number;
        expect([row.id, Math.abs(oas) < 1]).toEqual([row.id, true]);
      }
    },
  );

  it("takes a make-whole call, coupon steps and a sinking fund as its last arguments", () => {
    const of = (overrides: Record<number, unknown>) => measures(bondOas(overrides));
    const parCall = { 5: [["2035-10-16", 100]], 12: "american" };
    // At 130 bp over the curve nobody pays what the bond is worth at 20 bp over it.
    const common = of({ ...parCall, 3: 95 });
    expect(common.oas).toBeGreaterThan(130);
    const made = of({ ...parCall, 3: 95, 16: 20 });
    // Its days are looked at: the lattice's times are others.
    expect(made.oas).toBeCloseTo(common.oas as number, 4);
    Object.entries(common).forEach(([name, it]) => expect(made[name]).toBeCloseTo(it, 2));
    // A coupon that steps to what it is changes nothing, one that rises is worth more.
    const same = of({ 17: [["2029-01-16", 0.055]] });
    Object.entries(of({})).forEach(([name, it]) => expect(same[name]).toBeCloseTo(it, 7));
    const risen = of({ 17: [["2030-01-16", 0.065]] });
    expect(risen.zSpread).toBeGreaterThan(of({}).zSpread as number);
    // Repaid in parts the bond is shorter: it yields the same to maturity at par.
    const sunk = { 3: 100, 5: [["2035-07-16", 150]], 18: [["2028-01-16", 40]] };
    expect(of(sunk).effectiveDuration).toBeLessThan(
      of({ ...sunk, 18: undefined }).effectiveDuration as number,
    );
    expect(of(sunk).yieldToWorst).toBeCloseTo(0.055, 12);
  });

  it("takes a floating period as its last arguments: fixed until the call, then the index", () => {
    const bank = { 1: "2032-01-16", 2: 0.05, 3: 99, 5: [["2031-01-16", 100]] };
    const of = (overrides: Record<number, unknown>) => measures(bondOas({ ...bank, ...overrides }));
    const floats = of({ 19: "2031-01-16", 20: 130 });
    // It has the duration of five years and not of six.
    const { effectiveDuration: five } = of({ 1: "2031-01-16", 5: [["2030-01-16", 300]] });
    expect(Math.abs((floats.effectiveDuration as number) - (five as number))).toBeLessThan(0.1);
    // Nothing over the index, and no call that counts: the spread lasts a year longer at 0.
    const bare = of({ 5: [["2031-01-16", 300]], 19: "2031-01-16", 20: 0 });
    expect(bare.oas).toBeCloseTo(bare.zSpread as number, 6);
  });

  it("passes over calls that lie behind settlement", () => {
    expect(bondOas({ 5: [["2025-01-16", 103], ...CALLS] })).toEqual(bondOas());
  });

  it.each<[string, Record<number, unknown>, RegExp]>([
    [
      "a call after maturity",
      { 5: [["2037-01-16", 100]] },
      /^calls, row 1, is 2037-01-16; it must be a day/,
    ],
    ["no calls", { 5: undefined }, /^calls is missing; give days and clean prices/],
    ["blank calls", { 5: [["", ""]] }, /^calls is missing; give days and clean prices/],
    [
      "blank calls beside puts",
      { 5: [[""]], 14: [["2028-01-16", 99]] },
      /^calls is missing; .* or "none" where there are puts only/,
    ],
    [
      "a step between coupons",
      { 17: [["2029-02-16", 0.06]] },
      /^couponSteps, row 1, is 2029-02-16; it must be a coupon day/,
    ],
    [
      "a step without a coupon",
      { 17: [["2029-01-16", ""]] },
      /^couponSteps, row 1, coupon is missing/,
    ],
    [
      "all principal at once",
      { 18: [["2029-01-16", 100]] },
      /^sinking, row 1, amount is 100; it must/,
    ],
    [
      "a price above the make-whole price",
      { 3: 125, 5: "none", 16: 30 },
      /^price is 125; it must be at most 1\d\d\.\d+, for which the bond may be called at once/,
    ],
    [
      "neither calls nor puts",
      { 5: [["None"]] },
      /^puts is missing; .* or makeWholeBp, where calls is "none"/,
    ],
    ["a call without a day", { 5: [["", 100]] }, /^calls, row 1, day is missing/],
    [
      "several European calls",
      { 12: "european" },
      /^calls has 3 rows; it must have one where exercise is "european"/,
    ],
    [
      "another style",
      { 12: "asian" },
      /^exercise is "asian"; it must be one of bermudan, american/,
    ],
    ["a notice of years", { 13: 400 }, /^noticeDays is 400; it must be at most 365 days/],
    ["a notice of half a day", { 13: 0.5 }, /^noticeDays is 0\.5; it must be a whole number/],
    [
      "a price above that of a call that is open",
      { 3: 103, 5: [["2025-01-16", 102]], 12: "american" },
      /^price is 103; it must be at most 102, for which the bond may be called at once; noticeDays/,
    ],
    ["a put after maturity", { 14: [["2037-01-16", 100]] }, /^puts, row 1, is 2037-01-16; it must/],
    [
      "another kind",
      { 15: "black" },
      /^volKind is "black"; it must be one of hw, normal, lognormal/,
    ],
    [
      "a lognormal volatility for the short rate's",
      { 6: 0.22 },
      /^hwVol is 0\.22; .* 0\.0085 for 85 bp; volKind "lognormal" takes 0\.22/,
    ],
    [
      "a volatility of the short rate for a lognormal one",
      { 6: 0.0085, 15: "lognormal" },
      /^hwVol is 0\.0085; it must be a volatility relative to yields from 0\.01 to 2/,
    ],
    [
      "a lognormal volatility that is left out",
      { 15: "lognormal" },
      /^hwVol is blank; give a volatility where volKind is "lognormal"/,
    ],
    ["calls that have passed", { 5: [["2025-01-16", 100]] }, /^calls has no day after settlement/],
    [
      "calls of one column",
      { 5: [["2029-01-16"]] },
      /^calls is a range of .*; it must be two columns/,
    ],
    [
      "make-whole calls",
      { 5: [["2029-01-16", "MW+25"]] },
      /^calls, row 1, price is the text "MW\+25"; .*make-whole/,
    ],
    [
      "a falling curve",
      {
        4: [
          [10, 0.04],
          [5, 0.04],
        ],
      },
      /^curve, row 2: the tenor is 5 after 10/,
    ],
    [
      "a price without a spread",
      { 3: 1e-9 },
      /^price is 1e-9; it must be a price that an option-adjusted/,
    ],
    ["volatility 0.9", { 6: 0.9 }, /^hwVol is 0\.9; .* 0\.0085 for 85 bp/],
    ["volatility 0", { 6: 0 }, /^hwVol is 0; .* 0\.0085 for 85 bp/],
    ["reversion 3", { 7: 0.9 }, /^hwMeanReversion is 0\.9; it must be a speed from 0 to 0\.5/],
  ])("refuses %s in words", (_, overrides, words) => {
    expect(answer(() => bondOas(overrides))).toMatchObject({
      message: expect.stringMatching(words),
    });
  });
});
