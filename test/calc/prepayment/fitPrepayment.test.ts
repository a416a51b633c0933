import { normalStream } from "../../../src/calc/numeric/random";
import { fitPrepayment, type FitDial } from "../../../src/calc/prepayment/fitPrepayment";
import type { ObservedSpeed } from "../../../src/calc/prepayment/observedSpeeds";
import { poolSpeeds, type PrepaymentDials } from "../../../src/calc/prepayment/prepaymentModel";
import { rate } from "../../../src/calc/units";
import { FIT_DIALS, prepaymentDials } from "../../../src/assumptions/poolAssumptions";
import { calcError } from "../../support/errors";

const DEFAULTS = prepaymentDials(new Map());

/** Speeds of pools of several coupons along a wave of mortgage rates, with noise of a size. */
function simulated(dials: PrepaymentDials, noise: number, seed: number): ObservedSpeed[] {
  const normal = normalStream(seed);
  return [0.035, 0.045, 0.055, 0.065].flatMap((wac, pool) => {
    const rates = Float64Array.from(
      { length: 120 },
      (_, k) => 0.05 + 0.012 * Math.sin(k / 14 + pool),
    );
    const age = 6 * pool;
    return Array.from(poolSpeeds(dials, rate(wac), age, rates, 1), (cpr, k) => ({
      incentive: wac - (rates[k] as number),
      age: age + k + 1,
      cpr: cpr + noise * normal(),
      month: 1 + (k % 12),
      weight: 1,
    }));
  });
}

const TRUE: PrepaymentDials = {
  ...DEFAULTS,
  refiMax: 0.42,
  refiMid: 0.0045,
  refiWidth: 0.0028,
  turnover: 0.055,
  rampMonths: 24,
  fastShare: 0.6,
  slowSpeed: 0.3,
  lockIn: 0.55,
  lockMid: -0.007,
  lockWidth: 0.004,
};

describe("dials fitted to observed speeds", () => {
  it("are the ones that made them, where there is no noise", () => {
    const { dials, rSquared } = fitPrepayment(simulated(TRUE, 0, 1), FIT_DIALS, DEFAULTS);
    for (const { name, value, held } of dials) {
      expect([name, held]).toEqual([name, null]);
      expect(Math.abs(value / Number(TRUE[name]) - 1)).toBeLessThan(1e-4);
    }
    expect(rSquared).toBeGreaterThan(1 - 1e-9);
  });

  it("are within two standard errors of them about 95 times of 100", () => {
    const [low, high] = [1, 20];
    let [inside, all] = [0, 0];
    for (let seed = low; seed <= high; seed++) {
      const { dials } = fitPrepayment(simulated(TRUE, 0.01, seed), FIT_DIALS, DEFAULTS);
      for (const { name, value, standardError } of dials) {
        if (standardError === null) continue;
        all++;
        if (Math.abs(value - Number(TRUE[name])) <= 2 * standardError) inside++;
      }
    }
    expect(all).toBeGreaterThan(0.9 * 10 * (high - low + 1));
    // Of 200 at 95.4%, with the scatter of such a count.
    expect(inside / all).toBeGreaterThan(0.9);
    expect(inside / all).toBeLessThan(1);
  });

  it("are held, and named, where the data cannot tell them", () => {
    // Rates far above those of the loans: nobody refinances.
    const rows = simulated(TRUE, 0.002, 3).filter(({ incentive }) => incentive < -0.016);
    const { dials } = fitPrepayment(rows, FIT_DIALS, DEFAULTS);
    const held = dials.filter((it) => it.held !== null).map(({ name }) => name);
    expect(held).toEqual(expect.arrayContaining(["fastShare", "slowSpeed"]));
    for (const { name, value, standardError, held: why } of dials) {
      if (why !== "not identified") continue;
      expect([name, value, standardError]).toEqual([name, DEFAULTS[name], null]);
    }
    const turnover = dials.find(({ name }) => name === "turnover");
    expect(turnover?.held).toBeNull();
  });

  it("are not known from one age and one incentive, however exact the speeds", () => {
    const rows = Array.from({ length: 40 }, (): ObservedSpeed => {
      return { incentive: 0.004, age: 60, cpr: 0.17, month: null, weight: 1 };
    });
    const { dials, rSquared } = fitPrepayment(rows, FIT_DIALS, DEFAULTS);
    expect(dials.filter(({ held }) => held === null).length).toBeLessThanOrEqual(1);
    expect(rSquared).toBeNull();
  });

  it("are the same when weights are all doubled", () => {
    const rows = simulated(TRUE, 0.01, 5);
    const doubled = rows.map((row) => ({ ...row, weight: 2 }));
    const [one, two] = [rows, doubled].map((it) => fitPrepayment(it, FIT_DIALS, DEFAULTS));
    one?.dials.forEach(({ value, standardError }, i) => {
      expect(two?.dials[i]?.value).toBeCloseTo(value, 5);
      expect(two?.dials[i]?.standardError).toBeCloseTo(standardError as number, 5);
    });
    expect(two?.rSquared).toBeCloseTo(one?.rSquared as number, 9);
  });

  it("need more rows than dials", () => {
    expect(() => fitPrepayment(simulated(TRUE, 0, 1).slice(0, 8), FIT_DIALS, DEFAULTS)).toThrow(
      calcError("missing", /a fit of 10 dials needs 11 rows or more; there are 8/),
    );
  });

  it("stay within their bounds", () => {
    const tight: FitDial[] = FIT_DIALS.map((dial) =>
      dial.name === "turnover" ? { ...dial, high: 0.04, start: 0.03 } : dial,
    );
    const { dials } = fitPrepayment(simulated(TRUE, 0.005, 2), tight, DEFAULTS);
    expect(dials.find(({ name }) => name === "turnover")).toMatchObject({
      value: 0.04,
      held: "at its bound",
      standardError: null,
    });
  });
});
