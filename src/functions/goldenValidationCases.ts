/* Worked numbers of the backtest and its inference: the project's method notes. */
import { column, SERIES_S, type GoldenCase } from "./goldenSeries";
import { backtestCard, bootCiCard, deflatedSharpeCell } from "./validation";

const worked = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "validation",
  formula,
  expected,
  run,
});

const SIGNAL = column(0, 1, 1, 1, 0, -1, -1, 0);
const RETURNS = column(0.001, 0.002, -0.001, 0.0015, 0.0005, -0.002, 0.001, 0.0008);
const measure = (name: string, expected: string): GoldenCase =>
  worked(
    `BACKTEST({0;1;1;1;0;-1;-1;0}, {10;20;-10;15;5;-20;10;8}/10000, 4.5, 0) ${name}`,
    expected,
    () => backtestCard(SIGNAL, RETURNS, 4.5, 0, undefined, undefined, name),
  );

export const VALIDATION_CASES: readonly GoldenCase[] = [
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
  worked("BOOTCI(S) value", "56.07", () => bootCiCard(column(...SERIES_S))[0]?.[1]),
];
