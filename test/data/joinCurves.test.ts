import { daySerial } from "../../src/calc/units";
import { joinCurves } from "../../src/data/joinCurves";

const older = {
  days: [daySerial(46_036), daySerial(46_037)],
  tenors: Float64Array.of(5, 10),
  yields: [Float64Array.of(0.037, 0.041), Float64Array.of(0.038, 0.042)],
};

describe("two histories of curves as one", () => {
  it("have the days and the tenors of both; the newer yield stands, a blank takes nothing away", () => {
    const newer = {
      days: [daySerial(46_035), daySerial(46_037)],
      tenors: Float64Array.of(2, 10),
      yields: [Float64Array.of(0.034, 0.04), Float64Array.of(NaN, 0.0425)],
    };
    expect(joinCurves(older, newer)).toEqual({
      history: {
        days: [46_035, 46_036, 46_037],
        tenors: Float64Array.of(2, 5, 10),
        yields: [
          Float64Array.of(0.034, NaN, 0.04),
          Float64Array.of(NaN, 0.037, 0.041),
          Float64Array.of(NaN, 0.038, 0.0425),
        ],
      },
      added: 1,
      revised: 1,
    });
  });

  it("are the first where the second says the same", () => {
    expect(joinCurves(older, older)).toEqual({ history: older, added: 0, revised: 0 });
  });
});
