import * as Plot from "@observablehq/plot";
import { isoFromSerial } from "../calc/date/serial";
import { daySerial } from "../calc/units";
import { decorative } from "./decorative";

const HEIGHT = 170;

/**
 * A day as the charts take it.
 *
 * @param serial - Excel's number of the day.
 * @returns Midnight, in UTC.
 */
export const dayOfSerial = (serial: number): Date => new Date(isoFromSerial(daySerial(serial)));

/**
 * A drawing of basis points over time.
 *
 * Colours are those of the page, so that the chart follows light, dark and high contrast.
 *
 * @param width - In CSS pixels.
 * @param marks - What is drawn, from back to front.
 * @returns The drawing; the element around it has the words.
 */
export const timePlot = (width: number, marks: Plot.Markish[]): Element =>
  decorative(
    Plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 42,
      marginRight: 12,
      style: { background: "transparent", fontSize: "11px", overflow: "visible" },
      x: { type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 90)) },
      y: { label: "bp", grid: true, nice: true, ticks: 5 },
      marks,
    }),
  );
