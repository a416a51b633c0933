import * as Plot from "@observablehq/plot";
import { band } from "../../calc/history/band";
import { lineMarks, timePlot, type DayValue, type TimePlotLook } from "../timePlot";

/**
 * Draws the history of a gap over its usual range.
 *
 * @param points - The gap in basis points, oldest first; two or more of them known.
 * @param look - Size, label and language.
 * @param of - The values that the usual range is that of; those that are drawn where omitted.
 * @returns The drawing: the line, its mean and one standard deviation on either side, and the last value.
 */
export function gapPlot(
  points: readonly DayValue[],
  look: TimePlotLook,
  of: readonly DayValue[] = points,
): Element {
  const usual = band(Float64Array.from(of, ({ value }) => value));
  const range = { y1: "low", y2: "high", fill: "currentColor", fillOpacity: 0.1 } as const;
  return timePlot(
    points,
    [
      Plot.rectY([usual], range),
      Plot.ruleY([usual], { y: "centre", stroke: "currentColor", strokeDasharray: "3,3" }),
      ...lineMarks(points, look.numbers),
    ],
    look,
  );
}
