import { driverOf, driverShares } from "../../study/driverStudy";
import { autoregressivePath, normalShocks } from "../../study/shocks";

describe("the probability of a driver's t-ratio", () => {
  // |t| > 1.96 for an unrelated driver: 12%, 24% and 43% were measured for φ .5, .8 and .95.
  it.each([
    [0.5, 0.08],
    [0.8, 0.14],
    [0.95, 0.25],
  ])("is below 5% for as few unrelated drivers as it says, φ %d", (phi, tooOften) => {
    const { byProbability, byTable } = driverShares(phi, 200);
    // Of 200 draws at 5% the standard deviation is 1.5 points: three of them above, three below.
    expect(byProbability).toBeLessThan(0.096);
    expect(byProbability).toBeGreaterThan(0.004);
    expect(byTable).toBeGreaterThan(tooOften);
  });

  it("finds a driver that makes a third of the spread's movement", () => {
    const shocks = normalShocks(7);
    const found = Array.from({ length: 20 }, () => {
      const x = autoregressivePath(0.8, 120, shocks);
      const rest = autoregressivePath(0.8, 120, shocks);
      return driverOf(
        rest.map((it, t) => it + 0.7 * (x[t] as number)),
        x,
      );
    });
    expect(found.filter(({ probability }) => probability < 0.05).length).toBeGreaterThan(15);
  });
});
