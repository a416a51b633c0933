import type { Bond } from "../../src/calc/bond/bond";
import { makeWhole } from "../../src/calc/bond/makeWhole";
import { serialOf } from "../../src/calc/date/serial";
import { bp, price, rate } from "../../src/calc/units";
import { makeWholeCard } from "../../src/functions/makeWhole";
import { bondPriceCells } from "../../src/functions/bond";
import { answer } from "../support/errors";

type Rest = readonly unknown[];
const measures = (settlement: string, maturity: string, coupon: number, ...rest: Rest) =>
  new Map(
    (makeWholeCard as (...all: unknown[]) => [string, number][])(
      settlement,
      maturity,
      coupon,
      ...rest,
    ),
  );
const flat = (yld: number) => [
  [0.25, yld],
  [30, yld],
];
/** Tenors of the Treasury's table around ten years. */
const CURVE = [
  [1, 0.037],
  [5, 0.0395],
  [7, 0.041],
  [10, 0.0425],
];

describe("MAKEWHOLE", () => {
  it("has the published price of a bond sold at a spread over the Treasury", () => {
    // Chubb INA Holdings, term sheet of July 2024: 5.000% of 15 March 2034 from 7 March 2024, par call on
    // 15 December 2033, settled 31 July 2024 at 4.182% on the Treasury + 78 bp: 100.281%, and $12,000,000
    // of interest on $600 million. A yield printed to a thousandth leaves 0.0005% × 7.5 years of price;
    // a day more of accrued interest would be 0.014.
    const bond: Bond = {
      maturity: serialOf(2034, 3, 15),
      coupon: rate(0.05),
      redemption: price(100),
      frequency: 2,
      basis: 0,
      issue: serialOf(2024, 3, 7),
      firstCoupon: serialOf(2024, 9, 15),
      lastCoupon: null,
    };
    const treasuries = {
      tenors: Float64Array.of(1, 30),
      yields: Float64Array.of(0.04182, 0.04182),
    };
    const redemption = serialOf(2024, 7, 31);
    for (const parCall of [null, serialOf(2033, 12, 15)]) {
      const found = makeWhole({ bond, redemption, parCall, spread: bp(78) }, treasuries);
      expect(Math.abs(found.price - 100.281)).toBeLessThan(0.004);
      expect(found.accrued).toBeCloseTo(2, 12);
    }
  });

  it("has Microsoft's documented PRICE as its present value, and 100 as its price", () => {
    // PRICE("2/15/2008", "11/15/2017", 5.75%, 6.5%, 100, 2, 0) is 94.63436.
    const found = measures("2008-02-15", "2017-11-15", 0.0575, flat(0.063), 20);
    expect(found.get("presentValue")).toBeCloseTo(94.63436, 5);
    expect(found.get("discountRate")).toBeCloseTo(0.065, 14);
    expect(found.get("price")).toBe(100);
  });

  it("is the street price at the Treasury yield plus the spread, without a par call", () => {
    for (const settlement of ["2026-01-15", "2026-03-02", "2026-03-31", "2026-07-14"]) {
      const [[street]] = bondPriceCells([[settlement]], [["2035-01-15"]], [[0.06]], [[0.0445]]) as [
        [number],
      ];
      const found = measures(settlement, "2035-01-15", 0.06, flat(0.043), 15);
      expect(found.get("price")).toBeCloseTo(street, 10);
      expect(found.get("yieldToMaturity")).toBeCloseTo(0.0445, 12);
      expect(found.get("amount")).toBe(
        (found.get("price") as number) + (found.get("accrued") as number),
      );
    }
  });

  it("interpolates the Treasury yield by the days between whole months", () => {
    // 15 October 2034 is 3195 days after 15 January 2026; 7 and 10 years are 2557 and 3652 days.
    const found = measures("2026-01-15", "2035-01-15", 0.05, CURVE, 20, "2034-10-15");
    expect(found.get("remainingDays")).toBe(3195);
    expect(found.get("treasuryYield")).toBeCloseTo(0.041 + (0.0015 * 638) / 1095, 14);
    const onTenor = measures("2026-01-15", "2034-01-15", 0.05, CURVE, 20, "2033-01-15");
    expect(onTenor.get("treasuryYield")).toBe(0.041);
  });

  it("discounts every payment to the par call date, with the interest accrued to it", () => {
    // 6% of 15 January 2028, par call 15 October 2027: 3 at ½ and 1½ years, 3 at 1 year, 101.5 at 1¾.
    const found = measures("2026-01-15", "2028-01-15", 0.06, flat(0.038), 20, "2027-10-15");
    const by = (years: number) => 1.02 ** (-2 * years);
    expect(found.get("price")).toBeCloseTo(3 * (by(0.5) + by(1) + by(1.5)) + 101.5 * by(1.75), 12);
  });

  it("discounts semiannually what is paid once or four times a year", () => {
    const year = measures("2026-01-15", "2028-01-15", 0.06, flat(0.038), 20, undefined, 1);
    expect(year.get("price")).toBeCloseTo(6 / 1.02 ** 2 + 106 / 1.02 ** 4, 12);
    const quarters = measures("2026-01-15", "2027-01-15", 0.06, flat(0.038), 20, undefined, 4);
    const paid = [1, 2, 3, 4].reduce((sum, k) => sum + 1.5 * 1.02 ** (-k / 2), 0);
    expect(quarters.get("price")).toBeCloseTo(paid + 100 / 1.02 ** 2, 12);
  });

  it.each([
    [{ parCallDate: "2036-01-15" }, "#VALUE!", /parCallDate is 2036-01-15; .* up to maturity/],
    [
      { parCallDate: "2026-01-15" },
      "#VALUE!",
      /parCallDate is 2026-01-15; it must be a day after settlement, 2026-01-15: .* the price is 100/,
    ],
    [{ settlement: "2035-01-15" }, "#VALUE!", /settlement is 2035-01-15; .* before maturity/],
    [
      { maturity: "2037-01-15" },
      "#N/A",
      /remaining life is 4018 days, to 2037-01-15; curve has maturities from 365 to 3652 days, and a Treasury yield is not extrapolated/,
    ],
    [{ maturity: "2026-07-15" }, "#N/A", /remaining life is 181 days/],
    [{ spreadBp: -25_000 }, "#VALUE!", /spreadBp is -2.*; it must be a rate above −2/],
    [{ spreadBp: "15%" }, "#VALUE!", /spreadBp is .* basis points/],
  ])("refuses %p with words", (changed, code, words) => {
    const { settlement, maturity, spreadBp, parCallDate } = {
      settlement: "2026-01-15",
      maturity: "2035-01-15",
      spreadBp: 15,
      parCallDate: undefined,
      ...changed,
    };
    expect(
      answer(() => makeWholeCard(settlement, maturity, 0.05, CURVE, spreadBp, parCallDate)),
    ).toMatchObject({ code, message: expect.stringMatching(words) });
  });
});
