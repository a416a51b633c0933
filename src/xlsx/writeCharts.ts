/* The charts of a workbook as native charts of an .xlsx file: a drawing a sheet, a part a chart. */
import { rectangleOf } from "../workbook/a1";
import type { Book } from "../workbook/book";
import type { ChartPlan } from "../workbook/workbookPort";
import { chartXml } from "./chartXml";
import { chartCells, wordsOf } from "./chartCells";
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
        xml: chartXml(chart, chartCells(book, chart)),
        content: `${CONTENT}.drawingml.chart+xml`,
      });
    }
    parts.push(
      { name: drawing, xml: drawingXml(own, book), content: `${CONTENT}.drawing+xml` },
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

function drawingXml(charts: readonly ChartPlan[], book: Book): string {
  const marker = (tag: string, column: number, row: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map((chart, i) => {
    const { name, over } = chart;
    const { row, column, rows, columns } = rectangleOf(over.a1);
    return `<xdr:twoCellAnchor>${marker("from", column - 1, row - 1)}${marker(
      "to",
      column - 1 + columns,
      row - 1 + rows,
    )}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${escaped(
      name,
    )}" descr="${escaped(wordsOf(chart, chartCells(book, chart)))}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId${
      i + 1
    }"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${anchors.join(
    "",
  )}</xdr:wsDr>`;
}
