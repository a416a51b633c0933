import { accruedInterest } from "../../../src/calc/bond/accruedInterest";
import { excelCoupons } from "../../../src/calc/bond/excelCoupons";
import { bondPrice, bondYield } from "../../../src/calc/bond/price";
import { bondRisk } from "../../../src/calc/bond/risk";
import type { Basis, Frequency } from "../../../src/calc/date/couponGrid";
import { yearFraction } from "../../../src/calc/date/yearFraction";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { externalJson, externalRows, itWithExternal } from "../../support/externalGolden";

/*
 * Results that Excel itself gave. Every row is held to 1e-6 of its value: no row is excepted.
 */
type Row = Record<string, any>;
const basis = (row: Row) => Number(row.basis) as Basis;
const frequency = (row: Row) => Number(row.frequency) as Frequency;
const dayOrNull = (iso: string | undefined) => (iso === undefined ? null : day(iso));
const termsOf = (row: Row) =>
  bondOf({
    maturity: day(row.maturity),
    coupon: rate(Number(row.rate ?? row.coupon)),
    redemption: price(Number(row.redemption ?? 100)),
    frequency: frequency(row),
    basis: basis(row),
    issue: dayOrNull(row.issue),
    firstCoupon: dayOrNull(row.first_coupon),
    lastCoupon: dayOrNull(row.last_interest),
  });

const priceOf = (row: Row) =>
  bondPrice(termsOf(row), day(row.settlement), rate(Number(row.yld)), "excel");
const yieldOf = (row: Row) =>
  bondYield(termsOf(row), day(row.settlement), price(Number(row.price ?? row.pr)), "excel");
const riskOf = (row: Row) =>
  bondRisk(termsOf(row), day(row.settlement), rate(Number(row.yld)), "excel");
const couponsOf = (row: Row) =>
  excelCoupons(day(row.settlement), day(row.maturity), frequency(row), basis(row));
const yearsOf = (row: Row) => yearFraction(day(row.start), day(row.end), basis(row));
const accruedOf = (row: Row) =>
  accruedInterest(
    day(row.issue),
    day(row.first_interest),
    day(row.settlement),
    rate(Number(row.rate)),
    Number(row.par),
    frequency(row),
    basis(row),
  );

const TABLES: [name: string, column: string, rows: number, found: (row: Row) => number][] = [
  ["price", "PRICE", 600, priceOf],
  ["yieldnegative", "yield", 146, yieldOf],
  ["oddfprice", "ODDFPRICE", 267, priceOf],
  ["oddfyield", "ODDFYIELD", 6, yieldOf],
  ["oddlprice", "ODDLPRICE", 192, priceOf],
  ["duration", "DURATION", 341, (row) => riskOf(row).macaulay],
  ["mduration", "MDURATION", 329, (row) => riskOf(row).modified],
  ["coupnum", "COUPNUM", 123, (row) => couponsOf(row).count],
  ["coupdaysbs", "COUPDAYBS", 193, (row) => couponsOf(row).daysAccrued],
  ["coupdays", "COUPDAYS", 13, (row) => couponsOf(row).days],
  ["coupdaysnc", "COUPDAYSNC", 203, (row) => couponsOf(row).daysToNext],
  ["yearfrac", "YEARFRAC", 335, yearsOf],
  ["accrint", "ACCRINT", 195, accruedOf],
];

describe("what Excel itself gives", () => {
  for (const [file, column, count, found] of TABLES) {
    itWithExternal(`${column}: ${count} rows`, () => {
      const rows = externalRows(`excel_${file}.csv`);
      expect(rows.length).toBe(count);
      for (const row of rows) {
        const [value, expected] = [found(row), Number(row[column])];
        const isNear = Math.abs(value - expected) <= 1e-6 * Math.abs(expected);
        expect({ ...row, value, isNear }).toEqual({ ...row, value, isNear: true });
      }
    });
  }

  itWithExternal("COUPPCD and COUPNCD", () => {
    const [previous, next] = [externalRows("excel_couppcd.csv"), externalRows("excel_coupncd.csv")];
    expect([previous.length, next.length]).toEqual([139, 137]);
    for (const row of previous) expect(couponsOf(row).previous).toBe(day(row.COUPPCD));
    for (const row of next) expect(couponsOf(row).next).toBe(day(row.COUPNCD));
  });

  itWithExternal("Microsoft's documented examples, to the digits printed", () => {
    const rows: any[][] = externalJson("microsoft_examples.json").rows;
    const example = (name: string, ...columns: string[]): Row =>
      Object.fromEntries(
        [...columns, "expected"].map((it, i) => [it, rows.find(([n]) => n === name)?.[i + 1]]),
      );
    const terms = ["redemption", "frequency", "basis"];
    const a = example("PRICE", "settlement", "maturity", "rate", "yld", ...terms);
    expect(priceOf(a)).toBeCloseTo(a.expected, 7);
    const b = example("YIELD", "settlement", "maturity", "rate", "price", ...terms);
    // Its price is printed with five decimals, which is 7e-9 of the yield.
    expect(yieldOf(b)).toBeCloseTo(b.expected, 7);
    const c = example("DURATION", "settlement", "maturity", "coupon", "yld", "frequency", "basis");
    expect(riskOf(c).macaulay).toBeCloseTo(c.expected, 7);
    const odd = ["issue", "first_coupon", "rate", "yld", ...terms];
    const d = example("ODDFPRICE", "settlement", "maturity", ...odd);
    expect(priceOf(d)).toBeCloseTo(d.expected, 6);
    const e = example(
      "ODDLPRICE",
      "settlement",
      "maturity",
      "last_interest",
      "rate",
      "yld",
      ...terms,
    );
    expect(priceOf(e)).toBeCloseTo(e.expected, 7);
    for (const [name, start, end, code, expected] of rows) {
      if (name !== "YEARFRAC") continue;
      expect(yearFraction(day(start), day(end), code)).toBeCloseTo(expected, 7);
    }
    const f = example("COUPDAYS", "settlement", "maturity", "frequency", "basis");
    const { daysAccrued, days, daysToNext } = couponsOf(f);
    expect([daysAccrued, days, daysToNext]).toEqual([71, 181, 110]);
  });

  itWithExternal("the Treasury's examples (31 CFR part 356, appendix B) to six decimals", () => {
    const { rows } = externalJson("treasury_appendix_b.json");
    expect(rows.length).toBe(5);
    for (const row of rows) {
      const bond = bondOf({
        maturity: day(row.maturity),
        coupon: rate(row.coupon / 100),
        basis: 1,
        issue: day(row.dated),
        firstCoupon: day(row.first),
      });
      const risk = bondRisk(bond, day(row.settle), rate(row.yld / 100), "treasury");
      // The appendix rounds factors on its way: F is 99.777074 there, 99.7770734 in full precision.
      expect([row.id, Math.abs(risk.clean - row.price) <= 1e-6]).toEqual([row.id, true]);
      if (row.accrued !== undefined) expect(risk.accrued).toBeCloseTo(row.accrued, 6);
      if (row.dirty !== undefined) expect(risk.dirty).toBeCloseTo(row.dirty, 6);
    }
  });
});
