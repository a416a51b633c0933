import { bondForwardCard, convFactorCells } from "../../src/functions/bondForward";
import { answer } from "../support/errors";
import { golden } from "../support/golden";
import { column } from "../support/series";

describe("CONVFACTOR", () => {
  const rows = golden("conversionFactors.csv");

  it("has the exchange's published factors, a row each", () => {
    expect(rows.length).toBe(32);
    const of = (name: string) => column(...rows.map((row) => row[name] as string));
    const factors = convFactorCells(
      column(...rows.map((row) => Number(row.coupon))),
      of("maturity"),
      of("delivery"),
      of("contract"),
    );
    expect(factors).toEqual(rows.map((row) => [Number(row.factor)]));
  });

  it.each([
    // Its later examples, printed with six decimals: years and months from the first of the delivery month.
    ["ZT", 0.0075, "2015-08-31", "2013-09", 0.906258],
    ["Z3N", 0.01125, "2016-09-15", "2013-09", 0.867956],
    ["ZF", 0.02125, "2018-08-30", "2013-09", 0.837079],
    ["ZN", 0.03375, "2023-02-15", "2013-09", 0.815653],
    ["ZB", 0.06375, "2034-08-14", "2013-09", 1.044053],
    ["UB", 0.04375, "2043-08-15", "2013-09", 0.77574],
  ])("has the example of %s to its four decimals", (contract, coupon, maturity, month, six) => {
    const [[found]] = convFactorCells(
      column(coupon),
      column(maturity),
      column(month),
      column(contract),
    ) as [[number]];
    expect(found).toBe(Number(six.toFixed(4)));
  });

  it("is 1 for a coupon of 6% at whole half-years", () => {
    const found = convFactorCells(
      column(0.06),
      column("2036-09-30"),
      column("2026-09"),
      column("TY"),
    );
    expect(found).toEqual([[1]]);
  });

  it.each([
    [
      ["2026-08", "TY"],
      /deliveryMonth is in month 8; it must be March, June, September or December/,
    ],
    [["2036-09", "TY"], /maturity is 2036-02-15; it must be after the delivery month, 2036-09/],
    [["2026-09", "XX"], /contract is "XX"; it must be one of TU, 3YR, FV/],
  ])("refuses %p with words", ([month, contract], words) => {
    expect(
      answer(() =>
        convFactorCells(column(0.04), column("2036-02-15"), column(month), column(contract)),
      ),
    ).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(words) });
  });
});

describe("BONDFORWARD", () => {
  type Terms = readonly [string, string, number, number, string, number];
  const measures = (terms: Terms, ...rest: unknown[]) =>
    new Map(
      bondForwardCard(...terms, "ALL", ...(rest as [unknown, unknown, unknown, unknown])) as [
        string,
        number,
      ][],
    );

  // MathWorks, examples of tfutpricebyrepo and tfutimprepo: repo ACT/360, coupons earn 1.8% ACT/365.
  const SIX = ["2002-11-15", "2009-08-15", 0.06, 114.416, "2002-12-15", 0.02] as const;
  const OVER_A_COUPON = ["2002-11-15", "2010-08-15", 0.0575, 113.171, "2003-03-15", 0.02] as const;
  const EARNED = (0.018 * 360) / 365;

  it("has MathWorks' futures prices, over a coupon date too", () => {
    const plain = measures(SIX, 114.1201, 2, 1, EARNED);
    expect(plain.get("forwardPrice")).toBeCloseTo(114.1201, 4);
    expect(plain.get("forwardAccrued")).toBeCloseTo(1.9891, 4);
    expect(plain.get("income")).toBe(0);
    const coupon = measures(OVER_A_COUPON, 113.709 * 0.9854, 2, 1, EARNED);
    expect((coupon.get("forwardPrice") as number) / 0.9854).toBeCloseTo(113.709, 4);
    expect(coupon.get("forwardAccrued")).toBeCloseTo(0.4448, 4);
    expect(coupon.get("income")).toBe(2.875);
    expect(coupon.get("days")).toBe(120);
    for (const found of [plain, coupon]) expect(found.get("impliedRepo")).toBeCloseTo(0.02, 5);
  });

  it("has MathWorks' example of bndfutprice and bndfutimprepo", () => {
    const terms = (repo: number) =>
      ["2000-09-21", "2020-08-15", 0.0875, 129, "2000-12-29", repo] as const;
    const found = measures(terms(0.064), 98 * 1.3136, 2, 1);
    expect((found.get("forwardPrice") as number) / 1.3136).toBeCloseTo(98.1516, 4);
    expect(found.get("impliedRepo")).toBeCloseTo(0.0584, 4);
  });

  it("gives the repo rate back from its own forward price, with and without a rate for coupons", () => {
    for (const earned of [undefined, 0.01]) {
      const forward = measures(OVER_A_COUPON, undefined, 2, 1, earned).get("forwardPrice");
      expect(measures(OVER_A_COUPON, forward, 2, 1, earned).get("impliedRepo")).toBeCloseTo(
        0.02,
        13,
      );
    }
  });

  it("drops by what the bond earns more than its financing", () => {
    // A par bond over half a year to its coupon day: 2.5 of coupon less 100 × 3.65% × 181/360.
    const found = measures(["2026-01-15", "2036-01-15", 0.05, 100, "2026-07-15", 0.0365]);
    expect(found.get("drop")).toBeCloseTo(2.5 - (3.65 * 181) / 360, 12);
    expect(found.get("forwardYield")).toBeGreaterThan(0.05);
    expect(found.get("impliedRepo")).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/forwardPrice is blank; impliedRepo needs the price/),
    });
  });

  it("refuses a forward day that is not between settlement and maturity", () => {
    for (const day of ["2026-01-15", "2036-01-15"]) {
      expect(
        answer(() => bondForwardCard("2026-01-15", "2036-01-15", 0.05, 100, day, 0.0365)),
      ).toMatchObject({
        code: "#VALUE!",
        message: expect.stringMatching(/forwardDate is .*; it must be a day after settlement/),
      });
    }
  });
});
