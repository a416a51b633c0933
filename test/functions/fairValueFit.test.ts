import { fairValueCell, fairValueFitRows, regimeProbRows } from "../../src/functions/fairValue";
import { answer } from "../support/errors";
import { column } from "../support/series";

/** Sixty rows of a driver that rises by 1, and a spread of twice it and what else is said. */
const statistics = (rows: number, rest: (t: number) => number) => {
  const times = Array.from({ length: rows }, (_, t) => t);
  const y = column(...times.map((t) => 2 * t + rest(t))) as number[][];
  const card = fairValueFitRows(y, column(...times) as number[][], undefined, "statistics");
  return new Map(card.map(([name, value]) => [name as string, value as unknown]));
};

describe("FAIRVALUEFIT's verdict", () => {
  it("reads levels where what the driver leaves comes back at once", () => {
    // sin t² has no memory to speak of.
    const found = statistics(60, (t) => Math.sin(t * t));
    expect(found.get("engleGranger")).toBeLessThan(found.get("critical") as number);
    expect(found.get("verdict")).toBe("residuals revert: levels may be read");
  });

  it("asks for changes where it goes its own way for years", () => {
    // A hill that is as long as the history never comes back within it.
    const found = statistics(60, (t) => 9 * Math.sin((Math.PI * t) / 59) + 0.3 * Math.sin(t * t));
    expect(found.get("engleGranger")).toBeGreaterThan(found.get("critical") as number);
    expect(found.get("verdict")).toBe("residuals do not revert: fit changes");
  });

  it("is not given over eight rows, and says why", () => {
    const found = statistics(8, (t) => Math.sin(t * t));
    for (const name of ["engleGranger", "critical", "verdict"]) {
      expect(found.get(name)).toMatchObject({
        code: "#N/A",
        message: "8 rows are too few to test the residuals",
      });
    }
  });
});

describe("FAIRVALUEFIT's probabilities", () => {
  const times = Array.from({ length: 60 }, (_, t) => t);
  const rowsOf = (rest: (t: number) => number, ...more: unknown[]) => {
    const y = column(...times.map((t) => 2 * Math.cos(t * t * t) + rest(t))) as number[][];
    const x = column(...times.map((t) => Math.cos(t * t * t))) as number[][];
    return fairValueFitRows(y, x, ...more);
  };

  it("stand beside each t: the least that the draws can tell for a driver that makes the spread", () => {
    const [constant, driver] = rowsOf((t) => Math.sin(t * t));
    expect(driver?.[4]).toBe(1 / 400);
    expect(constant?.[4]).toBeGreaterThan(0.05);
  });

  it("are not given where the residuals do not revert, nor over few rows, and say why", () => {
    const hill = (t: number) => 9 * Math.sin((Math.PI * t) / 59);
    expect(rowsOf(hill)[1]?.[4]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^the residuals do not revert: no t of these levels/),
    });
    const few = fairValueFitRows(column(1, 3, 2, 5, 4, 7, 6, 8), column(1, 2, 3, 4, 5, 6, 7, 8));
    expect(few[1]?.[4]).toMatchObject({
      message: "8 rows are too few to test the residuals",
    });
  });

  it("take the lags of the test", () => {
    const withLags = (lags: number) =>
      new Map(
        rowsOf((t) => Math.sin(t * t), undefined, "statistics", lags).map(([name, value]) => [
          name as string,
          value as number,
        ]),
      ).get("engleGranger");
    expect(withLags(0)).not.toBe(withLags(3));
    expect(answer(() => rowsOf((t) => Math.sin(t), undefined, undefined, 25))).toMatchObject({
      message: "testLags is 25; it must be a whole number of rows from 0 to 24",
    });
  });
});

describe("FAIRVALUE", () => {
  const x = Array.from({ length: 40 }, (_, t) => (t * 7) % 10);

  it("is the line at today's driver", () => {
    const y = column(...x.map((driver, t) => 3 + 2 * driver + (t % 2 === 0 ? 0.1 : -0.1)));
    // The driver is 0 to 9 four times over, and ±.1 follows its parity: Σ(x − 4.5)·e is −.5 over the ten, Σ(x − 4.5)²
    // 82.5, so the slope is 2 − .5/82.5 around the mean of 12 at 4.5.
    const expected = 12 + (2 - 0.5 / 82.5) * 0.5;
    const found = fairValueCell(y as number[][], column(...x) as number[][], [[5]]);
    expect(found).toBeCloseTo(expected, 10);
  });

  it("is never extrapolated", () => {
    const y = column(...x.map((driver) => 3 + 2 * driver + Math.sin(driver)));
    expect(answer(() => fairValueCell(y, column(...x), [[30]]))).toMatchObject({ code: "#N/A" });
  });
});

describe("REGIMEPROB", () => {
  it("is Bayes' rule: the share of time at first, then the chain's step, weighed by the densities", () => {
    const rows = regimeProbRows(column(0, 2), [[0, 4]], [[1, 1]], [[0.9, 0.8]]);
    // The lower regime lasts 2/3 of the time, and 0 is e^(4²/2) times as likely in it.
    const odds = 2 * Math.exp(8);
    const first = odds / (1 + odds);
    expect(rows[0]?.[1]).toBeCloseTo(first, 12);
    // 2 lies between the two and says nothing: what is left is the step.
    expect(rows[1]?.[1]).toBeCloseTo(0.9 * first + 0.2 * (1 - first), 12);
  });
});
