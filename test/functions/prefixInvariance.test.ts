import fc from "fast-check";
import { serialOf } from "../../src/calc/date/serial";
import { RANK_METHODS } from "../../src/calc/history/pctRank";
import { Z_METHODS } from "../../src/calc/history/zScore";
import { fairValueCell, fairValueFitRows, regimeProbRows } from "../../src/functions/fairValue";
import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { pctRankCell, zScoreCell } from "../../src/functions/history";
import { alignRows, claimCheckCard, tightestSinceCells } from "../../src/functions/historyDates";
import { historyCard } from "../../src/functions/historySummary";
import {
  breakTestCard,
  halfLifeCell,
  ouFitCard,
  ouForecastCard,
  realVolCell,
  spreadBetaCard,
  unitRootCard,
} from "../../src/functions/meanReversion";
import {
  annualReturnsRows,
  chainReturnCell,
  periodReturnCell,
} from "../../src/functions/periodReturns";
import { hysteresisColumn, rotationSignalCells, switchEdgeCard } from "../../src/functions/signal";
import { backtestCard, spreadReturnsColumn } from "../../src/functions/backtest";
import { rollingRankColumn, rollingZColumn } from "../../src/functions/rolling";
import { bootCiCard } from "../../src/functions/validation";
import { answer } from "../support/errors";
import { expectEveryHistoryFunctionIn } from "../support/historyFunctions";
import { column } from "../support/series";

/*
 * Pitfall 9: an answer that later rows change. For every function that takes a history: what a
 * sheet says at a row is the same whatever stands below that row, over random series with gaps and
 * ties.
 */

/** Values by month; null where a cell is blank. */
type Sheet = readonly (number | null)[];
/** What a sheet shows in a row of a column that was filled down. */
type FilledDown = (sheet: Sheet, row: number) => unknown;
type Formula = (dates: any[][], values: any[][]) => unknown;

const FIRST_YEAR = 2000;
const month = (i: number) => serialOf(FIRST_YEAR + Math.floor(i / 12), (i % 12) + 1, 28);
const datesOf = (sheet: Sheet) => sheet.map((_, i) => [month(i)]) as any[][];
const valuesOf = (sheet: Sheet) => column(...sheet) as any[][];

/** The formula in a row looks at the rows from the first down to its own. */
const filledDown =
  (formula: Formula): FilledDown =>
  (sheet, row) => {
    const known = sheet.slice(0, row + 1);
    return answer(() => formula(datesOf(known), valuesOf(known)));
  };

/** Spreads around 50 that drift and come back, in whole basis points so that there are ties. */
const sheets = (minLength: number, maxLength: number): fc.Arbitrary<Sheet> => {
  const shock = fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: -5, max: 5 }) },
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 60 }) },
  );
  return fc.array(shock, { minLength, maxLength }).map((shocks) => {
    let level = 50;
    return shocks.map((it) => {
      level = Math.round(50 + 0.7 * (level - 50) + (it ?? 0));
      return it === null ? null : level;
    });
  });
};

/** The answer at the last row and at an earlier one, with nothing, something and another below. */
function expectLaterRowsDoNotMatter(shown: FilledDown, runs = 5): void {
  const later = sheets(1, 14);
  fc.assert(
    fc.property(sheets(24, 60), later, later, fc.nat(), (sheet, below, other, back) => {
      const rows = [sheet.length - 1, back % sheet.length];
      const at = (whole: Sheet) => rows.map((row) => shown(whole, row));
      const longer = [...sheet, ...below];
      const now = at(sheet);
      // The last row is looked at in between: a function that remembers it gives itself away.
      shown(longer, longer.length - 1);
      expect(at(longer)).toEqual(now);
      expect(at([...sheet, ...other])).toEqual(now);
    }),
    { numRuns: runs, endOnFailure: runs > 100 },
  );
}

const CORPORATE = (rows: number) =>
  column(...Array.from({ length: rows }, (_, i) => 60 + ((i * i) % 7) + (i % 3))) as any[][];
/** A position by the side of 50, and returns of some basis points. */
const sides = (values: any[][]) => values.map(([it]) => [it === null ? null : Math.sign(it - 50)]);
const tenths = (values: any[][]) => values.map(([it]) => [it === null ? null : (it - 50) / 1e4]);
const OUTPUTS = ["score", "text", "confidence", "detail"];
const ASSUMED = [
  ["minMonths", 12],
  ["override.reversion", true],
  ["halfLife", 8],
];

