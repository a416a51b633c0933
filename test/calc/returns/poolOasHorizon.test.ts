import { bootstrapPar } from "../../../src/calc/curve/bootstrap";
import { discountFactor } from "../../../src/calc/curve/discountCurve";
import { accruedOf, firstTimeOf } from "../../../src/calc/mortgage/poolTiming";
import { poolOas, poolOasPrice } from "../../../src/calc/oas/poolOas";
import { onForwardPath } from "../../../src/calc/oas/forwardPath";
import type { PoolModel } from "../../../src/calc/oas/poolModel";
import { projectedFlows } from "../../../src/calc/oas/projectedFlows";
import { simulatedOas } from "../../../src/calc/oas/simulatedOas";
import { poolSpeeds } from "../../../src/calc/prepayment/prepaymentModel";
import { poolOasHorizon, type PoolOasHolding } from "../../../src/calc/returns/poolOasHorizon";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { modelOf, TWENTY_POOLS } from "../../support/pools";

const flat = (yld: number) => ({
  tenors: Float64Array.of(2, 30),
  yields: Float64Array.of(yld, yld),
});
const onFlat = (model: PoolModel, yld: number): PoolModel => ({ ...model, par: flat(yld) });
const held = (model: PoolModel, clean: number, terms: Partial<PoolOasHolding> = {}) =>
  poolOasHorizon({
    model,
    price: price(clean),
    months: 12,
    exitCurve: model.par,
    exitOas: null,
    oasHalfLife: null,
    speed: null,
    reinvestment: null,
    ...terms,
  });

