import type { IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/sheets/facade";
import { a1Of, absolute, bodyOf, quotedSheet, rectangleOf } from "../workbook/a1";
import type { BookName } from "../workbook/book";
import type { Place } from "../workbook/workbookPort";
import { EVERYWHERE } from "./repairs/nameScopes";

/** The engine's workbook. */
export type EngineWorkbook = NonNullable<ReturnType<FUniver["getWorkbook"]>>;

/**
 * The engine has no tables. A table is a defined name for its body, as Excel's formulas take it,
 * with this comment; its heading is the row above.
 */
const TABLE_COMMENT = "table";
/** What the engine calls the part of a saved workbook that holds the names. */
const NAMES_RESOURCE = "SHEET_DEFINED_NAME_PLUGIN";

/**
 * The defined names of a workbook, or its tables.
 * @param workbook - The engine's workbook.
 * @param kind - Which of the two.
 * @returns Their names.
 */
export const namesOf = (workbook: EngineWorkbook, kind: "names" | "tables"): string[] =>
  workbook
    .getDefinedNames()
    .filter((one) => (one.getComment() === TABLE_COMMENT) === (kind === "tables"))
    // A table goes with its sheet; its name stays behind in the engine as "#REF!".
    .filter((one) => kind === "names" || parseReference(one.getFormulaOrRefString()) !== null)
    .map((one) => one.getName());

/**
 * Where a name or a table stands.
 * @param workbook - The engine's workbook.
 * @param name - The name, in any case.
 * @param kind - Which of the two.
 * @returns The cells, of a table with its heading; null when there is none.
 */
export function placeOfName(
  workbook: EngineWorkbook,
  name: string,
  kind: "names" | "tables",
): Place | null {
  const found = find(workbook, name);
  if (!found || (found.getComment() === TABLE_COMMENT) !== (kind === "tables")) return null;
  const place = parseReference(found.getFormulaOrRefString());
  if (place === null || kind === "names") return place;
  const body = rectangleOf(place.a1);
  return { ...place, a1: a1Of({ ...body, row: body.row - 1, rows: body.rows + 1 }) };
}

/**
 * Defines a name, or defines it again.
 * @param workbook - The engine's workbook.
 * @param name - The name.
 * @param place - Its cells; of a table with the heading.
 * @param kind - Which of the two.
 */
export function define(
  workbook: EngineWorkbook,
  name: string,
  place: Place,
  kind: "names" | "tables",
): void {
  const cells = kind === "tables" ? bodyOf(place.a1) : place.a1;
  const reference = `${quotedSheet(place.sheet)}!${absolute(cells)}`;
  const existing = find(workbook, name);
  if (existing && (existing.getComment() === TABLE_COMMENT) === (kind === "tables")) {
    existing.setRef(reference);
    return;
  }
  // A table whose sheet has gone leaves its name behind.
  existing?.delete();
  const builder = workbook.newDefinedNameBuilder().setName(name).setRef(reference);
  if (kind === "tables") builder.setComment(TABLE_COMMENT);
  workbook.insertDefinedNameBuilder(builder.build());
}

const find = (workbook: EngineWorkbook, name: string) =>
  workbook.getDefinedNames().find((one) => one.getName().toLowerCase() === name.toLowerCase());

/** `$A$1` stays where it is when the formula that uses the name stands elsewhere. */

function parseReference(reference: string): Place | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(reference);
  const a1 = match?.[3];
  if (!match || a1 === undefined) return null;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  return { sheet, a1: a1Of(rectangleOf(a1)) };
}

/**
 * The names of a workbook as plain data.
 * @param workbook - The engine's workbook.
 * @returns Names and tables with their references.
 */
export const bookNames = (workbook: EngineWorkbook): BookName[] =>
  workbook.getDefinedNames().map((one) => {
    const sheetId = one.getLocalSheetId();
    const sheet = sheetId ? workbook.getSheetBySheetId(sheetId)?.getSheetName() : undefined;
    return {
      name: one.getName(),
      reference: one.getFormulaOrRefString(),
      table: one.getComment() === TABLE_COMMENT,
      ...(sheet === undefined ? {} : { sheet }),
    };
  });

/**
 * Names as the engine keeps them beside a workbook.
 * @param names - The names.
 * @param sheetIds - The engine's id of each sheet, by its name.
 * @returns The engine's resource.
 */
export function nameResources(
  names: readonly BookName[],
  sheetIds: ReadonlyMap<string, string>,
): NonNullable<IWorkbookData["resources"]> {
  const entries = names.map(({ name, reference, table, sheet }, i) => {
    const id = `name${i + 1}`;
    const comment = table ? TABLE_COMMENT : "";
    const localSheetId = (sheet !== undefined && sheetIds.get(sheet)) || EVERYWHERE;
    return [id, { id, name, formulaOrRefString: reference, comment, localSheetId }] as const;
  });
  return [{ name: NAMES_RESOURCE, data: JSON.stringify(Object.fromEntries(entries)) }];
}
