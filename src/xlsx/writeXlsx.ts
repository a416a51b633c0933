import type { Book, BookName } from "../workbook/book";
import type { FormatLook } from "../workbook/conditionalFormat";
import { StyleTable } from "../workbook/styleTable";
import type { ChartPlan } from "../workbook/workbookPort";
import { spelledForFile } from "./formulaSpelling";
import { pageNames } from "./pageSetup";
import { TABLE_COMMENT } from "./readNames";
import { SharedTexts, sheetXml } from "./writeSheet";
import { stylesXml } from "./writeStyles";
import { chartParts, type ChartPart } from "./writeCharts";
import { escaped } from "./xmlText";
import { zipOf } from "./zipWrite";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a workbook as an .xlsx file.
 *
 * Every formula has its last value beside it, so that a reader without the add-in sees numbers; what
 * spills is written as a dynamic array.
 *
 * @param book - The workbook.
 * @param charts - Its charts: native charts over the cells that they cover.
 * @returns The bytes of the file; the same workbook is the same file.
 */
export function writeXlsx(book: Book, charts: readonly ChartPlan[] = []): Uint8Array<ArrayBuffer> {
  const texts = new SharedTexts();
  const looks = new StyleTable<FormatLook>();
  const { parts: drawings, drawn } = chartParts(book, charts);
  const sheets = book.sheets.map(
    (sheet, i) =>
      [
        `xl/worksheets/sheet${i + 1}.xml`,
        sheetXml(sheet, book, texts, looks, drawn.has(i)),
      ] as const,
  );
  const shared = texts.all.map((xml) => `<si>${xml}</si>`).join("");
  const parts: (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes(sheets.length, drawings)],
    ["_rels/.rels", relationsXml(FILE_RELATIONS)],
    ["docProps/app.xml", APP],
    ["xl/workbook.xml", workbookXml(book)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets.length)],
    ["xl/styles.xml", stylesXml(book.styles, looks.all)],
    [
      "xl/sharedStrings.xml",
      `<sst xmlns="${MAIN}" count="${texts.count}" uniqueCount="${texts.all.length}">${shared}</sst>`,
    ],
    ["xl/metadata.xml", METADATA],
    ...sheets,
    ...drawings.map(({ name, xml }) => [name, xml] as const),
  ];
  return zipOf(parts.map(([name, xml]) => [name, START + xml]));
}

/** LibreOffice keeps the stored results of formulas of files that name Excel. */
const APP =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>';

/** What `cm="1"` of a cell means: its formula is a dynamic array. */
const METADATA = `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const contentTypes = (sheets: number, drawings: readonly ChartPart[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
    ["/xl/workbook.xml", `${CONTENT}.sheet.main+xml`],
    ["/xl/styles.xml", `${CONTENT}.styles+xml`],
    ["/xl/sharedStrings.xml", `${CONTENT}.sharedStrings+xml`],
    ["/xl/metadata.xml", `${CONTENT}.sheetMetadata+xml`],
    ...Array.from({ length: sheets }, (_, i) => [
      `/xl/worksheets/sheet${i + 1}.xml`,
      `${CONTENT}.worksheet+xml`,
    ]),
    ...drawings.flatMap(({ name, content }) => (content === null ? [] : [[`/${name}`, content]])),
  ]
    .map(([name = "", type = ""]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join("")}</Types>`;

const FILE_RELATIONS = [
  ["officeDocument", "xl/workbook.xml"],
  ["extended-properties", "docProps/app.xml"],
] as const;

const relationsXml = (relations: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ([kind, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const workbookRelations = (sheets: number): string =>
  relationsXml([
    ...Array.from(
      { length: sheets },
      (_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const,
    ),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
    ["sheetMetadata", "metadata.xml"],
  ]);

function workbookXml(book: Book): string {
  const { sheets, names, shown } = book;
  const active = Math.max(
    0,
    sheets.findIndex(({ name, hidden }) => (shown === undefined ? !hidden : name === shown)),
  );
  const entries = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const defined = [
    ...once(names).map((name) => nameXml(name, book)),
    ...sheets.map(pageNames),
  ].join("");
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${entries.join(
    "",
  )}</sheets>${defined === "" ? "" : `<definedNames>${defined}</definedNames>`}</workbook>`;
}

/** Excel opens no file that has a name twice in one scope. */
const once = (names: readonly BookName[]): BookName[] => [
  ...new Map(
    names.map((name) => [`${name.sheet ?? ""}!${name.name.toUpperCase()}`, name]),
  ).values(),
];

function nameXml({ name, reference, table, sheet }: BookName, { sheets }: Book): string {
  const place = sheet === undefined ? -1 : sheets.findIndex((one) => one.name === sheet);
  const scope = place === -1 ? "" : ` localSheetId="${place}"`;
  const comment = table ? ` comment="${TABLE_COMMENT}"` : "";
  return `<definedName name="${escaped(name)}"${comment}${scope}>${escaped(spelledForFile(reference))}</definedName>`;
}
