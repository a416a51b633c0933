import { serialOf } from "../../src/calc/date/serial";
import { SERIES_S } from "../../src/functions/selfTest/workedSeries";
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
import { spreadGapCells } from "../../src/functions/spread";
import { backtestCard, spreadReturnsColumn } from "../../src/functions/backtest";
import { rollingRankColumn, rollingZColumn } from "../../src/functions/rolling";
import { bootCiCard } from "../../src/functions/validation";
import { answer, errorValue } from "../support/errors";
import { expectEveryHistoryFunctionIn } from "../support/historyFunctions";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { column } from "../support/series";
import { worksheetFunctions } from "../support/worksheetFunctions";

/*
 * Pitfall 25: a missing value read as 0. Series S with every twelfth value missing must give what
 * the series without those rows gives; the wrong variants read 0, or carry the last value forward,
 * and miss it.
 */

type Cells = any[][];
const isMissing = (i: number) => i % 12 === 7;
const month = (i: number) => serialOf(1995 + Math.floor(i / 12), (i % 12) + 1, 28);
const rows = SERIES_S.map((value, i) => ({ date: month(i), value, missing: isMissing(i) }));
const present = rows.filter(({ missing }) => !missing);
const cellsOf = (values: readonly unknown[]) => column(...values) as Cells;
const other = (list: readonly { date: number }[]) =>
  cellsOf(list.map(({ date }) => 60 + ((date * date) % 13)));

/** What a reader makes of a cell without a value, given the values before it. */
type Reading = (before: number) => unknown;
const readings: Record<string, Reading> = {
  null: () => null,
  "an empty text": () => "",
  "a terminal's text": () => "#N/A N/A",
  "#N/A": () => errorValue("#N/A"),
};
/** The mistakes, and by what share of the right number they are off at least. */
const wrongReadings: readonly [string, number, Reading][] = [
  ["read as 0", 0.05, () => 0],
  ["carried forward", 0.003, (before) => before],
];
const read = (reading: Reading) =>
  cellsOf(
    rows.map(({ value, missing }, i) => (missing ? reading(SERIES_S[i - 1] as number) : value)),
  );

const named = (card: Cells, name: string): unknown => card.find(([it]) => it === name)?.[1];

/** All that a history can say of a switch, left to it. */
const estimatedEdge = (values: Cells) =>
  switchEdgeCard(39, null, null, null, 5.6, 39, 10, 0.5, null, values);

/** A position of 1 throughout, and basis points as returns. */
const held = (values: Cells): Cells => values.map(() => [1]);
const asReturns = (values: Cells): Cells =>
  values.map(([it]) => [typeof it === "number" ? it / 10_000 : it]);

/** A number of each function that takes a history, from dates, values and another history. */
type Measure = (dates: Cells, values: Cells, other: Cells) => unknown;
const MEASURES: readonly [id: string, Measure][] = [
  ["ZSCORE", (_, values) => zScoreCell(values)],
  ["PCTRANK", (_, values) => pctRankCell(values)],
  ["ROLLINGZ", (_, values) => rollingZColumn(values).at(-1)?.[0]],
  ["ROLLINGRANK", (_, values) => rollingRankColumn(values, 200).at(-1)?.[0]],
  ["REALVOL", (_, values) => realVolCell(values)],
  ["SPREADBETA", (_, values, others) => named(spreadBetaCard(values, others), "beta")],
  ["HALFLIFE", (_, values) => halfLifeCell(values)],
  ["OUFIT", (_, values) => named(ouFitCard(values), "sigma")],
  ["UNITROOT", (_, values) => named(unitRootCard(values), "statistic")],
  ["BREAKTEST", (_, values) => named(breakTestCard(values), "F")],
  [
    "TIGHTESTSINCE",
    (dates, values) => named(tightestSinceCells(dates, values, null, "all"), "observations"),
  ],
  [
    "CLAIMCHECK",
    (dates, values) => named(claimCheckCard(dates, values, "lowest", 2000), "observations"),
  ],
  ["BACKTEST", (_, values) => named(backtestCard(held(values), asReturns(values), 0, 0), "sharpe")],
  ["BOOTCI", (_, values) => named(bootCiCard(values, "sd", 12, 100), "value")],
  // How far the last value is from its fair value.
  [
    "FAIRVALUE",
    (_, values, others) => (SERIES_S.at(-1) as number) - fairValueCell(values, others, [[65]]),
  ],
  [
    "FAIRVALUEFIT",
    (_, values, others) => named(fairValueFitRows(values, others, 2, "statistics"), "durbinWatson"),
  ],
  ["HISTORY", (dates, values) => named(historyCard(dates, values), "zAll")],
  ["ROTATIONSIGNAL", (_, values) => rotationSignalCells(values, -20, 5.6)[0]?.[0]],
  ["OUFORECAST", (_, values) => named(ouForecastCard(39, null, null, null, 0.5, values), "sd")],
  ["SWITCHEDGE", (_, values) => named(estimatedEdge(values), "edge")],
  [
    "GAPRECEIPT",
    (dates, values) => named(gapReceiptRows([["corpOas", 62]], values, dates), "zAll"),
  ],
];

