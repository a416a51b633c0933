import * as Plot from "@observablehq/plot";
import {
  dayOfSerial,
  lineMarks,
  timePlot,
  type DayValue,
  type TimePlotLook,
} from "../taskpane/timePlot";
import { gapPlot } from "../taskpane/verdict/gapPlot";
import { EARLIER_GAP_CHART, GAP_CHART } from "../templates/dashboard";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";
import { lastYears, type ChartYears } from "./lastYears";

const HEIGHT = 200;

/**
 * Draws a chart of the workbook.
 *
 * @param plan - The chart.
 * @param cells - What it draws: headings, then date serials with their values.
 * @param years - How many years up to the last value it shows.
 * @param look - Width and language.
 * @returns The drawing.
 */
export function chartPlot(
  { kind, name }: ChartPlan,
  cells: readonly (readonly CellValue[])[],
  years: ChartYears,
  { width, numbers }: Pick<TimePlotLook, "width" | "numbers">,
): Element {
  const [[, heading = ""] = []] = cells;
  const all = pointsOf(cells);
  const points = lastYears(all, years);
  const look = { width, height: HEIGHT, label: String(heading), numbers };
  if (kind === "line") {
    return [GAP_CHART, EARLIER_GAP_CHART].includes(name) && known(all) > 1
      ? gapPlot(points, look, all)
      : timePlot(points, lineMarks(points, numbers), look);
  }
  const channels = { x: "day", y: "value", fill: "currentColor" } as const;
  const mark =
    kind === "scatter"
      ? Plot.dot(points, channels)
      : Plot.rectY(points, { ...channels, interval: "month" });
  return timePlot(points, [mark], look);
}

/** Dates are serial numbers in the cells. */
const pointsOf = (cells: readonly (readonly CellValue[])[]): DayValue[] =>
  cells
    .slice(1)
    .flatMap(([x, y]) =>
      typeof x === "number" && x > 0
        ? [{ day: dayOfSerial(x), value: typeof y === "number" ? y : Number.NaN }]
        : [],
    );

const known = (points: readonly DayValue[]): number =>
  points.filter(({ value }) => !Number.isNaN(value)).length;
