import { alignRows, claimCheckCard, tightestSinceCells } from "../../src/functions/historyDates";
import { answer, errorValue } from "../support/errors";
import { column } from "../support/series";

const WORKED = column(52, 48, 41, 39, 44, 50, 58, 55, 47, 42);
const DAYS = column(...Array.from({ length: 10 }, (_, i) => 46_001 + i)) as any[][];
const values = WORKED as any[][];

describe("ALIGN", () => {
  const [a, b] = [column(46_037, 46_044), column(46_035, 46_038)];
  const call = (...rest: any[]) => alignRows(a, column(101, 98), b, column(62, 60), ...rest);

  it("spills date, values and ages, #N/A with words where a value is missing or too old", () => {
    const rows = call();
    expect(rows.map(([date]) => date)).toEqual([46_035, 46_037, 46_038, 46_044]);
    expect(rows[1]).toEqual([46_037, 101, 62, 0, 2]);
    expect(rows[0]?.[1]).toMatchObject({
      code: "#N/A",
      message: "valuesA has no value by 2026-01-13",
    });
    expect(rows[0]?.[3]).toMatchObject({ code: "#N/A" });
    expect(rows[3]?.slice(3)).toEqual([0, 6]);
    expect(rows[3]?.[2]).toMatchObject({
      code: "#N/A",
      message: "valuesB is 6 days old on 2026-01-22; maxStaleDays is 5",
    });
  });

  it("puts names on top when asked, and takes a limit of 0 as one", () => {
    expect(call(null, null, true)[0]).toEqual(["date", "a", "b", "ageA", "ageB"]);
    expect(call("PREVIOUS", 0)[1]?.[2]).toMatchObject({ code: "#N/A" });
    expect(call("month mean", 31)).toEqual([[46_044, 99.5, 61, 0, 6]]);
    expect(answer(() => call("exact"))).toMatchObject({ code: "#N/A" });
    expect(answer(() => call("monthly"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(
        /how is "monthly"; it must be one of previous, exact, month end/,
      ),
    });
  });

  it("names the row of the sheet that is wrong, past rows that are blank", () => {
    const dates = column("2026-01-13", null, "2026-01-13");
    expect(answer(() => alignRows(dates, column(1, null, 2), b, column(62, 60)))).toEqual({
      code: "#VALUE!",
      message:
        "datesA, row 3, is 2026-01-13, the same day as the row before; it must be rising days, each once",
    });
    expect(answer(() => alignRows(a, column(1, 2, 3), b, column(62, 60)))).toEqual({
      code: "#VALUE!",
      message: "valuesA has 3 rows but datesA has 2; both must have the same length",
    });
    expect(
      answer(() => alignRows(column(46_037, null), column(101, 98), b, column(62, 60))),
    ).toEqual({
      code: "#N/A",
      message: "datesA, row 2, is missing but valuesA has a value there",
    });
  });

  it("passes over blank rows below the data, as null and as an older Excel's 0", () => {
    for (const blank of [null, 0]) {
      const rows = alignRows(
        [...a, [blank]],
        [...column(101, 98), [blank]],
        b,
        column(62, errorValue("#N/A")),
      );
      expect(rows.map(([date]) => date)).toEqual([46_035, 46_037, 46_044]);
    }
  });
});

describe("TIGHTESTSINCE", () => {
  it("gives the date, or the card with ties and observations", () => {
    expect(tightestSinceCells(DAYS, values)).toEqual([[46_004]]);
    expect(tightestSinceCells(DAYS, values, null, "ALL")).toEqual([
      ["date", 46_004],
      ["years", 6 / 365.25],
      ["value", 39],
      ["ties", 0],
      ["observations", 10],
    ]);
  });

  it("a missing value is not 0 and so never the tightest; 0 is", () => {
    const gaps = (cell: unknown) => [...values.slice(0, 6), [cell], ...values.slice(7)];
    expect(tightestSinceCells(DAYS, gaps(errorValue("#N/A")))).toEqual([[46_004]]);
    expect(tightestSinceCells(DAYS, gaps(0))).toEqual([[46_007]]);
  });
});

describe("CLAIMCHECK", () => {
  const dates = column("2021-06-30", "2022-01-31", "2024-09-30", "2026-01-15") as any[][];
  const spreads = column(70, 95, 121, 101) as any[][];

  it("answers a year, a year as text and a date", () => {
    const expected = [
      ["verdict", "holds"],
      ["margin", 20],
      ["brokenOn", "none"],
      ["supported", "lowest since 2022-01-31"],
      ["asOf", 46_037],
      ["observations", 1],
    ];
    expect(claimCheckCard(dates, spreads, "lowest", 2022)).toEqual(expected);
    expect(claimCheckCard(dates, spreads, "Lowest", "2022")).toEqual(expected);
    expect(claimCheckCard(dates, spreads, "lowest", "2022-01-31")).toEqual(expected);
    expect(claimCheckCard(dates, spreads, "lowest", 44_592)).toEqual(expected);
  });

  it("is held against the values up to a day: a date, a text, and all of them for a blank", () => {
    const asOf = (day: unknown) =>
      Object.fromEntries(claimCheckCard(dates, spreads, "lowest", 2021, 0, day)) as object;
    for (const day of ["2024-09-30", 45_565]) {
      expect(asOf(day)).toMatchObject({ verdict: "broken", margin: -26, asOf: 45_565 });
    }
    for (const blank of [null, "", 0]) expect(asOf(blank)).toMatchObject({ asOf: 46_037 });
  });

  it("says which day breaks it", () => {
    expect(Object.fromEntries(claimCheckCard(dates, spreads, "lowest", 2021))).toMatchObject({
      verdict: "broken",
      margin: -6,
      brokenOn: 44_592,
    });
  });

  it("needs to know since when: blank, and an older Excel's 0", () => {
    for (const blank of [null, 0]) {
      expect(answer(() => claimCheckCard(dates, spreads, "lowest", blank))).toEqual({
        code: "#N/A",
        message: "since is blank",
      });
    }
    expect(answer(() => claimCheckCard(dates, spreads, "tight", 2022))).toMatchObject({
      message: expect.stringMatching(/side is "tight"; it must be one of lowest, highest/),
    });
    expect(answer(() => claimCheckCard(dates, spreads, "lowest", 1899))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/since is 1905-03-13 but dates begins/),
    });
  });
});
