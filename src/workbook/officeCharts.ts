/* Charts, as requests to Excel. */
import { a1Of, rectangleOf } from "./a1";
import { CHART_COLORS, CHART_GUIDE } from "./cellLooks";
import { rangeOf, sheetOf } from "./officeRanges";
import type { ChartPlan, ChartSource, Place } from "./workbookPort";

/** What Excel calls the kinds of charts. */
const CHART_TYPES = { line: "Line", scatter: "XYScatter", column: "ColumnClustered" } as const;
/** Shapes tell the series of a scatter chart apart without colour. */
const MARKERS = ["Circle", "Diamond", "Triangle", "Square"] as const;

/**
 * Lets charts draw other cells.
 *
 * @param context - Excel's context; it is synchronised.
 * @param sourceOf - The cells of a chart, with a heading and the column of x before the others.
 */
export async function pointCharts(
  context: Excel.RequestContext,
  sourceOf: ChartSource,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const { items } = worksheets;
  for (const { charts } of items) charts.load("items/name,items/id");
  await context.sync();
  const pointed = items.flatMap((sheet) =>
    sheet.charts.items.flatMap((chart) => {
      const source = sourceOf(chart.name, sheet.name);
      return source === null ? [] : [{ chart, source }];
    }),
  );
  for (const { chart } of pointed) chart.series.load("count");
  await context.sync();
  for (const { chart, source } of pointed) point(context, chart, source);
  await context.sync();
}

/** A user may have taken lines away, or all of them. */
function point(context: Excel.RequestContext, chart: Excel.Chart, { sheet, a1 }: Place): void {
  const { row, column, rows, columns } = rectangleOf(a1);
  const below = (at: number) =>
    rangeOf(context, { sheet, a1: a1Of({ row: row + 1, column: at, rows: rows - 1, columns: 1 }) });
  for (let i = 0; i < Math.min(columns - 1, chart.series.count); i++) {
    const line = chart.series.getItemAt(i);
    line.setValues(below(column + 1 + i));
    line.setXAxisValues(below(column));
  }
}

/**
 * Queues what adds a chart: a line for each column but the first, which is the x axis. Excel would guess, and
 * take dates for one.
 *
 * @param context - Excel's context.
 * @param plan - The chart.
 */
export function addChart(context: Excel.RequestContext, plan: ChartPlan): void {
  const { row, column, rows, columns } = rectangleOf(plan.source.a1);
  const part = (cells: { row: number; column: number; rows: number; columns: number }) =>
    rangeOf(context, { sheet: plan.source.sheet, a1: a1Of(cells) });
  const lines = part({ row, column: column + 1, rows, columns: columns - 1 });
  const chart = sheetOf(context, plan.over.sheet).charts.add(
    CHART_TYPES[plan.kind],
    lines,
    "Columns",
  );
  chart.name = plan.name;
  chart.title.text = plan.title;
  // Its cells may stand beside workings that are folded away.
  chart.plotVisibleOnly = false;
  const x = part({ row: row + 1, column, rows: rows - 1, columns: 1 });
  for (let i = 0; i < columns - 1; i++) {
    const series = chart.series.getItemAt(i);
    series.setXAxisValues(x);
    drawAs(series, plan, i, columns - 2);
  }
  const [first = plan.over.a1, last = first] = plan.over.a1.split(":");
  chart.setPosition(first, last);
}

/** How a series is drawn, by its place among those of the chart. */
function drawAs(
  series: Excel.ChartSeries,
  { kind, lastValue }: ChartPlan,
  i: number,
  last: number,
): void {
  const color = CHART_COLORS[i % CHART_COLORS.length];
  const marker = { markerForegroundColor: color, markerBackgroundColor: color };
  if (kind === "column") {
    series.format.fill.setSolidColor(color ?? CHART_GUIDE);
    series.hasDataLabels = true;
  } else if (kind === "scatter") {
    Object.assign(series, { ...marker, markerStyle: MARKERS[i % MARKERS.length], markerSize: 7 });
  } else if (lastValue && i === last) {
    const [ink] = CHART_COLORS;
    Object.assign(series, { markerForegroundColor: ink, markerBackgroundColor: ink });
    Object.assign(series, { markerStyle: "Circle", markerSize: 7, hasDataLabels: true });
  } else if (i > 0) {
    Object.assign(series.format.line, { color: CHART_GUIDE, lineStyle: "Dash", weight: 0.75 });
  } else series.format.line.color = CHART_COLORS[0];
}
