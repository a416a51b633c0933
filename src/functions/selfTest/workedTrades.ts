/* Worked numbers of flows, scenarios and trades; see goldenCases.ts. */
import { attributionCard, excessReturnCard } from "../attribution";
import { netSupplyCells, supplyImpactCard } from "../flow";
import { column, type GoldenCase } from "./workedSeries";
import {
  breakevenGapCells,
  breakevenRateRow,
  probWeightedCard,
  scenarioGridRows,
} from "../scenarios";
import { blPosteriorColumn, rotationWeightsRows } from "../portfolio";
import { positionSizeCell, switchPnlCells, switchRatioCells, tradeCostCells } from "../trade";
import { keyRateHedgeColumn } from "../tradeTicket";

const cell = (value: number | string | boolean): any[][] => [[value]];
const named = (rows: any[][], name: string): unknown => rows.find(([it]) => it === name)?.[1];

const flow = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "flow",
  formula,
  expected,
  run,
});
const impact = (measure: string, expected: string) =>
  flow(`SUPPLYIMPACT(-200, 7, -15) ${measure}`, expected, () =>
    named(supplyImpactCard(-200, 7, -15), measure),
  );

const returns = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "returns",
  formula,
  expected,
  run,
});
const KRDS = column(0.25, 0.55, 1.35, 1.55, 1.6, 0.3);
const TREASURIES = column(1.9, 2.78, 4.5, 6.05, 8.1, 16.2);
const excess = (measure: string, expected: string) =>
  returns(`EXCESSRETURN(0.45%, krds, durations, returns, 0.3%) ${measure}`, expected, () =>
    named(
      excessReturnCard(
        0.0045,
        KRDS,
        TREASURIES,
        column(0.0031, 0.003, 0.0025, 0.0018, 0.0009, -0.0042),
        0.003,
      ),
      measure,
    ),
  );
const part = (measure: string, expected: string) =>
  returns(
    `ATTRIBUTION(2.01%, 5.03%, 1, 5.6, -12, 3.36, 2, -160, 5.6, -15, 0) ${measure}`,
    expected,
    () => named(attributionCard(0.0201, 0.0503, 1, 5.6, -12, 3.36, 2, -160, 5.6, -15, 0), measure),
  );

const MBS = [[0.0503, 5.6, -160, null, 0, false]];
const CORPORATE = [[0.0459, 6.1, 45, null, 3.6, true]];
const TREASURY = [[0.0397, 5.8, 40, null, 0, true]];
const SCENARIOS = [
  [-100, 15, 10, 0.1],
  [-50, 5, 0, 0.25],
  [0, 0, 0, 0.35],
  [50, 0, 0, 0.2],
  [100, 5, 10, 0.1],
];
const grid = (row: number, column: number, expected: string) =>
  returns(
    `SCENARIOGRID(mbs, corporate, treasury, scenarios) row ${row}, column ${column}`,
    expected,
    () => scenarioGridRows(MBS, CORPORATE, TREASURY, SCENARIOS)[row - 1]?.[column - 1],
  );
/** 8.175716672298563 years are those of a 4% bond at par of ten; of nine years at 5%, 4% of carry with it. */
const LONG_TREASURY = [[0.04, 8.175716672298563, 0, null, 0, true]];
const exact = returns(
  'SCENARIOGRID(mbs, corporate, treasury 4%, {100, 0, 0}, 1,, "exact") column 3',
  "-0.0317668181",
  () =>
    scenarioGridRows(MBS, CORPORATE, LONG_TREASURY, [[100, 0, 0]], 1, undefined, "exact")[0]?.[2],
);
const difference = (measure: string, expected: string) =>
  returns(`PROBWEIGHTED(differences, probabilities) ${measure}`, expected, () =>
    named(
      probWeightedCard(
        scenarioGridRows(MBS, CORPORATE, TREASURY, SCENARIOS)
          .slice(0, -1)
          .map((row) => [row[3]]),
        SCENARIOS.map((row) => [row[3]]),
      ),
      measure,
    ),
  );
const shift = (at: 0 | 1, expected: string) =>
  returns(`BREAKEVENRATE(mbs, corporate) column ${at + 1}`, expected, () =>
    breakevenRateRow(MBS, CORPORATE)[0]?.at(at),
  );

const trade = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "trade",
  formula,
  expected,
  run,
});
/** Volatilities of .2, 1.1 and 1.4%, correlations .1, 0 and .55. */
const COVARIANCE = [
  [4e-6, 2.2e-6, 0],
  [2.2e-6, 1.21e-4, 8.47e-5],
  [0, 8.47e-5, 1.96e-4],
];
const tilt = (row: number, at: number, expected: string) =>
  trade(
    `ROTATIONWEIGHTS({0;-20;10}, covariance, 30) row ${row}, column ${at}`,
    expected,
    () => rotationWeightsRows(column(0, -20, 10), COVARIANCE, 30)[row - 1]?.[at - 1],
  );
