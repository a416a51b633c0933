import {
  adjustedSpread,
  capitalCost,
  convexityCost,
  expectedLoss,
} from "../../../src/calc/spread/adjustment";
import { bp, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

describe("what a spread pays for", () => {
  it("convexity: −½·C·σ², a cost for mortgages and a gain for bonds", () => {
    expect(convexityCost(-160, bp(90))).toBeCloseTo(64.8, 10);
    expect(convexityCost(45, bp(90))).toBeCloseTo(-18.225, 10);
    // The slip of a convexity divided by 100 makes it a hundredth.
    expect(convexityCost(-1.6, bp(90))).toBeCloseTo(0.648, 10);
    expect(() => convexityCost(-160, bp(-1))).toThrow(calcError("invalid", /volBp is -1/));
  });

  it("defaults: 3.6 bp for A, 9.6 for BBB", () => {
    expect(expectedLoss(rate(0.0006), rate(0.6))).toBeCloseTo(3.6, 10);
    expect(expectedLoss(rate(0.0016), rate(0.6))).toBeCloseTo(9.6, 10);
    expect(() => expectedLoss(rate(-0.1), rate(0.6))).toThrow(calcError("invalid", /pd is -0\.1/));
    expect(() => expectedLoss(rate(0.1), rate(1.1))).toThrow(
      calcError("invalid", /lossGivenDefault is 1\.1/),
    );
  });

  it("capital: 16 bp at a risk weight of 20%, 80 at 100%", () => {
    const cost = (weight: number) => capitalCost(weight, rate(0.1), rate(0.12), rate(0.04));
    expect(cost(0.2)).toBeCloseTo(16, 10);
    expect(cost(1)).toBeCloseTo(80, 10);
    expect(cost(0)).toBe(0);
    expect(() => cost(20)).toThrow(
      calcError("invalid", /riskWeight is 20; it must be 0 to 12\.5 \(100% is 1\)/),
    );
    expect(() => capitalCost(1, rate(1.5), rate(0.12), rate(0.04))).toThrow(
      calcError("invalid", /capitalRatio is 1\.5/),
    );
  });

  it("leaves 11 of 101 and 50.4 of 62", () => {
    const none = {
      optionCost: bp(0),
      expectedLoss: bp(0),
      migration: bp(0),
      liquidity: bp(0),
      capital: bp(0),
    };
    expect(adjustedSpread(bp(101), { ...none, optionCost: bp(89), liquidity: bp(1) })).toBe(11);
    expect(
      adjustedSpread(bp(62), { ...none, expectedLoss: bp(3.6), liquidity: bp(8) }),
    ).toBeCloseTo(50.4, 12);
    // Subtracting only the option cost of 51.75 from a 5/10-blend spread would leave the benchmark in.
    expect(
      adjustedSpread(bp(101), { ...none, optionCost: bp(51.75), liquidity: bp(1) }),
    ).not.toBeCloseTo(11, 0);
  });
});
