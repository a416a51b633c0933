import { bootstrapPar } from "../../../src/calc/curve/bootstrap";
import { exponentAt } from "../../../src/calc/curve/discountCurve";
import { rollForward, rootPrices } from "../../../src/calc/rates/lattice";
import {
  exponentsFrom,
  monthlyRates,
  mortgageRates,
  paymentWeights,
} from "../../../src/calc/rates/monthlyRates";
import { BASE_PAR } from "../../support/pools";

const CURVE = bootstrapPar(BASE_PAR);

const WITHOUT_SPREAD = { rateSpread: 0, longRunSpread: 0, spreadHalfLife: 2, weight2y: 0 };

describe.each([
  { volatility: 0.0085, meanReversion: 0.03 },
  { volatility: 0.015, meanReversion: 0 },
  { volatility: 0.006, meanReversion: 0.2 },
])("the monthly short rate at $volatility, $meanReversion", (model) => {
  const rates = monthlyRates(model, 360);
  const { lattice } = rates;

  /** Prices of the states of a month, the curve left out, scaled to the sum 1. */
  const statesAt = (month: number): Float64Array => {
    let now: Float64Array = rootPrices(lattice);
    let next: Float64Array = new Float64Array(now.length);
    for (let k = 0; k < month; k++) {
      rollForward(lattice, k, 1, now, next);
      [now, next] = [next, now];
      next.fill(0);
    }
    const sum = now.reduce((total, it) => total + it, 0);
    return now.map((it) => it / sum);
  };

  it.each([1, 12, 60, 180, 300])("prices the 10-year bond of month %i on average", (month) => {
    // A mortgage rate without spread is the bond's zero yield: its price in each state, weighed by the
    // states' prices, is the curve's forward price.
    const { level, slope } = mortgageRates(rates, CURVE, WITHOUT_SPREAD, 360);
    const states = statesAt(month);
    const priced = states.reduce((sum, state, j) => {
      const yld = (level[month] as number) + slope * (lattice.deviations[j] as number);
      return sum + state * Math.exp(-10 * yld);
    }, 0);
    const forward = Math.exp(exponentAt(CURVE, month / 12) - exponentAt(CURVE, month / 12 + 10));
    // The moves have a normal's mean and variance, not its tails: 0.1% of the price is allowed.
    expect(Math.abs(priced / forward - 1)).toBeLessThan(2e-4);
  });

  it("discounts payments of any delay to the curve's factor", () => {
    const { byNode, mean } = paymentWeights(rates, 0.15);
    for (const month of [1, 24, 200]) {
      const states = statesAt(month);
      let bare: Float64Array = rootPrices(lattice);
      let total = 0;
      for (let k = 0; k < month; k++) {
        bare = rollForward(lattice, k, 1, bare, new Float64Array(bare.length));
      }
      total = bare.reduce((sum, it) => sum + it, 0);
      const weighed = states.reduce((sum, it, j) => sum + it * (byNode[j] as number), 0);
      expect(weighed * total).toBeCloseTo(mean[month] as number, 12);
    }
  });
});

describe("exponents every month", () => {
  it("are the curve's, beyond its end too", () => {
    const found = exponentsFrom(CURVE, 0.07, 500);
    for (const k of [0, 1, 23, 24, 25, 119, 120, 360, 499]) {
      expect(found[k]).toBeCloseTo(exponentAt(CURVE, 0.07 + k / 12), 14);
    }
  });
});
