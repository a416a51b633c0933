import { bootstrapPar } from "../../../src/calc/curve/bootstrap";
import { exponentAt } from "../../../src/calc/curve/discountCurve";
import { poolPayments } from "../../../src/calc/mortgage/poolPayments";
import { accruedOf } from "../../../src/calc/mortgage/poolTiming";
import { poolSpeeds } from "../../../src/calc/prepayment/prepaymentModel";
import { poolOas, poolOasPrice, PoolMeasures } from "../../../src/calc/oas/poolOas";
import { baseProjection, onForwardPath } from "../../../src/calc/oas/forwardPath";
import type { PoolModel } from "../../../src/calc/oas/poolModel";
import { zSpread } from "../../../src/calc/spread/zSpread";
import { simulatedOas } from "../../../src/calc/oas/simulatedOas";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { modelOf, TWENTY_POOLS, type PoolCase } from "../../support/pools";

const BP = 10_000;
const withVolatility = (it: PoolModel, volatility: number): PoolModel => ({
  ...it,
  shortRate: { ...it.shortRate, volatility },
});
const withDials = (it: PoolModel, dials: Partial<PoolModel["dials"]>): PoolModel => ({
  ...it,
  dials: { ...it.dials, ...dials },
});

/** CPRs along the forward path, from the curve itself: 10- and 2-year forward zero yields and a spread. */
function forwardSpeeds({ pool, par, mortgageRate, dials, firstMonth }: PoolModel): Float64Array {
  const curve = bootstrapPar(par);
  const yieldFrom = (from: number, tenor: number) =>
    (exponentAt(curve, from + tenor) - exponentAt(curve, from)) / tenor;
  const rates = Float64Array.from({ length: pool.wam }, (_, k) => {
    const { weight2y, rateSpread, longRunSpread, spreadHalfLife } = mortgageRate;
    const left = Math.exp((-Math.LN2 * k) / 12 / spreadHalfLife);
    const spread = left * rateSpread + (1 - left) * longRunSpread;
    return spread + (1 - weight2y) * yieldFrom(k / 12, 10) + weight2y * yieldFrom(k / 12, 2);
  });
  return poolSpeeds(dials, pool.wac, pool.age, rates, firstMonth);
}

/** Z-spread of the flows along the forward path, continuous, basis points. */
function forwardSpread(model: PoolModel, clean: number): number {
  const { pool, timing, par } = model;
  const speed = { kind: "vector", cprs: forwardSpeeds(model) } as const;
  const { paid, times } = poolPayments({ pool, speed, timing });
  return zSpread(clean + accruedOf(model), times, paid, bootstrapPar(par), "continuous");
}

