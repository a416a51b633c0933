/* The charts of the sheet "Dashboard" and the cells that they draw: the gap, its z-score, its three bases. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of, type Rectangle } from "../workbook/a1";
import type { Change, ChartPlan } from "../workbook/workbookPort";
import { DATA_NAMES, lastOf } from "./dataNames";
import { addPart, withRows, type HistoryPart } from "./historyParts";
import { markedTitle } from "./illustrative";
import { KEY, SPREAD } from "./look";
import { cellOf, columnsOf, heldCell, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/** Where they stand: charts on the page, what they draw to the right of it. */
export interface DashboardCharts {
  readonly gapChart: Rectangle;
  /** Each with a row of words above its chart. */
  readonly zWords: Rectangle;
  readonly zChart: Rectangle;
  readonly basesWords: Rectangle;
  readonly basesChart: Rectangle;
  /** Headings; as many rows below as the histories. */
  readonly gapLine: Rectangle;
  readonly zLine: Rectangle;
  /** Heading and a row a basis. */
  readonly drawnBases: Rectangle;
  /** Label and number. */
  readonly lookBack: Rectangle;
}

/** The bases of the gap: what the page calls each, and its row of the receipt. */
const BASES = [
  ["Nominal", "nominal gap"],
  ["Option-adjusted", "option-adjusted gap"],
  ["Risk-adjusted", "risk-adjusted gap"],
] as const;

/**
 * The changes that add the charts and what they draw.
 *
 * @param on - The sheet, what its names begin with, the rows of the histories and what is said of them.
 * @param layout - Where everything stands.
 * @param inReceipt - The expression of a row of the gap's receipt.
 * @param withCharts - Whether the host draws charts.
 * @returns Changes, in order.
 */
export function dashboardCharts(
  on: {
    readonly sheet: string;
    readonly prefix: string;
    readonly rows: number;
    readonly about: string;
  },
  layout: DashboardCharts,
  inReceipt: (step: string) => string,
  withCharts: boolean,
): Change[] {
  const { sheet, prefix, rows, about } = on;
  const line = (at: Rectangle) => ({
    kind: "line" as const,
    lastValue: true as const,
    source: withRows({ sheet, a1: rowsOf(at) }, rows),
  });
  const chart = (
    name: HistoryPart | "bases",
    title: string,
    over: Rectangle,
    plan: Pick<ChartPlan, "kind" | "source" | "lastValue">,
  ): Change => ({
    kind: "addChart",
    chart: {
      name: `${prefix}_${name}`,
      title: markedTitle(title, about),
      over: { sheet, a1: a1Of(over) },
      ...plan,
    },
  });
  return [
    ...gapLine(sheet, prefix, layout.gapLine, rows),
    ...lookBack(sheet, layout.lookBack),
    ...zLine(sheet, prefix, layout, rows),
    ...bases(sheet, layout, inReceipt),
    ...(withCharts
      ? [
          chart(
            "gap",
            "Gap, MBS − corporate, in basis points",
            layout.gapChart,
            line(layout.gapLine),
          ),
          chart(
            "z",
            "The gap's z-score, in standard deviations",
            layout.zChart,
            line(layout.zLine),
          ),
          chart("bases", "The gap on three bases, in basis points", layout.basesChart, {
            kind: "column",
            source: { sheet, a1: a1Of(layout.drawnBases) },
          }),
        ]
      : []),
  ];
}

/** As many rows as the histories, all of a number. */
const level = (figure: string) => `=0*${DATA_NAMES.dates}+${figure}`;

/** The gap row by row with its mean and one standard deviation on either side, over all of its rows. */
function gapLine(sheet: string, prefix: string, at: Rectangle, rows: number): Change[] {
  const { dates, gap } = DATA_NAMES;
  // Of the values that are there: a day without a quote is #N/A in the gap.
  const [mean, deviation] = [`AGGREGATE(1,6,${gap})`, `AGGREGATE(7,6,${gap})`];
  return addPart(sheet, prefix, "gap", at, rows, [
    ["Date", `=${dates}`],
    ["Gap (bp)", `=${gap}`],
    ["Mean (bp)", level(mean)],
    ["One deviation below (bp)", level(`${mean}-${deviation}`)],
    ["One deviation above (bp)", level(`${mean}+${deviation}`)],
    ["Last (bp)", lastOf(gap)],
  ]);
}

/** Rows of the histories that the look-back of the assumptions is: 252, 52, 12 or 4 a year. */
function lookBack(sheet: string, at: Rectangle): Change[] {
  const { text, formula, format, style } = sheetWriter(sheet);
  const { dates } = DATA_NAMES;
  const spacing = `(MAX(${dates})-MIN(${dates}))/MAX(1,COUNT(${dates})-1)`;
  const aYear = `LOOKUP(${spacing},{0,4.5,18,60},{252,52,12,4})`;
  return [
    text(cellOf(at), "Rows of the look-back"),
    formula(cellOf(at, 0, 1), `=ROUND(RV.ASSUMPTION(${TABLE_NAME},"windowMonths")*${aYear}/12,0)`),
    format(cellOf(at, 0, 1), "0"),
    style(cellOf(at), KEY),
  ];
}

/** The z-score of each row against the look-back before it: no row knows of later ones. */
function zLine(
  sheet: string,
  prefix: string,
  { zLine: at, zWords, lookBack: window }: DashboardCharts,
  rows: number,
): Change[] {
  const { formula, style } = sheetWriter(sheet);
  const { dates, gap } = DATA_NAMES;
  const before = heldCell(window, 0, 1);
  const z = `RV.ROLLINGZ(${gap},${before})`;
  return [
    formula(
      cellOf(zWords),
      `=IF(COUNT(${gap})>${before},"z-score of the gap against the "&${before}&" rows before each","z-score: not known, it needs "&(${before}+1)&" values")`,
    ),
    style(rowsOf(zWords), "heading"),
    ...addPart(sheet, prefix, "z", at, rows, [
      ["Date", `=${dates}`],
      ["z-score (deviations)", `=${z}`],
      ["Two below", level("-2")],
      ["The mean", level("0")],
      ["Two above", level("2")],
      ["Last z-score", lastOf(z)],
    ]),
  ];
}

/** The three gaps; one that is not known has a word instead of a bar. */
function bases(
  sheet: string,
  { drawnBases: at, basesWords }: DashboardCharts,
  inReceipt: (step: string) => string,
): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const gapOf = (i: number) => cellOf(at, 1 + i, 1);
  const missing = BASES.map(
    ([label], i) => `IF(ISNUMBER(${gapOf(i)}),"","${label.toLowerCase()}")`,
  ).join(",");
  const gaps = columnsOf(at, 1, 1);
  return [
    values(rowsOf(at), [["Basis", "Gap (bp)"]]),
    style(rowsOf(at), "heading"),
    ...BASES.flatMap(([label, step], i): Change[] => [
      formula(cellOf(at, 1 + i), `=IF(ISNUMBER(${gapOf(i)}),"${label}","${label}: not known")`),
      formula(gapOf(i), `=IF(ISNUMBER(${inReceipt(step)}),${inReceipt(step)},NA())`),
    ]),
    format(gaps, SPREAD.format),
    formula(
      cellOf(basesWords),
      `=IF(COUNT(${gaps})=${BASES.length},"The gap on three bases","Not known: "&TEXTJOIN(", ",TRUE,${missing}))`,
    ),
    style(rowsOf(basesWords), "heading"),
  ];
}
