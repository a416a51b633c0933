import { PoolMeasures, poolOas, poolOasPrice } from "../../../src/calc/oas/poolOas";
import type { PoolModel } from "../../../src/calc/oas/poolModel";
import { accruedOf } from "../../../src/calc/mortgage/poolTiming";
import { price } from "../../../src/calc/units";
import { CURVES, loglinearFactors, parYieldsOf, tentOver } from "../../support/plainCurve";
import { BASE_PAR, modelOf, TWENTY_POOLS } from "../../support/pools";

const MOVE = 0.0005;

/** The model's price at a spread when half-yearly par yields have moved around one key tenor. */
function movedValue(
  it: PoolModel,
  oas: number,
  yields: readonly number[],
  keys: readonly number[],
  key: number,
  move: number,
): number {
  const tenors = Float64Array.from(yields, (_, k) => (k + 1) / 2);
  const moved = tenors.map((tenor, k) => (yields[k] as number) + move * tentOver(keys, key, tenor));
  const par = { tenors, yields: moved };
  return poolOasPrice({ ...it, par }, oas) + accruedOf(it);
}

describe("key rate durations of a pool", () => {
  it("lie at 10 and 30 years as reported for the base pool by the dials of 2025 (golden/reported: 2.27 and 1.40)", () => {
    const model = modelOf(0.05, 3, { "prepay.set": "2025 judgement" });
    const found = new PoolMeasures(model, price(99.75)).keyRateDurations(BASE_PAR.tenors);
    expect(Math.abs((found[4] as number) - 2.27)).toBeLessThan(0.02);
    expect(Math.abs((found[5] as number) - 1.4)).toBeLessThan(0.02);
  });

  it.each(CURVES.map((rows, i) => [i, rows] as const))(
    "are within 0.02 years of a plain computation, tenor by tenor, on curve %i",
    (i, rows) => {
      const keys = rows.length > 12 ? [2, 5, 10, 30] : rows.map(([tenor]) => tenor);
      const yields = parYieldsOf(loglinearFactors(rows, 60));
      const par = {
        tenors: Float64Array.from(rows, ([tenor]) => tenor),
        yields: Float64Array.from(rows, ([, yld]) => yld),
      };
      for (const pool of TWENTY_POOLS.filter((_, n) => n % CURVES.length === i)) {
        const model = { ...pool.model, par };
        const clean = price(poolOasPrice(model, 0.002));
        const found = new PoolMeasures(model, clean).keyRateDurations(Float64Array.from(keys));
        const oas = poolOas(model, clean);
        const dirty = clean + accruedOf(model);
        const [whole] = new PoolMeasures(model, clean).keyRateDurations(Float64Array.of(10));
        const sum = found.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum / (whole as number) - 1)).toBeLessThan(1e-3);
        found.forEach((duration, key) => {
          const value = (move: number) => movedValue(model, oas, yields, keys, key, move);
          const expected = (value(-MOVE) - value(MOVE)) / (2 * MOVE * dirty);
          expect([i, keys[key], Math.abs(duration - expected) < 0.02 ? "near" : expected]).toEqual([
            ...[i, keys[key]],
            "near",
          ]);
        });
      }
    },
  );
});
