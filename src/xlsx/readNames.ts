/* The defined names of a file. */
import type { BookName } from "../workbook/book";
import { a1Of, quotedSheet } from "../workbook/a1";
import { refusedReference, spelledForCell } from "./formulaSpelling";
import { placeIn, type Losses } from "./losses";
import { bodyOfTable, type Table } from "./tables";
import { all, isOn, one, type XmlElement } from "./xml";

/** Marks the names that stand for tables: the files that the workbench writes have no table parts. */
export const TABLE_COMMENT = "table";

/** Excel's own names, and what they are for. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  "_xlnm.print_area": "print areas",
  "_xlnm.print_titles": "titles on every printed page",
  "_xlnm._filterdatabase": "filters",
};

const CELLS = /^(?:'(?:[^']|'')+'|[^'!()[\]{},"]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$/i;

/** Without a sheet. */
const OWN_CELLS = /^\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?$/i;

/**
 * Reads the names.
 *
 * @param defined - Their elements.
 * @param sheets - The names of the sheets, in the order of the file.
 * @param tables - The tables of the file: they become names.
 * @param losses - Where names go that are not kept.
 * @returns The names.
 */
export function readNames(
  defined: readonly XmlElement[],
  sheets: readonly string[],
  tables: readonly Table[],
  losses: Losses,
): BookName[] {
  const names = new Set(defined.map(({ attributes }) => (attributes["name"] ?? "").toUpperCase()));
  const found = defined.flatMap(({ attributes, text }): BookName[] => {
    const { name = "", localSheetId, comment, hidden } = attributes;
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)];
    const where = sheet === undefined ? name : placeIn(sheet, name);
    if (/^_xl/i.test(name)) {
      const feature = OWN_NAMES[name.toLowerCase()];
      // A filter's hidden name says no more than the filter.
      if (feature !== "filters") losses.lost(feature ?? `the name ${name}`, sheet);
      return [];
    }
    const refused = refusedReference(text);
    if (refused !== null) {
      losses.lost(`names that refer to ${refused}`, where);
      return [];
    }
    if (isOn(hidden)) losses.changed("hidden names", "they are shown", where);
    const reference = text.trim();
    return [
      {
        name,
        reference:
          CELLS.test(reference) || OWN_CELLS.test(reference)
            ? reference
            : spelledForCell(reference, names),
        table: comment === TABLE_COMMENT,
        ...(sheet === undefined ? {} : { sheet }),
      },
    ];
  });
  return [...found, ...tables.flatMap((table) => nameOfTable(table, names, losses))];
}

/**
 * The defined names of the workbook part.
 * @param workbook - Its root.
 * @returns Their elements.
 */
export const definedNames = (workbook: XmlElement): XmlElement[] =>
  all(one(workbook, "definedNames"), "definedName");

function nameOfTable(table: Table, names: ReadonlySet<string>, losses: Losses): BookName[] {
  const body = bodyOfTable(table);
  const where = placeIn(table.sheet, a1Of(table.area));
  if (names.has(table.name.toUpperCase()) || body.rows < 1 || table.headings !== 1) {
    losses.lost("tables", where);
    return [];
  }
  losses.changed("tables", "kept as names for their cells, without stripes and filters", where);
  const cells = a1Of(body).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return [{ name: table.name, reference: `${quotedSheet(table.sheet)}!${cells}`, table: true }];
}
