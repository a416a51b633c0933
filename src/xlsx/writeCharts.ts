/* The charts of a workbook as native charts of an .xlsx file: a drawing a sheet, a part a chart. */
import { absolute, a1Of, quotedSheet, rectangleOf, type Rectangle } from "../workbook/a1";
import type { Book, BookCell } from "../workbook/book";
import { CHART_GUIDE } from "../workbook/cellLooks";
import type { ChartPlan } from "../workbook/workbookPort";
import { escaped } from "./xmlText";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument";

/** A part of the file. */
export interface ChartPart {
  readonly name: string;
  readonly xml: string;
  /** null for the relations of another part. */
  readonly content: string | null;
}

/** The parts of a workbook's charts, and which sheets have a drawing. */
export interface ChartParts {
  readonly parts: readonly ChartPart[];
  /** Places of the sheets from 0; each points to its drawing as rId1. */
  readonly drawn: ReadonlySet<number>;
}

/**
 * The parts of a workbook's charts.
 *
 * @param book - The workbook; the charts draw its last values until Excel draws them again.
 * @param charts - Its charts.
 * @returns The parts, and the sheets that they stand on.
 */
export function chartParts(book: Book, charts: readonly ChartPlan[]): ChartParts {
  const parts: ChartPart[] = [];
  const drawn = new Set<number>();
  let number = 0;
  for (const [place, { name }] of book.sheets.entries()) {
    const own = charts.filter(({ over }) => over.sheet === name);
    if (own.length === 0) continue;
    drawn.add(place);
    const first = number + 1;
    const drawing = `xl/drawings/drawing${place + 1}.xml`;
    for (const chart of own) {
      number++;
      parts.push({
        name: `xl/charts/chart${number}.xml`,
        xml: chartXml(chart, book),
        content: `${CONTENT}.drawingml.chart+xml`,
      });
    }
    parts.push(
      { name: drawing, xml: drawingXml(own), content: `${CONTENT}.drawing+xml` },
      {
        name: `xl/drawings/_rels/drawing${place + 1}.xml.rels`,
        xml: relations(own.map((_, i) => ["chart", `../charts/chart${first + i}.xml`])),
        content: null,
      },
      {
        name: `xl/worksheets/_rels/sheet${place + 1}.xml.rels`,
        xml: relations([["drawing", `../drawings/drawing${place + 1}.xml`]]),
        content: null,
      },
    );
  }
  return { parts, drawn };
}

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(
      ([kind, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

function drawingXml(charts: readonly ChartPlan[]): string {
  const marker = (tag: string, column: number, row: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(({ name, title, over }, i) => {
    const { row, column, rows, columns } = rectangleOf(over.a1);
    return `<xdr:twoCellAnchor>${marker("from", column - 1, row - 1)}${marker(
      "to",
      column - 1 + columns,
      row - 1 + rows,
    )}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${escaped(
      name,
    )}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId${
      i + 1
    }"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${anchors.join(
    "",
  )}</xdr:wsDr>`;
}

/** What Excel calls the kinds of charts, and what a series has for its x and its y. */
const KINDS = {
  line: { tag: "lineChart", before: '<c:grouping val="standard"/>', x: "cat", y: "val" },
  column: {
    tag: "barChart",
    before: '<c:barDir val="col"/><c:grouping val="clustered"/>',
    x: "cat",
    y: "val",
  },
  scatter: {
    tag: "scatterChart",
    before: '<c:scatterStyle val="lineMarker"/>',
    x: "xVal",
    y: "yVal",
  },
} as const;
/** Dark enough on white, and told from the others by those who do not see red and green apart. */
const COLORS = ["1F5C99", "B3541E", "5B7F2B", "6A4C93"];
const [X_AXIS, Y_AXIS] = [1001, 1002];

function chartXml({ title, kind, source }: ChartPlan, book: Book): string {
  const { tag, before, x, y } = KINDS[kind];
  const area = rectangleOf(source.a1);
  const cells = cellsIn(book, source.sheet, area);
  const column = (right: number) => referenceXml(source.sheet, area, right, cells);
  const isDated = /^[ymd]/i.test(column(0).format);
  const series = Array.from({ length: area.columns - 1 }, (_, i) => {
    const heading = cells(0, i + 1);
    const color = COLORS[i % COLORS.length] ?? "1F5C99";
    const name = `<c:tx><c:strRef><c:f>${column(i + 1).heading}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(
      String(heading?.value ?? ""),
    )}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
    const isGuide = kind === "line" && i > 0;
    const look =
      kind === "column"
        ? `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`
        : `<c:spPr>${isGuide ? GUIDE : lineXml(19050, color)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
    const label = kind === "line" && i === 0 ? lastLabel(column(1).last) : "";
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${name}${look}${label}<c:${x}>${column(0).xml}</c:${x}><c:${y}>${
      column(i + 1).xml
    }</c:${y}>${kind === "column" ? "" : '<c:smooth val="0"/>'}</c:ser>`;
  });
  const after =
    kind === "line" ? '<c:marker val="1"/>' : kind === "column" ? '<c:gapWidth val="60"/>' : "";
  return `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${titleXml(
    title,
    1200,
  )}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:${tag}>${before}<c:varyColors val="0"/>${series.join(
    "",
  )}${after}<c:axId val="${X_AXIS}"/><c:axId val="${Y_AXIS}"/></c:${tag}>${xAxis(
    kind,
    isDated,
  )}${yAxis(String(cells(0, 1)?.value ?? ""))}</c:plotArea>${
    series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ""
  }<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const lineXml = (width: number, color: string, dash = ""): string =>
  `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${dash}</a:ln>`;
const GUIDE = lineXml(9525, CHART_GUIDE.slice(1), '<a:prstDash val="dash"/>');

/** The value of one point beside it, and of no other. */
function lastLabel(point: number | null): string {
  if (point === null) return "";
  const shows = (value: 0 | 1) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  return `<c:dLbls><c:dLbl><c:idx val="${point}"/><c:numFmt formatCode="0.0" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:dLblPos val="t"/>${shows(1)}</c:dLbl>${shows(0)}</c:dLbls>`;
}

const titleXml = (title: string, size: number): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="${size}" b="0"/><a:t>${escaped(
    title,
  )}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const SCALE = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>';
const TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>';

function xAxis(kind: ChartPlan["kind"], isDated: boolean): string {
  const tag = kind === "scatter" ? "valAx" : isDated ? "dateAx" : "catAx";
  const format = isDated ? "yyyy" : "General";
  const end = {
    valAx: "",
    catAx: '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
    dateAx: '<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>',
  }[tag];
  return `<c:${tag}><c:axId val="${X_AXIS}"/>${SCALE}<c:axPos val="b"/><c:numFmt formatCode="${format}" sourceLinked="0"/>${TICKS}<c:crossAx val="${Y_AXIS}"/><c:crosses val="autoZero"/>${end}</c:${tag}>`;
}

const yAxis = (unit: string): string =>
  `<c:valAx><c:axId val="${Y_AXIS}"/>${SCALE}<c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${titleXml(
    unit,
    900,
  )}<c:numFmt formatCode="0" sourceLinked="0"/>${TICKS}<c:crossAx val="${X_AXIS}"/><c:crosses val="autoZero"/></c:valAx>`;

type CellAt = (down: number, right: number) => (BookCell & { readonly format: string }) | undefined;

/** The cells of an area by their place in it. */
function cellsIn({ sheets, styles }: Book, name: string, area: Rectangle): CellAt {
  const found = new Map<string, BookCell & { readonly format: string }>();
  for (const cell of sheets.find((sheet) => sheet.name === name)?.cells ?? []) {
    const [down, right] = [cell.row + 1 - area.row, cell.column + 1 - area.column];
    if (down < 0 || right < 0 || down >= area.rows || right >= area.columns) continue;
    const look = cell.style === undefined ? undefined : styles[cell.style];
    found.set(`${down} ${right}`, { ...cell, format: look?.numberFormat ?? "General" });
  }
  return (down, right) => found.get(`${down} ${right}`);
}

/** A column of an area below its heading, with the values that it has now. */
function referenceXml(
  sheet: string,
  area: Rectangle,
  right: number,
  cells: CellAt,
): {
  readonly xml: string;
  readonly heading: string;
  readonly format: string;
  /** The last point that has a value, from 0. */
  readonly last: number | null;
} {
  const at = (row: number, rows: number) =>
    `${escaped(quotedSheet(sheet))}!${absolute(
      a1Of({ row, column: area.column + right, rows, columns: 1 }),
    )}`;
  const count = area.rows - 1;
  const format = cells(1, right)?.format ?? "General";
  const values = Array.from({ length: count }, (_, i) => cells(i + 1, right)?.value);
  const points = values.map((value, i) =>
    typeof value === "number" ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : "",
  );
  const last = values.map((value) => typeof value === "number").lastIndexOf(true);
  return {
    xml: `<c:numRef><c:f>${at(area.row + 1, count)}</c:f><c:numCache><c:formatCode>${escaped(
      format,
    )}</c:formatCode><c:ptCount val="${count}"/>${points.join("")}</c:numCache></c:numRef>`,
    heading: at(area.row, 1),
    format,
    last: last < 0 ? null : last,
  };
}