/** One answer at a row. */
const AT_A_ROW: readonly [id: string, how: string, Formula][] = [
  ...Z_METHODS.flatMap((method): [string, string, Formula][] => [
    ["ZSCORE", method, (_, values) => zScoreCell(values, null, method)],
    ["ZSCORE", `${method}, 6 rows`, (_, values) => zScoreCell(values, 6, method, 3)],
  ]),
  ...RANK_METHODS.flatMap((method): [string, string, Formula][] => [
    ["PCTRANK", method, (_, values) => pctRankCell(values, null, method)],
    ["PCTRANK", `${method} of 50`, (_, values) => pctRankCell(values, 50, method)],
  ]),
  ["ROLLINGZ", "12 rows", (_, values) => rollingZColumn(values, 12)],
  ["ROLLINGRANK", "12 rows", (_, values) => rollingRankColumn(values, 12)],
  ["SPREADRETURNS", "5.6 years", (_, values) => spreadReturnsColumn(values, 5.6)],
  ...["tight", "wide"].map((side): [string, string, Formula] => [
    "TIGHTESTSINCE",
    side,
    (dates, values) => tightestSinceCells(dates, values, side, "all"),
  ]),
  ...["lowest", "highest"].map((side): [string, string, Formula] => [
    "CLAIMCHECK",
    side,
    (dates, values) => claimCheckCard(dates, values, side, month(2)),
  ]),
  ["HISTORY", "all", (dates, values) => historyCard(dates, values)],
  ["HISTORY", "a year", (dates, values) => historyCard(dates, values, 12)],
  ["REALVOL", "all", (_, values) => realVolCell(values)],
  ["REALVOL", "5 changes over 3 rows", (_, values) => realVolCell(values, 12, 5, 3)],
  ["SPREADBETA", "ordinary", (_, values) => spreadBetaCard(values, CORPORATE(values.length))],
  ["SPREADBETA", "2 lags", (_, values) => spreadBetaCard(values, CORPORATE(values.length), 2)],
  ["HALFLIFE", "corrected", (_, values) => halfLifeCell(values)],
  ["HALFLIFE", "uncorrected", (_, values) => halfLifeCell(values, false)],
  ["OUFIT", "uncorrected", (_, values) => ouFitCard(values)],
  ["OUFIT", "corrected", (_, values) => ouFitCard(values, null, true)],
  ["OUFORECAST", "estimated", (_, values) => ouForecastCard(39, null, null, null, 0.5, values)],
  [
    "SWITCHEDGE",
    "estimated",
    (_, values) => switchEdgeCard(39, null, null, null, 5.6, 39, 10, 0.5, null, values),
  ],
  ["UNITROOT", "1 lag", (_, values) => unitRootCard(values)],
  ["BREAKTEST", "robust", (_, values) => breakTestCard(values)],
  ["BREAKTEST", "naive", (_, values) => breakTestCard(values, 0.1, false)],
  ["CHAINRETURN", "all", (_, values) => chainReturnCell(values.map(([it]) => [(it ?? 10) / 1e4]))],
  ["BACKTEST", "ALL", (_, values) => backtestCard(sides(values), tenths(values), 4.5)],
  [
    "BACKTEST",
    "path",
    (_, values) => backtestCard(sides(values), tenths(values), 4.5, 1, 0.5, 0.25, "path"),
  ],
  ["BOOTCI", "mean", (_, values) => bootCiCard(values, "mean", 6, 100)],
  ["FAIRVALUE", "at 62", (_, values) => fairValueCell(values, CORPORATE(values.length), [[62]])],
  [
    "FAIRVALUEFIT",
    "coefficients",
    (_, values) => fairValueFitRows(values, CORPORATE(values.length)),
  ],
  [
    "FAIRVALUEFIT",
    "statistics",
    (_, values) => fairValueFitRows(values, CORPORATE(values.length), 1, "statistics"),
  ],
  [
    "REGIMEPROB",
    "two regimes",
    (_, values) => regimeProbRows(values, [[55, 45]], [[6, 5]], [[0.9, 0.9]]),
  ],
  ...OUTPUTS.map((output): [string, string, Formula] => [
    "ROTATIONSIGNAL",
    output,
    (dates, values) => rotationSignalCells(values, -39.4, 5.6, ASSUMED, output, dates),
  ]),
  [
    "GAPRECEIPT",
    "with history",
    (dates, values) => gapReceiptRows([["minMonths", 12]], values, dates),
  ],
];

