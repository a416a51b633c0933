/* The sheet "Backtest": the documented rule over the workbook's histories, all of it formulas. */
import type { RuleProvenance } from "../assumptions/ruleAssumptions";
import { TABLE_NAME } from "../assumptions/table";
import type { RuleVariant } from "../calc/backtest/ruleStudy";
import { a1Of, absolute, type Rectangle, rectangleOf } from "../workbook/a1";
import type { CellValue, Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { exampleLine } from "./exampleInputs";
import { isMadeUp, markedTitle } from "./illustrative";
import { type Figure, figureRows } from "./look";
import { cellOf, columnsOf, heldCell, pageArea, rowsOf } from "./sheetLayout";
import { ingredients, type Ingredients } from "./templateNeeds";
import { sheetWriter } from "./sheetWriter";

/** What a run of the pane found, as rows of name and value. */
export type RunFindings = readonly (readonly [name: string, value: CellValue])[];

/** What the sheet shows. */
export interface BacktestPlan {
  readonly variant: RuleVariant;
  /** Rows of the histories a year. */
  readonly periods: number;
  /** Whose the rule's numbers are. */
  readonly provenance: RuleProvenance;
  /** What a run found; null when nothing was run. */
  readonly findings: RunFindings | null;
}

const PROXY =
  "Excess returns are a proxy: spread ÷ rows a year − duration × change of the spread, with constant durations; never index performance. A calculation, not investment advice.";

/** The numbers of the rule, a row each. */
const RULE_ROWS = [
  ...(["window", "enter", "exit", "lag", "cost", "mbsDuration", "corporateDuration"] as const),
];

/** Where its parts stand: the page in columns A to I, the rows of the histories and the workings to the right. */
const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 9 },
  answer: { row: 2, column: 1, rows: 1, columns: 9 },
  examples: { row: 3, column: 1, rows: 1, columns: 9 },
  note: { row: 4, column: 1, rows: 1, columns: 9 },
  rule: { row: 6, column: 1, rows: RULE_ROWS.length + 3, columns: 4 },
  earned: { row: 6, column: 6, rows: 12, columns: 4 },
  earnedChart: { row: 19, column: 1, rows: 17, columns: 4 },
  fallenChart: { row: 19, column: 6, rows: 17, columns: 4 },
  run: { row: 38, column: 1, rows: 1, columns: 4 },
  /** The series have a heading here and as many rows below as the histories. */
  signal: { row: 6, column: 11, rows: 1, columns: 3 },
  path: { row: 6, column: 15, rows: 1, columns: 4 },
  cumulative: { row: 6, column: 20, rows: 1, columns: 2 },
  drawdown: { row: 6, column: 23, rows: 1, columns: 2 },
  card: { row: 6, column: 26, rows: 11, columns: 2 },
} as const;
const WIDTHS = [
  ...[36, 14, 22, 12, 3, 36, 14, 16, 16, 3],
  ...[12, 10, 16, 3, 8, 10, 12, 16, 3, 12, 16, 3, 12, 16, 3, 14, 14],
];

/** The cells that the formulas take the rule from, and the rows a year and the variants tried below it. */
const ruleCell = (field: (typeof RULE_ROWS)[number]) =>
  heldCell(LAYOUT.rule, 1 + RULE_ROWS.indexOf(field), 1);
const PERIODS = heldCell(LAYOUT.rule, 1 + RULE_ROWS.length, 1);
const TRIALS = heldCell(LAYOUT.rule, 2 + RULE_ROWS.length, 1);

/** A measure of the card. */
const measured = (name: string): string =>
  `VLOOKUP("${name}",${absolute(columnsOf(LAYOUT.card, 0, 1, 2))},2,FALSE)`;
const DEFLATED = `RV.DEFLATEDSHARPE(${measured("sharpe")}/SQRT(${PERIODS}),${measured("n")},0,3,${TRIALS})`;

