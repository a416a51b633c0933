import { atOnce } from "../../../src/calc/numeric/sliced";
import { poolYield } from "../../../src/calc/mortgage/poolValue";
import { couponStack } from "../../../src/calc/oas/couponStack";
import { oasBand } from "../../../src/calc/oas/oasBand";
import { baseProjection, poolOas, PoolMeasures } from "../../../src/calc/oas/poolOas";
import { price } from "../../../src/calc/units";
import { modelOf, TWENTY_POOLS } from "../../support/pools";

describe("the model-risk band", () => {
  it.each(TWENTY_POOLS)("contains the base for $name", ({ model, clean }) => {
    const base = poolOas(model, clean);
    const { low, median, high } = oasBand(model, clean);
    expect(low.oas).toBeLessThanOrEqual(base);
    expect(high.oas).toBeGreaterThanOrEqual(base);
    expect(median.oas).toBeGreaterThanOrEqual(low.oas);
    expect(median.oas).toBeLessThanOrEqual(high.oas);
    expect(low.setting).not.toBe(high.setting);
  });

  it("names what makes its edges", () => {
    const model = modelOf(0.055, 12);
    const { low, high } = oasBand(model, price(101.5));
    // At the money all that hurts together hurts most, and more volatility is part of it.
    expect([low.setting, high.setting]).toEqual(["all adverse", "all benign"]);
    const volatile = { ...model.shortRate, volatility: model.shortRate.volatility * 1.15 };
    expect(low.oas).toBeLessThan(poolOas({ ...model, shortRate: volatile }, price(101.5)));
  });

  it("varies refinancing whatever its form", () => {
    const model = modelOf(0.055, 12, { "prepay.form": "ots" });
    const { low, high } = oasBand(model, price(101.5));
    expect(high.oas - low.oas).toBeGreaterThan(0.0005);
  });

  it("keeps the fast share a share", () => {
    const band = oasBand(modelOf(0.055, 12, { "prepay.fastShare": 1 }), price(101.5));
    expect(Number.isFinite(band.low.oas)).toBe(true);
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
