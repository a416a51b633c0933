/* The sheet "Published speeds": what the prepayment model says of loans whose speeds were published. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of, absolute } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { FIRST_MONTH, PUBLISHED_SPEEDS, SPEED_YEARS } from "./publishedSpeeds";
import { unitHeadings } from "./look";
import { cellOf, columnsOf, heldCell, pageArea, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";
import { overAssumptions, type OverAssumptions } from "./templateNeeds";

const ROWS = PUBLISHED_SPEEDS.length;
const MONTHS = 12;
/** Where its parts stand: the page in columns A to H, the mortgage rates and what the chart draws to the right. */
const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 8 },
  answer: { row: 2, column: 1, rows: 1, columns: 8 },
  source: { row: 3, column: 1, rows: 1, columns: 8 },
  note: { row: 4, column: 1, rows: 1, columns: 8 },
  /** Headings, units below them, and a row a speed. */
  table: { row: 6, column: 1, rows: 2 + ROWS, columns: 8 },
  chart: { row: 27, column: 1, rows: 17, columns: 8 },
  workings: { row: 5, column: 10, rows: 1, columns: 8 },
  /** A row a month under the first one of the seasons. */
  rates: { row: 6, column: 10, rows: 1 + MONTHS, columns: 4 },
  firstMonth: { row: 20, column: 10, rows: 1, columns: 2 },
  drawn: { row: 6, column: 15, rows: 1 + ROWS, columns: 3 },
} as const;
const WIDTHS = [12, 9, 16, 12, 12, 11, 13, 32, 3, 20, 19, 19, 19, 3, 14, 19, 14];

const COLUMNS = [
  ["Note rate", "a year", "0.0%"],
  ["Age", "months", "0"],
  ["Mortgage rate", "of the 12 months", "0.00%"],
  ["Incentive", "over market", "0.0%"],
  ["Observed", "% CPR", "0.0"],
  ["Model", "% CPR", "0.0"],
  ["Difference", "% CPR", "0.0"],
  ["Source", "", "General"],
] as const;
const [RATE, AGE, MORTGAGE, INCENTIVE, OBSERVED, MODEL, DIFFERENCE, SOURCE] = [
  ...COLUMNS.keys(),
] as [number, number, number, number, number, number, number, number];

const column = (at: number) => columnsOf(LAYOUT.table, at, 2);
const ratesOf = (year: number) => absolute(columnsOf(LAYOUT.rates, 1 + year, 1));

/** How far the model is from what was observed. */
const ANSWER = `="The model misses by "&FIXED(SQRT(SUMSQ(${column(DIFFERENCE)})/COUNT(${column(DIFFERENCE)})),1)&" points of CPR (root mean square); "&SUMPRODUCT(--(ABS(${column(DIFFERENCE)})<=1))&" of "&COUNT(${column(DIFFERENCE)})&" are within 1 point."`;

/** The table: what was observed as values, what the model says as formulas over the assumptions. */
function table(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const at = LAYOUT.table;
  const cell = (i: number, of: number) => cellOf(at, 2 + i, of);
  return [
    ...unitHeadings(sheet, at, COLUMNS),
    ...COLUMNS.map(([, , shown], j) => format(column(j), shown)),
    ...PUBLISHED_SPEEDS.flatMap(({ noteRate, age, year, cpr }, i): Change[] => [
      values(`${cell(i, RATE)}:${cell(i, AGE)}`, [[noteRate, age]]),
      formula(cell(i, MORTGAGE), `=AVERAGE(${ratesOf(year)})`),
      formula(cell(i, INCENTIVE), `=${cell(i, RATE)}-${cell(i, MORTGAGE)}`),
      values(cell(i, OBSERVED), [[cpr]]),
      // What is left of each month multiplies.
      formula(
        cell(i, MODEL),
        `=100*(1-PRODUCT(1-RV.PREPAYCPR(${cell(i, RATE)},${cell(i, AGE)},${ratesOf(year)},${heldCell(LAYOUT.firstMonth, 0, 1)},${TABLE_NAME}))^(1/${MONTHS}))`,
      ),
      formula(cell(i, DIFFERENCE), `=${cell(i, MODEL)}-${cell(i, OBSERVED)}`),
      values(cell(i, SOURCE), [[`Fannie Mae, ${SPEED_YEARS[year]?.months ?? ""}`]]),
    ]),
    style(columnsOf(at, MORTGAGE, 2, 2), "result"),
    style(columnsOf(at, MODEL, 2, 2), "result"),
  ];
}

/** The mortgage rates that the model is given, and what the chart draws. */
function workings(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { rates, firstMonth, drawn } = LAYOUT;
  const years = SPEED_YEARS.map(({ months }) => months);
  return [
    text(cellOf(LAYOUT.workings), "Workings: mortgage rates, and what the chart draws"),
    style(rowsOf(LAYOUT.workings), "heading"),
    values(a1Of(rates), [
      ["Month", ...years],
      ...Array.from({ length: MONTHS }, (_, i) => [
        i + 1,
        ...SPEED_YEARS.map((year) => year.rates[i] ?? ""),
      ]),
    ]),
    style(rowsOf(rates), "heading"),
    format(columnsOf(rates, 1, 1, years.length), "0.00%"),
    values(rowsOf(firstMonth), [["First month of the seasons", FIRST_MONTH]]),
    values(rowsOf(drawn), [["Note rate (%)", "Observed (% CPR)", "Model (% CPR)"]]),
    style(rowsOf(drawn), "heading"),
    formula(cellOf(drawn, 1), `=100*${column(RATE)}`),
    formula(cellOf(drawn, 1, 1), `=${column(OBSERVED)}`),
    formula(cellOf(drawn, 1, 2), `=${column(MODEL)}`),
    format(columnsOf(drawn, 0, 1, 3), "0.0"),
  ];
}

function publishedSpeedsSheet({ sheet, prefix, withCharts }: OverAssumptions): Change[] {
  const { text, formula, style } = sheetWriter(sheet);
  const { title, answer, source, note, chart } = LAYOUT;
  return [
    { kind: "addSheet", name: sheet },
    text(cellOf(title), "The prepayment model beside published speeds"),
    style(cellOf(title), "title"),
    formula(cellOf(answer), ANSWER),
    style(cellOf(answer), "answer"),
    text(
      cellOf(source),
      "Observed: from Fannie Mae's counts of loans paid off, plus 0.3% assumed for curtailments. Rates: Freddie Mac's survey.",
    ),
    style(cellOf(source), "note"),
    text(
      cellOf(note),
      "The model by the dials of your assumptions. The dials of this add-in were fitted to such counts: no forecast was tested.",
    ),
    style(cellOf(note), "note"),
    ...table(sheet),
    ...workings(sheet),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: LAYOUT.table.row + 1, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, chart) },
    ...(withCharts
      ? [
          {
            kind: "addChart",
            chart: {
              name: `${prefix}_speeds`,
              title: "Speeds by note rate, in percent CPR",
              kind: "scatter",
              source: { sheet, a1: a1Of(LAYOUT.drawn) },
              over: { sheet, a1: a1Of(chart) },
            },
          } satisfies Change,
        ]
      : []),
  ];
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 * @throws WorkbookError when the assumptions are not there.
 */
export async function addPublishedSpeeds(workbook: WorkbookPort): Promise<string> {
  const found = await overAssumptions(workbook, "Published speeds", "the published speeds need");
  await workbook.change(publishedSpeedsSheet(found));
  return found.sheet;
}
