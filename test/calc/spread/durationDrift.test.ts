import { gapPerDuration, spreadGap } from "../../../src/calc/spread/spreadGap";
import { bp, years } from "../../../src/calc/units";

/*
 * Pitfall 14: an index that grows longer pays more spread, and the gap falls although nothing has
 * become cheaper. 62 bp over 6.1 years is 10.2 bp a year; over 7.3 years the same is 74.2 bp.
 */
describe("a corporate index whose duration drifts from 6.1 to 7.3 years", () => {
  const perYear = 62 / 6.1;
  const gaps = (duration: number) => {
    const corporate = bp(perYear * duration);
    return {
      plain: spreadGap(bp(101), corporate),
      perYear: gapPerDuration(bp(101), corporate, years(5.6), years(duration)),
    };
  };

  it("moves the gap by 12 bp, and the gap per year of duration not at all", () => {
    const [before, after] = [gaps(6.1), gaps(7.3)];
    expect(before.plain).toBeCloseTo(39, 12);
    expect(after.plain - before.plain).toBeCloseTo(-12.2, 1);
    expect(before.perYear).toBeCloseTo(7.87, 2);
    expect(after.perYear).toBeCloseTo(before.perYear, 12);
  });
});
