import { leastSquares } from "../../../src/calc/numeric/leastSquares";
import { neweyWest } from "../../../src/calc/numeric/neweyWest";
import { driverProbabilities } from "../../../src/calc/timeseries/driverProbability";
import { autoregressivePath, normalShocks } from "../../study/shocks";

const LAGS = 4;

/** Probability and t-ratio of a driver. */
function measured(y: Float64Array, x: Float64Array) {
  const columns = [new Float64Array(y.length).fill(1), x];
  const fit = leastSquares(columns, y);
  const errors = neweyWest(columns, fit, LAGS);
  const [, p = NaN] = driverProbabilities(columns, fit, errors, LAGS);
  return { p, t: Math.abs((fit.coefficients[1] as number) / (errors[1] as number)) };
}

describe("the probability of a driver's t-ratio", () => {
  // |t| > 1.96 for an unrelated driver: 12%, 24% and 43% were measured for φ .5, .8 and .95.
  it.each([
    [0.5, 0.08],
    [0.8, 0.14],
    [0.95, 0.25],
  ])("is below 5% for as few unrelated drivers as it says, φ %d", (phi, tooOften) => {
    const shocks = normalShocks(100 * phi);
    const found = Array.from({ length: 200 }, () =>
      measured(autoregressivePath(phi, 120, shocks), autoregressivePath(phi, 120, shocks)),
    );
    const share = (is: (one: { p: number; t: number }) => boolean) => found.filter(is).length / 200;
    // Of 200 draws at 5% the standard deviation is 1.5 points: three of them above, three below.
    expect(share(({ p }) => p < 0.05)).toBeLessThan(0.096);
    expect(share(({ p }) => p < 0.05)).toBeGreaterThan(0.004);
    expect(share(({ t }) => t > 1.96)).toBeGreaterThan(tooOften);
  });

  it("finds a driver that makes a third of the spread's movement", () => {
    const shocks = normalShocks(7);
    const found = Array.from({ length: 20 }, () => {
      const x = autoregressivePath(0.8, 120, shocks);
      const rest = autoregressivePath(0.8, 120, shocks);
      return measured(
        rest.map((it, t) => it + 0.7 * (x[t] as number)),
        x,
      );
    });
    expect(found.filter(({ p }) => p < 0.05).length).toBeGreaterThan(15);
  });
});