describe.each(MEASURES)("a missing value in %s", (_, measure) => {
  const dates = cellsOf(rows.map(({ date }) => date));
  const right = measure(
    cellsOf(present.map(({ date }) => date)),
    cellsOf(present.map(({ value }) => value)),
    other(present),
  ) as number;
  const isRight = (reading: Reading) => {
    expect(measure(dates, read(reading), other(rows))).toBeCloseTo(right, 9);
  };

  it("is a row that is not there, however it is written", () => {
    expect(Number.isFinite(right)).toBe(true);
    for (const reading of Object.values(readings)) isRight(reading);
  });

  it.each(wrongReadings)("%s is another number (the wrong variants fail)", (__, off, reading) => {
    const wrong = measure(dates, read(reading), other(rows)) as number;
    expect(Math.abs(wrong / right - 1)).toBeGreaterThan(off);
    expect(() => {
      isRight(reading);
    }).toThrow();
  });
});

describe("a missing value is told, not filled", () => {
  it("in rows: SPREADGAP is #N/A there, and no gap of −62 (the wrong variant fails)", () => {
    const isAbsent = (mbs: unknown) => {
      const [, second] = spreadGapCells(cellsOf([101, mbs]), cellsOf([62, 62]));
      expect(second?.[0]).toMatchObject({ code: "#N/A" });
    };
    for (const reading of Object.values(readings)) isAbsent(reading(0));
    expect(() => {
      isAbsent(0);
    }).toThrow();
    expect(spreadGapCells([[0]], [[62]])).toEqual([[-62]]);
  });

  it("in ALIGN, whose row is #N/A where it is old (the wrong variant fails)", () => {
    const days = cellsOf([46_000, 46_010, 46_020]);
    const isAbsent = (value: unknown) => {
      const aligned = alignRows(days, cellsOf([1, 2, 3]), days, cellsOf([5, value, 7]));
      expect(aligned[1]?.[2]).toMatchObject({ code: "#N/A" });
    };
    isAbsent(null);
    expect(() => {
      isAbsent(0);
    }).toThrow();
  });

  it("in CHAINRETURN: a month left out is no month of 0% (the wrong variant fails)", () => {
    const isAbsent = (value: unknown) => {
      const returns = cellsOf([0.01, value, 0.01]);
      expect(answer(() => chainReturnCell(returns))).toMatchObject({ code: "#N/A" });
    };
    for (const reading of Object.values(readings)) isAbsent(reading(0));
    expect(() => {
      isAbsent(0);
    }).toThrow();
  });

  it("in SPREADRETURNS: no spread is no return, nor a fall to 0 (the wrong variant fails)", () => {
    const isAbsent = (spread: unknown) => {
      const [, second, third] = spreadReturnsColumn(cellsOf([120, spread, 115]), 5.6);
      expect([second, third]).toEqual([
        [expect.objectContaining({ code: "#N/A" })],
        [expect.objectContaining({ code: "#N/A" })],
      ]);
    };
    for (const reading of Object.values(readings)) isAbsent(reading(0));
    expect(() => {
      isAbsent(0);
    }).toThrow();
  });

  it("in HYSTERESIS: no score is no exit (the wrong variant fails)", () => {
    const keepsIts = (score: unknown) => {
      expect(hysteresisColumn(cellsOf([2, score, 1]), 1.5, 0.5)).toEqual([[1], [1], [1]]);
    };
    for (const reading of Object.values(readings)) keepsIts(reading(0));
    expect(() => {
      keepsIts(0);
    }).toThrow();
  });

  it("in REGIMEPROB: time passes, and the row has no probability (the wrong variant fails)", () => {
    const isAbsent = (value: unknown) => {
      const found = regimeProbRows(cellsOf([60, value, 58]), [[62, 42]], [[6, 5]], [[0.95, 0.92]]);
      expect(found[1]?.[1]).toMatchObject({ code: "#N/A" });
      expect(found[2]?.[1]).toBeLessThan(0.001);
    };
    for (const reading of Object.values(readings)) isAbsent(reading(0));
    expect(() => {
      isAbsent(0);
    }).toThrow();
  });

  it("in levels, where 0 too is missing: no index has lost everything", () => {
    const dates = cellsOf([serialOf(2024, 12, 31), serialOf(2025, 12, 29), serialOf(2025, 12, 31)]);
    for (const absent of [null, "", 0]) {
      const levels = cellsOf([100, 108, absent]);
      expect(periodReturnCell(dates, levels, 2025)).toBeCloseTo(0.08, 12);
      expect(annualReturnsRows(dates, levels)[0]?.slice(0, 2)).toEqual([
        2025,
        expect.closeTo(0.08, 12),
      ]);
    }
  });

  it("in counts: the rows used are shown, and the gaps", () => {
    const dates = cellsOf(rows.map(({ date }) => date));
    const values = read(() => null);
    const card = historyCard(dates, values);
    expect([named(card, "n"), named(card, "gaps")]).toEqual([220, 20]);
    expect(named(rotationSignalCells(values, -20, 5.6, undefined, "detail"), "n")).toBe(220);
    expect(named(spreadBetaCard(values, other(rows)), "n")).toBe(219);
  });
});