describe("a pool sold at its option-adjusted spread", () => {
  it.each(TWENTY_POOLS.filter((_, i) => i % 3 === 0))(
    "is worth what is left of today's payments when forwards come true: $name",
    ({ model, clean }) => {
      // Nothing uncertain: payments 13 on, as they are projected today, discounted to the horizon.
      const still = onForwardPath({
        ...model,
        mortgageRate: { ...model.mortgageRate, rateSpread: 0.024 },
      });
      const oas = poolOas(still, clean);
      const { worth } = projectedFlows(still);
      const first = firstTimeOf(still.timing);
      const later = worth.reduce(
        (sum, it, k) => (k < 12 ? sum : sum + it * Math.exp(-oas * (first + k / 12))),
        0,
      );
      const toHorizon = discountFactor(bootstrapPar(still.par), 1) * Math.exp(-oas);
      const found = held(still, clean, { exitCurve: "forward" });
      const expected = later / toHorizon / found.factor - accruedOf(still);
      expect(found.exitPrice).toBeCloseTo(expected, 8);
      expect(found.exitOas).toBe(oas);
    },
  );

  it("earns yield and spread on a flat curve that stays, whatever its speeds", () => {
    const still = onForwardPath(
      onFlat(modelOf(0.055, 30, { "pool.delay": 19, "pool.accruedDays": 7 }), 0.04),
    );
    const oas = poolOas(still, price(101.5));
    const continuous = 2 * Math.log(1.02) + oas;
    for (const months of [1, 12, 60]) {
      const { return: earned } = held(still, 101.5, {
        months,
        reinvestment: rate(12 * Math.expm1(continuous / 12)),
      });
      expect(earned).toBeCloseTo(Math.expm1((continuous * months) / 12), 10);
    }
  });

  it("reinvests at the curve's zero rate to the horizon where no rate is given", () => {
    const model = onFlat(modelOf(0.05, 3), 0.04);
    const monthly = rate(12 * (1.02 ** (1 / 6) - 1));
    expect(held(model, 99.75).return).toBeCloseTo(
      held(model, 99.75, { reinvestment: monthly }).return,
      14,
    );
  });

  it("is worth what a simulation of the aged pool says, on the curve of that day", () => {
    const model = modelOf(0.06, 10, { "pool.firstMonth": 11, mortgageRate: 0.0655 });
    const exitPar = { ...model.par, yields: model.par.yields.map((it) => it - 0.005) };
    const found = held(model, 102.5, { months: 18, exitCurve: exitPar, exitOas: 0.0035 });
    const { dials, mortgageRate, pool } = model;
    const aged: PoolModel = {
      ...model,
      pool: { ...pool, wam: 332, age: 28 },
      firstMonth: 5,
      // Half of what will fade is gone after two years.
      mortgageRate: {
        ...mortgageRate,
        rateSpread:
          mortgageRate.longRunSpread +
          (mortgageRate.rateSpread - mortgageRate.longRunSpread) * 0.5 ** 0.75,
      },
      dials: { ...dials, fastShare: found.fastShare },
      par: exitPar,
    };
    const simulated = simulatedOas(aged, price(found.exitPrice));
    expect(Math.abs(simulated.oas - 0.0035)).toBeLessThan(0.25e-4 + 3 * simulated.standardError);
    // Those who refinance readily have left first, and falling rates sent more of them.
    expect(found.fastShare).toBeLessThan(dials.fastShare - 0.05);
    expect(found.fastShare).toBeLessThan(
      held(model, 102.5, { months: 18, exitOas: 0.0035 }).fastShare,
    );
  });

  it("burns out by the model's speeds: given as its own, they change nothing", () => {
    const model = onFlat(modelOf(0.06, 10), 0.042);
    const newLoans = 2 * Math.log(1.021) + model.mortgageRate.rateSpread;
    const { pool, dials } = model;
    const rates = Array.from({ length: 24 }, () => newLoans);
    const cprs = poolSpeeds(dials, pool.wac, pool.age, rates, null);
    const own = held(model, 102, { months: 24 });
    const given = held(model, 102, { months: 24, speed: { kind: "vector", cprs } });
    expect(given.fastShare).toBeCloseTo(own.fastShare, 12);
    expect(given.exitPrice).toBeCloseTo(own.exitPrice, 9);
    expect(given.return).toBeCloseTo(own.return, 12);
    const mean = cprs.reduce((sum, it) => sum + Math.log1p(-it), 0) / 24;
    expect(own.cpr).toBeCloseTo(-Math.expm1(mean), 12);
  });

  it("loses its fast share at a speed that takes nearly all, and shares alike without a model", () => {
    const model = modelOf(0.06, 10);
    const cpr = (value: number) => ({ kind: "cpr", cpr: rate(value) }) as const;
    expect(held(model, 102, { speed: cpr(0.9) }).fastShare).toBeLessThan(0.2);
    const nobody: PoolModel = { ...model, dials: { ...model.dials, turnover: 0, refiMax: 0 } };
    expect(held(nobody, 102, { speed: cpr(0.3) }).fastShare).toBeCloseTo(0.55, 14);
  });

  it("goes to a given spread at once or by half in a half-life", () => {
    const model = modelOf(0.05, 3);
    const today = poolOas(model, price(99.75));
    expect(held(model, 99.75).exitOas).toBe(today);
    expect(held(model, 99.75, { exitOas: 0.004 }).exitOas).toBe(0.004);
    const half = held(model, 99.75, { exitOas: 0.004, oasHalfLife: 12 });
    expect(half.exitOas).toBeCloseTo((today + 0.004) / 2, 15);
    // The spread that a wider sale loses is the price's answer to it.
    const aged = held(model, 99.75, { exitOas: today + 0.001 });
    expect(aged.return).toBeLessThan(held(model, 99.75).return);
  });

  it("costs on the first day what the model says: one month later on the same curve it has aged a month", () => {
    const model = modelOf(0.05, 3);
    const oas = poolOas(model, price(99.75));
    const monthOn = modelOf(0.05, 4);
    // Nobody's burnout shows in one month at the money: under a 32nd.
    expect(
      Math.abs(held(model, 99.75, { months: 1 }).exitPrice - poolOasPrice(monthOn, oas)),
    ).toBeLessThan(1 / 32);
  });

  it("refuses a horizon that the pool does not reach", () => {
    expect(() => held(modelOf(0.05, 3), 99.75, { months: 357 })).toThrow(
      calcError("invalid", /^months is 357; it must be a whole number of months from 1 to 356/),
    );
  });
});