/** What the rule would have earned, and whether that is more than luck. */
const ANSWER = `=IFNA("Net "&FIXED(${measured("net")},0)&" bp over "&${measured("n")}&" rows, Sharpe ratio "&FIXED(${measured("sharpe")},2)&"; probability of skill "&ROUND(100*${DEFLATED},0)&"%, variants tried: "&${TRIALS}&".","Not known: see the workings on the right.")`;

const SPREAD = { unit: "bp", format: "0.0" };
const RATIO = { unit: "a year", format: "0.00" };
const measure = (label: string, key: string, shown: Pick<Figure, "unit" | "format">): Figure => ({
  label,
  key,
  formula: measured(key),
  ...shown,
});
const EARNED_FIGURES: readonly Figure[] = [
  measure("Net of cost", "net", SPREAD),
  measure("Gross", "gross", SPREAD),
  measure("Turnover", "turnover", { unit: "", format: "0.00" }),
  measure("Hit rate", "hit", { unit: "of rows held", format: "0%" }),
  measure("Max drawdown", "maxDrawdown", SPREAD),
  measure("Sharpe ratio", "sharpe", RATIO),
  measure("… low end of 95%", "low", RATIO),
  measure("… high end of 95%", "high", RATIO),
  measure("t of the mean", "t", { unit: "", format: "0.00" }),
  measure("Rows", "n", { unit: "rows", format: "0" }),
  {
    label: "Probability of skill",
    key: "DEFLATEDSHARPE",
    formula: DEFLATED,
    unit: "normal returns",
    format: "0%",
  },
];

/**
 * The changes that add the sheet.
 *
 * @param found - Where the histories stand, and what is said of them.
 * @param plan - The rule, and what a run found.
 * @returns Changes, in order.
 */
function backtestSheet(
  { sheet, gap, about, withCharts }: Ingredients,
  { variant, periods, provenance, findings }: BacktestPlan,
): Change[] {
  const { rows } = rectangleOf(gap.a1);
  const { text, formula, style } = sheetWriter(sheet);
  const { title, answer, examples, note } = LAYOUT;
  return [
    { kind: "addSheet", name: sheet },
    text(cellOf(title), markedTitle("Backtest: the z-score of the gap as a rule", about)),
    style(cellOf(title), "title"),
    formula(cellOf(answer), ANSWER),
    style(cellOf(answer), "answer"),
    formula(cellOf(examples), onExamples(about)),
    style(cellOf(examples), "note"),
    text(cellOf(note), PROXY),
    style(cellOf(note), "note"),
    ...ruleRows(sheet, variant, provenance, periods),
    ...figureRows(sheet, LAYOUT.earned, "What it would have earned", EARNED_FIGURES),
    ...runFindings(sheet, findings),
    ...seriesColumns(sheet, rows),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, LAYOUT.run, findings?.length ?? 0) },
    ...(withCharts
      ? Object.entries(CHARTS).map(([name, { title: words, draws, over }]): Change => ({
          kind: "addChart",
          chart: {
            name: `RV_${sheet.replaceAll(/\W/g, "")}_${name}`,
            title: markedTitle(words, about),
            kind: "line",
            source: { sheet, a1: a1Of(seriesOf(draws, rows)) },
            over: { sheet, a1: a1Of(over) },
          },
        }))
      : []),
  ];
}

