/* The charts of the workbook as drawings of the page. */
import * as Plot from "@observablehq/plot";
import {
  dayOfSerial,
  lineMarks,
  timePlot,
  type DayValue,
  type TimePlotLook,
} from "../taskpane/timePlot";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";
import { lastYears, type ChartYears } from "./lastYears";
import { columnPlot, scatterPlot } from "./valuePlot";

const HEIGHT = 185;

/**
 * Draws a chart of the workbook.
 *
 * @param plan - The chart.
 * @param cells - What it draws: headings, then a row a point.
 * @param years - How many years up to the last value it shows, where its x axis is time.
 * @param look - Width and language.
 * @returns The drawing.
 */
export function chartPlot(
  plan: ChartPlan,
  cells: readonly (readonly CellValue[])[],
  years: ChartYears,
  { width, numbers }: Pick<TimePlotLook, "width" | "numbers">,
): Element {
  const look = { width, height: HEIGHT, numbers };
  if (plan.kind === "column") return columnPlot(cells, look);
  if (plan.kind === "scatter") return scatterPlot(cells, look);
  const [headings = []] = cells;
  const points = lastYears(pointsOf(cells, 1), years);
  const guides = guideMarks(plan, cells, years);
  return timePlot(points, [...guides, ...lineMarks(points, numbers)], {
    ...look,
    label: String(headings[1] ?? ""),
  });
}

/** Dashed lines; the dot on the last value is the page's own. */
function guideMarks(
  { lastValue }: ChartPlan,
  cells: readonly (readonly CellValue[])[],
  years: ChartYears,
): Plot.Markish[] {
  const columns = cells[0]?.length ?? 0;
  return Array.from({ length: Math.max(0, columns - (lastValue ? 3 : 2)) }, (_, i) => {
    const guide = lastYears(pointsOf(cells, i + 2), years);
    return Plot.lineY(guide, {
      ...{ x: "day", y: "value", stroke: "currentColor", strokeOpacity: 0.6 },
      strokeDasharray: "4,3",
    });
  });
}

/** Days are serial numbers in the cells. */
const pointsOf = (cells: readonly (readonly CellValue[])[], column: number): DayValue[] =>
  cells.slice(1).flatMap((row) => {
    const [x, y] = [row[0], row[column]];
    return typeof x === "number" && x > 0
      ? [{ day: dayOfSerial(x), value: typeof y === "number" ? y : Number.NaN }]
      : [];
  });