describe.each(TWENTY_POOLS)("the option-adjusted spread of $name", ({ model, clean }) => {
  const oas = poolOas(model, clean);

  it("is the Z-spread of the forward path's flows when nothing is uncertain", () => {
    const still = forwardSpread(model, clean);
    expect(Math.abs(poolOas(onForwardPath(model), clean) * BP - still)).toBeLessThan(1e-6);
    expect(Math.abs(new PoolMeasures(model, clean).zSpread * BP - still)).toBeLessThan(1e-6);
  });

  it("gives its price back to 1e-9", () => {
    expect(Math.abs(poolOasPrice(model, oas) - clean)).toBeLessThan(1e-9);
  });

  it("is below the Z-spread, the more so the more rates move", () => {
    const still = poolOas(onForwardPath(model), clean);
    const costs = [0.0085, 0.0105, 0.0125, 0.0145, 0.0165].map(
      (volatility) => still - poolOas(withVolatility(model, volatility), clean),
    );
    // At 76 falling rates bring turnover back, which is the holder's gain: see the calm pool below.
    const [calm = NaN, ...others] = costs;
    if (clean > 77) expect(calm).toBeGreaterThan(0);
    expect(others.at(1)).toBeGreaterThan(0);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  it("does not depend on volatility where nobody answers to rates", () => {
    // Scheduled payments alone: the bond that the curve prices, whatever the lattice.
    const still = withDials(model, { turnover: 0, refiMax: 0 });
    const scheduled = poolPayments({
      pool: model.pool,
      speed: { kind: "cpr", cpr: rate(0) },
      timing: model.timing,
    });
    const curve = bootstrapPar(model.par);
    const dirty = clean + accruedOf(model);
    const z = zSpread(dirty, scheduled.times, scheduled.paid, curve, "continuous");
    expect(Math.abs(poolOas(still, clean) * BP - z)).toBeLessThan(1e-6);
    expect(
      Math.abs(
        poolOas(withDials(model, { turnover: 0, refiMax: 0, multiplier: 0 }), clean) * BP - z,
      ),
    ).toBeLessThan(1e-6);
  });

  it("does not know one population from two that are alike", () => {
    const alike = poolOas(withDials(model, { slowSpeed: 1 }), clean);
    expect(poolOas(withDials(model, { fastShare: 1 }), clean)).toBeCloseTo(alike, 12);
    expect(poolOas(withDials(model, { slowSpeed: 1, fastShare: 0 }), clean)).toBeCloseTo(alike, 12);
  });

  it("has measures that agree with prices", () => {
    const measures = new PoolMeasures(model, clean);
    const { duration, convexity } = measures.effective;
    const keyRates = measures.keyRateDurations(Float64Array.of(2, 5, 10, 30));
    expect(Math.abs(keyRates.reduce((sum, it) => sum + it, 0) - duration)).toBeLessThan(0.05);
    const dirty = clean + accruedOf(model);
    const up = poolOasPrice(model, oas + 1e-5) + accruedOf(model);
    const down = poolOasPrice(model, oas - 1e-5) + accruedOf(model);
    expect((down - up) / (2e-5 * dirty)).toBeCloseTo(measures.spreadDuration, 6);
    const percent = (changed: PoolModel) =>
      100 * ((poolOasPrice(changed, oas) + accruedOf(model)) / dirty - 1);
    const { shortRate, dials, mortgageRate } = model;
    expect(measures.volDuration).toBeCloseTo(
      percent(withVolatility(model, shortRate.volatility + 0.0001)),
      9,
    );
    expect(measures.prepayDuration).toBeCloseTo(
      percent(withDials(model, { multiplier: 1.1 * dials.multiplier })),
      9,
    );
    const rateSpread = mortgageRate.rateSpread + 0.0001;
    expect(measures.currentCouponDuration).toBeCloseTo(
      percent({ ...model, mortgageRate: { ...mortgageRate, rateSpread } }),
      9,
    );
    // Faster speeds repay below the price at a premium, above it at a discount.
    if (clean > 102) expect(measures.prepayDuration).toBeLessThan(0);
    if (clean < 98) expect(measures.prepayDuration).toBeGreaterThan(0);
    // Where refinancing bends most, falling rates gain less than rising rates lose.
    if (clean > 99 && clean < 104.5) expect(convexity).toBeLessThan(0);
  });

  it("projects a base whose constant speed has the same life", () => {
    const { pool, timing } = model;
    const base = baseProjection(model);
    const { principal, times } = poolPayments({
      pool,
      speed: { kind: "cpr", cpr: base.cpr },
      timing,
    });
    const life = principal.reduce((sum, it, k) => sum + it * (times[k] as number), 0) / 100;
    expect(Math.abs(life - base.wal)).toBeLessThan(1e-6);
  });
});

describe("the option-adjusted spread of a pool", () => {
  it("may be above the Z-spread where speeds bend the holder's way and rates move little", () => {
    // Nobody refinances loans of 2.45%; falling rates bring turnover back, at par.
    const { model, clean } = TWENTY_POOLS[0] as PoolCase;
    const calm = withVolatility(model, 0.005);
    const cost = (poolOas(onForwardPath(model), clean) - poolOas(calm, clean)) * BP;
    expect(cost).toBeGreaterThan(-2.5);
    expect(cost).toBeLessThan(-1);
    const simulated = simulatedOas(calm, clean);
    expect(Math.abs(simulated.oas - poolOas(calm, clean))).toBeLessThan(
      0.25 / BP + 3 * simulated.standardError,
    );
  });

  it("has a life that is shorter the faster the fast are, and the more of them there are", () => {
    const life = (dials: Partial<PoolModel["dials"]>) =>
      baseProjection(withDials(modelOf(0.06, 12), dials)).wal;
    const lives = [0, 0.3, 0.7, 1].map((fastShare) => life({ fastShare }));
    expect(lives).toEqual([...lives].sort((a, b) => b - a));
    const faster = [0.2, 0.4, 0.8].map((refiMax) => life({ refiMax }));
    expect(faster).toEqual([...faster].sort((a, b) => b - a));
  });

  it("takes the arctangent of the Office of Thrift Supervision as well", () => {
    const model = modelOf(0.05, 3, { "prepay.form": "ots" });
    const measures = new PoolMeasures(model, price(99.75));
    expect(measures.zSpread).toBeGreaterThan(measures.oas);
    const still = poolOas(onForwardPath(model), price(99.75)) * BP;
    expect(Math.abs(still - forwardSpread(model, 99.75))).toBeLessThan(1e-6);
  });

  it("mixes the 2-year yield in by its weight", () => {
    const model = modelOf(0.05, 3, { "prepay.weight2y": 0.4 });
    const still = poolOas(onForwardPath(model), price(99.75)) * BP;
    expect(Math.abs(still - forwardSpread(model, 99.75))).toBeLessThan(1e-6);
  });

  it("fades today's spread of the mortgage rate", () => {
    const faded = modelOf(0.05, 3, { mortgageRate: 0.0677 });
    // The 10-year par yield is 4.23%, its continuous zero yield some basis points off.
    expect(faded.mortgageRate.rateSpread).toBeCloseTo(0.0677 - 0.0423, 3);
    const still = poolOas(onForwardPath(faded), price(99.75)) * BP;
    expect(Math.abs(still - forwardSpread(faded, 99.75))).toBeLessThan(1e-6);
    const staying = modelOf(0.05, 3, { mortgageRate: 0.0677, "prepay.spreadHalfLife": 1000 });
    expect(baseProjection(faded).wal).toBeLessThan(baseProjection(staying).wal);
    const simulated = simulatedOas(faded, price(99.75));
    expect(Math.abs(simulated.oas - poolOas(faded, price(99.75)))).toBeLessThan(
      0.25 / BP + 3 * simulated.standardError,
    );
  });

  it("is the same cold and warm", () => {
    const models = [0.006, 0.007, 0.008, 0.009, 0.0095, 0.0105, 0.011, 0.0125, 0.013, 0.014].map(
      (volatility) => withVolatility(modelOf(0.05, 3), volatility),
    );
    // More models than are kept: the first is made again in the second round.
    const [cold, warm] = [0, 1].map(() => models.map((model) => poolOas(model, price(99.75))));
    expect(warm).toEqual(cold);
  });

  it("has the same measures at first and when its walks were kept, or made room for others", () => {
    const measured = () => {
      const it = new PoolMeasures(modelOf(0.05, 3), price(99.75));
      return [
        it.oas,
        it.zSpread,
        it.effective,
        it.base,
        it.keyRateDurations(Float64Array.of(5, 10)),
      ];
    };
    const cold = measured();
    expect(measured()).toEqual(cold);
    for (let age = 10; age < 180; age++) poolOas(modelOf(0.04, age), price(95));
    expect(measured()).toEqual(cold);
  });

  it("refuses a price that no spread explains", () => {
    expect(() => poolOas(modelOf(0.05, 3), price(1))).toThrow(
      calcError(
        "invalid",
        /price is 1 with accrued interest; it must be a price that a spread of at most ±5,000 bp explains/,
      ),
    );
  });

  it("stands extremes", () => {
    const wild = modelOf(0.05, 3, {
      hwVol: 0.05,
      hwMeanReversion: 0,
      "prepay.refiWidth": 0.0005,
      "prepay.lockWidth": 0.0005,
      "prepay.multiplier": 3,
      "prepay.maxCpr": 0.99,
    });
    expect(Number.isFinite(poolOas(wild, price(99)))).toBe(true);
    for (const wam of [1, 2, 480]) {
      const model = { ...modelOf(0.05, 0), pool: { ...modelOf(0.05, 0).pool, wam } };
      expect(Number.isFinite(poolOas(model, price(99.9)))).toBe(true);
    }
  });
});
