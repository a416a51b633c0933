import {
  annualReturnsRows,
  chainReturnCell,
  periodReturnCell,
} from "../../src/functions/periodReturns";
import { answer } from "../support/errors";
import { column } from "../support/series";

const dates = column("2002-12-31", "2003-12-31", "2004-12-31", "2005-06-30") as any[][];
const levels = column(100, 110, 115.5, 117.81) as any[][];

describe("PERIODRETURN", () => {
  it("takes a named period in any case, a year as number or text, and YTD by default", () => {
    const year = (period?: unknown, asOf?: unknown) =>
      periodReturnCell(dates, levels, period, asOf);
    expect(year()).toBeCloseTo(0.02, 14);
    expect(year("6m")).toBeCloseTo(0.02, 14);
    expect(year(2004)).toBeCloseTo(0.05, 14);
    expect(year("2004")).toBeCloseTo(0.05, 14);
    expect(year("inception")).toBeCloseTo(0.1781, 14);
    expect(year("1Y", "2004-12-31")).toBeCloseTo(0.05, 14);
  });

  it("takes an older Excel's blank (0) for an omitted period and as-of day", () => {
    expect(periodReturnCell(dates, levels, 0, 0)).toBe(periodReturnCell(dates, levels));
  });

  it("annualises with ann, and only a year or more", () => {
    const two = (1.1 * 1.05) ** 0.5 - 1;
    const asOf = "2004-12-31";
    const years = (38_352 - 37_621) / 365.25;
    expect(periodReturnCell(dates, levels, "INCEPTION Ann", asOf)).toBeCloseTo(
      (1.1 * 1.05) ** (1 / years) - 1,
      14,
    );
    expect(periodReturnCell(dates, levels, "INCEPTION ann", asOf)).toBeCloseTo(two, 3);
    expect(answer(() => periodReturnCell(dates, levels, "6M ann"))).toMatchObject({
      code: "#VALUE!",
    });
  });

  it("says #N/A with the day when the start is not in the data", () => {
    expect(answer(() => periodReturnCell(dates, levels, "5Y"))).toEqual({
      code: "#N/A",
      message: "5Y begins on 2000-06-30 but dates has no level within 5 days of it",
    });
    expect(answer(() => periodReturnCell(dates, levels, "MTD"))).toMatchObject({ code: "#N/A" });
  });

  it("takes a level of 0 for missing: no index is 0", () => {
    const withZero = [...levels.slice(0, 3), [0]];
    expect(periodReturnCell(dates, withZero, "1Y")).toBeCloseTo(0.05, 14);
  });
});

describe("ANNUALRETURNS", () => {
  it("spills year, return, rank, highest since, and marks the part of a year", () => {
    const [names, first, second, part] = annualReturnsRows(dates, levels, true);
    expect(names).toEqual(["year", "return", "rank", "highestSince", "partial"]);
    expect(first?.slice(0, 3)).toEqual([2003, expect.closeTo(0.1, 14), 1]);
    expect(first?.[3]).toMatchObject({ code: "#N/A", message: "highest in sample (since 2003)" });
    expect(second).toEqual([2004, expect.closeTo(0.05, 14), 2, 2003, ""]);
    expect(part?.[1]).toBeCloseTo(0.02, 14);
    expect(part?.[2]).toMatchObject({ code: "#N/A", message: "2005 is not whole" });
    expect(part?.[4]).toBe("to 2005-06-30");
  });

  it("a year with a gap at its end is #N/A and says so", () => {
    const rows = annualReturnsRows(
      column("2002-12-31", "2003-06-30", "2004-06-30", "2004-12-31"),
      column(100, 101, 102, 103),
    );
    expect(rows[0]?.[1]).toMatchObject({
      code: "#N/A",
      message: "levels has a gap at the start or the end of 2003",
    });
  });
});

describe("CHAINRETURN", () => {
  it("compounds, and annualises by the rows a year", () => {
    const quarters = column("1%", 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01) as any[][];
    expect(answer(() => chainReturnCell(quarters))).toMatchObject({
      message: expect.stringMatching(/returns, row 1, is the text "1%"; it must be a number/),
    });
    quarters[0] = [0.01];
    expect(chainReturnCell(quarters)).toBeCloseTo(1.01 ** 8 - 1, 14);
    expect(chainReturnCell(quarters, true, 4)).toBeCloseTo(1.01 ** 4 - 1, 14);
    expect(chainReturnCell(quarters, "TRUE", 0)).toBe(chainReturnCell(quarters, true, 12));
  });

  it("does not fill a missing return", () => {
    expect(answer(() => chainReturnCell(column(0.01, null, 0.01)))).toEqual({
      code: "#N/A",
      message: "returns, row 2, is missing",
    });
  });
});
