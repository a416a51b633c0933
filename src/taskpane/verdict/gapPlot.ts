import * as Plot from "@observablehq/plot";
import { band } from "../../calc/history/band";
import { dayOfSerial, timePlot } from "../timePlot";
import type { GapPoint } from "./gapPoint";

/**
 * Draws the history of a gap.
 *
 * @param history - The points, oldest first; two or more with a gap.
 * @param width - In CSS pixels.
 * @returns The drawing.
 */
export function gapPlot(history: readonly GapPoint[], width: number): Element {
  const points = history.map(({ date, gap }) => ({
    day: dayOfSerial(date),
    gap: gap ?? Number.NaN,
  }));
  const usual = band(Float64Array.from(points, ({ gap }) => gap));
  const last = points.filter(({ gap }) => !Number.isNaN(gap)).slice(-1);
  return timePlot(width, [
    Plot.rectY([usual], {
      y1: "low",
      y2: "high",
      fill: "currentColor",
      fillOpacity: 0.1,
    }),
    Plot.ruleY([usual], { y: "centre", stroke: "currentColor", strokeDasharray: "3,3" }),
    Plot.lineY(points, { x: "day", y: "gap", stroke: "currentColor", strokeWidth: 1.5 }),
    Plot.dot(last, { x: "day", y: "gap", r: 4, fill: "currentColor" }),
    Plot.text(last, {
      x: "day",
      y: "gap",
      text: ({ gap }: { gap: number }) => gap.toFixed(1),
      dy: -10,
      fill: "currentColor",
      fontWeight: "bold",
      stroke: "var(--pane-ground, white)",
      strokeWidth: 3,
    }),
  ]);
}
