import { serialOf } from "../../src/calc/date/serial";
import { benchYieldCells } from "../../src/functions/spread";
import { curveOnRows } from "../../src/functions/curveOn";
import { answer } from "../support/errors";

/** Treasury's par yields of January 2026 as its daily file has them: percent, newest first. */
const HEADINGS = ["Date", "1 Mo", "1.5 Month", "10Y", 5];
const TABLE = [
  HEADINGS,
  ["2026-01-15", 3.72, 3.71, 4.16, 3.74],
  ["2026-01-14", 3.73, "N/A", 4.17, 3.75],
  ["2026-01-13", "ND", "ND", "ND", "ND"],
  ["2026-01-12", 3.75, null, 4.19, 3.77],
];
const day = (ofJanuary: number) => serialOf(2026, 1, ofJanuary);
const said = (run: () => unknown) => answer(run);

describe("CURVEON", () => {
  it("gives the curve of a day by rising tenor, percent as decimals", () => {
    expect(curveOnRows(TABLE, "2026-01-15")).toEqual([
      [0.0833333333333333, 0.0372],
      [0.125, 0.0371],
      [5, 0.0374],
      [10, 0.0416],
    ]);
  });

  it("leaves out a tenor that has no yield on the day", () => {
    expect(curveOnRows(TABLE, day(14)).map(([tenor]) => tenor)).toEqual([
      0.0833333333333333, 5, 10,
    ]);
  });

  it("goes back to the last day with yields: over a holiday's row, over a weekend", () => {
    expect(curveOnRows(TABLE, day(13)).at(-1)).toEqual([10, 0.0419]);
    expect(curveOnRows(TABLE, day(18)).at(-1)).toEqual([10, 0.0416]);
  });

  it("reads decimals as they are", () => {
    const decimals = [
      ["Date", "2Y", "10Y"],
      [day(15), 0.0354, 0.0416],
    ];
    expect(curveOnRows(decimals, day(15))).toEqual([
      [2, 0.0354],
      [10, 0.0416],
    ]);
  });

  it("reads tenors off as BENCHYIELD does, and says which are outside the day's", () => {
    const rows = curveOnRows(TABLE, day(15), [["7.5", "10Y", 30]]);
    const curve = curveOnRows(TABLE, day(15));
    expect(rows[0]).toEqual([7.5, benchYieldCells([[7.5]], curve)[0]?.[0]]);
    expect(rows[0]?.[1]).toBeCloseTo((0.0374 + 0.0416) / 2, 12);
    expect(rows[1]).toEqual([10, 0.0416]);
    expect(rows[2]?.[1]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/30 years is outside the curve.*to 10 years on 2026-01-15/),
    });
    const cubic = curveOnRows(TABLE, day(15), [[7.5]], "cubic")[0]?.[1];
    expect(cubic).toEqual(benchYieldCells([[7.5]], curve, [["cubic"]])[0]?.[0]);
  });

  it.each([
    ["before the first curve", day(11), /2026-01-11 is before the first curve.*2026-01-12/],
    ["long after the last", day(31), /of 2026-01-15, 16 days earlier; it must be at most 8/],
  ])("is #N/A %s", (_, on, words) => {
    expect(said(() => curveOnRows(TABLE, on))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(words),
    });
  });

  it("carries no curve over a hole of the table", () => {
    const rows = [1, 2, 5, 6, 7].map((of) => [serialOf(2025, 8, of), 3.5, 4.2]);
    const table = [["Date", "2Y", "10Y"], ...rows, [day(15), 3.54, 4.16]];
    expect(said(() => curveOnRows(table, day(10)))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/of 2025-08-07, 156 days earlier/),
    });
  });

  it("holds a month where rows are a month apart", () => {
    const table = [
      ["Date", "2Y", "10Y"],
      ...[1, 2, 3].map((month) => [serialOf(2025, month, 1), 3.5, 4 + month / 100]),
    ];
    expect(curveOnRows(table, "2025-03-31").at(-1)).toEqual([10, 0.0403]);
  });

  it.each([
    [
      [
        ["Date", "a", "10Y"],
        ["2026-01-15", 1, 4],
      ],
      /1 column with a tenor on top/,
    ],
    [
      [
        ["Date", "10Y", "10 Yr", "2Y"],
        ["2026-01-15", 4, 4, 3],
      ],
      /two columns of 10 years/,
    ],
    [
      [
        ["Date", "2Y", "10Y"],
        ["15/01/2026", 3, 4],
      ],
      /table, row 2, date, is the text "15\/01\/2026"/,
    ],
    [
      [
        ["Date", "2Y", "10Y"],
        ["2026-01-15", 354, 416],
      ],
      /yield of 416; yields must be decimals, or percent up to 30/,
    ],
    [
      [
        ["Date", "2Y", "10Y"],
        ["2026-01-15", 3, 4],
        [day(15), 3, 4],
      ],
      /row 3 is of 2026-01-15, as table, row 2/,
    ],
  ])("refuses %j", (table, words) => {
    expect(said(() => curveOnRows(table, "2026-01-15"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(words),
    });
  });
});
