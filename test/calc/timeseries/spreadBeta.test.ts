import { spreadBeta } from "../../../src/calc/timeseries/spreadBeta";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";

const value = (measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === "beta" && it.measure === measure)?.value,
  );
const MBS = Float64Array.of(120, 125, 118, 110, 112, 105, 101);
const CORPORATE = Float64Array.of(85, 90, 84, 80, 82, 70, 62);

describe("spreadBeta", () => {
  it("agrees with exact fractions: beta, correlation, ordinary and Newey–West errors", () => {
    const plain = spreadBeta(MBS, CORPORATE);
    expect(plain.beta).toBeCloseTo(value("beta"), 12);
    expect(plain.correlation).toBeCloseTo(value("correlation"), 12);
    expect(plain.se).toBeCloseTo(value("se 0"), 12);
    expect(plain.n).toBe(6);
    expect(spreadBeta(MBS, CORPORATE, 2)).toEqual({
      ...plain,
      se: expect.closeTo(value("se 2"), 12),
    });
  });

  it("regresses changes: the levels of two drifting spreads would say more than there is", () => {
    // Both fall by one a row; what moves around the drift has nothing in common.
    const drift = (waves: number[]) => Float64Array.from(waves, (wave, i) => 100 - 10 * i + wave);
    const [a, b] = [drift([0, 1, 0, -1, 0, 1, 0, -1]), drift([1, 0, -1, 0, 1, 0, -1, 0])];
    expect(Math.abs(spreadBeta(a, b).correlation)).toBeLessThan(0.2);
  });

  it("drops rows that lack either side", () => {
    const mbs = Float64Array.of(120, 99, 125, 118, NaN, 110, 112, 105, 101);
    const corporate = Float64Array.of(85, NaN, 90, 84, 70, 80, 82, 70, 62);
    expect(spreadBeta(mbs, corporate)).toEqual(spreadBeta(MBS, CORPORATE));
  });

  it("says what is wrong", () => {
    expect(() => spreadBeta(MBS, CORPORATE.subarray(1))).toThrow(
      calcError("invalid", /corporate has 6 rows but mbs has 7/),
    );
    expect(() => spreadBeta(MBS, CORPORATE, -1)).toThrow(calcError("invalid", /lags is -1/));
    expect(() => spreadBeta(MBS, CORPORATE, 127)).toThrow(calcError("invalid", /from 0 to 126/));
    expect(() => spreadBeta(MBS, CORPORATE, 6)).toThrow(calcError("missing", /only 6 changes/));
    expect(() => spreadBeta(MBS.subarray(0, 3), CORPORATE.subarray(0, 3))).toThrow(
      calcError("missing", /2 changes in common; a beta needs 3/),
    );
    expect(() =>
      spreadBeta(
        MBS,
        MBS.map(() => 50),
      ),
    ).toThrow(calcError("missing", /do not vary/));
  });

  it("does not move when rows are appended", () => {
    const reversed = (history: Float64Array) => history.map((it, i) => it * (i % 3) + i * i);
    expectPrefixInvariant(columnOf((history) => spreadBeta(history, reversed(history), 1)));
  });
});
