/* Worked numbers of fair value, regimes, the backtest and its inference: the project's method notes. */
import { fairValueCell, fairValueFitRows, regimeProbRows } from "../fairValue";
import { column, SERIES_G, SERIES_S, type GoldenCase } from "./workedSeries";
import { backtestCard, spreadReturnsColumn } from "../backtest";
import { rollingRankColumn, rollingZColumn } from "../rolling";
import { bootCiCard, deflatedSharpeCell } from "../validation";

const worked = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "validation",
  formula,
  expected,
  run,
});

const Y = column(101, 98, 104, 110, 107, 99, 95, 92);
const X = column(88, 86, 92, 99, 95, 90, 84, 80);
const fitted = (formula: string, expected: string, row: number, place: number): GoldenCase => ({
  family: "history",
  formula: `FAIRVALUEFIT(y, X, 2) ${formula}`,
  expected,
  run: () => fairValueFitRows(Y, X, 2)[row]?.[place] as unknown,
});

const SIGNAL = column(0, 1, 1, 1, 0, -1, -1, 0);
const RETURNS = column(0.001, 0.002, -0.001, 0.0015, 0.0005, -0.002, 0.001, 0.0008);
const measure = (name: string, expected: string): GoldenCase =>
  worked(
    `BACKTEST({0;1;1;1;0;-1;-1;0}, {10;20;-10;15;5;-20;10;8}/10000, 4.5, 0) ${name}`,
    expected,
    () => backtestCard(SIGNAL, RETURNS, 4.5, 0, undefined, undefined, name),
  );

const RANKED = column(40, 45, 45, 50, 50, 50, 55, 60, 65, 70, 50);
const rolling = (formula: string, expected: string, run: () => any[][]): GoldenCase => ({
  family: "history",
  formula: `${formula} last`,
  expected,
  run: () => run().at(-1)?.[0] as unknown,
});

export const VALIDATION_CASES: readonly GoldenCase[] = [
  rolling("ROLLINGZ(G, 23)", "-1.871", () => rollingZColumn(column(...SERIES_G), 23)),
  rolling("ROLLINGRANK({40;45;45;50;50;50;55;60;65;70;50}, 10)", "0.45", () =>
    rollingRankColumn(RANKED, 10),
  ),
  rolling("SPREADRETURNS({120;115}, 5.6)", "0.0038", () =>
    spreadReturnsColumn(column(120, 115), 5.6),
  ),
  fitted("constant", "14.2304", 0, 1),
  fitted("x1", "0.96941", 1, 1),
  fitted("se of the constant", "1.8550", 0, 2),
  fitted("se of x1", "0.018097", 1, 2),
  {
    family: "history",
    formula: "FAIRVALUE(y, X, 80)",
    expected: "91.78",
    run: () => fairValueCell(Y, X, [[80]]),
  },
  {
    family: "history",
    formula: "REGIMEPROB({60;58;50;44;40;39}, {62,42}, {6,5}, {.95,.92}) last",
    expected: "0.99994",
    run: () =>
      regimeProbRows(column(60, 58, 50, 44, 40, 39), [[62, 42]], [[6, 5]], [[0.95, 0.92]])[5]?.[1],
  },
  measure("gross", "35.0"),
  measure("net", "17.0"),
  measure("turnover", "4"),
  measure("hit", "0.60"),
  measure("maxDrawdown", "-14.5"),
  worked("DEFLATEDSHARPE(0.25, 120, -0.4, 4.5)", "0.9944", () =>
    deflatedSharpeCell(0.25, 120, -0.4, 4.5),
  ),
  worked("DEFLATEDSHARPE(0.25, 120, -0.4, 4.5, 50, 0.01)", "0.590", () =>
    deflatedSharpeCell(0.25, 120, -0.4, 4.5, 50, 0.01),
  ),
  worked(
    'BOOTCI(S, "mean", 12, 100) value',
    "56.07",
    () => bootCiCard(column(...SERIES_S), "mean", 12, 100)[0]?.[1],
  ),
];
