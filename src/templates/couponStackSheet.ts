/* The sheet "Coupon stack": mortgage coupons side by side on the curve and the model of the assumptions. */
import { TABLE_NAME } from "../assumptions/table";
import { shortName } from "../assumptions/shortName";
import { a1Of, absolute, type Rectangle } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { EXAMPLE_STACK, LAYOUT, TENORS, WIDTHS, type StackPool } from "./couponStackLayout";
import { exampleLine, isExample } from "./exampleInputs";
import { ILLUSTRATIVE } from "./illustrative";
import { KEY, unitHeadings } from "./look";
import { cellOf, columnsOf, pageArea, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";
import { overAssumptions, type OverAssumptions } from "./templateNeeds";

/** A column of the page: heading, unit and number format. */
type Column = readonly [heading: string, unit: string, format: string];

const POOLS: readonly Column[] = [
  ["Coupon", "a year", "0.00%"],
  ["Price", "per 100", "0.00"],
  ["WAC", "a year", "0.00%"],
  ["WAM", "months", "0"],
  ["Age", "months", "0"],
];
/** What the page shows of the stack, each with its column there, from 0. */
const RESULTS: readonly (readonly [...column: Column, of: number])[] = [
  ["Yield", "a year", "0.00%", 1],
  ["WAL", "years", "0.0", 2],
  ["OAS", "bp", "0.0", 4],
  ["Option cost", "bp", "0.0", 5],
  ["Duration", "years", "0.00", 6],
  ["Convexity", "years²", "0", 7],
];
/** Columns of the spilled stack, from 0. */
const [OAS, DURATION] = [4, 6];

/** A column of the pools or of the stack, without its headings. */
const pools = (column: number) => columnsOf(LAYOUT.pools, column, 2);
const stacked = (column: number) => columnsOf(LAYOUT.stack, column, 1);
const whose = columnsOf(LAYOUT.whose, 0, 2);
const coupon = (of: string) => `TEXT(${of},"0.0#%")`;

/** Which coupon is cheapest by OAS, and how far the coupons lie apart. */
function answer(): string {
  const oas = stacked(OAS);
  const [most, least] = [`AGGREGATE(4,6,${oas})`, `AGGREGATE(5,6,${oas})`];
  const cheapest = coupon(`INDEX(${pools(0)},MATCH(${most},${oas},0))`);
  return `=IF(COUNT(${oas})=0,"Not known: see the workings on the right.","Cheapest by OAS"&IF(LEFT(${cellOf(LAYOUT.examples)},11)="On example ",", on example inputs","")&": "&${cheapest}&" at "&FIXED(${most},0)&" bp; "&COUNT(${oas})&" coupons from "&FIXED(${least},0)&" to "&FIXED(${most},0)&" bp.")`;
}

/** The examples that the stack is made from. */
function examples(): string {
  const curve = TENORS.map((tenor) => isExample(`ust${tenor}`)).join(",");
  return exampleLine(
    `TEXTJOIN(", ",TRUE,IF(COUNTIF(${whose},"example")>0,"the coupons",""),IF(OR(${curve}),"Treasury curve",""),IF(${isExample("rateVol")},"${shortName("rateVol")}",""))`,
  );
}

const numbersOf = ({ coupon: rate, price, wac, wam, age }: StackPool): number[] => [
  rate,
  price,
  wac,
  wam,
  age,
];

/** The pools as inputs, and whose each row is: one that is typed over is the user's. */
function inputs(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const inOne = [0, 1, 2, 3, 4].map(pools).join('&"|"&');
  const made = EXAMPLE_STACK.map((pool) => `"${numbersOf(pool).join("|")}"`).join(",");
  return [
    ...unitHeadings(sheet, LAYOUT.pools, POOLS),
    ...unitHeadings(sheet, LAYOUT.whose, [["Whose", ""]]),
    values(rowsOf(LAYOUT.pools, 2, EXAMPLE_STACK.length), EXAMPLE_STACK.map(numbersOf)),
    // One formula for all rows: those that the user inserts have it too.
    formula(
      cellOf(LAYOUT.whose, 2),
      `=IF(${pools(0)}="","",IF(ISNUMBER(MATCH(${inOne},{${made}},0)),"example","yours"))`,
    ),
    style(rowsOf(LAYOUT.pools, 2, EXAMPLE_STACK.length), "input"),
    ...POOLS.map(([, , shown], j) => format(pools(j), shown)),
  ];
}

/** What the page shows of the stack; a coupon without a price is not known. */
function results(sheet: string): Change[] {
  const { formula, style, format } = sheetWriter(sheet);
  return [
    ...unitHeadings(sheet, LAYOUT.results, RESULTS),
    style(rowsOf(LAYOUT.results, 2, EXAMPLE_STACK.length), "result"),
    ...RESULTS.flatMap(([, , shown, of], j) => [
      formula(
        cellOf(LAYOUT.results, 2, j),
        `=IFNA(IF(${stacked(of)}="","not known",${stacked(of)}),"not known")`,
      ),
      format(columnsOf(LAYOUT.results, j, 2), shown),
    ]),
  ];
}

/** The curve, the whole stack, and what the charts draw of it. */
function workings(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { curve, stack, drawnOas, drawnDuration } = LAYOUT;
  const par = columnsOf(curve, 1, 1);
  const points = absolute(rowsOf(curve, 1, TENORS.length));
  const drawn = (at: Rectangle, heading: string, of: number, shown: string): Change[] => [
    values(rowsOf(at), [["Coupon", heading]]),
    style(rowsOf(at), "heading"),
    formula(cellOf(at, 1), `=IF(${pools(0)}="","",${coupon(pools(0))})`),
    formula(cellOf(at, 1, 1), `=IF(ISNUMBER(${stacked(of)}),${stacked(of)},NA())`),
    format(columnsOf(at, 1, 1), shown),
  ];
  return [
    text(cellOf(LAYOUT.workings), "Workings"),
    style(rowsOf(LAYOUT.workings), "heading"),
    values(rowsOf(curve), [["Tenor (years)", "Par yield"]]),
    values(
      columnsOf(curve, 0, 1),
      TENORS.map((tenor) => [tenor]),
    ),
    ...TENORS.map((tenor, i) =>
      formula(cellOf(curve, 1 + i, 1), `=RV.ASSUMPTION(${TABLE_NAME},"ust${tenor}")`),
    ),
    format(par, "0.00%"),
    formula(
      cellOf(stack),
      `=RV.COUPONSTACK(${[0, 1, 2, 3, 4].map(pools).join(",")},${points},${TABLE_NAME},TRUE)`,
    ),
    style(rowsOf(stack), KEY),
    format(columnsOf(stack, 0, 1, 8), "0.00"),
    format(columnsOf(stack, 1, 1), "0.00%"),
    ...drawn(drawnOas, "OAS (bp)", OAS, "0.0"),
    ...drawn(drawnDuration, "Effective duration (years)", DURATION, "0.0"),
  ];
}

function couponStackSheet({ sheet, prefix, withCharts }: OverAssumptions): Change[] {
  const { text, formula, style } = sheetWriter(sheet);
  const { title, note, drawnOas, drawnDuration, oasChart, durationChart } = LAYOUT;
  const chart = (name: string, words: string, source: Rectangle, over: Rectangle): Change => ({
    kind: "addChart",
    chart: {
      name: `${prefix}_${name}`,
      title: `${ILLUSTRATIVE}: ${words}`,
      kind: "column",
      source: { sheet, a1: a1Of(source) },
      over: { sheet, a1: a1Of(over) },
    },
  });
  return [
    { kind: "addSheet", name: sheet },
    formula(
      cellOf(title),
      `=IF(COUNTIF(${whose},"example")>0,"${ILLUSTRATIVE}: ","")&"Coupon stack: 30-year mortgages side by side"`,
    ),
    style(cellOf(title), "title"),
    formula(cellOf(LAYOUT.answer), answer()),
    style(cellOf(LAYOUT.answer), "answer"),
    formula(cellOf(LAYOUT.examples), examples()),
    style(cellOf(LAYOUT.examples), "note"),
    text(
      cellOf(note),
      "By the prepayment model of the assumptions. Not investment advice. Type over the cells in blue; insert rows between them.",
    ),
    style(cellOf(note), "note"),
    ...inputs(sheet),
    ...results(sheet),
    ...workings(sheet),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, durationChart) },
    ...(withCharts
      ? [
          chart("oas", "OAS by coupon, in basis points", drawnOas, oasChart),
          chart("duration", "Effective duration by coupon, in years", drawnDuration, durationChart),
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
export async function addCouponStack(workbook: WorkbookPort): Promise<string> {
  const found = await overAssumptions(workbook, "Coupon stack", "the coupon stack needs");
  await workbook.change(couponStackSheet(found));
  return found.sheet;
}
