import * as Plot from "@observablehq/plot";
import { isoFromSerial } from "../../calc/date/serial";
import { band } from "../../calc/history/band";
import { daySerial } from "../../calc/units";
import { decorative } from "../decorative";
import type { GapPoint } from "./loadVerdict";

const HEIGHT = 170;

/**
 * Draws the history of a gap.
 *
 * Colours are those of the page, so that the chart follows light, dark and high contrast.
 *
 * @param history - The points, oldest first; two or more with a gap.
 * @param width - In CSS pixels.
 * @returns The drawing.
 */
export function gapPlot(history: readonly GapPoint[], width: number): Element {
  const points = history.map(({ date, gap }) => ({
    day: new Date(isoFromSerial(daySerial(date))),
    gap: gap ?? Number.NaN,
  }));
  const usual = band(Float64Array.from(points, ({ gap }) => gap));
  const last = points.filter(({ gap }) => !Number.isNaN(gap)).slice(-1);
  const drawing = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 34,
    marginRight: 12,
    style: { background: "transparent", fontSize: "11px", overflow: "visible" },
    x: { type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 90)) },
    y: { label: "bp", grid: true, nice: true, ticks: 5 },
    marks: [
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
    ],
  });
  return decorative(drawing);
}
