import {
  FITTED_DIALS,
  ObservedSpeeds,
  type ObservedSpeed,
} from "../../../src/calc/prepayment/observedSpeeds";
import { poolSpeeds, type PrepaymentDials } from "../../../src/calc/prepayment/prepaymentModel";
import { rate } from "../../../src/calc/units";
import { FIT_DIALS, prepaymentDials } from "../../../src/assumptions/poolAssumptions";

const DEFAULTS = prepaymentDials(new Map());

/** Two pools of different coupon and age along waves of mortgage rates. */
const POOLS = [
  { wac: 0.045, age: 0 },
  { wac: 0.065, age: 20 },
].map((pool) => ({
  ...pool,
  rates: Float64Array.from({ length: 60 }, (_, k) => 0.05 + 0.015 * Math.sin(k / 7 + pool.age)),
}));
const ROWS: ObservedSpeed[] = POOLS.flatMap(({ wac, age, rates }) =>
  Array.from(rates, (mortgageRate, k) => ({
    incentive: wac - mortgageRate,
    age: age + k + 1,
    cpr: 0,
    month: 1 + ((k + 9) % 12),
    weight: 1,
  })),
);

const filled = (dials: PrepaymentDials) => {
  const speeds = new ObservedSpeeds(ROWS, dials.seasons);
  speeds.fill(dials);
  return speeds;
};

describe("speeds of observed months", () => {
  it.each([
    ["the defaults", {}],
    ["a low greatest speed", { maxCpr: 0.2 }],
    ["a multiplier", { multiplier: 1.4 }],
  ])("are the model's, burnout within each pool, with %s", (_, changed) => {
    const dials = { ...DEFAULTS, ...changed };
    const expected = POOLS.flatMap(({ wac, age, rates }) =>
      Array.from(poolSpeeds(dials, rate(wac), age, rates, 10)),
    );
    filled(dials).cprs.forEach((cpr, i) => {
      expect(cpr).toBeCloseTo(expected[i] as number, 13);
    });
  });

  it.each(FITTED_DIALS.map((name, j) => [name, j] as const))(
    "have the derivatives by %s that differences show",
    (name, j) => {
      // No month's age is the ramp's end, where the derivative jumps.
      const dials = { ...DEFAULTS, rampMonths: 24.5, maxCpr: 0.45 };
      const { low, high } = FIT_DIALS.find((dial) => dial.name === name) as {
        low: number;
        high: number;
      };
      const move = 1e-6 * (high - low);
      const { cprs: up } = filled({ ...dials, [name]: dials[name] + move });
      const { cprs: down } = filled({ ...dials, [name]: dials[name] - move });
      const { slopes } = filled(dials);
      let greatest = 0;
      for (let i = 0; i < ROWS.length; i++) {
        const slope = ((up[i] as number) - (down[i] as number)) / (2 * move);
        const found = slopes[j * ROWS.length + i] as number;
        greatest = Math.max(greatest, Math.abs(slope));
        expect(Math.abs(found - slope) * (high - low)).toBeLessThan(1e-8);
      }
      expect(greatest * (high - low)).toBeGreaterThan(1e-3);
    },
  );
});