describe("what later rows are does not matter", () => {
  it.each(AT_A_ROW)("to %s, %s", (_, how, formula) => {
    expectLaterRowsDoNotMatter(filledDown(formula), how === "detail" ? 2 : 5);
  });

  it("to a column that spills: HYSTERESIS", () => {
    expectLaterRowsDoNotMatter(
      (sheet, row) =>
        hysteresisColumn(valuesOf(sheet.map((it) => it && (it - 50) / 5)), 1, 0.5)[row],
    );
  });

  it.each(["previous", "exact"])("to a row that spills: ALIGN, %s", (how) => {
    const other = column(...Array.from({ length: 53 }, (_, i) => month(i) - 4 + (i % 3) * 2));
    const values = column(...other.map((_, i) => i));
    expectLaterRowsDoNotMatter((sheet, row) => {
      const rows = answer(() =>
        alignRows(datesOf(sheet), valuesOf(sheet), other as any[][], values as any[][], how),
      );
      // By its date: a blank row of the sheet has none of its own.
      return Array.isArray(rows) ? rows.find(([date]) => date === month(row)) : undefined;
    }, 3);
  });

  it.each(["MTD", "YTD", "2001", "INCEPTION"])("to PERIODRETURN as of a day, %s", (period) => {
    // Days around the turn of a year, some of them without a row or without a level.
    const turn = serialOf(2001, 12, 31);
    const offset = fc.integer({ min: -8, max: 8 });
    const offsets = fc.uniqueArray(offset, { maxLength: 5 });
    fc.assert(
      fc.property(offsets, offset, fc.nat(9), (around, at, blank) => {
        const days = [turn - 365, ...around.map((it) => turn + it).sort((a, b) => a - b)];
        const asOf = turn + at;
        // A return, or #N/A: what is missing is said of the rows that there are.
        const as = (known: readonly number[]) => {
          const levels = known.map((day) => (day % 10 === blank ? null : 100 + (day % 17)));
          const [dates, values] = [column(...known), column(...levels)] as any[][][];
          const it = answer(() => periodReturnCell(dates ?? [], values ?? [], period, asOf));
          return typeof it === "number" ? it : (it as { code: string }).code;
        };
        expect(as(days)).toEqual(as(days.filter((day) => day <= asOf)));
      }),
      { numRuns: 100 },
    );
  });

  it("to the years that ANNUALRETURNS has done, but for their rank in the whole table", () => {
    expectLaterRowsDoNotMatter((sheet, row) => {
      const level = valuesOf(sheet.map((it) => it && 100 + Math.abs(it)));
      const known = sheet
        .slice(0, row + 1)
        .reduce<number>((last, it, i) => (it === null ? last : i), 0);
      const done = FIRST_YEAR + Math.floor(known / 12) - 1;
      const rows = answer(() => annualReturnsRows(datesOf(sheet), level));
      if (!Array.isArray(rows)) return [];
      return (rows as any[][])
        .filter(([year]) => year <= done)
        .map(([year, value, , since, partial]) => [year, value, since, partial]);
    }, 12);
  });

  it("to ROTATIONSIGNAL as of a day: it refuses a history that goes on after it", () => {
    const [dates, values] = [0, 1].map((j) =>
      Array.from({ length: 48 }, (_, i) => [j === 0 ? month(i) : 50 + ((i * 7) % 11)]),
    ) as [any[][], any[][]];
    const on = (rows: number) =>
      answer(() =>
        rotationSignalCells(
          values.slice(0, rows),
          null,
          5.6,
          undefined,
          "text",
          dates.slice(0, rows),
          month(40),
        ),
      );
    expect(on(41)).toEqual([[expect.any(String)]]);
    for (const rows of [42, 48]) {
      expect(on(rows)).toMatchObject({ message: expect.stringMatching(/before the last gap/) });
    }
  });
});

describe("what later rows are does matter to", () => {
  const present = (sheet: Sheet) => sheet.filter((it): it is number => it !== null);
  const mean = (values: number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;
  let most = 0;

  it.each<[string, FilledDown]>([
    ["a mean of the whole sheet", (sheet, row) => (sheet[row] ?? 0) - mean(present(sheet))],
    [
      "a window around the row",
      (sheet, row) => present(sheet.slice(Math.max(0, row - 2), row + 3)),
    ],
    [
      "a gap filled with the value after it",
      (sheet, row) => sheet.slice(row).find((it) => it !== null),
    ],
    ["a function that remembers", (_, row) => (most = Math.max(most, row))],
  ])("%s, and that is noticed (the wrong variants fail)", (_, wrong) => {
    expect(() => {
      expectLaterRowsDoNotMatter(wrong, 200);
    }).toThrow(/Property failed/);
  });
});

it("every function that takes a history is among these", () => {
  expectEveryHistoryFunctionIn([
    ...AT_A_ROW.map(([id]) => id),
    ...["HYSTERESIS", "ALIGN", "PERIODRETURN", "ANNUALRETURNS"],
  ]);
});
