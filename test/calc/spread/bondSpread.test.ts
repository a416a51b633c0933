import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as fc from "fast-check";
import { bondPrice } from "../../../src/calc/bond/price";
import { bondSpread, datedCurve, keyRateDurations } from "../../../src/calc/spread/bondSpread";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

const { reference, treasury, swap } = JSON.parse(
  readFileSync(resolve(__dirname, "../../golden/curve_bootstrap.json"), "utf8"),
);
const settlement = day(reference);
const tenorOf = (tenor: string) => (tenor === "6M" ? 0.5 : Number.parseInt(tenor));
const par = (instruments: any[], yieldOf: (it: any) => number) => ({
  tenors: Float64Array.from(instruments, (it) => tenorOf(it.tenor)),
  yields: Float64Array.from(instruments, yieldOf),
});
const TREASURY = par(treasury.instruments, (it) => it.coupon);
const treasuries = datedCurve(TREASURY, settlement);
const swaps = datedCurve(
  par(swap.instruments, (it) => it.rate),
  settlement,
  1,
);

const rows = golden("spreads.csv").map((row) => ({
  row,
  clean: price(Number(row.clean_price)),
  bond: bondOf({
    maturity: day(row.maturity),
    coupon: rate(Number(row.coupon)),
    basis: row.type?.startsWith("UST") ? 1 : 0,
  }),
}));
const near = (id: string | undefined, found: number, expected: string | undefined) => {
  expect([id, found, Math.abs(found - Number(expected)) <= 1e-4]).toEqual([id, found, true]);
};

describe("bondSpread", () => {
  it("has QuantLib's Z-spreads and par asset swaps to 1e-4 bp", () => {
    expect(rows.length).toBe(84);
    for (const { row, bond, clean } of rows) {
      near(row.id, bondSpread(bond, clean, treasuries, "Z"), row.zspread_semi_bp);
      near(row.id, bondSpread(bond, clean, treasuries, "ZC"), row.zspread_cont_bp);
      near(row.id, bondSpread(bond, clean, swaps, "ASW"), row.par_asw_bp);
    }
  });

  it("has the table's G- and I-spreads wherever the curves reach", () => {
    let [g, i] = [0, 0];
    for (const { row, bond, clean } of rows) {
      const time = (bond.maturity - settlement) / 365;
      const isWithin = ({ par: { tenors } }: typeof swaps) =>
        time >= (tenors[0] as number) && time <= (tenors.at(-1) as number);
      if (isWithin(treasuries)) {
        g++;
        near(row.id, bondSpread(bond, clean, treasuries, "G"), row.gspread_interp_par_bp);
      }
      if (isWithin(swaps)) {
        i++;
        near(row.id, bondSpread(bond, clean, swaps, "I"), row.ispread_interp_swap_bp);
      }
    }
    // The table holds the yields flat beyond the curves, in the other ten rows and fifteen.
    expect([g, i]).toEqual([74, 69]);
  });

  it("gives no G-spread outside the curve: a benchmark is never extrapolated", () => {
    const bond = bondOf({ maturity: day("2056-07-01"), basis: 1 });
    expect(() => bondSpread(bond, price(90), treasuries, "G")).toThrow(
      calcError("missing", /outside the curve/),
    );
  });
});

describe("keyRateDurations", () => {
  it("sum to the duration for a parallel move of the par yields", () => {
    const years = fc.integer({ min: 1, max: 29 });
    const coupon = fc.double({ min: 0, max: 0.1, noNaN: true });
    const yld = fc.double({ min: 0.01, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(years, coupon, yld, (n, c, y) => {
        const bond = bondOf({ maturity: day(`${2026 + n}-03-15`), coupon: rate(c) });
        const clean = bondPrice(bond, settlement, rate(y));
        const parts = keyRateDurations(bond, settlement, clean, TREASURY, TREASURY.tenors);
        const [whole] = keyRateDurations(bond, settlement, clean, TREASURY, Float64Array.of(10));
        // Finite moves of single tenors leave terms of the second order.
        expect(Math.abs(parts.reduce((a, b) => a + b) - (whole as number))).toBeLessThan(1e-3);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it("lies at the tenors around the maturity for a par bond", () => {
    const bond = bondOf({ maturity: day("2031-01-16"), coupon: rate(0.0373), basis: 1 });
    const parts = keyRateDurations(bond, settlement, price(100), TREASURY, TREASURY.tenors);
    parts.forEach((part, i) => {
      if (TREASURY.tenors[i] === 5) expect(part).toBeGreaterThan(4.4);
      else expect(Math.abs(part)).toBeLessThan(1e-6);
    });
  });
});
