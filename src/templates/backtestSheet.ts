/* The sheet "Backtest": the documented rule over the workbook's histories, all of it formulas. */
import type { RuleProvenance } from "../assumptions/ruleAssumptions";
import { TABLE_NAME } from "../assumptions/table";
import type { RuleVariant } from "../calc/backtest/ruleStudy";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { CellValue, Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { isMadeUp, markedTitle } from "./illustrative";
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
/** Rows of the sheet: the rule, what it would have earned, what the run of the pane found. */
const [RULE, CARD, RUN] = [4, 15, 29];
const SERIES = RULE + 1;
const WIDTHS = [34, 16, 22, 11, 12, 10, 12, 3, 8, 10, 12, 14, 3, 12, 16, 3, 12, 16];

/** The cells that the formulas take the rule from. */
const CELL = {
  ...{ window: "$B$5", enter: "$B$6", exit: "$B$7", lag: "$B$8", cost: "$B$9" },
  ...{ mbsDuration: "$B$10", corporateDuration: "$B$11", periods: "$B$12", trials: "$B$13" },
};

const backtest = (z: string, returns: string, field: string): string =>
  `=RV.BACKTEST(${z},${returns},${CELL.cost},${CELL.lag},${CELL.enter},${CELL.exit},"${field}",,${CELL.periods})`;

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
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const down = (column: number) => a1Of({ row: SERIES, column, rows, columns: 1 });
  const [z, returns] = [down(6), down(7)];
  return [
    { kind: "addSheet", name: sheet },
    text("A1", markedTitle("Backtest: the z-score of the gap as a rule", about)),
    style("A1", "title"),
    text("A2", PROXY),
    style("A2", "note"),
    formula("A3", onExamples(about)),
    style("A3", "note"),
    values(`A${RULE}:C${RULE + 9}`, [
      ["The rule", "", ""],
      ["Window", variant.window, "rows before each"],
      ["Enter where z is at least", variant.enter, "standard deviations"],
      ["Exit", variant.exit, "standard deviations"],
      ["Lag", variant.lag, "rows to the return"],
      ["Cost, one way", variant.cost, "bp"],
      ["MBS spread duration", variant.mbsDuration, "years"],
      ["Corporate spread duration", variant.corporateDuration, "years"],
      ["Rows a year", periods, "rows"],
      ["Variants tried", "", "assumption trials"],
    ]),
    formula("B13", `=RV.ASSUMPTION(${TABLE_NAME},"trials")`),
    text(`D${RULE}`, "Whose"),
    ...RULE_ROWS.map((field, i) =>
      formula(
        `D${SERIES + i}`,
        `=IF(B${SERIES + i}=${variant[field]},"${provenance[field]}","yours")`,
      ),
    ),
    text("D12", "derived"),
    formula("D13", `=RV.ASSUMPTION(${TABLE_NAME},"trials","provenance")`),
    style(`A${RULE}:D${RULE}`, "heading"),
    style(`B${RULE + 1}:B${RULE + 8}`, "input"),
    text(`A${CARD}`, "What it would have earned"),
    style(`A${CARD}:C${CARD}`, "heading"),
    formula(`A${CARD + 1}`, backtest(z, returns, "ALL")),
    format(`B${CARD + 1}:B${CARD + 10}`, "0.00"),
    text(`A${CARD + 11}`, "Deflated Sharpe, normal returns"),
    formula(
      `B${CARD + 11}`,
      `=RV.DEFLATEDSHARPE(${measured("sharpe")}/SQRT(${CELL.periods}),${measured("n")},0,3,${CELL.trials})`,
    ),
    text(`C${CARD + 11}`, "probability of skill"),
    format(`B${CARD + 11}`, "0.00"),
    ...runFindings(sheet, findings),
    values(`E${RULE}:G${RULE}`, [["Date", "z", "MBS − corporate"]]),
    formula(`E${SERIES}`, `=${DATA_NAMES.dates}`),
    formula(`F${SERIES}`, `=RV.ROLLINGZ(${DATA_NAMES.gap},${CELL.window})`),
    formula(
      `G${SERIES}`,
      `=RV.SPREADRETURNS(${DATA_NAMES.mbs},${CELL.mbsDuration},${CELL.periods})-RV.SPREADRETURNS(${DATA_NAMES.corporate},${CELL.corporateDuration},${CELL.periods})`,
    ),
    values(`I${RULE}:L${RULE}`, [["Row", "Position", "Net (bp)", "Cumulative (bp)"]]),
    formula(`I${SERIES}`, backtest(z, returns, "path")),
    values(`N${RULE}:O${RULE}`, [["Date", "Cumulative (bp)"]]),
    formula(`N${SERIES}`, `=${DATA_NAMES.dates}`),
    formula(`O${SERIES}`, backtest(z, returns, "cumulative")),
    values(`Q${RULE}:R${RULE}`, [["Date", "Drawdown (bp)"]]),
    formula(`Q${SERIES}`, `=${DATA_NAMES.dates}`),
    formula(`R${SERIES}`, backtest(z, returns, "drawdown")),
    ...["E:G", "I:L", "N:O", "Q:R"].map((columns) =>
      style(
        columns.replace(/[A-Z]/g, (letter) => `${letter}${RULE}`),
        "heading",
      ),
    ),
    ...[5, 14, 17].map((column) => format(down(column), "yyyy-mm-dd")),
    format(z, "0.00"),
    format(returns, "0.00%"),
    ...[11, 12, 15, 18].map((column) => format(down(column), "0.0")),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: RULE, columns: 0 },
    ...(withCharts
      ? [
          chart(sheet, about, rows, "Cumulative net, in basis points", EARNED, 5),
          chart(sheet, about, rows, "Drawdown, in basis points", FALLEN, 24),
        ]
      : []),
  ];
}

