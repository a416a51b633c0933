import { tenorOf } from "../../../src/calc/curve/tenor";

describe("tenorOf", () => {
  // Headings of the Treasury's daily par yields (CSV and XML), FRED, H.15 and terminals.
  it.each([
    ["1 Mo", 1 / 12],
    ["1.5 Month", 0.125],
    ["3 mo", 0.25],
    ["6M", 0.5],
    ["1 Yr", 1],
    ["10Y", 10],
    ["10 Yr", 10],
    ["10-year", 10],
    ["30 years", 30],
    ["10", 10],
    ["0.25", 0.25],
    ["BC_1MONTH", 1 / 12],
    ["BC_1_5MONTH", 0.125],
    ["BC_10YEAR", 10],
    ["DGS10", 10],
    ["DGS3MO", 0.25],
    ["GS30", 30],
    ["RIFLGFCY10_N.B", 10],
    ["RIFLGFCY05_N.B", 5],
    ["RIFLGFCM03_N.B", 0.25],
    ["USGG10YR Index", 10],
    ["UST 2Y", 2],
    ["T10Y", 10],
    ["Market yield on U.S. Treasury securities at 10-year constant maturity", 10],
  ])("%s is of %d years", (heading, years) => {
    expect(tenorOf(heading)).toBeCloseTo(years, 12);
  });

  it.each([
    "",
    "Date",
    "0",
    "-5",
    "2014",
    "T10Y2Y",
    "10-year less 2-year",
    "BC_30YEARDISPLAY",
    "M10",
  ])("%j names no tenor", (heading) => {
    expect(tenorOf(heading)).toBeNull();
  });
});
