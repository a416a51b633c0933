/* Where the parts of the sheet "Backtest" stand, how its formulas refer to them, and what its charts draw. */
import { absolute } from "../workbook/a1";
import { columnsOf, heldCell } from "./sheetLayout";

/** The numbers of the rule, a row each. */
export const RULE_ROWS = [
  ...(["window", "enter", "exit", "lag", "cost", "mbsDuration", "corporateDuration"] as const),
];

/** Where its parts stand: the page in columns A to H, the rows of the histories and the workings to the right. */
export const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 8 },
  answer: { row: 2, column: 1, rows: 1, columns: 8 },
  examples: { row: 3, column: 1, rows: 1, columns: 8 },
  note: { row: 4, column: 1, rows: 1, columns: 8 },
  rule: { row: 6, column: 1, rows: RULE_ROWS.length + 3, columns: 4 },
  earned: { row: 6, column: 6, rows: 12, columns: 3 },
  earnedChart: { row: 19, column: 1, rows: 17, columns: 4 },
  fallenChart: { row: 19, column: 6, rows: 17, columns: 3 },
  run: { row: 38, column: 1, rows: 1, columns: 4 },
  /** The series have a heading here and as many rows below as the histories. */
  signal: { row: 6, column: 11, rows: 1, columns: 3 },
  path: { row: 6, column: 15, rows: 1, columns: 4 },
  cumulative: { row: 6, column: 20, rows: 1, columns: 3 },
  drawdown: { row: 6, column: 24, rows: 1, columns: 3 },
  card: { row: 6, column: 28, rows: 11, columns: 2 },
} as const;
/** The column of the keys, off the page. */
export const KEYS = 31;
/** The page fits beside the pane at 1280 pixels. */
export const WIDTHS = [
  ...[26, 9, 21, 11, 2, 24, 9, 16, 3, 3],
  ...[12, 10, 18, 3, 8, 10, 12, 18, 3, 12, 18, 10, 3, 12, 16, 10, 3, 14, 14, 3, 18],
];

/** The cells that the formulas take the rule from, and the rows a year and the variants tried below it. */
export const ruleCell = (field: (typeof RULE_ROWS)[number]) =>
  heldCell(LAYOUT.rule, 1 + RULE_ROWS.indexOf(field), 1);
export const PERIODS = heldCell(LAYOUT.rule, 1 + RULE_ROWS.length, 1);
export const TRIALS = heldCell(LAYOUT.rule, 2 + RULE_ROWS.length, 1);

/** A measure of the card. */
export const measured = (name: string): string =>
  `VLOOKUP("${name}",${absolute(columnsOf(LAYOUT.card, 0, 1, 2))},2,FALSE)`;
export const DEFLATED = `RV.DEFLATEDSHARPE(${measured("sharpe")}/SQRT(${PERIODS}),${measured("n")},0,3,${TRIALS})`;

/** The charts by the parts that they draw, and the cells that they cover. */
export const CHARTS = [
  {
    part: "earned",
    title: "Cumulative net, in basis points",
    draws: LAYOUT.cumulative,
    over: LAYOUT.earnedChart,
  },
  {
    part: "fallen",
    title: "Drawdown, in basis points",
    draws: LAYOUT.drawdown,
    over: LAYOUT.fallenChart,
  },
] as const;
