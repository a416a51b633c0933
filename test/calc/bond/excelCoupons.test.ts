import { excelCoupons } from "../../../src/calc/bond/excelCoupons";
import type { Basis } from "../../../src/calc/date/couponGrid";
import { day } from "../../support/bondRows";

/*
 * The coupon periods that Excel's results (excelResults.test.ts) hold over hundreds of rows, counted here
 * by hand for a few, so that a clone alone has them too.
 */

describe("the coupon period of Microsoft's example, 25 January 2011 and 15 November 2011", () => {
  /*
   * Help pages of COUPDAYBS, COUPDAYS and COUPDAYSNC: 71, 181, 110 at actual/actual. In months of 30 days
   * from 15 November to 25 January are 2 × 30 + 10, to 15 May 3 × 30 + 20, and a half-year is 180. Actual/360
   * and actual/365 count real days, of a period that is half of 360 or 365.
   */
  it.each<[string, Basis, number, number, number]>([
    ["30/360", 0, 70, 180, 110],
    ["actual/actual", 1, 71, 181, 110],
    ["actual/360", 2, 71, 180, 110],
    ["actual/365", 3, 71, 182.5, 110],
    ["30E/360", 4, 70, 180, 110],
  ])("%s", (_, basis, daysAccrued, days, daysToNext) => {
    expect(excelCoupons(day("2011-01-25"), day("2011-11-15"), 2, basis)).toEqual({
      previous: day("2010-11-15"),
      next: day("2011-05-15"),
      count: 2,
      daysAccrued,
      days,
      daysToNext,
    });
  });
});

it("a bond that matures on the last of a month pays on the last of each", () => {
  // 28 February, 31 August, 29 February and 31 August are left; from 31 August on
  // 30 + 31 + 30 + 31 + 31 + 10 days have passed, and 18 of the period's 181 are to come.
  expect(excelCoupons(day("2023-02-10"), day("2024-08-31"), 2, 1)).toEqual({
    previous: day("2022-08-31"),
    next: day("2023-02-28"),
    count: 4,
    daysAccrued: 163,
    days: 181,
    daysToNext: 18,
  });
});

it("on a coupon's day nothing has accrued, and that coupon is no longer counted", () => {
  // From 15 January to 15 April 2026: 16 + 28 + 31 + 15 days.
  expect(excelCoupons(day("2026-01-15"), day("2027-01-15"), 4, 1)).toEqual({
    previous: day("2026-01-15"),
    next: day("2026-04-15"),
    count: 4,
    daysAccrued: 0,
    days: 90,
    daysToNext: 90,
  });
});
