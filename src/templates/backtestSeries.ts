/* The rows of the sheet "Backtest" beside its page: what the rule saw and earned, row by row, and its card. */
import { a1Of, type Rectangle } from "../workbook/a1";
import type { Change } from "../workbook/workbookPort";
import { LAYOUT, PERIODS, ruleCell, seriesOf } from "./backtestLayout";
import { DATA_NAMES } from "./dataNames";
import { cellOf, columnsOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/**
 * Dates, z, returns, path, cumulative and drawdown row by row, and the card that the figures come from.
 *
 * @param sheet - The sheet's name.
 * @param rows - Rows of the histories.
 * @returns Changes, in order.
 */
export function seriesColumns(sheet: string, rows: number): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const [signal, path, cumulative, drawdown] = [
    LAYOUT.signal,
    LAYOUT.path,
    LAYOUT.cumulative,
    LAYOUT.drawdown,
  ].map((part) => seriesOf(part, rows)) as [Rectangle, Rectangle, Rectangle, Rectangle];
  const { card } = LAYOUT;
  const [z, returns] = [columnsOf(signal, 1, 1), columnsOf(signal, 2, 1)];
  const [enter, exit] = [ruleCell("enter"), ruleCell("exit")];
  const backtest = (field: string) =>
    `=RV.BACKTEST(${z},${returns},${ruleCell("cost")},${ruleCell("lag")},${enter},${exit},"${field}",,${PERIODS})`;
  const spreadReturns = (side: string, duration: string) =>
    `RV.SPREADRETURNS(${side},${duration},${PERIODS})`;
  const headings: readonly (readonly [Rectangle, readonly string[]])[] = [
    [signal, ["Date", "z", "MBS − corporate"]],
    [path, ["Row", "Position", "Net (bp)", "Cumulative (bp)"]],
    [cumulative, ["Date", "Cumulative (bp)"]],
    [drawdown, ["Date", "Drawdown (bp)"]],
    [card, ["Card", ""]],
  ];
  return [
    ...headings.flatMap(([part, words]) => [
      values(rowsOf(part), [words]),
      style(rowsOf(part), "heading"),
      style(
        a1Of({ ...part, rows: 1, column: part.column + 1, columns: part.columns - 1 }),
        "numberHeading",
      ),
    ]),
    ...[signal, cumulative, drawdown].flatMap((part) => [
      formula(cellOf(part, 1), `=${DATA_NAMES.dates}`),
      format(columnsOf(part, 0, 1), "yyyy-mm-dd"),
    ]),
    formula(cellOf(signal, 1, 1), `=RV.ROLLINGZ(${DATA_NAMES.gap},${ruleCell("window")})`),
    formula(
      cellOf(signal, 1, 2),
      `=${spreadReturns(DATA_NAMES.mbs, ruleCell("mbsDuration"))}-${spreadReturns(DATA_NAMES.corporate, ruleCell("corporateDuration"))}`,
    ),
    formula(cellOf(path, 1), backtest("path")),
    formula(cellOf(cumulative, 1, 1), backtest("cumulative")),
    formula(cellOf(drawdown, 1, 1), backtest("drawdown")),
    formula(cellOf(card, 1), backtest("ALL")),
    format(z, "0.00"),
    format(returns, "0.00%"),
    format(columnsOf(path, 2, 1, 2), "0.0"),
    format(columnsOf(cumulative, 1, 1), "0.0"),
    format(columnsOf(drawdown, 1, 1), "0.0"),
    format(columnsOf(card, 1, 1), "0.00"),
  ];
}
