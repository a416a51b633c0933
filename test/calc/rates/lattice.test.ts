import * as fc from "fast-check";
import { monthsLater } from "../../../src/calc/date/serial";
import { zeroBondOption } from "../../../src/calc/rates/bondOption";
import { rateLoading, shortRateVariance, type HullWhite } from "../../../src/calc/rates/hullWhite";
import { callWhereDearer } from "../../../src/calc/rates/exercise";
import {
  lattice,
  rollBack,
  rollForward,
  rootPrices,
  stepFactors,
  type Lattice,
} from "../../../src/calc/rates/lattice";
import { latticeTimes } from "../../../src/calc/rates/latticeTimes";
import { golden } from "../../support/golden";
import { REFERENCE, referenceCurve } from "../../support/ratesCurves";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const models = fc.record({ meanReversion: number(0, 0.5), volatility: number(0, 0.05) });
const MODEL = { meanReversion: 0.03, volatility: 0.0085 };
const monthly = (years: number) => Float64Array.from({ length: 12 * years + 1 }, (_, k) => k / 12);
const curve = referenceCurve("zero");

/** What is worth `values` at one time is worth at an earlier one, by node. */
function valuesAt(
  it: Lattice,
  factors: Float64Array,
  at: number,
  end: number,
  values: Float64Array,
): Float64Array {
  let after: Float64Array = values.slice();
  let before: Float64Array = new Float64Array(after.length);
  for (let i = end - 1; i >= at; i--) {
    rollBack(it, i, factors[i] as number, after, before);
    [after, before] = [before, after];
  }
  return after;
}

/** Prices at one time of 1 paid at a later one, by node. */
const zeroBonds = (it: Lattice, factors: Float64Array, at: number, end: number) =>
  valuesAt(
    it,
    factors,
    at,
    end,
    it.deviations.map(() => 1),
  );

const valueToday = (it: Lattice, factors: Float64Array, at: number, values: Float64Array) =>
  valuesAt(it, factors, 0, at, values)[it.lowest[0] as number] as number;

/** The right to buy at one time, for a price, what is worth `values` then. */
function optionToday(
  it: Lattice,
  factors: Float64Array,
  at: number,
  values: Float64Array,
  price: number,
): number {
  const capped = values.slice();
  callWhereDearer(capped, it.lowest[at] as number, it.highest[at] as number, () => price);
  const gains = values.map((value, j) => value - (capped[j] as number));
  return valueToday(it, factors, at, gains);
}

/** The reference day so many months on, in years. */
const years = (months: number) => (monthsLater(REFERENCE, months) - REFERENCE) / 365;

/** The largest relative error of the discount factors, forward from today. */
function worstFit(model: HullWhite, times: Float64Array): number {
  const it = lattice(model, times);
  const factors = stepFactors(it, curve);
  let now: Float64Array = rootPrices(it);
  let next: Float64Array = new Float64Array(now.length);
  let worst = 0;
  for (let i = 0; i < factors.length; i++) {
    rollForward(it, i, factors[i] as number, now, next);
    [now, next] = [next, now];
    let sum = 0;
    for (let j = it.lowest[i + 1] as number; j <= (it.highest[i + 1] as number); j++) {
      sum += now[j] as number;
    }
    worst = Math.max(worst, Math.abs(sum / curve(times[i + 1] as number) - 1));
  }
  return worst;
}

