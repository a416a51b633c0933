/* What the parts of a file are that nothing here keeps. */
import type { FileParts, Relation } from "./fileParts";
import type { ChartPlan } from "../workbook/workbookPort";
import { chartOfAnchor } from "./readCharts";
import { placeIn, type Losses } from "./losses";
import { all, one, type XmlElement } from "./xml";

/** Relations that are read elsewhere, or change nothing that a user sees. */
const WITHOUT_LOSS = new Set(
  `worksheet styles theme sharedStrings calcChain sheetMetadata officeDocument core-properties
   extended-properties hyperlink printerSettings vmlDrawing thumbnail table rdRichValue
   rdRichValueStructure rdRichValueTypes rdRichValueWebImage richValueRel rdSupportingPropertyBag
   rdSupportingPropertyBagStructure rdarray richStyles metadata person`.split(/\s+/),
);

const FEATURES: Readonly<Record<string, string>> = {
  attachedToolbars: "toolbars",
  chartsheet: "chart sheets",
  connections: "data connections",
  control: "form controls",
  ctrlProp: "form controls",
  customProperty: "custom properties",
  "custom-properties": "properties of the file",
  customXml: "custom parts",
  dialogsheet: "dialog sheets",
  externalLink: "links to other workbooks",
  image: "pictures",
  oleObject: "embedded objects",
  package: "embedded objects",
  pivotCacheDefinition: "pivot tables",
  pivotTable: "pivot tables",
  queryTable: "data connections",
  slicer: "slicers",
  slicerCache: "slicers",
  timeline: "timelines",
  timelineCache: "timelines",
  threadedComment: "discussions",
  vbaProject: "macros",
  vbaProjectSignature: "macros",
  volatileDependencies: "real-time data",
  xlMacrosheet: "macros",
  xlIntlMacrosheet: "macros",
  xmlMaps: "XML maps",
  extensibility: "changes of the ribbon",
  "ui/extensibility": "changes of the ribbon",
};

/**
 * Says what a part points to that is not kept.
 *
 * @param parts - The file.
 * @param relations - Where the part points.
 * @param sheet - The sheet, or "" for the workbook.
 * @param losses - Where to say it.
 * @returns The charts that are kept.
 */
export function reportRelations(
  parts: FileParts,
  relations: readonly Relation[],
  sheet: string,
  losses: Losses,
): ChartPlan[] {
  const charts: ChartPlan[] = [];
  for (const { kind, target } of relations) {
    if (WITHOUT_LOSS.has(kind)) continue;
    if (kind === "comments") reportNotes(parts, target, sheet, losses);
    else if (kind === "drawing") charts.push(...readDrawing(parts, target, sheet, losses));
    else losses.lost(FEATURES[kind] ?? `parts of the kind "${kind}"`, sheet);
  }
  return charts;
}

function reportNotes(parts: FileParts, part: string, sheet: string, losses: Losses): void {
  for (const { attributes } of all(one(parts.root(part), "commentList"), "comment")) {
    losses.lost("notes", placeIn(sheet, attributes["ref"]));
  }
}

/** Charts and pictures stand in a part of their own, each with the cell at its corner. */
function readDrawing(
  parts: FileParts,
  part: string,
  sheet: string,
  losses: Losses,
): readonly ChartPlan[] {
  return (parts.root(part)?.children ?? []).flatMap((anchor) => {
    const chart = chartOfAnchor(anchor, parts, part, sheet);
    if (chart !== null) return [chart];
    const names = namesIn(anchor);
    const feature = names.some((name) => /^(\w+:)?chart$/.test(name))
      ? "charts"
      : names.some((name) => /^(\w+:)?pic$/.test(name))
        ? "pictures"
        : "shapes";
    losses.lost(feature, sheet);
    return [];
  });
}

const namesIn = ({ name, children }: XmlElement): string[] => [name, ...children.flatMap(namesIn)];

/** Parts outside of the workbook that no relation needs to name. */
const ORDINARY =
  /(^\[Content_Types\]\.xml$|\.rels$|^docProps\/|\/$|^xl\/(theme|media|printerSettings|richData)\/)/i;
const HOLDERS =
  /^(xl\/(worksheets|drawings|charts|chartsheets|tables|comments|threadedComments|persons|pivot|externalLinks|embeddings|activeX|ctrlProps|slicer|timeline|queryTables|customProperty|webextensions|diagrams|ink|model)|customXml|customUI|docMetadata|_xmlsignatures)/i;

/**
 * Says which parts nothing has pointed to or read.
 *
 * @param parts - The file.
 * @param pointed - The parts that relations name.
 * @param losses - Where to say it.
 */
export function reportOtherParts(
  parts: FileParts,
  pointed: ReadonlySet<string>,
  losses: Losses,
): void {
  for (const name of parts.all) {
    const small = name.toLowerCase();
    if (parts.read.has(small) || pointed.has(small) || ORDINARY.test(name)) continue;
    if (/vbaproject|macrosheets\//i.test(name)) losses.lost("macros");
    else if (/^xl\/externalLinks\//i.test(name)) losses.lost("links to other workbooks");
    else if (/^xl\/(embeddings|activeX|ctrlProps)\//i.test(name)) losses.lost("embedded objects");
    else if (/^xl\/connections/i.test(name)) losses.lost("data connections");
    else if (!HOLDERS.test(name)) losses.lost(`the part ${name}`);
  }
}
