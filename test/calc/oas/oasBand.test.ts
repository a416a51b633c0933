import { atOnce } from "../../../src/calc/numeric/sliced";
import { poolYield } from "../../../src/calc/mortgage/poolValue";
import { couponStack } from "../../../src/calc/oas/couponStack";
import { oasBand } from "../../../src/calc/oas/oasBand";
import { poolOas, PoolMeasures } from "../../../src/calc/oas/poolOas";
import { baseProjection } from "../../../src/calc/oas/forwardPath";
import { poolModel } from "../../../src/assumptions/poolAssumptions";
import type { PoolModel } from "../../../src/calc/oas/poolModel";
import { price, rate } from "../../../src/calc/units";
import { modelOf, TWENTY_POOLS } from "../../support/pools";

const BP = 10_000;

/** The Treasury curve of 30 June 2025, and pools with their prices on that day. */
const JUNE_PAR = {
  tenors: Float64Array.of(2, 3, 5, 7, 10, 30),
  yields: Float64Array.of(0.0372, 0.0368, 0.038, 0.0398, 0.0423, 0.0478),
};
const JUNE_2025 = [
  [0.03, 0.0375, 308, 52, 86.664],
  [0.035, 0.0425, 320, 40, 90.188],
  [0.04, 0.048, 326, 34, 93.062],
  [0.05, 0.0585, 345, 15, 98.117],
  [0.055, 0.064, 352, 8, 100.016],
  [0.06, 0.069, 351, 9, 101.656],
  [0.065, 0.074, 342, 14, 104.06],
  [0.07, 0.0795, 332, 20, 105.63],
] as const;

const juneModel = ([coupon, wac, wam, age]: readonly number[], entered: object): PoolModel =>
  poolModel(
    new Map(Object.entries({ hwVol: 0.0105, "prepay.rateSpread": 0.0253, ...entered })),
    { coupon: rate(coupon ?? NaN), wac: rate(wac ?? NaN), wam: wam ?? NaN, age: age ?? NaN },
    JUNE_PAR,
  );

describe("the model-risk band", () => {
  it.each(TWENTY_POOLS.filter((_, i) => i % 4 === 0))(
    "combines single moves by the root of the sum of squares for $name",
    ({ model, clean }) => {
      const base = poolOas(model, clean);
      const { low, base: middle, high } = oasBand(model, clean);
      expect(middle).toBe(base);
      expect(low.value).toBeLessThan(base);
      expect(high.value).toBeGreaterThan(base);
      // One move alone is inside, whichever it is; the largest are named.
      const volatility = model.shortRate.volatility * 1.25;
      const alone = poolOas({ ...model, shortRate: { ...model.shortRate, volatility } }, clean);
      expect(alone).toBeGreaterThanOrEqual(low.value);
      expect(alone).toBeLessThanOrEqual(high.value);
      expect(low.setting).not.toBe(high.setting);
    },
  );

  it("is the root of the sum of squares, by hand", () => {
    const clean = price(101.5);
    const model = modelOf(0.055, 12);
    const base = poolOas(model, clean);
    const of = (changed: object) => poolOas({ ...model, ...changed }, clean) - base;
    const dials = (changed: object) => of({ dials: { ...model.dials, ...changed } });
    const { shortRate, mortgageRate } = model;
    const moved = (move: number) =>
      of({
        mortgageRate: {
          ...mortgageRate,
          rateSpread: mortgageRate.rateSpread + move,
          longRunSpread: mortgageRate.longRunSpread + move,
        },
      });
    const short = (changed: object) => of({ shortRate: { ...shortRate, ...changed } });
    const pairs = [
      [dials({ refiMultiple: 0.75 }), dials({ refiMultiple: 1.35 })],
      [dials({ turnover: 0.079 * 0.8 }), dials({ turnover: 0.079 * 1.25 })],
      [dials({ lockIn: 0.38 }), dials({ lockIn: 0.63 })],
      [dials({ fastShare: 0.4 }), dials({ fastShare: 0.7 })],
      [moved(-0.0025), moved(0.0025)],
      [
        short({ volatility: shortRate.volatility * 0.85 }),
        short({ volatility: shortRate.volatility * 1.25 }),
      ],
      [short({ meanReversion: 0.01 }), short({ meanReversion: 0.06 })],
    ];
    const band = oasBand(model, clean);
    const root = (side: 1 | -1) =>
      Math.sqrt(
        pairs.reduce((sum, two) => sum + Math.max(0, ...two.map((it) => side * it)) ** 2, 0),
      );
    expect(band.low.value * BP).toBeCloseTo((base - root(-1)) * BP, 6);
    expect(band.high.value * BP).toBeCloseTo((base + root(1)) * BP, 6);
  });

  it.each(["generic", "protected", "2025 judgement"])(
    "holds the fit %s of 3.0 to 7.0% pools",
    (set) => {
      // The last two are call-protected pools, whose spread by generic dials is outside.
      for (const pool of set === "generic" ? JUNE_2025.slice(0, 6) : JUNE_2025) {
        const clean = price(pool[4]);
        const { low, high } = oasBand(juneModel(pool, {}), clean);
        // The dials of 2025 come with their volatility of the short rate.
        const others = set === "2025 judgement" ? { hwVol: 0.0085 } : {};
        const other = poolOas(juneModel(pool, { "prepay.set": set, ...others }), clean);
        expect(other).toBeGreaterThan(low.value);
        expect(other).toBeLessThan(high.value);
      }
    },
  );

  it("varies refinancing whatever its form", () => {
    const model = modelOf(0.055, 12, { "prepay.form": "ots" });
    const { low, high } = oasBand(model, price(101.5));
    expect(high.value - low.value).toBeGreaterThan(0.0005);
  });

  it("keeps the fast share a share", () => {
    const band = oasBand(modelOf(0.055, 12, { "prepay.fastShare": 1 }), price(101.5));
    expect(Number.isFinite(band.low.value)).toBe(true);
  });
});

describe("a coupon stack", () => {
  it("has each pool's own measures, and yields a step a pool", () => {
    const pools = TWENTY_POOLS.slice(8, 12);
    const rows = atOnce(couponStack(pools));
    rows.forEach((row, i) => {
      const { model, clean } = pools[i] as (typeof pools)[number];
      const measures = new PoolMeasures(model, clean);
      expect(row.oas).toBe(measures.oas * 10_000);
      expect(row.optionCost).toBeCloseTo((measures.zSpread - measures.oas) * 10_000, 9);
      expect(row.effectiveDuration).toBe(measures.effective.duration);
      const { cpr, wal } = baseProjection(model);
      expect(row.wal).toBe(wal);
      const { pool, timing } = model;
      expect(row.yield).toBe(poolYield({ pool, timing, speed: { kind: "cpr", cpr } }, clean));
    });
    expect([...couponStack(pools)]).toEqual([1, 1, 1, 1]);
  });
});
