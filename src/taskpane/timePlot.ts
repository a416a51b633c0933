import * as Plot from "@observablehq/plot";
import { isoFromSerial } from "../calc/date/serial";
import { daySerial } from "../calc/units";
import { decorative } from "./decorative";
import { writeNumber, type NumberStyle } from "./numbers";

/** A value on a day; NaN where there is none. */
export interface DayValue {
  readonly day: Date;
  readonly value: number;
}

/** How a drawing over time looks. */
export interface TimePlotLook {
  /** In CSS pixels. */
  readonly width: number;
  readonly height?: number;
  /** What the values are, at the top of their axis. */
  readonly label: string;
  readonly numbers: NumberStyle;
}

const HEIGHT = 170;
/** Pixels that a year, or a month and its year, take on the axis. */
const TICK_WIDTH = { year: 60, month: 90 };
/** Years from which on the axis shows no months. */
const MANY_YEARS = 4;
const YEAR_MS = 365.25 * 86_400_000;
const Y_TICKS = 5;

/**
 * A day as the charts take it.
 *
 * @param serial - Excel's number of the day.
 * @returns Midnight, in UTC.
 */
export const dayOfSerial = (serial: number): Date => new Date(isoFromSerial(daySerial(serial)));

/**
 * A drawing of values over time.
 *
 * Colours are those of the page, so that the chart follows light, dark and high contrast.
 *
 * @param points - The values, oldest first.
 * @param marks - What is drawn, from back to front.
 * @param look - Size, label and language.
 * @returns The drawing; the element around it has the words.
 */
export function timePlot(
  points: readonly DayValue[],
  marks: Plot.Markish[],
  { width, height = HEIGHT, label, numbers }: TimePlotLook,
): Element {
  const [first, last] = [points[0], points.at(-1)];
  const years = first && last ? (last.day.getTime() - first.day.getTime()) / YEAR_MS : 0;
  const step = years >= MANY_YEARS ? "year" : "month";
  const dates = new Intl.DateTimeFormat(numbers.locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(step === "year" ? {} : { month: "short" }),
  });
  const spread = extent(points);
  // Ticks are at 1, 2 or 5 times a power of ten.
  const digits = Math.max(0, -Math.floor(Math.log10(spread / Y_TICKS)));
  return decorative(
    Plot.plot({
      width,
      height,
      marginLeft: 42,
      marginRight: 36,
      style: { background: "transparent", fontSize: "11px", overflow: "visible" },
      x: {
        type: "utc",
        label: null,
        ticks: Math.max(2, Math.floor(width / TICK_WIDTH[step])),
        tickFormat: (day: Date) => dates.format(day),
      },
      y: {
        label,
        grid: true,
        nice: true,
        ticks: Y_TICKS,
        tickFormat: (value: number) => writeNumber(value, digits, numbers),
      },
      marks,
    }),
  );
}

/** How far the values reach, never 0. */
function extent(points: readonly DayValue[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { value } of points) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const spread = high - low;
  return Number.isFinite(spread) && spread > 0 ? spread : 1;
}

/**
 * A line with its last value, and the value at the pointer.
 *
 * @param points - The values, oldest first.
 * @param numbers - The language.
 * @returns What is drawn.
 */
export function lineMarks(points: readonly DayValue[], numbers: NumberStyle): Plot.Markish[] {
  const channels = { x: "day", y: "value" } as const;
  const last = points.filter(({ value }) => !Number.isNaN(value)).slice(-1);
  const halo = { fill: "currentColor", stroke: "var(--pane-ground, Canvas)", strokeWidth: 3 };
  const text = ({ value }: DayValue) => writeNumber(value, 1, numbers);
  const dates = new Intl.DateTimeFormat(numbers.locale, { dateStyle: "medium", timeZone: "UTC" });
  const atPointer = Plot.pointerX({ ...channels });
  return [
    Plot.lineY(points, { ...channels, stroke: "currentColor", strokeWidth: 1.5 }),
    Plot.dot(last, { ...channels, r: 4, fill: "currentColor" }),
    Plot.text(last, { ...channels, ...halo, text, dx: 8, textAnchor: "start", fontWeight: "bold" }),
    Plot.dot(points, { ...atPointer, r: 3, stroke: "currentColor" }),
    Plot.text(points, {
      ...Plot.pointerX({ px: "day", py: "value" }),
      ...halo,
      frameAnchor: "top-right",
      dy: -8,
      text: (point: DayValue) => `${dates.format(point.day)}  ${text(point)}`,
    }),
  ];
}
