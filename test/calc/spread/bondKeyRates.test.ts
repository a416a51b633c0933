import * as fc from "fast-check";
import { accrued, bondPrice } from "../../../src/calc/bond/price";
import { monthsLater } from "../../../src/calc/date/serial";
import { bondKeyRateDurations } from "../../../src/calc/spread/bondKeyRates";
import { price, rate, type DaySerial, type Price } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { CURVES, factorsOf, onLine, tentOver, type Rows } from "../../support/plainCurve";

const settlement = day("2026-01-15");
const parOf = (rows: Rows) => ({
  tenors: Float64Array.from(rows, ([tenor]) => tenor),
  yields: Float64Array.from(rows, ([, yld]) => yld),
});

/** Key rate durations with time in months, half-yearly par yields on a line, tents, bootstrap. */
function plainKeyRates(
  rows: Rows,
  keys: readonly number[],
  months: number,
  coupon: number,
  dirty: number,
): number[] {
  const count = Math.ceil(months / 6);
  const firstTime = months / 12 - (count - 1) / 2;
  const times = Array.from({ length: count }, (_, k) => firstTime + k / 2);
  const flows = times.map((_, k) => 50 * coupon + (k === count - 1 ? 100 : 0));
  const value = (spread: number, key = 0, move = 0) => {
    const yields = times.map((time) => onLine(rows, time) + move * tentOver(keys, key, time));
    return factorsOf(yields, firstTime).reduce(
      (sum, factor, k) =>
        sum + (flows[k] as number) * factor * Math.exp(-spread * (times[k] as number)),
      0,
    );
  };
  let [low, high] = [-0.5, 0.5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (value(middle) > dirty) low = middle;
    else high = middle;
  }
  return keys.map((_, key) => (value(low, key, -1e-4) - value(low, key, 1e-4)) / (2e-4 * dirty));
}

/** Forty bonds: maturities on and off the half-years, coupons and yields from low to high. */
const BONDS = Array.from({ length: 40 }, (_, i) => ({
  months: [
    13, 24, 40, 51, 60, 78, 84, 99, 120, 150, 180, 203, 240, 277, 300, 330, 342, 350, 355, 360,
  ][i % 20] as number,
  coupon: rate([0, 0.0275, 0.05, 0.08][i % 4] as number),
  yld: rate([0.03, 0.045, 0.065][i % 3] as number),
}));

describe("key rate durations of a bond", () => {
  it.each(CURVES.map((rows, i) => [i, rows] as const))(
    "are within 0.02 years of a plain computation, tenor by tenor, on curve %i",
    (_, rows) => {
      const reach = (rows.at(-1) as Rows[0])[0];
      for (const { months, coupon, yld } of BONDS) {
        if (months > 12 * reach) continue;
        const bond = bondOf({ maturity: monthsLater(settlement, months), coupon });
        const clean = bondPrice(bond, settlement, yld);
        // Twelve keys at the most; on the dense curve these are not all its rows.
        const keys = rows.length > 12 ? [0.5, 2, 5, 10, 20, 30] : rows.map(([tenor]) => tenor);
        const found = bondKeyRateDurations(
          bond,
          settlement,
          clean,
          parOf(rows),
          Float64Array.from(keys),
        );
        const dirty = clean + accrued(bond, settlement);
        const expected = plainKeyRates(rows, keys, months, coupon, dirty);
        found.forEach((it, k) => {
          const miss = it - (expected[k] as number);
          expect([months, coupon, yld, keys[k], Math.abs(miss) < 0.02 ? "near" : miss]).toEqual([
            ...[months, coupon, yld, keys[k]],
            "near",
          ]);
        });
      }
    },
  );

  const keyRates = (
    maturity: DaySerial,
    coupon: number,
    clean: Price,
    rows: Rows,
    on = settlement,
    keys = rows.map(([tenor]) => tenor),
  ) =>
    bondKeyRateDurations(
      bondOf({ maturity, coupon: rate(coupon), basis: 1 }),
      on,
      clean,
      parOf(rows),
      Float64Array.from(keys),
    );

  it("are a terminal's for the 2.75% note of July 2027 (golden/reported, FinancePy's test)", () => {
    const on = day("2023-04-24");
    const maturity = day("2027-07-31");
    const terms = bondOf({ maturity, coupon: rate(0.0275), basis: 1 });
    const rows = (CURVES[2] as Rows).slice(0, 7);
    const found = keyRates(maturity, 0.0275, bondPrice(terms, on, rate(0.0372506)), rows, on);
    expect(Math.abs((found[3] as number) - 1.423)).toBeLessThan(0.02);
    expect(Math.abs((found[4] as number) - 2.541)).toBeLessThan(0.02);
  });

  it("are an independent table's for a 20-year bond at par on six rows (golden/reported)", () => {
    const found = keyRates(day("2046-01-15"), 0.05, price(100), CURVES[0] as Rows);
    expect(Math.abs((found[4] as number) - 6.441)).toBeLessThan(0.02);
    expect(Math.abs((found[5] as number) - 6.17)).toBeLessThan(0.02);
  });

  it("answer at key tenors that are no rows of the curve", () => {
    const rows = CURVES[0] as Rows;
    const found = keyRates(day("2046-01-15"), 0.05, price(100), rows, settlement, [4, 12, 20, 25]);
    expect(found[2]).toBeGreaterThan(12);
    expect(Math.max(...[0, 1, 3].map((k) => Math.abs(found[k] as number)))).toBeLessThan(0.5);
  });

  it("lie at its own tenor for a par bond of a row", () => {
    const found = keyRates(day("2036-01-15"), 0.0423, price(100), CURVES[0] as Rows);
    // Its price falls by an annuity of ten years: (1 − DF) / yield.
    const halfYears = Array.from({ length: 20 }, (_, k) => (k + 1) / 2);
    const factors = factorsOf(
      halfYears.map((it) => onLine(CURVES[0] as Rows, it)),
      0.5,
    );
    expect(found[4]).toBeCloseTo((1 - (factors[19] as number)) / 0.0423, 3);
    [0, 1, 2, 3, 5].forEach((k) => expect(Math.abs(found[k] as number)).toBeLessThan(1e-6));
  });

  it("sum to the duration for a parallel move of the par yields", () => {
    const rows = CURVES[0] as Rows;
    const years = fc.integer({ min: 1, max: 39 });
    const coupon = fc.double({ min: 0, max: 0.1, noNaN: true });
    const yld = fc.double({ min: 0.01, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(years, coupon, yld, (n, c, y) => {
        const maturity = day(`${2026 + n}-03-15`);
        const clean = bondPrice(
          bondOf({ maturity, coupon: rate(c), basis: 1 }),
          settlement,
          rate(y),
        );
        const parts = keyRates(maturity, c, clean, rows);
        const [whole] = keyRates(maturity, c, clean, rows, settlement, [10]);
        expect(Math.abs(parts.reduce((a, b) => a + b) - (whole as number))).toBeLessThan(1e-3);
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});
