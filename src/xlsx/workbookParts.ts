/* The part that stands for the workbook, and what it says of the others. */
import { FileRefused } from "./fileRefused";
import type { FileParts, Relation } from "./fileParts";
import { all, one, type XmlElement } from "./xml";

/** The workbook's own part. */
export interface MainPart {
  readonly workbook: XmlElement;
  readonly relations: readonly Relation[];
}

/**
 * Finds the workbook among the parts.
 *
 * @param parts - The file.
 * @returns Its root, and where it points.
 * @throws {FileRefused} when there is none.
 */
export function mainPart(parts: FileParts): MainPart {
  const named = parts.relations("").find(({ kind }) => kind === "officeDocument")?.target;
  const main = named ?? "xl/workbook.xml";
  const workbook = parts.root(main);
  if (workbook?.name !== "workbook") {
    throw new FileRefused("the file is a ZIP archive but no workbook; it must be an .xlsx file");
  }
  return { workbook, relations: parts.relations(main) };
}

/** A sheet with cells. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly state: string | undefined;
}

/**
 * The sheets that have cells; charts and macros on sheets of their own are none.
 *
 * @param workbook - The root of the workbook.
 * @param relations - Where it points.
 * @returns Their names and parts, in order.
 */
export const sheetEntries = (
  workbook: XmlElement,
  relations: readonly Relation[],
): readonly SheetEntry[] =>
  all(one(workbook, "sheets"), "sheet").flatMap(({ attributes }): SheetEntry[] => {
    const { name = "", state } = attributes;
    const relation = relations.find(({ id }) => id === attributes["r:id"]);
    return relation?.kind === "worksheet" ? [{ name, part: relation.target, state }] : [];
  });

/**
 * The numbers by which cells say that their formula is a dynamic array.
 *
 * @param parts - The file.
 * @param relations - Where the workbook points.
 * @returns The numbers, as texts; those of this one kind of metadata.
 */
export function dynamicArrays(
  parts: FileParts,
  relations: readonly Relation[],
): ReadonlySet<string> {
  const metadata = parts.root(relations.find(({ kind }) => kind === "sheetMetadata")?.target);
  const types = all(one(metadata, "metadataTypes"), "metadataType");
  const type = String(1 + types.findIndex(({ attributes }) => attributes["name"] === "XLDAPR"));
  return new Set(
    all(one(metadata, "cellMetadata"), "bk").flatMap(({ children }, i) =>
      children.some(({ attributes }) => attributes["t"] === type) ? [String(i + 1)] : [],
    ),
  );
}
