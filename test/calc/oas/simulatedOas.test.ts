import { latticeRule } from "../../../src/calc/numeric/latticeRule";
import { mean, sampleStandardDeviation } from "../../../src/calc/numeric/statistics";
import { shortRatePaths } from "../../../src/calc/rates/shortRatePaths";
import { poolOas } from "../../../src/calc/oas/poolOas";
import { spreadAtValue } from "../../../src/calc/oas/projectedFlows";
import { simulatedOas, simulatedProjection } from "../../../src/calc/oas/simulatedOas";
import { price } from "../../../src/calc/units";
import { modelOf } from "../../support/pools";

const BP = 10_000;
const POOLS = [
  { name: "discount", coupon: 0.035, clean: 90 },
  { name: "par", coupon: 0.05, clean: 99.75 },
  { name: "premium", coupon: 0.065, clean: 104.5 },
];
const WAIT = 1 / 12 + 24 / 360;

/** Option-adjusted spreads in basis points of simulations with shifts of their own. */
function simulations(count: number, seeds: readonly number[]): Map<string, number[]> {
  const found = new Map(POOLS.map(({ name }) => [name, [] as number[]]));
  const { shortRate } = modelOf(0.05, 3);
  for (const seed of seeds) {
    const paths = shortRatePaths(shortRate, 360, WAIT, latticeRule(count, seed));
    for (const { name, coupon, clean } of POOLS) {
      const flows = simulatedProjection(modelOf(coupon, 3), paths);
      found.get(name)?.push(spreadAtValue(flows, clean) * BP);
    }
  }
  return found;
}

describe("the simulation", () => {
  const of4096 = simulations(4096, [1, 2, 3, 4]);
  const of256 = simulations(256, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

  it.each(POOLS)("of 4,096 paths agrees with the lattice for the $name pool", (it) => {
    const spreads = of4096.get(it.name) as number[];
    const standardError = sampleStandardDeviation(spreads) / Math.sqrt(spreads.length);
    const lattice = poolOas(modelOf(it.coupon, 3), price(it.clean)) * BP;
    expect(Math.abs(mean(spreads) - lattice)).toBeLessThan(0.25 + 3 * standardError);
  });

  it.each(POOLS)("scatters less with more paths for the $name pool", ({ name }) => {
    const few = sampleStandardDeviation(of256.get(name) as number[]);
    const many = sampleStandardDeviation(of4096.get(name) as number[]);
    // Random points would be 4 times closer, these about 9 times.
    expect(many).toBeLessThan(few / 4);
    expect(few).toBeLessThan(1);
  });

  it.each(POOLS)(
    "in a cell is within its standard error of the lattice for the $name pool",
    (it) => {
      const model = modelOf(it.coupon, 3);
      const { oas, standardError } = simulatedOas(model, price(it.clean));
      expect(standardError * BP).toBeLessThan(0.35);
      expect(Math.abs(oas - poolOas(model, price(it.clean)))).toBeLessThan(
        0.25 / BP + 3 * standardError,
      );
    },
  );

  it("discounts exactly on average: the mean weight of a month is near 1", () => {
    const { shortRate } = modelOf(0.05, 3);
    const { discounts, count } = shortRatePaths(shortRate, 360, WAIT, latticeRule(4096, 5));
    for (const month of [0, 60, 200, 359]) {
      const weights = discounts.subarray(month * count, (month + 1) * count);
      // A tenth of what random points would be off by.
      const allowed = sampleStandardDeviation(weights) / Math.sqrt(count) / 10;
      expect(Math.abs(mean(weights) - 1)).toBeLessThanOrEqual(allowed + 1e-12);
    }
  });

  it("gives the same answer twice", () => {
    const model = modelOf(0.05, 3, { "pool.delay": 14 });
    const first = simulatedOas(model, price(99));
    simulatedOas(modelOf(0.05, 3), price(99));
    expect(simulatedOas(model, price(99))).toEqual(first);
  });
});
