import {
  bondFlowsRows,
  bondPriceCells,
  bondRiskCard,
  bondYieldCells,
} from "../../src/functions/bond";
import { datedCurve } from "../../src/calc/spread/bondSpread";
import { discountFactor } from "../../src/calc/curve/discountCurve";
import { parCurve } from "../../src/calc/curve/parCurve";
import { daySerial } from "../../src/calc/units";
import { answer } from "../support/errors";
import { column } from "../support/series";

const SETTLEMENT = "2026-01-15";
const TEN_YEARS = "2036-01-15";
const measure = (card: unknown[][], name: string) =>
  card.find(([it]) => it === name)?.[1] as number;

/** A whole number of periods before maturity: the sum of the geometric series, per 100. */
function priceOf(coupon: number, yld: number, periods: number): number {
  const discount = (1 + yld / 2) ** -periods;
  return (100 * coupon * (1 - discount)) / yld + 100 * discount;
}

describe("BONDPRICE and BONDYIELD", () => {
  it("are par at the coupon, on a coupon date, and the annuity's price beside it", () => {
    const [par, above] = bondPriceCells(
      column(SETTLEMENT),
      column(TEN_YEARS),
      column(0.05),
      column(0.05, 0.04),
    );
    expect(par?.[0]).toBeCloseTo(100, 12);
    expect(above?.[0]).toBeCloseTo(priceOf(0.05, 0.04, 20), 11);
  });

  it("go back and forth, row by row; a row without its price is #N/A with words", () => {
    const clean = priceOf(0.05, 0.0625, 20);
    const [yld, none] = bondYieldCells(
      column(SETTLEMENT),
      column(TEN_YEARS),
      column(0.05),
      column(clean, null),
    );
    expect(yld?.[0]).toBeCloseTo(0.0625, 13);
    expect(none?.[0]).toMatchObject({ code: "#N/A", message: "price is blank" });
  });

  it("refuse a maturity before settlement, and name both days", () => {
    expect(
      answer(() =>
        bondPriceCells(column(TEN_YEARS), column(SETTLEMENT), column(0.05), column(0.05)),
      ),
    ).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/2036-01-15.*2026-01-15/),
    });
  });
});

describe("BONDRISK", () => {
  it("has a par bond's closed form: modified duration (1 − v^n) ÷ y, Macaulay's (1 + y/2) times it", () => {
    const card = bondRiskCard(SETTLEMENT, TEN_YEARS, 0.05, 0.05);
    const modified = (1 - 1.025 ** -20) / 0.05;
    expect(measure(card, "modified")).toBeCloseTo(modified, 12);
    expect(measure(card, "macaulay")).toBeCloseTo(1.025 * modified, 12);
    expect(measure(card, "dv01")).toBeCloseTo(modified / 100, 12);
    expect(measure(card, "accrued")).toBe(0);
    expect(measure(card, "coupons")).toBe(20);
  });

  it("has the convexity that two moved prices show", () => {
    const move = 1e-3;
    const [up, down] = [priceOf(0.05, 0.05 + move, 20), priceOf(0.05, 0.05 - move, 20)];
    const seen = (up + down - 200) / (100 * move * move);
    expect(measure(bondRiskCard(SETTLEMENT, TEN_YEARS, 0.05, 0.05), "convexity")).toBeCloseTo(
      seen,
      2,
    );
  });

  it("gives one measure alone", () => {
    const risk = (field: string) =>
      bondRiskCard(SETTLEMENT, TEN_YEARS, 0.05, 0.05, ...Array<undefined>(6), undefined, field);
    expect(risk("coupons")).toEqual([[20]]);
  });
});

describe("BONDFLOWS", () => {
  it("pays a coupon each half-year and the face value with the last", () => {
    const excelDay = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
    expect(bondFlowsRows(SETTLEMENT, "2027-01-15", 0.05)).toEqual([
      [excelDay("2026-07-15"), 1, 2.5, 0, 2.5],
      [excelDay("2027-01-15"), 2, 2.5, 100, 102.5],
    ]);
  });

  it("is worth the bond's price at its yield", () => {
    const flows = bondFlowsRows(SETTLEMENT, TEN_YEARS, 0.05) as number[][];
    const worth = flows.reduce(
      (sum, [, periods = 0, , , total = 0]) => sum + total * 1.02 ** -periods,
      0,
    );
    expect(worth).toBeCloseTo(priceOf(0.05, 0.04, 20), 10);
  });

  describe("with a schedule", () => {
    const CURVE = [
      [1, 0.04],
      [5, 0.042],
      [10, 0.045],
    ];
    const flows = (...schedule: unknown[]) =>
      bondFlowsRows(
        SETTLEMENT,
        "2029-01-15",
        0.05,
        ...Array<undefined>(8),
        ...(schedule as Parameters<typeof bondFlowsRows>[11][]),
      ) as number[][];

    it("steps its coupons up and repays a part, interest on what is left", () => {
      const rows = flows([["2027-01-15", 0.06]], [["2028-01-15", 40]]);
      expect(
        rows.map(([, , interest = 0, principal]) => [Number(interest.toFixed(9)), principal]),
      ).toEqual([
        [2.5, 0],
        [2.5, 0],
        [3, 0],
        [3, 40],
        [1.8, 0],
        [1.8, 60],
      ]);
    });

    it("floats at par: what the index pays from a day on is worth 100 then", () => {
      const { discount } = datedCurve(
        parCurve(Float64Array.of(1, 5, 10), Float64Array.of(0.04, 0.042, 0.045), "curve"),
        daySerial(46_037),
      );
      const factor = (day: number) => discountFactor(discount, (day - 46_037) / 365);
      // 2028-01-15.
      const from = 46_767;
      const rows = flows(undefined, undefined, "2028-01-15", 0, CURVE);
      const later = rows.filter(([day = 0]) => day > from);
      expect(later).toHaveLength(4);
      const worth = later.reduce((sum, [day = 0, , , , total = 0]) => sum + total * factor(day), 0);
      expect(worth).toBeCloseTo(100 * factor(from), 10);
      // 150 bp of margin over 91 days, ACT/360.
      const [first] = flows(undefined, undefined, "2028-01-15", 150, CURVE).filter(
        ([day = 0]) => day > from,
      );
      expect((first?.[2] ?? 0) - (later[0]?.[2] ?? 0)).toBeCloseTo((1.5 * 91) / 360, 10);
    });

    it("asks for the curve of a floating period, and refuses business days", () => {
      expect(answer(() => flows(undefined, undefined, "2028-01-15", 150))).toMatchObject({
        message: "curve is missing; give tenors and par yields",
      });
      const days = () =>
        bondFlowsRows(SETTLEMENT, "2029-01-15", 0.05, ...Array<undefined>(7), "true", [
          ["2027-01-15", 0.06],
        ]);
      expect(answer(days)).toMatchObject({
        message:
          'convention is "true"; it must be "street" where there are couponSteps, sinking or floatFrom',
      });
    });
  });

  it("pays on business days with the convention true", () => {
    const excelDay = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
    const days = (convention?: string) =>
      bondFlowsRows("2028-01-20", "2029-01-15", 0.05, ...Array<undefined>(7), convention).map(
        ([day]) => day,
      );
    // A Saturday, and Martin Luther King's birthday.
    expect(days()).toEqual(["2028-07-15", "2029-01-15"].map(excelDay));
    expect(days("true")).toEqual(["2028-07-17", "2029-01-16"].map(excelDay));
    expect(answer(() => days("excel"))).toMatchObject({
      message: 'convention is "excel"; it must be one of street, true',
    });
  });
});
