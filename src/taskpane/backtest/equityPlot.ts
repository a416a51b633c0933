import * as Plot from "@observablehq/plot";
import { dayOfSerial, timePlot } from "../timePlot";

/** A result on a day; NaN where there is none. */
export interface ResultPoint {
  /** Excel's date serial. */
  readonly date: number;
  /** Basis points. */
  readonly value: number;
}

/**
 * Draws a result in basis points over time, with the line at 0.
 *
 * @param points - Oldest first.
 * @param kind - A line, or an area down from 0.
 * @param width - In CSS pixels.
 * @returns The drawing.
 */
export function equityPlot(
  points: readonly ResultPoint[],
  kind: "line" | "area",
  width: number,
): Element {
  const days = points.map(({ date, value }) => ({ day: dayOfSerial(date), value }));
  const channels = { x: "day", y: "value" };
  return timePlot(width, [
    Plot.ruleY([0], { stroke: "currentColor", strokeDasharray: "3,3" }),
    kind === "line"
      ? Plot.lineY(days, { ...channels, stroke: "currentColor", strokeWidth: 1.5 })
      : Plot.areaY(days, { ...channels, fill: "currentColor", fillOpacity: 0.3 }),
  ]);
}
