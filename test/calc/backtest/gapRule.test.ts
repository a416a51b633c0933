import * as fc from "fast-check";
import { gapPositions } from "../../../src/calc/backtest/gapRule";
import { spreadReturns } from "../../../src/calc/backtest/spreadReturns";
import { zScore } from "../../../src/calc/history/zScore";
import { seriesS } from "../../support/series";

const RULE = { window: 24, enter: 1.5, exit: 0.5 };

describe("returns that spreads imply", () => {
  it("are carry less duration times the change", () => {
    // 120 bp for a month is 10; 5 bp tighter at 5.6 years is 28: 38 bp.
    const found = spreadReturns(Float64Array.of(120, 115, NaN, 110), 5.6, 12);
    expect(found[0]).toBeNaN();
    expect(found[1]).toBeCloseTo(0.0038, 12);
    expect([found[2], found[3]]).toEqual([NaN, NaN]);
  });
});

describe("positions of the gap rule", () => {
  it("follow the z-score of the rows before, with two thresholds", () => {
    const series = seriesS();
    const positions = gapPositions(series, RULE);
    expect(positions.slice(0, 24).every(Number.isNaN)).toBe(true);
    let position = 0;
    for (let t = 24; t < series.length; t++) {
      const z = zScore(series.subarray(0, t + 1), { window: 24 });
      if (z >= 1.5) position = 1;
      else if (z <= -1.5) position = -1;
      else if (position * z <= 0.5) position = 0;
      expect([t, positions[t]]).toEqual([t, position]);
    }
  });

  it("never change when rows are appended", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -50, max: 150 }), fc.constant(NaN)), {
          minLength: 10,
          maxLength: 80,
        }),
        fc.nat({ max: 79 }),
        (values, cut) => {
          const gap = Float64Array.from(values);
          const rule = { window: 6, enter: 1, exit: 0.25 };
          const n = Math.min(cut, gap.length);
          expect([...gapPositions(gap.slice(0, n), rule)]).toEqual([
            ...gapPositions(gap, rule).slice(0, n),
          ]);
        },
      ),
    );
  });

  it("are none while the gap has never moved, and stay when it stops moving", () => {
    const flat = Float64Array.from({ length: 40 }, () => 39);
    expect(gapPositions(flat, RULE).every(Number.isNaN)).toBe(true);
    const stops = Float64Array.from({ length: 60 }, (_, t) => (t < 25 ? 39 + (t % 2) : 45));
    expect([...gapPositions(stops, RULE).slice(24, 60)].every((it) => !Number.isNaN(it))).toBe(
      true,
    );
  });
});
