import { carryRoll } from "../../../src/calc/spread/carryRoll";
import { rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

/** The base Treasury curve of the method notes; the worked numbers are theirs. */
const BASE = {
  tenors: Float64Array.of(2, 3, 5, 7, 10, 30),
  yields: Float64Array.of(0.0359, 0.0366, 0.0382, 0.0402, 0.0423, 0.0483),
};
const corporate = (horizon: number) =>
  carryRoll(rate(0.0459), rate(0.0365), years(6.1), years(6.5), years(horizon), BASE);

describe("carryRoll", () => {
  it("has the worked numbers over three months and a year", () => {
    const shown = ({ carry, roll, total }: ReturnType<typeof corporate>) =>
      [carry, roll, total].map((it) => it.toFixed(1));
    expect(shown(corporate(0.25))).toEqual(["23.5", "14.6", "38.1"]);
    expect(shown(corporate(1))).toEqual(["94.0", "51.0", "145.0"]);
  });

  it("is carry alone on a flat curve", () => {
    const flat = { ...BASE, yields: BASE.yields.map(() => 0.04) };
    const { roll } = carryRoll(rate(0.05), rate(0.03), years(6), years(7), years(1), flat);
    expect(roll).toBe(0);
  });

  it("refuses a horizon that reaches the duration, and a curve that does not reach", () => {
    expect(() => corporate(6.1)).toThrow(
      calcError("invalid", /duration is 6.1; it must be more than/),
    );
    expect(() => corporate(5)).toThrow(calcError("missing", /1.5 years is outside the curve/));
  });
});
