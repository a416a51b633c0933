import { fairValueFitRows } from "../../src/functions/fairValue";
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
