/* Small .xlsx files as a program would write them, part by part. */
import { zipOf } from "../../support/zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The number 1 of cell metadata is "dynamic array". */
const METADATA = `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const contentTypes = (sheets: number): string => {
  const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kinds}.${kind}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, i) =>
    type(`worksheets/sheet${i + 1}`, "worksheet"),
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${type("workbook", "sheet.main")}${type("sharedStrings", "sharedStrings")}${type("metadata", "sheetMetadata")}${all.join("")}</Types>`;
};

interface More {
  /** Between the sheets and the end of the workbook. */
  readonly workbook?: string;
  /** Before the sheets. */
  readonly properties?: string;
  readonly texts?: readonly string[];
  readonly parts?: Readonly<Record<string, string>>;
}

/** A file; the rows of each sheet are XML. */
export function fileOf(sheets: Readonly<Record<string, string>>, more: More = {}): Uint8Array {
  const { workbook = "", properties = "", texts = [], parts = {} } = more;
  const names = Object.keys(sheets);
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const all: Record<string, string> = {
    "[Content_Types].xml": contentTypes(names.length),
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join("")}</sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${names
      .map((_, i) => relation(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`))
      .join(
        "",
      )}${relation(90, "sharedStrings", "sharedStrings.xml")}${relation(91, "sheetMetadata", "metadata.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/metadata.xml": METADATA,
    ...parts,
  };
  names.forEach((name, i) => {
    all[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name] ?? ""}</sheetData></worksheet>`;
  });
  return zipOf(Object.entries(all).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

/** Cells in rows: numbers, or what stands between the tags of a cell. */
export const rowsOf = (cells: Readonly<Record<string, number | string>>): string => {
  const rows = new Map<number, [number, string][]>();
  for (const [a1, content] of Object.entries(cells)) {
    const [, letters = "", row = ""] = /^([A-Z])(\d+)$/.exec(a1) ?? [];
    const xml =
      typeof content === "number"
        ? `<c r="${a1}"><v>${content}</v></c>`
        : content.startsWith("<c")
          ? content
          : `<c r="${a1}">${content}</c>`;
    const line = rows.get(Number(row)) ?? [];
    line.push([letters.charCodeAt(0), xml]);
    rows.set(Number(row), line);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, line]) =>
        `<row r="${row}">${line
          .sort(([a], [b]) => a - b)
          .map(([, xml]) => xml)
          .join("")}</row>`,
    )
    .join("");
};
