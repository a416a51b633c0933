import { parCurve } from "../../../src/calc/curve/parCurve";
import { calcError } from "../../support/errors";

const curve = (...tenors: number[]) =>
  parCurve(Float64Array.from(tenors), new Float64Array(tenors.length).fill(0.04), "curve");

describe("parCurve", () => {
  it("takes rising tenors", () => {
    expect([...curve(2, 5, 10).tenors]).toEqual([2, 5, 10]);
  });

  it.each([
    [[5], /has 1 point; it must have 2 or more/],
    [[0, 5], /row 1: the tenor is 0/],
    [[5, 5], /row 2: the tenor is 5 after 5/],
    [[10, 5], /row 2: the tenor is 5 after 10/],
    [[2, NaN], /row 2/],
  ])("refuses %p", (tenors, words) => {
    expect(() => curve(...tenors)).toThrow(calcError("invalid", words));
  });
});
