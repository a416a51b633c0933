import * as Plot from "@observablehq/plot";
import { lineMarks, timePlot, type DayValue, type TimePlotLook } from "../timePlot";

/**
 * Draws a result in basis points over time, with the line at 0.
 *
 * @param points - Oldest first.
 * @param kind - A line, or an area down from 0.
 * @param look - Size, label and language.
 * @returns The drawing.
 */
export function equityPlot(
  points: readonly DayValue[],
  kind: "line" | "area",
  look: TimePlotLook,
): Element {
  const area = { x: "day", y: "value", fill: "currentColor", fillOpacity: 0.3 } as const;
  return timePlot(
    points,
    [
      Plot.ruleY([0], { stroke: "currentColor", strokeDasharray: "3,3" }),
      ...(kind === "area" ? [Plot.areaY(points, area)] : []),
      ...lineMarks(points, look.numbers),
    ],
    look,
  );
}