const ESTIMATED = new Set([
  ...["fair", "halfLife", "gapVol"].map((name) => `SWITCHEDGE ${name}`),
  ...["theta", "halfLife", "sigma"].map((name) => `OUFORECAST ${name}`),
]);

it("a blank in place of a required argument is never a number", async () => {
  const numbers: string[] = [];
  for (const { id, parameters, call } of await worksheetFunctions()) {
    const { valid } = SAMPLE_CALLS.get(id) ?? { valid: [] };
    parameters.forEach(({ name, dimensionality, optional }, k) => {
      // HYSTERESIS keeps the position that it has, which is none at first: 0 is its answer.
      if (optional === true || id === "HYSTERESIS") return;
      // Beside a history they are estimated from it.
      if (ESTIMATED.has(`${id} ${name}`)) return;
      const args = [...valid];
      args[k] = dimensionality === "matrix" ? [[null]] : null;
      const result = answer(() => call(...args));
      const cells = Array.isArray(result) ? (result as unknown[][]).flat() : [result];
      if (cells.some((cell) => typeof cell === "number")) numbers.push(`${id} ${name}`);
    });
  }
  expect(numbers).toEqual([]);
});

it("every function that takes a history is among these", () => {
  expectEveryHistoryFunctionIn([
    ...MEASURES.map(([id]) => id),
    ...["ALIGN", "CHAINRETURN", "HYSTERESIS", "PERIODRETURN", "ANNUALRETURNS", "REGIMEPROB"],
    "SPREADRETURNS",
  ]);
});
