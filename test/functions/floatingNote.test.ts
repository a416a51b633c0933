import { frnMarginCells, frnPriceCells } from "../../src/functions/floatingNote";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";

/** Cells of one value; a curve stays a range. */
const ranges = (values: readonly unknown[]) =>
  values.map((value) => (Array.isArray(value) || value === undefined ? value : [[value]]));
type Cells = (...ranges: unknown[]) => [[number]];
const price = (...values: unknown[]) => (frnPriceCells as Cells)(...ranges(values))[0][0];
const margin = (...values: unknown[]) => (frnMarginCells as Cells)(...ranges(values))[0][0];

/** Six years of semiannual 30/360 from a payment day: the index 10%, 80 bp over it. */
const SIX_YEARS = ["2026-01-15", "2032-01-15", 80] as const;
const EVEN = [undefined, undefined, 2, 0] as const;

describe("FRNPRICE and FRNMARGIN", () => {
  it.each([
    [80, "100.0000"],
    [96, "99.3098"],
    [100, "99.1381"],
  ])("has Fabozzi and Mann's floater at a discount margin of %d bp", (at, expected) => {
    // Introduction to Fixed Income Analytics, and Floating-Rate Securities, chapter 3.
    expect(price(...SIX_YEARS, at, 0.1, ...EVEN).toFixed(4)).toBe(expected);
    // Half the last printed digit of the price is 0.0012 bp.
    expect(Math.abs(margin(...SIX_YEARS, Number(expected), 0.1, ...EVEN) - at)).toBeLessThan(
      0.0012,
    );
  });

  it.each([
    // Petitt, Fixed Income Analysis: two years, 6-month index of 1% + 80 bp at 97.
    ["2028-01-15", 80, 97, 0.01, 236],
    // A question of a CFA course: 1.2% + 50 bp at 95.
    ["2028-01-15", 50, 95, 0.012, 314],
  ])(
    "has the textbook's discount margin (%s, %d bp at %d)",
    (maturity, quoted, paid, index, bp) => {
      expect(Math.round(margin("2026-01-15", maturity, quoted, paid, index, ...EVEN))).toBe(bp);
    },
  );

  it("has the published margin of a note between payments, by actual days", () => {
    // help.derivativepricing.com, oFRNstd_DM: ACT/365, coupon 5.75%, index 5.40%, discounted at 5.50% + 24.586 bp,
    // which is 5.40% + 34.586 bp.
    const found = margin("2003-09-03", "2007-03-20", 30, 99.85, 0.054, 0.0575, undefined, 2, 3);
    expect(Math.abs(found - 34.586)).toBeLessThan(0.005);
  });

  it("is par on a payment day where the discount margin is the quoted one", () => {
    for (const index of [0.0365, BASE_CURVE]) {
      expect(price("2026-01-15", "2031-01-15", 85, 85, index)).toBeCloseTo(100, 10);
    }
  });

  it("is worth its quoted margin as an annuity where a curve discounts alone", () => {
    // At 4% for every half-year the discount factors are powers of 1.02.
    const curve = [0.5, 1, 1.5, 2].map((tenor) => [tenor, 0.04]);
    const annuity = (1 - 1.02 ** -4) / 0.02;
    expect(price("2026-01-15", "2028-01-15", 60, 0, curve, ...EVEN)).toBeCloseTo(
      100 + 0.3 * annuity,
      10,
    );
  });

  it("counts the running coupon in full, and its accrued part to the seller", () => {
    // One payment on 15 April 2026: 90 days of 5% from 15 January, 74 of them after 31 January.
    const found = price("2026-01-31", "2026-04-15", 50, 70, 0.04, 0.05, 0.041);
    const paid = 100 + (5 * 90) / 360;
    expect(found).toBeCloseTo(paid / (1 + (0.048 * 74) / 360) - (5 * 16) / 360, 12);
  });

  it("discounts the first payment at the given index alone", () => {
    const at = (stub?: number) => price("2026-02-10", "2028-01-15", 50, 70, 0.04, 0.045, stub);
    expect(at(0.04)).toBe(at());
    expect(at(0.05)).toBeLessThan(at());
  });

  it("are inverses, near par and far from it", () => {
    for (const index of [0.0365, BASE_CURVE]) {
      for (const paid of [40, 85, 99.5, 100, 104, 150]) {
        const terms = ["2026-02-10", "2034-01-15", 110] as const;
        const found = margin(...terms, paid, index, 0.052, 0.038);
        expect(price(...terms, found, index, 0.052, 0.038)).toBeCloseTo(paid, 9);
      }
    }
  });

  it("finds the margin of a note with a day left, and of one with 100 years", () => {
    // 90 days of interest at 5% are paid, 89 of them have accrued.
    const day = margin("2026-04-14", "2026-04-15", 50, 99.99, 0.04, 0.05);
    const dirty = 99.99 + (5 * 89) / 360;
    expect(day / 10_000).toBeCloseTo(360 * ((100 + (5 * 90) / 360) / dirty - 1) - 0.04, 9);
    const terms = ["2026-01-15", "2126-01-15", 85] as const;
    expect(price(...terms, margin(...terms, 70, 0.04), 0.04)).toBeCloseTo(70, 9);
  });

  it("answers row by row, with an index each", () => {
    const column = (...values: unknown[]) => values.map((value) => [value]);
    const found = frnPriceCells(
      column("2026-01-15", "2026-01-15"),
      column("2031-01-15", "2031-01-15"),
      [[85]],
      column(85, 100),
      column(0.0365, ""),
    );
    expect(found[0]?.[0]).toBeCloseTo(100, 10);
    expect(found[1]?.[0]).toMatchObject({ code: "#N/A", message: "index is blank" });
  });

  it("refuses more than 5,000 rows with words", () => {
    const maturity = Array.from({ length: 5001 }, () => ["2031-01-15"]);
    expect(answer(() => price("2026-01-15", maturity, 85, 90, 0.0365))).toMatchObject({
      code: "#VALUE!",
      message: "maturity has 5001 rows; it must have at most 5000",
    });
  });

  it.each([
    [{ settlement: "2031-01-15" }, "#VALUE!", /settlement is 2031-01-15; .* before maturity/],
    [
      {
        index: [
          [1, 0.04],
          [2, 0.04],
        ],
      },
      "#N/A",
      /maturity is 2031-01-15, but index ends on 2028-01-15; forward rates are not extrapolated/,
    ],
    [
      { settlement: "2026-02-10", index: BASE_CURVE },
      "#N/A",
      /currentCoupon is blank; a curve does not know the coupon of the running period/,
    ],
    [{ index: null }, "#N/A", /^index is blank/],
    [{ index: 3.65 }, "#VALUE!", /index is 3.65 .* rates are decimals/],
    [{ discount: -50_000 }, "#VALUE!", /discountMarginBp is -50000; it must be a margin/],
    [{ frequency: 3 }, "#VALUE!", /frequency is 3; it must be 1, 2, 4 or 12/],
  ])("refuses %p with words", (changed, code, words) => {
    const { settlement, index, discount, frequency } = {
      settlement: "2026-01-15",
      index: 0.0365 as unknown,
      discount: 90,
      frequency: undefined,
      ...changed,
    };
    const call = () =>
      price(settlement, "2031-01-15", 85, discount, index, undefined, undefined, frequency);
    expect(answer(call)).toMatchObject({ code, message: expect.stringMatching(words) });
  });
});
