import type { BookSheet, OpenedBook } from "../workbook/book";
import type { ChartPlan } from "../workbook/workbookPort";
import { Colors } from "./colors";
import { FileContext } from "./fileContext";
import { FileParts, type Relation } from "./fileParts";
import { Losses } from "./losses";
import { reportOtherParts, reportRelations } from "./partFeatures";
import { definedNames, readNames } from "./readNames";
import { isDrawable } from "./readCharts";
import { readPageNames } from "./pageSetup";
import { readSheet } from "./readSheet";
import { readStyles } from "./readStyles";
import { readText } from "./readText";
import { tableOf, type Table } from "./tables";
import { dynamicArrays, mainPart, sheetEntries } from "./workbookParts";
import { all, isOn, one, type XmlElement } from "./xml";
import { FileRefused } from "./fileRefused";
import { unpackXlsx } from "./zipCheck";

/**
 * Reads an .xlsx file.
 *
 * What stands in the file and is not known here is named, with its sheet and cells: the report goes
 * through what there is, not through a list of what might be lost. Formulas to other workbooks or programs
 * are left out and their last values kept.
 *
 * @param file - Its bytes.
 * @returns The workbook, and a line for each feature that is kept otherwise, or lost when it is saved.
 * @throws {FileRefused} when it is no workbook, or beyond a limit.
 */
export async function readXlsx(file: Uint8Array): Promise<OpenedBook> {
  return readBook(new FileParts(await unpackXlsx(file)));
}

/**
 * Reads a workbook from the parts of its file, as {@link readXlsx} does.
 *
 * @param parts - The parts.
 * @returns The workbook, and a line for each feature that is kept otherwise, or lost when it is saved.
 * @throws {FileRefused} when it is no workbook, or beyond a limit.
 */
export function readBook(parts: FileParts): OpenedBook {
  const losses = new Losses();
  const start = parts.relations("");
  const { workbook, relations } = mainPart(parts);
  reportRelations(parts, start, "", losses);
  reportRelations(parts, relations, "", losses);
  const entries = sheetEntries(workbook, relations);
  for (const { attributes } of all(one(workbook, "sheets"), "sheet")) {
    const { name = "" } = attributes;
    if (!entries.some((entry) => entry.name === name))
      losses.lost("sheets that have no cells", name);
  }
  if (entries.length === 0) throw new FileRefused("the workbook has no sheet with cells");
  const pointed = new Set([...start, ...relations].map(({ target }) => target.toLowerCase()));
  const tables: Table[] = [];
  const charts: ChartPlan[] = [];
  for (const { name, part } of entries) {
    const own = parts.relations(part);
    charts.push(...reportRelations(parts, own, name, losses));
    for (const { kind, target } of own) {
      pointed.add(target.toLowerCase());
      const root = kind === "table" ? parts.root(target) : undefined;
      if (root) tables.push(tableOf(root, name));
    }
  }
  const context = contextOf(parts, relations, workbook, tables, losses);
  const sheets = entries.map(({ name, part, state }): BookSheet => {
    const text = parts.text(part);
    if (text === undefined) throw new FileRefused(`the part ${part} of sheet ${name} is missing`);
    if (state === "veryHidden") losses.changed("sheets hidden by a program", "hidden", name);
    const sheet = readSheet(name, part, text, context);
    return state === undefined || state === "visible" ? sheet : { ...sheet, hidden: true };
  });
  reportWorkbook(workbook, losses);
  if (context.isFrom1904) {
    losses.changed(
      "dates that count from 1904",
      "they count from 1900 and are the same days; serial numbers typed into formulas are not moved",
    );
  }
  const order = all(one(workbook, "sheets"), "sheet").map(
    ({ attributes }) => attributes["name"] ?? "",
  );
  const defined = definedNames(workbook);
  const pages = readPageNames(defined, order, sheets);
  const names = readNames(
    defined.filter((name) => !pages.kept.has(name)),
    order,
    tables,
    losses,
  );
  reportOtherParts(parts, pointed, losses);
  const drawable = charts.filter((chart) => isDrawable(chart, order));
  for (const chart of charts) {
    if (!drawable.includes(chart)) losses.lost("charts", chart.over.sheet);
  }
  const shown =
    order[Number(one(one(workbook, "bookViews"), "workbookView")?.attributes["activeTab"] ?? 0)];
  return {
    sheets: pages.sheets,
    names,
    styles: context.styles.all,
    ...(sheets.some(({ name, hidden }) => name === shown && !hidden) ? { shown } : {}),
    ...(drawable.length === 0 ? {} : { charts: drawable }),
    dropped: losses.lines,
  };
}

function contextOf(
  parts: FileParts,
  relations: readonly Relation[],
  workbook: XmlElement,
  tables: readonly Table[],
  losses: Losses,
): FileContext {
  const target = (wanted: string) => relations.find(({ kind }) => kind === wanted)?.target;
  const styles = parts.root(target("styles"));
  const theme = target("theme");
  const colors = new Colors(theme === undefined ? undefined : parts.text(theme), styles);
  const texts = all(parts.root(target("sharedStrings")), "si");
  return new FileContext(
    losses,
    colors,
    readStyles(styles, colors, losses),
    texts.map((item) => readText(item, colors, losses)),
    tables,
    new Set(
      definedNames(workbook).map(({ attributes }) => (attributes["name"] ?? "").toUpperCase()),
    ),
    isOn(one(workbook, "workbookPr")?.attributes["date1904"]),
    dynamicArrays(parts, relations),
    all(one(styles, "dxfs"), "dxf"),
  );
}

const WORKBOOK_PARTS = new Set(
  `fileVersion workbookPr bookViews sheets definedNames calcPr externalReferences pivotCaches extLst
   fileRecoveryPr mc:AlternateContent functionGroups`.split(/\s+/),
);

function reportWorkbook(workbook: XmlElement, losses: Losses): void {
  for (const { name, attributes } of workbook.children) {
    const isLocked = isOn(attributes["lockStructure"]) || isOn(attributes["lockWindows"]);
    if (name === "workbookProtection") {
      if (isLocked) losses.lost("protection of the workbook");
    } else if (name === "fileSharing") losses.lost("the wish to be opened read-only");
    else if (name === "customWorkbookViews") losses.lost("custom views");
    else if (name === "calcPr") {
      if (isOn(attributes["iterate"])) losses.lost("repeated calculation of circles");
      if (attributes["calcMode"] === "manual") losses.lost("calculation by hand");
      if (attributes["fullPrecision"] === "0") losses.lost("calculation with what is displayed");
    } else if (!WORKBOOK_PARTS.has(name) && !name.includes(":")) {
      losses.lost(`what the file calls "${name}"`);
    }
  }
}
