/* The sheet "Dashboard": the signal, the receipt and its chart, all of it formulas over the names. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of, cellA1, rectangleOf } from "../workbook/a1";
import type { Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { markedTitle } from "./illustrative";
import { ingredients, type Ingredients } from "./templateNeeds";
import { sheetWriter } from "./sheetWriter";

/** Columns, from 1. */
const [RECEIPT, DETAIL, CHART] = [1, 7, 11];
const TOP = 6;
/** More than the two results have rows. */
const ROWS = 60;
const WIDTHS = [44, 14, 10, 16, 50, 3, 26, 16, 60];

/** The cells of the two results. */
const block = (column: number, columns: number) => a1Of({ row: TOP, column, rows: ROWS, columns });
const RECEIPT_CELLS = block(RECEIPT, 5);
const DETAIL_CELLS = block(DETAIL, 3);

/** The risk-adjusted gap of the receipt beside, for carry; blank where it is missing. */
const ADJUSTED = `IFNA(VLOOKUP("risk-adjusted gap",${RECEIPT_CELLS},2,FALSE),"")`;

const inDetail = (metric: string, column: 2 | 3) =>
  `VLOOKUP("${metric}",${DETAIL_CELLS},${column},FALSE)`;
const inReceipt = (step: string) => `VLOOKUP("${step}",${RECEIPT_CELLS},2,FALSE)`;

/** The call, never without the examples that it rests on. */
const CALL = `=${inDetail("text", 2)}&IF(${inDetail("example inputs", 2)}="none","",", on example inputs: "&${inDetail("example inputs", 2)})`;
/** One sentence: the gap, its rank, and what carry says after risk. */
const WHY = `="gap "&TEXT(${inReceipt("last")},"0.0")&" bp, wider than "&TEXT(${inDetail("percentile", 2)},"0%")&" of its look-back; "&IFNA(IF(${inReceipt("risk-adjusted gap")}>0,"mortgages","corporates")&" carry "&TEXT(ABS(${inReceipt("risk-adjusted gap")}),"0.0")&" bp more after risk","carry after risk is left out: enter your MBS OAS")`;

/**
 * The changes that add the sheet.
 *
 * @param found - Where the histories stand, and what is said of them.
 * @returns Changes, in order.
 */
function dashboard({ sheet, gap, about, withCharts }: Ingredients): Change[] {
  const cell = (row: number, column: number) => cellA1(row, column);
  const { text, formula, style, format } = sheetWriter(sheet);
  return [
    { kind: "addSheet", name: sheet },
    text(cell(1, 1), markedTitle("MBS and corporates: the gap and the signal", about)),
    style(cell(1, 1), "title"),
    text(
      cell(2, 1),
      "A measurement, not investment advice. Every number is a formula over RV_Assumptions and the sheet of histories.",
    ),
    style(cell(2, 1), "note"),
    text(cell(3, 1), "Call"),
    formula(cell(3, 2), CALL),
    text(cell(4, 1), "Score, −1 corporates to 1 mortgages"),
    formula(cell(4, 2), `=${inDetail("score", 2)}`),
    text(cell(5, 1), "Why"),
    formula(cell(5, 2), WHY),
    formula(
      cell(TOP, RECEIPT),
      `=RV.GAPRECEIPT(${TABLE_NAME},${DATA_NAMES.gap},${DATA_NAMES.dates},TRUE)`,
    ),
    style(a1Of({ row: TOP, column: RECEIPT, rows: 1, columns: 5 }), "heading"),
    format(cell(4, 2), "0.00"),
    ...[RECEIPT + 1, DETAIL + 1].map((column) =>
      format(a1Of({ row: TOP, column, rows: ROWS, columns: 1 }), "0.00"),
    ),
    text(cell(TOP - 1, DETAIL), "What the signal rests on"),
    style(a1Of({ row: TOP - 1, column: DETAIL, rows: 1, columns: 3 }), "heading"),
    formula(
      cell(TOP, DETAIL),
      `=RV.ROTATIONSIGNAL(${DATA_NAMES.gap},${ADJUSTED},,${TABLE_NAME},"detail",${DATA_NAMES.dates})`,
    ),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: TOP, columns: 0 },
    ...(withCharts ? [gapChart(sheet, gap, about)] : []),
  ];
}

/** The name of the chart of the gap. */
export const GAP_CHART = "RV_GapChart";

/**
 * The cells that the chart of the gap draws.
 *
 * @param gap - The cells of the gap.
 * @returns The same with the heading above and the dates before.
 */
export function gapSource(gap: Place): Place {
  const { row, column, rows } = rectangleOf(gap.a1);
  const a1 = a1Of({ row: row - 1, column: column - 1, rows: rows + 1, columns: 2 });
  return { sheet: gap.sheet, a1 };
}

function gapChart(sheet: string, gap: Place, about: string): Change {
  return {
    kind: "addChart",
    chart: {
      name: GAP_CHART,
      title: markedTitle("Gap, MBS − corporate, in basis points", about),
      kind: "line",
      source: gapSource(gap),
      over: { sheet, a1: a1Of({ row: TOP, column: CHART, rows: 18, columns: 8 }) },
    },
  };
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