/** The numbers of the rule, a row each. */
const RULE_ROWS = [
  ...(["window", "enter", "exit", "lag", "cost", "mbsDuration", "corporateDuration"] as const),
];

/** A formula of the line that names the examples that the results are made from. */
function onExamples(about: string): string {
  const histories = isMadeUp(about) ? `"the histories",` : "";
  const rows = RULE_ROWS.map((_, i) => `IF(D${SERIES + i}="example",A${SERIES + i},"")`);
  const names = `TEXTJOIN(", ",TRUE,${histories}${rows.join(",")})`;
  return `=IF(${names}="","On no example inputs","On example inputs: "&${names})`;
}

/** A measure of the card. */
const measured = (name: string): string =>
  `VLOOKUP("${name}",$A$${CARD + 1}:$B$${CARD + 10},2,FALSE)`;

function runFindings(sheet: string, findings: RunFindings | null): Change[] {
  if (findings === null) return [];
  const { text, values, style } = sheetWriter(sheet);
  return [
    text(`A${RUN}`, "What the run of the task pane found (values)"),
    style(`A${RUN}:C${RUN}`, "heading"),
    values(
      a1Of({ row: RUN + 1, column: 1, rows: findings.length, columns: 2 }),
      findings.map(([name, value]) => [name, value]),
    ),
  ];
}

/** The columns of dates of the two charts. */
const [EARNED, FALLEN] = [14, 17];

/**
 * The cells that a chart of the sheet draws.
 *
 * @param name - The chart's name.
 * @param sheet - The sheet that it stands on.
 * @param rows - Rows of the histories.
 * @returns The cells; null for any other chart.
 */
export function backtestSource(name: string, sheet: string, rows: number): Place | null {
  const column = [EARNED, FALLEN].find((one) => name.startsWith("RV_") && name.endsWith(`_${one}`));
  return column === undefined ? null : sourceAt(sheet, column, rows);
}

const sourceAt = (sheet: string, column: number, rows: number): Place => ({
  sheet,
  a1: a1Of({ row: RULE, column, rows: rows + 1, columns: 2 }),
});

function chart(
  sheet: string,
  about: string,
  rows: number,
  title: string,
  column: number,
  top: number,
): Change {
  return {
    kind: "addChart",
    chart: {
      name: `RV_${sheet.replaceAll(/\W/g, "")}_${column}`,
      title: markedTitle(title, about),
      kind: "line",
      source: sourceAt(sheet, column, rows),
      over: { sheet, a1: a1Of({ row: top, column: 20, rows: 17, columns: 9 }) },
    },
  };
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
