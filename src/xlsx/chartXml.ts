/* One chart as a part of an .xlsx file. */
import { CHART_COLORS, CHART_GUIDE } from "../workbook/cellLooks";
import type { ChartPlan } from "../workbook/workbookPort";
import type { ChartColumn } from "./chartCells";
import { escaped } from "./xmlText";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What Excel calls the kinds of charts, and what a series has for its x and its y. */
const KINDS = {
  line: {
    tag: "lineChart",
    before: '<c:grouping val="standard"/>',
    after: '<c:marker val="1"/>',
    x: "cat",
    y: "val",
  },
  column: {
    tag: "barChart",
    before: '<c:barDir val="col"/><c:grouping val="clustered"/>',
    after: '<c:gapWidth val="60"/>',
    x: "cat",
    y: "val",
  },
  scatter: {
    tag: "scatterChart",
    before: '<c:scatterStyle val="lineMarker"/>',
    after: "",
    x: "xVal",
    y: "yVal",
  },
} as const;
/** Shapes tell the series of a scatter chart apart without colour. */
const MARKERS = ["circle", "diamond", "triangle", "square"];
const [X_AXIS, Y_AXIS] = [1001, 1002];

/**
 * A chart in DrawingML.
 *
 * @param plan - The chart.
 * @param columns - Its cells, from the x axis on.
 * @returns The part.
 */
