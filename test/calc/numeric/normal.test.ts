import { inverseNormal } from "../../../src/calc/numeric/normal";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

describe("inverseNormal", () => {
  it.each(golden("history.csv").filter(({ series }) => series === "normal"))(
    "agrees with Python's NormalDist at $measure",
    ({ measure, value }) => {
      const expected = Number(value);
      expect(Math.abs(inverseNormal(Number(measure)) - expected)).toBeLessThanOrEqual(
        1e-14 * Math.max(1, Math.abs(expected)),
      );
    },
  );

  it.each([0, 1, -0.1, NaN])("refuses %p", (probability) => {
    expect(() => inverseNormal(probability)).toThrow(calcError("invalid", /strictly between/));
  });
});
