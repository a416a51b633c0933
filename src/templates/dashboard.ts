/* The sheet "Dashboard": the answer on one page over its workings, all of it formulas over the names. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { dashboardCharts } from "./dashboardCharts";
import { DATA_NAMES } from "./dataNames";
import { changeFigures, countFigures, rankFigures } from "./historyFigures";
import { markedTitle } from "./illustrative";
import {
  DAY,
  figureIn,
  figureRows,
  KEY,
  RATIO,
  SHARE,
  SPREAD,
  WORDS,
  WORKING_FORMAT,
  type Figure,
} from "./look";
import { cellOf, pageArea, rowsBetween, rowsOf } from "./sheetLayout";
import { ingredients, type Ingredients } from "./templateNeeds";
import { sheetWriter } from "./sheetWriter";

/** Where its parts stand; the workings have room for more rows than their results have. */
const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 7 },
  asOf: { row: 2, column: 1, rows: 1, columns: 2 },
  call: { row: 3, column: 1, rows: 1, columns: 7 },
  why: { row: 4, column: 1, rows: 1, columns: 7 },
  note: { row: 5, column: 1, rows: 1, columns: 7 },
  answer: { row: 7, column: 1, rows: 11, columns: 3 },
  bases: { row: 7, column: 5, rows: 10, columns: 3 },
  history: { row: 19, column: 1, rows: 12, columns: 3 },
  gapChart: { row: 19, column: 5, rows: 12, columns: 3 },
  zWords: { row: 32, column: 1, rows: 1, columns: 3 },
  zChart: { row: 33, column: 1, rows: 12, columns: 3 },
  basesWords: { row: 32, column: 5, rows: 1, columns: 3 },
  basesChart: { row: 33, column: 5, rows: 12, columns: 3 },
  workings: { row: 46, column: 1, rows: 1, columns: 7 },
  receipt: { row: 47, column: 1, rows: 62, columns: 5 },
  detail: { row: 110, column: 1, rows: 60, columns: 3 },
  /** What the charts draw, to the right of the page. */
  gapLine: { row: 6, column: 12, rows: 1, columns: 6 },
  zLine: { row: 6, column: 19, rows: 1, columns: 6 },
  drawnBases: { row: 6, column: 26, rows: 4, columns: 2 },
  lookBack: { row: 12, column: 26, rows: 1, columns: 2 },
} as const;
/** Off the page: the keys of the blocks on the left, and of the one on the right. */
const [KEYS_LEFT, KEYS_RIGHT] = [9, 10];
/** The page fits beside the pane at 1280 pixels. */
const WIDTHS = [
  ...[37, 12, 8, 2, 31, 22, 5, 3, 24, 30, 3],
  ...[12, 10, 11, 24, 24, 10, 3, 12, 19, 11, 11, 11, 13, 3, 26, 10],
];

const inDetail = (metric: string) => found(metric, LAYOUT.detail);
const inReceipt = (step: string) => found(step, LAYOUT.receipt);
const found = (name: string, part: (typeof LAYOUT)["receipt" | "detail"]) =>
  `VLOOKUP("${name}",${a1Of(part)},2,FALSE)`;

/** The risk-adjusted gap of the receipt, for carry; blank where it is missing. */
const ADJUSTED = `IFNA(${inReceipt("risk-adjusted gap")},"")`;

/** What follows the call where the row has names. */
const onThose = (row: string, words: string) =>
  `IF(${inDetail(row)}="none","",", ${words}"&${inDetail(row)})`;
/** The call, never without the examples and the levels of earlier days that it rests on. */
const CALL = `=${inDetail("text")}&${onThose("example inputs", "on example inputs: ")}&${onThose("levels of earlier days", "on ")}`;
/** One sentence: the gap, its rank, and what carry says after risk. */
const WHY = `="Gap "&FIXED(${inReceipt("last")},1)&" bp, wider than "&ROUND(100*${inDetail("percentile")},0)&"% of its look-back; "&IFNA(IF(${inReceipt("risk-adjusted gap")}>0,"mortgages","corporates")&" carry "&FIXED(ABS(${inReceipt("risk-adjusted gap")}),1)&" bp more after risk","carry after risk is left out: enter your MBS OAS")&"."`;

/** Edge and chance are those of the switch that the score speaks for. */
const SWITCH = `="Answer, for a switch to "&IF(${inDetail("score")}<0,"corporates","mortgages")`;

const detail = figureIn(inDetail);
const step = figureIn(inReceipt);

