import { calibrationLines, isAsStated, type CalibrationLine } from "../../study/calibration";

/*
 * The short form of docs/calibration.md: every probability and interval against what simulation
 * measures, with its own tolerance and two standard errors of so many paths.
 */
const SHORT = 300;

describe("stated against measured", () => {
  const all = [...calibrationLines(SHORT).values()].flat();

  it.each(all.map((line) => [line.what, line] as const))("%s", (_, line) => {
    const { stated, measured } = line;
    expect([stated.toFixed(3), measured.toFixed(3), isAsStated(line)]).toEqual([
      stated.toFixed(3),
      measured.toFixed(3),
      true,
    ]);
  });

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