export function chartXml(plan: ChartPlan, columns: readonly ChartColumn[]): string {
  const { title, kind } = plan;
  const { tag, before, after, x: across, y: up } = KINDS[kind];
  const [x, ...lines] = columns;
  if (x === undefined) return "";
  const series = lines.map(
    (line, i) =>
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${nameXml(line)}${lookXml(plan, i, lines)}<c:${across}>${referenceXml(x)}</c:${across}><c:${up}>${numbersXml(line)}</c:${up}>${kind === "column" ? "" : '<c:smooth val="0"/>'}</c:ser>`,
  );
  return `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${titleXml(title, 1000)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:${tag}>${before}<c:varyColors val="0"/>${series.join("")}${after}<c:axId val="${X_AXIS}"/><c:axId val="${Y_AXIS}"/></c:${tag}>${xAxis(kind, x)}${yAxis(kind, lines[0])}</c:plotArea>${legendXml(plan, lines.length)}<c:plotVisOnly val="0"/>${MISSING}</c:chart></c:chartSpace>`;
}

/**
 * What #N/A is drawn as: Excel joins the points beside it whatever is said here; LibreOffice 7.4 does with "span", and
 * draws 0 with "gap".
 */
const MISSING = '<c:dispBlanksAs val="span"/>';

/** What each series is; the dot on the last value says it by its number. */
function legendXml({ lastValue }: ChartPlan, series: number): string {
  const named = lastValue ? series - 1 : series;
  if (named < 2) return "";
  const dot = lastValue
    ? `<c:legendEntry><c:idx val="${series - 1}"/><c:delete val="1"/></c:legendEntry>`
    : "";
  return `<c:legend><c:legendPos val="b"/>${dot}<c:overlay val="0"/>${SMALL}</c:legend>`;
}

const SMALL =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>';

const nameXml = ({ at, heading }: ChartColumn): string =>
  `<c:tx><c:strRef><c:f>${escaped(at.heading)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(String(heading))}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

/** How a series is drawn: shape, line, marker and labels, in the schema's order. */
function lookXml({ kind, lastValue }: ChartPlan, i: number, lines: readonly ChartColumn[]): string {
  const color = hex(CHART_COLORS[i % CHART_COLORS.length] ?? CHART_GUIDE);
  const format = lines[i]?.format ?? "General";
  switch (kind) {
    case "column":
      return `<c:spPr>${fillXml(color)}</c:spPr><c:invertIfNegative val="0"/>${labelsXml("outEnd", format)}`;
    case "scatter":
      return dotXml(MARKERS[i % MARKERS.length] ?? "circle", color);
    case "line": {
      const first = hex(CHART_COLORS[0]);
      if (lastValue && i === lines.length - 1)
        return `${dotXml("circle", first)}${labelsXml("t", format)}`;
      return `<c:spPr>${i > 0 ? GUIDE : lineXml(19050, first)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
    }
  }
}

const hex = (color: string): string => color.slice(1).toUpperCase();
const fillXml = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
const lineXml = (width: number, color: string, dash = ""): string =>
  `<a:ln w="${width}">${fillXml(color)}${dash}</a:ln>`;
const GUIDE = lineXml(9525, hex(CHART_GUIDE), '<a:prstDash val="dash"/>');

/** Points without a line between them. */
const dotXml = (shape: string, color: string): string =>
  `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="${shape}"/><c:size val="7"/><c:spPr>${fillXml(color)}${lineXml(9525, color)}</c:spPr></c:marker>`;

/** The number of each value beside it. */
const labelsXml = (position: "outEnd" | "t", format: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

const titleXml = (title: string, size: number): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="${size}" b="0"/><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const SCALE = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>';
const TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>';

/** Up to so many years an axis has months, not years alone. */
const FEW_YEARS = 4;
const MOST_LABELS = 8;

function xAxis(kind: ChartPlan["kind"], x: ChartColumn): string {
  const isDated = /^[ymd]/i.test(x.format);
  const tag = kind === "scatter" ? "valAx" : isDated ? "dateAx" : "catAx";
  const time = timeScale(x);
  const end = {
    valAx: crossing(kind),
    catAx: '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
    dateAx: `<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="${time.step}"/><c:majorTimeUnit val="${time.unit}"/>`,
  }[tag];
  const words = kind === "scatter" ? titleXml(String(x.heading), 900) : "";
  return `<c:${tag}><c:axId val="${X_AXIS}"/>${SCALE}<c:axPos val="b"/>${words}<c:numFmt formatCode="${isDated ? time.format : escaped(x.format)}" sourceLinked="0"/>${TICKS}${SMALL}<c:crossAx val="${Y_AXIS}"/><c:crosses val="autoZero"/>${end}</c:${tag}>`;
}

/** The labels of a time axis: years, or months where there are few years. */
function timeScale({ values }: ChartColumn) {
  const days = values.filter((value) => typeof value === "number");
  const years = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 365.25;
  const step = (units: number) => Math.max(1, Math.ceil(units / MOST_LABELS));
  return years > FEW_YEARS
    ? { unit: "years", step: step(years), format: "yyyy" }
    : { unit: "months", step: step(12 * years), format: "mmm yyyy" };
}

/** Where the y axis stands: lines and bars have their points in the middle of a step of the x axis. */
const crossing = (kind: ChartPlan["kind"]) =>
  `<c:crossBetween val="${kind === "scatter" ? "midCat" : "between"}"/>`;

function yAxis(kind: ChartPlan["kind"], line: ChartColumn | undefined): string {
  const format = line?.format.endsWith("%") ? "0%" : "General";
  return `<c:valAx><c:axId val="${Y_AXIS}"/>${SCALE}<c:axPos val="l"/><c:majorGridlines><c:spPr>${lineXml(6350, "D9D9D9")}</c:spPr></c:majorGridlines>${titleXml(String(line?.heading ?? ""), 900)}<c:numFmt formatCode="${format}" sourceLinked="0"/>${TICKS}${SMALL}<c:crossAx val="${X_AXIS}"/><c:crosses val="autoZero"/>${crossing(kind)}</c:valAx>`;
}

/** The x axis: words of categories, or numbers. */
function referenceXml(x: ChartColumn): string {
  if (!x.values.some((value) => typeof value === "string" && !value.startsWith("#"))) {
    return numbersXml(x);
  }
  const points = x.values.map((value, i) =>
    value === undefined ? "" : `<c:pt idx="${i}"><c:v>${escaped(String(value))}</c:v></c:pt>`,
  );
  return `<c:strRef><c:f>${escaped(x.at.values)}</c:f><c:strCache><c:ptCount val="${x.values.length}"/>${points.join("")}</c:strCache></c:strRef>`;
}

/** Numbers with a gap where there is none. */
function numbersXml({ at, values, format }: ChartColumn): string {
  const points = values.map((value, i) =>
    typeof value === "number" ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : "",
  );
  return `<c:numRef><c:f>${escaped(at.values)}</c:f><c:numCache><c:formatCode>${escaped(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}