const longOnly = (row: number, at: number, expected: string) =>
  trade(
    `ROTATIONWEIGHTS({0;-20;10}, covariance, 30, {.46;.26;.28}, corporates ≤ .15) row ${row}, column ${at}`,
    expected,
    () =>
      rotationWeightsRows(column(0, -20, 10), COVARIANCE, 30, column(0.46, 0.26, 0.28), [
        [null, null],
        [null, null],
        [null, 0.15],
      ])[row - 1]?.[at - 1],
  );
const hedge = (row: number, expected: string) =>
  trade(
    `KEYRATEHEDGE(from, to, 99.75, durations) row ${row}`,
    expected,
    () =>
      keyRateHedgeColumn(KRDS, column(0.05, 0.2, 1.6, 2.6, 1.6, 0.05), 99.75, TREASURIES)[
        row - 1
      ]?.[0],
  );
const posterior = (row: number, expected: string) =>
  trade(
    `BLPOSTERIOR({0;35;45}, covariance, {0;1;-1}, -25, .5) row ${row}`,
    expected,
    () =>
      blPosteriorColumn(column(0, 35, 45), COVARIANCE, column(0, 1, -1), -25, 0.5)[row - 1]?.[0],
  );

/** Flows, scenarios and trades. */
export const TRADE_CASES: readonly GoldenCase[] = [
  flow("NETSUPPLY(200, 200, 200, 50)", "150", () =>
    netSupplyCells(cell(200), cell(200), cell(200), cell(50)),
  ),
  impact("impact", "-14"),
  impact("residual", "1"),
  impact("low", "0"),
  impact("high", "-40"),
  excess("matchedReturn", "0.002008"),
  excess("excess", "24.9"),
  excess("cashWeight", "-0.102"),
  part("carry", "41.9"),
  part("parallel", "67.2"),
  part("spread", "84.0"),
  part("convexity", "-1.2"),
  part("residual", "3.7"),
  exact,
  grid(1, 4, "-37.9"),
  grid(2, 4, "19.0"),
  grid(3, 4, "47.6"),
  grid(4, 4, "-3.0"),
  grid(5, 4, "-81.9"),
  grid(6, 1, "0.0474"),
  grid(6, 2, "0.0465"),
  grid(6, 4, "8.8"),
  difference("mean", "8.8"),
  difference("sd", "40.3"),
  difference("probabilityBelow0", "0.40"),
  shift(0, "-96.8"),
  shift(1, "48.0"),
  returns("BREAKEVENGAP(39, 5.6, 0.5, 10)", "5.27", () =>
    breakevenGapCells(cell(39), cell(5.6), cell(0.5), cell(10)),
  ),
  trade("POSITIONSIZE(6.8, 43.7,,, 30, 0.5)", "0.485", () =>
    positionSizeCell(6.8, 43.7, null, null, 30, 0.5),
  ),
  trade("SWITCHRATIO(99.75, 5.6, 6.1)", "91.57", () =>
    switchRatioCells(cell(99.75), cell(5.6), cell(6.1)),
  ),
  trade('SWITCHRATIO(1, 5.6, 6.1, "vol", 35, 28)', "1.1475", () =>
    switchRatioCells(cell(1), cell(5.6), cell(6.1), cell("vol"), cell(35), cell(28)),
  ),
  trade("TRADECOST(99750000, 91573770, 2, 18)", "92391", () =>
    tradeCostCells(cell(99_750_000), cell(91_573_770), cell(2), cell(18)),
  ),
  trade("SWITCHPNL(5.6, 6.1, 101, 62, 10, 2, .25, 10)", "23.8", () =>
    switchPnlCells(
      cell(5.6),
      cell(6.1),
      cell(101),
      cell(62),
      cell(10),
      cell(2),
      cell(0.25),
      cell(10),
    ),
  ),
  hedge(1, "10.5"),
  hedge(2, "12.6"),
  hedge(3, "-5.5"),
  hedge(4, "-17.3"),
  hedge(5, "0.0"),
  hedge(6, "1.5"),
  tilt(1, 1, "0.126"),
  tilt(2, 1, "-0.318"),
  tilt(3, 1, "0.192"),
  tilt(4, 3, "8.3"),
  tilt(4, 4, "30.0"),
  longOnly(1, 1, "0.11"),
  longOnly(2, 1, "-0.26"),
  longOnly(3, 1, "0.15"),
  longOnly(4, 3, "6.7"),
  longOnly(4, 4, "24"),
  posterior(1, "-0.1"),
  posterior(2, "33.2"),
  posterior(3, "50.7"),
];
