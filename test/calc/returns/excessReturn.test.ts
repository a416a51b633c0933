import fc from "fast-check";
import { amount } from "../../support/amount";
import { attribution, type Realised } from "../../../src/calc/returns/attribution";
import { excessReturn } from "../../../src/calc/returns/excessReturn";
import { bp, rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const KRDS = [0.25, 0.55, 1.35, 1.55, 1.6, 0.3];
const TREASURIES = {
  durations: [1.9, 2.78, 4.5, 6.05, 8.1, 16.2],
  returns: [0.31, 0.3, 0.25, 0.18, 0.09, -0.42].map((percent) => percent / 100),
};

describe("excessReturn", () => {
  const it0 = excessReturn(rate(0.0045), {
    keyRateDurations: KRDS,
    ...TREASURIES,
    cash: rate(0.003),
  });

  it("is +24.9 bp over a matched .2008%, with 10.2% of cash borrowed", () => {
    expect((100 * it0.matchedReturn).toFixed(4)).toBe("0.2008");
    expect(it0.excess.toFixed(1)).toBe("24.9");
    expect((100 * it0.cashWeight).toFixed(1)).toBe("-10.2");
  });

  it("with the cash left out misses the matched return by 3 bp (the wrong variant fails)", () => {
    const withoutCash = KRDS.reduce(
      (sum, krd, k) =>
        sum + (krd / (TREASURIES.durations[k] as number)) * (TREASURIES.returns[k] as number),
      0,
    );
    const isMatched = (value: number) => {
      expect((100 * value).toFixed(4)).toBe("0.2008");
    };
    isMatched(it0.matchedReturn);
    expect(() => {
      isMatched(withoutCash);
    }).toThrow();
  });

  it("is 0 for a mix of the Treasuries and cash, whatever they return", () => {
    const share = amount(-0.5, 1);
    const return_ = amount(-0.05, 0.05);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, return_), { minLength: 6, maxLength: 6 }),
        return_,
        (mix, cash) => {
          const weights = mix.map(([weight]) => weight);
          const returns = mix.map(([, value]) => value);
          const cashWeight = 1 - weights.reduce((a, b) => a + b);
          const total = weights.reduce(
            (sum, weight, k) => sum + weight * (returns[k] as number),
            cashWeight * cash,
          );
          const result = excessReturn(rate(total), {
            keyRateDurations: weights.map((w, k) => w * (TREASURIES.durations[k] as number)),
            durations: TREASURIES.durations,
            returns,
            cash: rate(cash),
          });
          expect(result.excess).toBeCloseTo(0, 9);
          expect(result.cashWeight).toBeCloseTo(cashWeight, 12);
        },
      ),
    );
  });

  it("refuses a Treasury without duration", () => {
    const bad = { keyRateDurations: [1], durations: [0], returns: [0], cash: rate(0) };
    expect(() => excessReturn(rate(0), bad)).toThrow(
      calcError("invalid", /treasuryDurations, row 1, is 0/),
    );
  });
});

describe("attribution", () => {
  const MONTH: Realised = {
    totalReturn: rate(0.0201),
    yld: rate(0.0503),
    months: 1,
    duration: years(5.6),
    convexity: -160,
    spreadDuration: null,
    parallel: bp(-12),
    spreadChange: bp(-15),
    roll: bp(3.36),
    curve: bp(2),
    paydown: bp(0),
  };

  it("is the month of the method notes", () => {
    const { flag, ...parts } = attribution(MONTH);
    const shown = Object.fromEntries(
      Object.entries(parts).map(([name, value]) => [name, value.toFixed(1)]),
    );
    expect(shown).toEqual({
      carry: "41.9",
      roll: "3.4",
      parallel: "67.2",
      curve: "2.0",
      spread: "84.0",
      convexity: "-1.2",
      paydown: "0.0",
      residual: "3.7",
      total: "201.0",
    });
    expect(flag).toBeNull();
  });

  it("flags a residual above 5 bp a month, or above a tenth of the return", () => {
    const flag = (change: Partial<Realised>) => attribution({ ...MONTH, ...change }).flag;
    expect(flag({ totalReturn: rate(0.0203) })).toBe("above 5 bp a month");
    expect(flag({ totalReturn: rate(0.0205), months: 2, yld: rate(0.02515) })).toBeNull();
    // Of the month only the carry: 41.9 bp, 4.5 of them unexplained.
    const still = { parallel: bp(0), spreadChange: bp(0), roll: bp(0), curve: bp(0) };
    expect(flag({ ...still, totalReturn: rate(0.00464) })).toBeNull();
    expect(flag({ ...still, totalReturn: rate(0.0037) })).toBe("above 10% of the total");
  });

  it("sums to the total, whatever the parts", () => {
    const part = amount(-300, 300);
    fc.assert(
      fc.property(part, part, part, part, part, (total, parallel, spread, roll, paydown) => {
        const it = attribution({
          ...MONTH,
          totalReturn: rate(total / 10_000),
          parallel: bp(parallel),
          spreadChange: bp(spread),
          roll: bp(roll),
          paydown: bp(paydown),
        });
        const { carry, curve, convexity, residual } = it;
        const sum =
          carry + it.roll + it.parallel + curve + it.spread + convexity + it.paydown + residual;
        expect(sum).toBeCloseTo(it.total, 8);
      }),
    );
  });
});
