/* The rows of the sheet "Backtest" beside its page: what the rule saw and earned, row by row, and its card. */
import type { Change } from "../workbook/workbookPort";
import { LAYOUT, PERIODS, ruleCell } from "./backtestLayout";
import { DATA_NAMES, lastOf } from "./dataNames";
import { addPart, type HistoryPart } from "./historyParts";
import { cellOf, columnsOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/**
 * Dates, z, returns, path, cumulative and drawdown row by row, and the card that the figures come from.
 *
 * @param sheet - The sheet's name.
 * @param prefix - What the sheet's names begin with.
 * @param rows - Rows of the histories.
 * @returns Changes, in order.
 */
export function seriesColumns(sheet: string, prefix: string, rows: number): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const { signal, card } = LAYOUT;
  const below = { ...signal, rows: rows + 1 };
  const [z, returns] = [columnsOf(below, 1, 1), columnsOf(below, 2, 1)];
  const [enter, exit] = [ruleCell("enter"), ruleCell("exit")];
  const backtest = (field: string) =>
    `RV.BACKTEST(${z},${returns},${ruleCell("cost")},${ruleCell("lag")},${enter},${exit},"${field}",,${PERIODS})`;
  const spreadReturns = (side: string, duration: string) =>
    `RV.SPREADRETURNS(${side},${duration},${PERIODS})`;
  const dates: [string, string] = ["Date", `=${DATA_NAMES.dates}`];
  const add = (
    part: HistoryPart,
    at: (typeof LAYOUT)["signal" | "path" | "cumulative" | "drawdown"],
    columns: readonly (readonly [string, string | null])[],
  ) => addPart(sheet, prefix, part, at, rows, columns);
  const mbs = spreadReturns(DATA_NAMES.mbs, ruleCell("mbsDuration"));
  const corporate = spreadReturns(DATA_NAMES.corporate, ruleCell("corporateDuration"));
  return [
    ...add("signal", signal, [
      dates,
      ["z", `=RV.ROLLINGZ(${DATA_NAMES.gap},${ruleCell("window")})`],
      ["MBS − corporate", `=${mbs}-${corporate}`],
    ]),
    ...add("path", LAYOUT.path, [
      ["Row", `=${backtest("path")}`],
      ["Position", null],
      ["Net (bp)", null],
      ["Cumulative (bp)", null],
    ]),
    ...add("earned", LAYOUT.cumulative, [
      dates,
      ["Cumulative (bp)", `=${backtest("cumulative")}`],
      ["Last (bp)", lastOf(backtest("cumulative"))],
    ]),
    ...add("fallen", LAYOUT.drawdown, [
      dates,
      ["Drawdown (bp)", `=${backtest("drawdown")}`],
      ["Last (bp)", lastOf(backtest("drawdown"))],
    ]),
    values(rowsOf(card), [["Card", ""]]),
    style(rowsOf(card), "heading"),
    formula(cellOf(card, 1), `=${backtest("ALL")}`),
    format(columnsOf(card, 1, 1), "0.00"),
  ];
}
