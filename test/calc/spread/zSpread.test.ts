import fc from "fast-check";
import { SPREAD_COMPOUNDINGS, zSpread } from "../../../src/calc/spread/zSpread";

const curve = {
  times: Float64Array.of(0, 0.5, 2, 5, 10, 30),
  exponents: Float64Array.of(0, 0.021, 0.077, 0.19, 0.41, 1.4),
};
/** −ln of the discount factor, log-linear between the curve's times. */
function exponent(time: number): number {
  const after = curve.times.findIndex((it) => it >= time);
  const [from, to] = [curve.times[after - 1] as number, curve.times[after] as number];
  const [low, high] = [curve.exponents[after - 1] as number, curve.exponents[after] as number];
  return low + ((high - low) * (time - from)) / (to - from);
}

/** Value of flows at a spread over zero rates that compound so many times a year. */
function valueAt(times: number[], flows: number[], spread: number, periods: number): number {
  return times.reduce((sum, time, k) => {
    const zero = exponent(time) / time;
    if (periods === Infinity) return sum + (flows[k] as number) * Math.exp(-(zero + spread) * time);
    const compounded = periods * Math.expm1(zero / periods);
    return sum + (flows[k] as number) * (1 + (compounded + spread) / periods) ** (-periods * time);
  }, 0);
}

const PERIODS = { semi: 2, continuous: Infinity, monthly: 12, annual: 1 } as const;

describe("zSpread", () => {
  it.each(SPREAD_COMPOUNDINGS)(
    "finds the spread at which flows cost what they cost, %s",
    (word) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 59 }),
          fc.double({ min: 0.01, max: 0.49, noNaN: true }),
          fc.double({ min: 0, max: 12, noNaN: true }),
          fc.double({ min: -400, max: 4_000, noNaN: true }),
          (count, first, coupon, spread) => {
            const times = Array.from({ length: count }, (_, k) => first + k / 2);
            const flows = times.map((_, k) => coupon / 2 + (k === count - 1 ? 100 : 0));
            const dirty = valueAt(times, flows, spread / 10_000, PERIODS[word]);
            expect(Math.abs(zSpread(dirty, times, flows, curve, word) - spread)).toBeLessThan(1e-7);
          },
        ),
        { seed: 5, numRuns: 500 },
      );
    },
  );
});
