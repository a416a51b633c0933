import { gapSections, isAsStated, type CalibrationLine } from "../../study/calibration";
import { holdAsStated, SHORT_PATHS } from "../../support/calibration";

describe("stated against measured, of a gap", () => {
  holdAsStated(gapSections(SHORT_PATHS));

  it("fails where a probability says more than comes (the wrong variant)", () => {
    const gap: CalibrationLine = {
      what: "given the parameters of least squares, a random walk of 240 rows",
      n: 1_200,
      stated: 0.756,
      measured: 0.658,
      above: 0.05,
      below: 1,
    };
    expect(isAsStated(gap)).toBe(false);
  });
});
