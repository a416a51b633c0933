import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bondYield } from "../../../src/calc/bond/price";
import { discountFactor } from "../../../src/calc/curve/discountCurve";
import { bondSpread, datedCurve } from "../../../src/calc/spread/bondSpread";
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
        // The table takes the annual swap rate from the semiannual yield as it is.
        const yld = bondYield(bond, settlement, clean);
        const swap = yld - Number(row.ispread_interp_swap_bp) / 10_000;
        const semiannual = 2 * (Math.sqrt(1 + swap) - 1);
        near(row.id, bondSpread(bond, clean, swaps, "I"), String((yld - semiannual) * 10_000));
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

describe("G- and I-spreads", () => {
  const flat = (yld: number, frequency: 1 | 2) =>
    datedCurve(
      { tenors: Float64Array.of(1, 2, 5, 10), yields: new Float64Array(4).fill(yld) },
      day("2026-01-15"),
      frequency,
    );
  const maturity = day("2031-01-15");

  it("are 0 on a flat curve of the same yield, whatever compounds how often", () => {
    // 4.00% semiannual is 4.04% annual.
    const semiannual = bondOf({ maturity, coupon: rate(0.04) });
    const annual = bondOf({ maturity, coupon: rate(0.0404), frequency: 1 });
    for (const type of ["G", "I"] as const) {
      expect(bondSpread(semiannual, price(100), flat(0.0404, 1), type)).toBeCloseTo(0, 9);
      expect(bondSpread(annual, price(100), flat(0.04, 2), type)).toBeCloseTo(0, 9);
      expect(bondSpread(annual, price(100), flat(0.0404, 1), type)).toBeCloseTo(0, 9);
    }
  });

  it("compare annual yields as they are, where bond and curve are annual", () => {
    const annual = bondOf({ maturity, coupon: rate(0.0504), frequency: 1 });
    expect(bondSpread(annual, price(100), flat(0.0404, 1), "I")).toBeCloseTo(100, 9);
  });
});

describe("spreads that compound once a year", () => {
  const today = day("2026-01-15");
  const ends = [2027, 2028, 2029, 2030, 2031].map((year) => day(`${year}-01-15`));
  const curve = datedCurve(
    { tenors: Float64Array.of(1, 2, 5, 10), yields: new Float64Array(4).fill(0.04) },
    today,
    1,
  );
  const bond = bondOf({ maturity: day("2031-01-15"), coupon: rate(0.05), frequency: 1, basis: 1 });

  const factor = (on: number) => discountFactor(curve.discount, (on - today) / 365);

  it("Z, added to annual zero rates, gives the price", () => {
    const spread = bondSpread(bond, price(101), curve, "ZA") / 10_000;
    const value = ends.reduce((sum, on, k) => {
      const time = (on - today) / 365;
      const zero = factor(on) ** (-1 / time) - 1;
      return sum + (k === 4 ? 105 : 5) * (1 + zero + spread) ** -time;
    }, 0);
    expect(value).toBeCloseTo(101, 9);
  });

  it("the asset swap of an annual bond pays on the bond's days either way", () => {
    const spread = bondSpread(bond, price(101), curve, "ASW");
    expect(bondSpread(bond, price(101), curve, "ASWA")).toBeCloseTo(spread, 12);
  });

  it("a year's floating interest on a semiannual bond comes at the year's end", () => {
    // By hand: Σ days/360 · DF over the five year ends; the bond's value less its price over that.
    const semiannual = bondOf({ maturity: day("2031-01-15"), coupon: rate(0.05) });
    const annuity = ends.reduce(
      (sum, end, k) => sum + ((end - (ends[k - 1] ?? today)) / 360) * factor(end),
      0,
    );
    const halves = [2026, 2027, 2028, 2029, 2030].map((year) => day(`${year}-07-15`));
    const value =
      2.5 * [...ends, ...halves].reduce((sum, on) => sum + factor(on), 0) +
      100 * factor(ends[4] as number);
    const expected = ((value - 101) / (100 * annuity)) * 10_000;
    expect(bondSpread(semiannual, price(101), curve, "ASWA")).toBeCloseTo(expected, 8);
  });
});