describe("lattice", () => {
  it("has the curve's discount factor at every time to 1e-12: 360 months", () => {
    expect(worstFit(MODEL, monthly(30))).toBeLessThan(1e-12);
  });

  it("has it for any model, on uneven times too", () => {
    const gaps = fc.array(number(0.003, 2), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(models, gaps, number(0.02, 0.5), (model, between, step) => {
        let sum = 0;
        const days = between.map((gap) => (sum += gap)).filter((day) => day < 30);
        fc.pre(days.length > 0);
        expect(worstFit(model, latticeTimes(days, step).times)).toBeLessThan(1e-12);
      }),
      { seed: 7 },
    );
  });

  it("moves with probabilities: none below 0, none lost", () => {
    fc.assert(
      fc.property(models, number(0.01, 0.2), number(0.5, 6), (model, stub, reach) => {
        const it = lattice(model, latticeTimes([stub, 1, 1.01, 30], 1 / 12).times, reach);
        let [least, lost] = [0, 0];
        it.moves.forEach(({ up, middle, down, centre }, i) => {
          const length = (it.times[i + 1] as number) - (it.times[i] as number);
          const loading = rateLoading(model.meanReversion, length);
          it.deviations.forEach((deviation, j) => {
            const parts = [up[j], middle[j], down[j]] as number[];
            const sum = parts.reduce((a, b) => a + b) * Math.exp(loading * deviation);
            least = Math.min(least, ...parts);
            lost = Math.max(lost, Math.abs(sum - 1));
          });
          expect(Math.min(...centre)).toBe(1);
          expect(Math.max(...centre)).toBe(it.deviations.length - 2);
        });
        expect(least).toBeGreaterThan(-1e-15);
        expect(lost).toBeLessThan(1e-12);
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  it("is a martingale: a node's zero-bonds are the model's, but for a move common to all", () => {
    const it = lattice(MODEL, monthly(20));
    const factors = stepFactors(it, curve);
    const [at, end] = [60, 180];
    const bonds = zeroBonds(it, factors, at, end);
    const loading = rateLoading(MODEL.meanReversion, 10);
    const root = it.lowest[0] as number;
    const spread = Math.sqrt(shortRateVariance(MODEL, 5));
    it.deviations.forEach((deviation, j) => {
      if (Math.abs(deviation) > 3 * spread) return;
      const move = Math.log((bonds[j] as number) / (bonds[root] as number));
      expect(Math.abs(move + loading * deviation)).toBeLessThan(2e-7);
    });
    expect(valueToday(it, factors, at, bonds)).toBeCloseTo(curve(15), 12);
  });

  it("rolls back what it rolls forward", () => {
    const it = lattice(MODEL, monthly(5));
    const factors = stepFactors(it, curve);
    const payments = it.deviations.map((deviation) => Math.max(0, deviation));
    let now: Float64Array = rootPrices(it);
    let next: Float64Array = new Float64Array(now.length);
    factors.forEach((factor, i) => {
      rollForward(it, i, factor, now, next);
      [now, next] = [next, now];
    });
    const forward = it.deviations.reduce(
      (sum, _, j) => sum + (now[j] as number) * (payments[j] as number),
      0,
    );
    expect(forward).toBeCloseTo(valueToday(it, factors, 60, payments), 15);
  });

  it.each([
    [1, 6],
    [5, 10],
    [10, 30],
  ])("has options on zero-bonds on monthly steps: %i years into %i", (expiry, end) => {
    const it = lattice(MODEL, monthly(30));
    const factors = stepFactors(it, curve);
    const bonds = zeroBonds(it, factors, 12 * expiry, 12 * end);
    const forward = curve(end) / curve(expiry);
    for (const strike of [0.97 * forward, forward, 1.03 * forward]) {
      const found = optionToday(it, factors, 12 * expiry, bonds, strike);
      const exact = zeroBondOption(MODEL, "call", strike, expiry, end, curve);
      expect(Math.abs(found - exact)).toBeLessThan(1e-5);
      if (strike === forward) expect(Math.abs(found / exact - 1)).toBeLessThan(1e-3);
    }
  });

  it("has the reference table's receiver swaptions within half a basis point of notional on monthly steps", () => {
    const rows = golden("hw_swaptions.csv").filter(({ type }) => type === "receiver");
    expect(rows.length).toBe(32);
    for (const row of rows) {
      const expiry = 12 * Number(row.expiry_years);
      const ends = Array.from({ length: 2 * Number(row.tenor_years) + 1 }, (_, k) =>
        years(expiry + 6 * k),
      );
      const model = { meanReversion: Number(row.a), volatility: Number(row.sigma) };
      const { times, at } = latticeTimes(ends, 1 / 12);
      const it = lattice(model, times);
      const factors = stepFactors(it, referenceCurve(row.curve));
      let leg: Float64Array = it.deviations.map(() => 1);
      for (let k = ends.length - 1; k > 0; k--) {
        const interest = Number(row.strike) * ((ends[k] as number) - (ends[k - 1] as number));
        leg = leg.map((value) => value + interest);
        leg = valuesAt(it, factors, at[k - 1] as number, at[k] as number, leg);
      }
      const found = optionToday(it, factors, at[0] as number, leg, 1);
      expect([row.id, Math.abs(found - Number(row.value)) < 5e-5]).toEqual([row.id, true]);
    }
  });
});