/** The rule as inputs, and whose each number is: a number that is typed over is the user's. */
function ruleRows(
  sheet: string,
  variant: RuleVariant,
  provenance: RuleProvenance,
  periods: number,
): Change[] {
  const { text, values, formula, style } = sheetWriter(sheet);
  const { rule } = LAYOUT;
  const [rowsAYear, trials] = [1 + RULE_ROWS.length, 2 + RULE_ROWS.length];
  return [
    values(a1Of(rule), [
      ["The rule", "", "", "Whose"],
      ["Window", variant.window, "rows before each", ""],
      ["Enter where z is at least", variant.enter, "standard deviations", ""],
      ["Exit", variant.exit, "standard deviations", ""],
      ["Lag", variant.lag, "rows to the return", ""],
      ["Cost, one way", variant.cost, "bp", ""],
      ["MBS spread duration", variant.mbsDuration, "years", ""],
      ["Corporate spread duration", variant.corporateDuration, "years", ""],
      ["Rows a year", periods, "rows", ""],
      ["Variants tried", "", "assumption trials", ""],
    ]),
    style(rowsOf(rule), "heading"),
    style(
      a1Of({ ...rule, row: rule.row + 1, column: rule.column + 1, rows: rowsAYear, columns: 1 }),
      "input",
    ),
    ...RULE_ROWS.map((field, i) =>
      formula(
        cellOf(rule, 1 + i, 3),
        `=IF(${cellOf(rule, 1 + i, 1)}=${variant[field]},"${provenance[field]}","yours")`,
      ),
    ),
    text(cellOf(rule, rowsAYear, 3), "derived"),
    formula(cellOf(rule, trials, 1), `=RV.ASSUMPTION(${TABLE_NAME},"trials")`),
    formula(cellOf(rule, trials, 3), `=RV.ASSUMPTION(${TABLE_NAME},"trials","provenance")`),
  ];
}

/** A part of the series with as many rows as the histories. */
const seriesOf = (part: Rectangle, rows: number): Rectangle => ({ ...part, rows: rows + 1 });

/** Dates, z, returns, path, cumulative and drawdown row by row, and the card that the figures come from. */
function seriesColumns(sheet: string, rows: number): Change[] {
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

/** A formula of the line that names the examples that the results are made from. */
function onExamples(about: string): string {
  const { rule } = LAYOUT;
  const histories = isMadeUp(about) ? `"the histories",` : "";
  const rows = RULE_ROWS.map(
    (_, i) => `IF(${cellOf(rule, 1 + i, 3)}="example",${cellOf(rule, 1 + i)},"")`,
  );
  return exampleLine(`TEXTJOIN(", ",TRUE,${histories}${rows.join(",")})`);
}

function runFindings(sheet: string, findings: RunFindings | null): Change[] {
  if (findings === null) return [];
  const { text, values, style } = sheetWriter(sheet);
  const { run } = LAYOUT;
  return [
    text(cellOf(run), "What the run of the task pane found (values)"),
    style(rowsOf(run), "heading"),
    values(
      a1Of({ ...run, row: run.row + 1, rows: findings.length, columns: 2 }),
      findings.map(([name, value]) => [name, value]),
    ),
  ];
}

/** The charts by the end of their names, what they draw, and the cells that they cover. */
const CHARTS = {
  earned: {
    title: "Cumulative net, in basis points",
    draws: LAYOUT.cumulative,
    over: LAYOUT.earnedChart,
  },
  fallen: {
    title: "Drawdown, in basis points",
    draws: LAYOUT.drawdown,
    over: LAYOUT.fallenChart,
  },
} as const;

/**
 * The cells that a chart of the sheet draws.
 *
 * @param name - The chart's name.
 * @param sheet - The sheet that it stands on.
 * @param rows - Rows of the histories.
 * @returns The cells; null for any other chart.
 */
export function backtestSource(name: string, sheet: string, rows: number): Place | null {
  const chart = Object.entries(CHARTS).find(
    ([end]) => name.startsWith("RV_") && name.endsWith(`_${end}`),
  );
  return chart === undefined ? null : { sheet, a1: a1Of(seriesOf(chart[1].draws, rows)) };
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @param plan - The rule, and what a run found.
 * @returns The name of the sheet.
 * @throws WorkbookError when the histories or the assumptions are not there.
 */
export async function addBacktest(workbook: WorkbookPort, plan: BacktestPlan): Promise<string> {
  const found = await ingredients(workbook, "Backtest");
  await workbook.change(backtestSheet(found, plan));
  return found.sheet;
}
