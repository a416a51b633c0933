import fc from "fast-check";
import { amount } from "../../support/amount";
import { viewPosterior } from "../../../src/calc/trade/viewPosterior";
import { bp, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const COVARIANCE = [
  [4e-6, 2.2e-6, 0],
  [2.2e-6, 1.21e-4, 8.47e-5],
  [0, 8.47e-5, 1.96e-4],
];
const PRIOR = [0, 35, 45];
const PICK = [0, 1, -1];
const posterior = (view: number, confidence: number, tau = 0.05, pick = PICK) =>
  viewPosterior(PRIOR, COVARIANCE, { pick, view: bp(view), confidence: rate(confidence) }, tau);
const difference = (values: Float64Array) => Number(values[1]) - Number(values[2]);

describe("viewPosterior", () => {
  it("is −.1, 33.2 and 50.7: the mix moves half the way from −10 to −25", () => {
    const after = posterior(-25, 0.5);
    expect(Array.from(after, (it) => it.toFixed(1))).toEqual(["-0.1", "33.2", "50.7"]);
    expect(difference(after)).toBeCloseTo(-17.5, 12);
  });

  it("is the general formula of Black and Litterman with Ω = τ·PSPᵀ·(1 − c)/c, for any τ", () => {
    const share = amount(0.05, 0.95);
    fc.assert(
      fc.property(amount(-200, 200), share, share, (view, c, tau) => {
        const along = COVARIANCE.map((row) =>
          row.reduce((sum, it, j) => sum + it * (PICK[j] as number), 0),
        );
        const variance = along.reduce((sum, it, i) => sum + it * (PICK[i] as number), 0);
        const omega = (tau * variance * (1 - c)) / c;
        const surprise = view - (35 - 45);
        const expected = PRIOR.map(
          (it, i) => it + (tau * (along[i] as number) * surprise) / (tau * variance + omega),
        );
        posterior(view, c, tau).forEach((it, i) => {
          expect(it).toBeCloseTo(expected[i] as number, 9);
        });
      }),
    );
  });

  it("without confidence is the prior, with all of it the view", () => {
    expect([...posterior(-25, 0)]).toEqual(PRIOR);
    expect(difference(posterior(-25, 1))).toBeCloseTo(-25, 12);
  });

  it("refuses a confidence in percent, a mix without risk and a τ of 0", () => {
    expect(() => posterior(-25, 50)).toThrow(
      calcError("invalid", /confidence is 50; it must be a share from 0 to 1/),
    );
    expect(() => posterior(-25, 0.5, 0.05, [0, 0, 0])).toThrow(
      calcError("invalid", /pick is a mix without risk/),
    );
    expect(() => posterior(-25, 0.5, 0)).toThrow(calcError("invalid", /tau is 0/));
  });
});
