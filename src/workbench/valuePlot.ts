/* Charts whose x axis is no time: a bar a category, and points by two numbers. */
import * as Plot from "@observablehq/plot";
import { decorative } from "../taskpane/decorative";
import { writeNumber, type NumberStyle } from "../taskpane/numbers";
import type { CellValue } from "../workbook/workbookPort";

/** How large a drawing is, and in which language its numbers are. */
interface ValuePlotLook {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly numbers: NumberStyle;
}

const HALO = { fill: "currentColor", stroke: "var(--pane-ground, Canvas)", strokeWidth: 3 };
const Y_TICKS = 5;
const MARGINS = { marginLeft: 42, marginRight: 12, marginTop: 26 };
/** Pixels of a letter's height, in which lines of words are measured. */
const EM = 11;
/** Shapes tell series apart without colour; in words the same. */
const SHAPES = [
  { symbol: "circle", sign: "●", fill: "currentColor" },
  { symbol: "diamond", sign: "◇", fill: "none" },
  { symbol: "triangle", sign: "△", fill: "none" },
  { symbol: "square", sign: "□", fill: "none" },
] as const;

/** Numbers of a chart: two decimals only where they are small. */
const written = (value: number, values: readonly number[], numbers: NumberStyle): string =>
  writeNumber(value, Math.max(...values.map(Math.abs)) < 10 ? 2 : 1, numbers);

/**
 * Draws a bar for each category, with its number; one without a value has its words alone.
 *
 * @param cells - Headings, then a row a category: its words and its value.
 * @param look - Size and language.
 * @returns The drawing; the element around it has the words.
 */
export function columnPlot(
  [headings = [], ...rows]: readonly (readonly CellValue[])[],
  { width, height, numbers }: ValuePlotLook,
): Element {
  const all = rows.map(([name = "", value]) => ({
    name: String(name),
    value: typeof value === "number" ? value : NaN,
  }));
  const room = (width - MARGINS.marginLeft - MARGINS.marginRight) / Math.max(1, all.length);
  const known = all.filter(({ value }) => !Number.isNaN(value));
  const values = known.map(({ value }) => value);
  const label = {
    ...{ x: "name", y: "value", ...HALO },
    text: ({ value }: { value: number }) => written(value, values, numbers),
  };
  return decorative(
    Plot.plot({
      ...{ width, height, ...MARGINS, marginBottom: 42 },
      style: { background: "transparent", fontSize: "11px", overflow: "visible" },
      x: { type: "band", label: null, domain: all.map(({ name }) => name), padding: 0.35 },
      y: yAxis(String(headings[1] ?? ""), numbers),
      marks: [
        Plot.axisX({ lineWidth: room / EM, tickSize: 0 }),
        Plot.barY(known, { x: "name", y: "value", fill: "currentColor", fillOpacity: 0.45 }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.text(
          known.filter(({ value }) => value >= 0),
          { ...label, dy: -8 },
        ),
        Plot.text(
          known.filter(({ value }) => value < 0),
          { ...label, dy: 8 },
        ),
      ],
    }),
  );
}

/** A point of one series. */
interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly series: number;
}

/**
 * Draws points of several series, and the values of the one at the pointer.
 *
 * @param cells - Headings, then a row for each x: x and a value a series.
 * @param look - Size and language.
 * @returns The drawing; the element around it has the words.
 */
export function scatterPlot(
  [headings = [], ...rows]: readonly (readonly CellValue[])[],
  { width, height, numbers }: ValuePlotLook,
): Element {
  const names = headings.slice(1).map(String);
  const points = rows.flatMap(([x, ...values]) =>
    values.flatMap((y, series): ScatterPoint[] =>
      typeof x === "number" && typeof y === "number" ? [{ x, y, series }] : [],
    ),
  );
  const shapeOf = (series: number) => SHAPES[series % SHAPES.length] ?? SHAPES[0];
  const legend = names.map((name, i) => `${shapeOf(i).sign} ${name}`).join("   ");
  return decorative(
    Plot.plot({
      ...{ width, height, ...MARGINS, marginBottom: 34 },
      style: { background: "transparent", fontSize: "11px", overflow: "visible" },
      x: {
        label: String(headings[0] ?? ""),
        labelAnchor: "center",
        labelArrow: "none",
        nice: true,
        ticks: Math.max(2, Math.floor(width / 90)),
        insetLeft: 8,
        insetRight: 8,
        tickFormat: tick(numbers),
      },
      y: yAxis(legend, numbers),
      marks: [
        ...names.map((_, i) => {
          const { symbol, fill } = shapeOf(i);
          return Plot.dot(
            points.filter(({ series }) => series === i),
            { x: "x", y: "y", r: 4, stroke: "currentColor", symbol, fill },
          );
        }),
        Plot.text(points, {
          ...Plot.pointer({ px: "x", py: "y" }),
          ...HALO,
          frameAnchor: "top-right",
          dy: -14,
          text: ({ x, y, series }: ScatterPoint) =>
            `${writeNumber(x, 1, numbers)}: ${shapeOf(series).sign} ${writeNumber(y, 1, numbers)}`,
        }),
      ],
    }),
  );
}

const yAxis = (label: string, numbers: NumberStyle): Plot.ScaleOptions => ({
  ...{ label, labelArrow: "none", grid: true, nice: true, ticks: Y_TICKS },
  tickFormat: tick(numbers),
});

const tick = (numbers: NumberStyle) => (value: number) =>
  writeNumber(value, Number.isInteger(value) ? 0 : 1, numbers);
