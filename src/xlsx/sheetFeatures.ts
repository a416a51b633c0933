/* What a sheet's part may hold beside cells, in words; what is not in these lists is named as it is. */
import { placeIn, type Losses } from "./losses";
import type { XmlElement } from "./xml";

/** Elements that are read, or change nothing that a user sees. */
const WITHOUT_LOSS = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells pageMargins printOptions phoneticPr
   ignoredErrors sheetCalcPr drawing legacyDrawing tableParts`.split(/\s+/),
);

const FEATURES: Readonly<Record<string, string>> = {
  autoFilter: "filters",
  colBreaks: "page breaks",
  "x14:conditionalFormatting": "conditional formats of Excel 2010",
  controls: "form controls",
  customProperties: "custom properties",
  customSheetViews: "custom views",
  dataConsolidate: "consolidations",
  dataValidation: "validation rules",
  "x14:dataValidations": "validation rules",
  headerFooter: "headers and footers",
  hyperlink: "links",
  legacyDrawingHF: "pictures in headers",
  oleObjects: "embedded objects",
  pageSetup: "page setups",
  picture: "background pictures",
  protectedRange: "ranges with a password",
  rowBreaks: "page breaks",
  scenarios: "scenarios",
  sheetProtection: "protection of sheets",
  "x14:slicerList": "slicers",
  "x15:slicerList": "slicers",
  smartTags: "smart tags",
  sortState: "kept sort orders",
  "x14:sparklineGroups": "sparklines",
  webPublishItems: "web pages",
};

/** Lists whose items are told one by one, with their cells. */
const LISTS = new Set([
  ...["dataValidations", "hyperlinks", "protectedRanges", "extLst", "ext"],
  "x14:conditionalFormattings",
]);

/**
 * Says what an element of a sheet is, where nothing here keeps it.
 *
 * @param element - A child of the sheet.
 * @param sheet - The sheet.
 * @param losses - Where to say it.
 */
export function reportElement(element: XmlElement, sheet: string, losses: Losses): void {
  const { name, attributes, children } = element;
  if (WITHOUT_LOSS.has(name)) return;
  if (LISTS.has(name) || name === "mc:AlternateContent" || name === "mc:Choice") {
    for (const child of children) reportElement(child, sheet, losses);
    return;
  }
  // An x14:id says which bar has details in the list of x14:conditionalFormattings, where they are told.
  if (name === "mc:Fallback" || name === "x14:id") return;
  const own = children.find((child) => child.name === "xm:sqref")?.text.trim();
  const cells = attributes["sqref"] ?? attributes["ref"] ?? own;
  losses.lost(
    isBarDetail(element) ? BAR_DETAILS : (FEATURES[name] ?? `what the file calls "${name}"`),
    placeIn(sheet, cells),
  );
}

const BAR_DETAILS = "details of data bars (gradients, borders, axes, colours below 0)";

/** Bars of which Excel 2007 shows the rest. */
const isBarDetail = ({ name, children }: XmlElement): boolean =>
  name === "x14:conditionalFormatting" &&
  children.every((child) => child.name !== "x14:cfRule" || child.attributes["type"] === "dataBar");

/** Attributes that are read, or have no effect here; each with the values that say nothing. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, readonly string[] | "read">>>> = {
  c: { r: "read", s: "read", t: "read", cm: "read", vm: [], ph: ["0", "false"] },
  row: {
    ...{ r: "read", spans: "read", s: "read", customFormat: "read", ht: "read" },
    ...{ customHeight: "read", hidden: "read", thickTop: "read", thickBot: "read" },
    ...{ outlineLevel: "read", collapsed: ["0", "false"], ph: ["0", "false"] },
  },
  col: {
    ...{ min: "read", max: "read", width: "read", style: "read", hidden: "read" },
    ...{ customWidth: "read", bestFit: "read", phonetic: "read" },
    ...{ outlineLevel: ["0"], collapsed: ["0", "false"] },
  },
  f: {
    ...{ t: "read", ref: "read", si: "read", ca: "read", aca: "read", bx: "read" },
    ...{ dt2D: "read", dtr: "read", r1: "read", r2: "read", del1: "read", del2: "read" },
    "xml:space": "read",
  },
  sheetView: {
    ...{ showGridLines: "read", tabSelected: "read", topLeftCell: "read", workbookViewId: "read" },
    ...{ colorId: "read", defaultGridColor: ["1", "true"], windowProtection: ["0", "false"] },
    ...{ showFormulas: ["0", "false"], showZeros: ["1", "true"], rightToLeft: ["0", "false"] },
    ...{ showRowColHeaders: ["1", "true"], showOutlineSymbols: "read", showRuler: "read" },
    ...{ view: ["normal"], showWhiteSpace: "read", zoomScale: ["100", "0"] },
    ...{
      zoomScaleNormal: "read",
      zoomScalePageLayoutView: "read",
      zoomScaleSheetLayoutView: "read",
    },
  },
  sheetFormatPr: {
    ...{ baseColWidth: "read", defaultColWidth: "read", defaultRowHeight: "read" },
    ...{ customHeight: "read", outlineLevelRow: "read", outlineLevelCol: "read" },
    ...{ zeroHeight: ["0", "false"], thickTop: "read", thickBottom: "read" },
  },
};

const ATTRIBUTE_FEATURES: Readonly<Record<string, string>> = {
  outlineLevel: "groups of columns",
  collapsed: "groups that are folded",
  zoomScale: "zoom",
  rightToLeft: "sheets from right to left",
  showFormulas: "the view of formulas",
  showZeros: "hidden zeros",
  showRowColHeaders: "hidden headings of rows and columns",
  view: "page views",
  zeroHeight: "rows that are hidden unless said otherwise",
  vm: "rich values (pictures or data types in cells)",
};

/**
 * Says which attributes of an element are not kept.
 *
 * @param element - An element that is read.
 * @param place - Its sheet, or cell.
 * @param losses - Where to say it.
 */
export function reportAttributes(
  { name, attributes }: Pick<XmlElement, "name" | "attributes">,
  place: string,
  losses: Losses,
): void {
  const known = ATTRIBUTES[name] ?? {};
  for (const [attribute, value] of Object.entries(attributes)) {
    const harmless = known[attribute];
    if (harmless === "read" || harmless?.includes(value)) continue;
    // Other namespaces add what an older Excel may ignore.
    if (harmless === undefined && attribute.includes(":")) continue;
    losses.lost(
      ATTRIBUTE_FEATURES[attribute] ?? `what the file calls "${attribute}" of "${name}"`,
      place,
    );
  }
}
