import * as Plot from "@observablehq/plot";
import { isoFromSerial } from "../../calc/date/serial";
import { daySerial } from "../../calc/units";
import { decorative } from "../decorative";

const HEIGHT = 170;

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
 * Colours are those of the page, so that the chart follows light, dark and high contrast.
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
  const days = points.map(({ date, value }) => ({
    day: new Date(isoFromSerial(daySerial(date))),
    value,
  }));
  const channels = { x: "day", y: "value" };
  const drawing = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 12,
    style: { background: "transparent", fontSize: "11px", overflow: "visible" },
    x: { type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 90)) },
    y: { label: "bp", grid: true, nice: true, ticks: 4 },
    marks: [
      Plot.ruleY([0], { stroke: "currentColor", strokeDasharray: "3,3" }),
      kind === "line"
        ? Plot.lineY(days, { ...channels, stroke: "currentColor", strokeWidth: 1.5 })
        : Plot.areaY(days, { ...channels, fill: "currentColor", fillOpacity: 0.3 }),
    ],
  });
  return decorative(drawing);
}
