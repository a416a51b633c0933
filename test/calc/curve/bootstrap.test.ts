import * as fc from "fast-check";
import { bootstrapPar } from "../../../src/calc/curve/bootstrap";
import {
  compounding,
  discountFactor,
  parYieldAt,
  segmentForward,
  zeroRate,
} from "../../../src/calc/curve/discountCurve";
import { calcError } from "../../support/errors";

const par = (tenors: number[], yields: number[]) => ({
  tenors: Float64Array.from(tenors),
  yields: Float64Array.from(yields),
});
/** The base Treasury curve of the method notes. */
const BASE = par([2, 3, 5, 7, 10, 30], [0.0359, 0.0366, 0.0382, 0.0402, 0.0423, 0.0483]);

describe("bootstrapPar", () => {
  it("reprices its inputs to 1e-12", () => {
    const curve = bootstrapPar(BASE);
    BASE.tenors.forEach((tenor, i) => {
      expect(Math.abs(parYieldAt(curve, tenor) - (BASE.yields[i] as number))).toBeLessThan(1e-12);
    });
  });

  it("is flat for a flat par curve, at every time", () => {
    const curve = bootstrapPar(par([0.5, 1, 4.5, 30], [0.05, 0.05, 0.05, 0.05]));
    for (const time of [0.5, 1, 3.5, 10, 30]) {
      expect(compounding(zeroRate(curve, time), 2)).toBeCloseTo(0.05, 12);
    }
  });

  it("keeps the last forward beyond the last tenor", () => {
    const curve = bootstrapPar(BASE);
    const last = segmentForward(curve, 5);
    expect(Math.log(discountFactor(curve, 35) / discountFactor(curve, 40)) / 5).toBeCloseTo(
      last,
      12,
    );
  });

  it("reprices any curve it accepts; its discount factors fall where forwards are positive", () => {
    const curves = fc.array(fc.double({ min: -0.01, max: 0.15, noNaN: true }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(curves, (yields) => {
        const input = par(
          yields.map((_, i) => [0.25, 0.5, 1, 2, 5, 10, 20, 30][i] as number),
          yields,
        );
        let curve;
        try {
          curve = bootstrapPar(input);
        } catch (error) {
          expect((error as Error).message).toMatch(/^curve, row \d+: no discount factor/);
          return;
        }
        input.tenors.forEach((tenor, i) => {
          expect(parYieldAt(curve, tenor)).toBeCloseTo(input.yields[i] as number, 9);
          const forward = segmentForward(curve, i);
          if (Math.abs(forward) < 1e-9) return;
          const falls = discountFactor(curve, tenor) < discountFactor(curve, tenor - 0.01);
          expect(falls).toBe(forward > 0);
        });
      }),
      { seed: 5 },
    );
  });

  it("refuses yields that no discount factor explains, by row", () => {
    expect(() => bootstrapPar(par([1, 10, 30], [0.01, 0.12, 0.001]))).not.toThrow();
    expect(() => bootstrapPar(par([1, 5, 30], [0.02, 0.3, 0.3]))).not.toThrow();
    expect(() => bootstrapPar(par([10, 30], [0.01, 0.9]))).toThrow(
      calcError("invalid", /^curve, row 2: no discount factor/),
    );
  });
});
