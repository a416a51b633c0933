import fc from "fast-check";
import {
  gapPerDuration,
  gapPerVolatility,
  spreadGap,
  spreadRatio,
} from "../../../src/calc/spread/spreadGap";
import { bp, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

describe("spreadGap and its scaled forms", () => {
  it("is positive when mortgages pay more", () => {
    expect(spreadGap(bp(101), bp(62))).toBe(39);
  });

  it("does not move when both spreads widen alike", () => {
    const spread = fc.integer({ min: -500, max: 2000 });
    fc.assert(
      fc.property(spread, spread, spread, (mbs, corporate, shift) => {
        expect(spreadGap(bp(mbs + shift), bp(corporate + shift))).toBe(
          spreadGap(bp(mbs), bp(corporate)),
        );
      }),
    );
  });

  it("changes sign when the sides are exchanged, per duration and per volatility too", () => {
    const spread = fc.integer({ min: -500, max: 2000 });
    const positive = fc.double({ min: 0.5, max: 100, noNaN: true });
    fc.assert(
      fc.property(spread, spread, positive, positive, (a, b, p, q) => {
        expect(gapPerDuration(bp(a), bp(b), years(p), years(q))).toBe(
          0 - gapPerDuration(bp(b), bp(a), years(q), years(p)),
        );
        expect(gapPerVolatility(bp(a), bp(b), bp(p), bp(q))).toBe(
          0 - gapPerVolatility(bp(b), bp(a), bp(q), bp(p)),
        );
      }),
    );
  });

  it.each([0, -5])("has no ratio to a corporate spread of %i", (corporate) => {
    expect(() => spreadRatio(bp(101), bp(corporate))).toThrow(
      calcError("missing", /corporate is .* above 0/),
    );
  });

  it.each([0, -1, NaN])("refuses a duration or volatility of %p, by name", (bad) => {
    expect(() => gapPerDuration(bp(1), bp(1), years(bad), years(1))).toThrow(
      calcError("invalid", /mbsDuration is/),
    );
    expect(() => gapPerDuration(bp(1), bp(1), years(1), years(bad))).toThrow(
      calcError("invalid", /corporateDuration is/),
    );
    expect(() => gapPerVolatility(bp(1), bp(1), bp(bad), bp(1))).toThrow(
      calcError("invalid", /mbsVol is/),
    );
    expect(() => gapPerVolatility(bp(1), bp(1), bp(1), bp(bad))).toThrow(
      calcError("invalid", /corporateVol is/),
    );
  });
});
