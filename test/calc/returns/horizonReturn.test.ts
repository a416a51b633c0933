import fc from "fast-check";
import { horizonReturn, type HorizonCase } from "../../../src/calc/returns/horizonReturn";
import { bp, rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const asset = (
  yld: number,
  duration: number,
  convexity: number,
  aged: boolean,
  lossBp = 0,
): HorizonCase => ({
  yld: rate(yld),
  duration: years(duration),
  convexity,
  rateShiftBp: bp(0),
  spreadChangeBp: bp(0),
  horizon: years(1),
  spreadDuration: null,
  rollBp: bp(0),
  lossBp: bp(lossBp),
  costBp: bp(0),
  aged,
});
const MBS = asset(0.0503, 5.6, -160, false);
const CORPORATE = asset(0.0459, 6.1, 45, true, 3.6);
const TREASURY = asset(0.0397, 5.8, 40, true);
const moved = (it: HorizonCase, shift: number, spread: number) =>
  horizonReturn({ ...it, rateShiftBp: bp(shift), spreadChangeBp: bp(spread) });

/** Shift, change of the MBS and of the corporate spread; returns in percent, difference in bp. */
const GRID = [
  [-100, 15, 10, 8.99, 9.37, 8.97, -37.9],
  [-50, 5, 0, 7.35, 7.16, 6.42, 19.0],
  [0, 0, 0, 5.03, 4.55, 3.97, 47.6],
  [50, 0, 0, 2.03, 2.06, 1.62, -3.0],
  [100, 5, 10, -1.65, -0.83, -0.63, -81.9],
] as const;
const WEIGHTS = [0.1, 0.25, 0.35, 0.2, 0.1];

describe("horizonReturn", () => {
  it.each(GRID)("shift %p, spreads %p and %p", (shift, ofMbs, ofCorporate, mbs, corp, tsy, gap) => {
    const [a, b] = [moved(MBS, shift, ofMbs), moved(CORPORATE, shift, ofCorporate)];
    expect((a * 100).toFixed(2)).toBe(mbs.toFixed(2));
    expect((b * 100).toFixed(2)).toBe(corp.toFixed(2));
    expect((moved(TREASURY, shift, 0) * 100).toFixed(2)).toBe(tsy.toFixed(2));
    expect(((a - b) * 10_000).toFixed(1)).toBe(gap.toFixed(1));
  });

  it("weighted, the difference is +8.8 bp with a deviation of 40.3: not the 47.6 of no change", () => {
    const gaps = GRID.map(([s, m, c]) => (moved(MBS, s, m) - moved(CORPORATE, s, c)) * 10_000);
    const mean = gaps.reduce((sum, gap, i) => sum + gap * (WEIGHTS[i] as number), 0);
    const square = gaps.reduce(
      (sum, gap, i) => sum + (gap - mean) ** 2 * (WEIGHTS[i] as number),
      0,
    );
    expect(mean.toFixed(1)).toBe("8.8");
    expect(Math.sqrt(square).toFixed(1)).toBe("40.3");
  });

  it("takes convexity raw: divided by 100, as screens show it, it misses the grid by 79 bp", () => {
    const wrong = moved({ ...MBS, convexity: -1.6 }, -100, 15);
    expect(((wrong - moved(MBS, -100, 15)) * 10_000).toFixed(0)).toBe("79");
    expect((wrong * 100).toFixed(2)).not.toBe("8.99");
  });

  it("without the convexity, constant duration has mortgages ahead both ways; with it, behind", () => {
    const ahead = (convexity: boolean, shift: number) =>
      moved(convexity ? MBS : { ...MBS, convexity: 0 }, shift, 0) -
      moved(convexity ? CORPORATE : { ...CORPORATE, convexity: 0 }, shift, 0);
    expect([ahead(true, -100), ahead(true, 100)].every((gap) => gap < 0)).toBe(true);
    expect([ahead(false, -100), ahead(false, 100)].every((gap) => gap < 0)).toBe(false);
  });

  it("an aged asset has the duration of the horizon's end", () => {
    expect(moved(CORPORATE, 50, 0)).toBeCloseTo(
      0.0459 - 5.1 * 0.005 + 0.5 * 45 * 0.005 ** 2 - 0.00036,
      15,
    );
    expect(() => horizonReturn({ ...CORPORATE, horizon: years(6.1) })).toThrow(
      calcError("invalid", /horizon is 6\.1 years but duration is 6\.1; an aged asset/),
    );
    expect(() => horizonReturn({ ...MBS, horizon: years(6.1) })).not.toThrow();
    expect(() => horizonReturn({ ...MBS, horizon: years(-1) })).toThrow(
      calcError("invalid", /horizon is -1/),
    );
  });

  it("a spread duration of its own ages too, and ends at 0", () => {
    const longer = { ...CORPORATE, spreadDuration: years(8), spreadChangeBp: bp(10) };
    expect(horizonReturn(longer) - horizonReturn(CORPORATE)).toBeCloseTo(-7 * 0.001, 14);
    const none = { ...TREASURY, spreadDuration: years(0), spreadChangeBp: bp(100) };
    expect(horizonReturn(none)).toBe(horizonReturn(TREASURY));
  });

  const amount = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

  it("is symmetric to second order: up and down together give convexity and nothing else", () => {
    fc.assert(
      fc.property(amount(300), amount(300), fc.boolean(), (shift, convexity, aged) => {
        const it = asset(0.05, 6, convexity, aged);
        const both = moved(it, shift, 0) + moved(it, -shift, 0) - 2 * moved(it, 0, 0);
        expect(both).toBeCloseTo(convexity * (shift / 10_000) ** 2, 13);
      }),
    );
  });

  it("is linear in spread, roll, loss and cost, each with its sign", () => {
    fc.assert(
      fc.property(amount(200), fc.double({ min: 0.1, max: 4, noNaN: true }), (x, h) => {
        const base = { ...CORPORATE, horizon: years(h) };
        const effect = (change: Partial<HorizonCase>) =>
          horizonReturn({ ...base, ...change }) - horizonReturn(base);
        expect(effect({ spreadChangeBp: bp(x) })).toBeCloseTo((-(6.1 - h) * x) / 10_000, 13);
        expect(effect({ rollBp: bp(x) })).toBeCloseTo(x / 10_000, 13);
        expect(effect({ costBp: bp(x) })).toBeCloseTo(-x / 10_000, 13);
        expect(effect({ lossBp: bp(3.6 + x) })).toBeCloseTo((-x * h) / 10_000, 13);
      }),
    );
  });
});