const ANSWER: readonly Figure[] = [
  step("Gap, MBS − corporate", "last", SPREAD),
  detail("Wider than this share of its look-back", "percentile", SHARE),
  detail("Standard deviations from its centre", "z", RATIO),
  detail("Chance that it wins, on nominal carry", "probability", SHARE),
  detail("… on risk-adjusted carry", "probabilityRiskAdjusted", SHARE),
  detail("Edge after its cost, on nominal carry", "edge", SPREAD),
  detail("… on risk-adjusted carry", "edgeRiskAdjusted", SPREAD),
  detail("Move of the gap that undoes it", "breakevenGap", SPREAD),
  detail("The call changes at a gap of", "changesAt", SPREAD),
  detail("Score, −1 corporates to 1 mortgages", "score", RATIO),
];
const BASES: readonly Figure[] = [
  step("Nominal gap", "nominal gap", SPREAD),
  step("Option-adjusted gap", "option-adjusted gap", SPREAD),
  step("Risk-adjusted gap", "risk-adjusted gap", SPREAD),
  step("Option cost of mortgages", "option cost, benchmark and curve", SPREAD),
  step("Expected loss of corporates", "expected loss, corporate", SPREAD),
  step("Liquidity charge of corporates", "liquidity, corporate", SPREAD),
  step("Widening that eats a year's carry", "corporate widening that eats a year's carry", SPREAD),
  step("What the three bases say", "do the bases agree", WORDS),
  detail("Order after risk", "ranking", WORDS),
];
const HISTORY: readonly Figure[] = [
  ...changeFigures(step),
  ...rankFigures(step),
  step("Standard deviations, five years", "z5y", RATIO),
  step("Tightest since", "tightestSince", DAY),
  detail("Half-life", "halfLife", { unit: "months", format: "0.0" }),
  ...countFigures(step),
];

/**
 * The changes that add the sheet.
 *
 * @param found - Where the histories stand, and what is said of them.
 * @returns Changes, in order.
 */
function dashboard({ sheet, prefix, gap, about, withCharts }: Ingredients): Change[] {
  const { text, formula, style, format } = sheetWriter(sheet);
  const { rows } = rectangleOf(gap.a1);
  const { title, asOf, call, why, note, workings, receipt, detail: detailed } = LAYOUT;
  const values = ({ row, column, rows }: typeof receipt | typeof detailed) =>
    a1Of({ row: row + 1, column: column + 1, rows: rows - 1, columns: 1 });
  return [
    { kind: "addSheet", name: sheet },
    text(cellOf(title), markedTitle("MBS and corporates: the gap and the call", about)),
    style(cellOf(title), "title"),
    text(cellOf(asOf), "As of"),
    formula(cellOf(asOf, 0, 1), `=IFNA(${inDetail("asOf")},"not known")`),
    format(cellOf(asOf, 0, 1), "yyyy-mm-dd"),
    formula(cellOf(call), CALL),
    style(rowsOf(call), "answer"),
    formula(cellOf(why), WHY),
    text(
      cellOf(note),
      "A measurement, not investment advice. Every number is a formula over RV_Assumptions and the sheet of histories.",
    ),
    style(cellOf(note), "note"),
    ...figureRows(sheet, LAYOUT.answer, KEYS_LEFT, SWITCH, ANSWER),
    ...figureRows(sheet, LAYOUT.bases, KEYS_RIGHT, "Why: the gap on three bases", BASES),
    ...figureRows(sheet, LAYOUT.history, KEYS_LEFT, "History of the gap", HISTORY),
    text(cellOf(workings), "Workings"),
    style(rowsOf(workings), "heading"),
    formula(
      cellOf(receipt),
      `=RV.GAPRECEIPT(${TABLE_NAME},${DATA_NAMES.gap},${DATA_NAMES.dates},TRUE)`,
    ),
    style(rowsOf(receipt), KEY),
    formula(
      cellOf(detailed),
      `=RV.ROTATIONSIGNAL(${DATA_NAMES.gap},${ADJUSTED},,${TABLE_NAME},"detail",${DATA_NAMES.dates})`,
    ),
    ...[receipt, detailed].map((part) => format(values(part), WORKING_FORMAT)),
    ...dashboardCharts({ sheet, prefix, rows, about }, LAYOUT, inReceipt, withCharts),
    { kind: "groupRows", sheet, a1: rowsBetween(workings.row + 1, detailed.row + detailed.rows) },
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(LAYOUT.title, LAYOUT.basesChart) },
  ];
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 * @throws WorkbookError when the histories or the assumptions are not there.
 */
export async function addDashboard(workbook: WorkbookPort): Promise<string> {
  const found = await ingredients(workbook, "Dashboard");
  await workbook.change(dashboard(found));
  return found.sheet;
}
