import { driverOf } from "../../study/driverStudy";
import { autoregressivePath, normalShocks } from "../../study/shocks";

// That 5% of unrelated drivers are below 5% is a part of the calibration.
describe("the probability of a driver's t-ratio", () => {
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
