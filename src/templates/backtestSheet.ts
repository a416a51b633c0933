/* The sheet "Backtest": the documented rule over the workbook's histories, all of it formulas. */
import type { RuleProvenance } from "../assumptions/ruleAssumptions";
import { TABLE_NAME } from "../assumptions/table";
import type { RuleVariant } from "../calc/backtest/ruleStudy";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { CellValue, Change, WorkbookPort } from "../workbook/workbookPort";
import {
  CHARTS,
  DEFLATED,
  KEYS,
  LAYOUT,
  measured,
  RULE_ROWS,
  TRIALS,
  WIDTHS,
} from "./backtestLayout";
import { seriesColumns } from "./backtestSeries";
import { exampleLine } from "./exampleInputs";
import { partName, withRows } from "./historyParts";
import { isMadeUp, markedTitle } from "./illustrative";
import { COUNT, figureIn, figureRows, RATIO, SHARE, SPREAD, type Figure } from "./look";
import { cellOf, pageArea, rowsOf } from "./sheetLayout";
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
  "A proxy by constant durations (spread ÷ rows a year − duration × its change), not index performance. Not investment advice.";

/** What the rule would have earned, and whether that is more than luck. */
const ANSWER = `=IFNA("Net "&FIXED(${measured("net")},0)&" bp over "&${measured("n")}&" rows, Sharpe "&FIXED(${measured("sharpe")},2)&"; probability of skill "&ROUND(100*${DEFLATED},0)&"%, variants tried: "&${TRIALS}&".","Not known: see the workings on the right.")`;

const A_YEAR = { ...RATIO, unit: "a year" };
const measure = figureIn(measured);
const EARNED_FIGURES: readonly Figure[] = [
  measure("Net of cost", "net", SPREAD),
  measure("Gross", "gross", SPREAD),
  measure("Turnover", "turnover", RATIO),
  measure("Hit rate", "hit", { ...SHARE, unit: "of rows held" }),
  measure("Max drawdown", "maxDrawdown", SPREAD),
  measure("Sharpe ratio", "sharpe", A_YEAR),
  measure("… low end of 95%", "low", A_YEAR),
  measure("… high end of 95%", "high", A_YEAR),
  measure("t of the mean", "t", RATIO),
  measure("Rows", "n", COUNT),
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
  { sheet, prefix, gap, about, withCharts }: Ingredients,
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
    ...figureRows(sheet, LAYOUT.earned, KEYS, "What it would have earned", EARNED_FIGURES),
    ...runFindings(sheet, findings),
    ...seriesColumns(sheet, prefix, rows),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, LAYOUT.run, findings?.length ?? 0) },
    ...(withCharts
      ? CHARTS.map(({ part, title: words, draws, over }): Change => ({
          kind: "addChart",
          chart: {
            name: partName(prefix, part),
            title: markedTitle(words, about),
            kind: "line",
            lastValue: true,
            source: withRows({ sheet, a1: rowsOf(draws) }, rows),
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
