/* How a sheet of the templates is printed, in a file: landscape, as wide as a page, name and number below. */
import { absolute, quotedSheet } from "../workbook/a1";
import type { BookSheet } from "../workbook/book";
import { isOnePage } from "../workbook/onePage";
import { escaped } from "./xmlText";
import type { XmlElement } from "./xml";

const FOOTER = "&L&A&RPage &P of &N";

/** What a sheet's part has for it before its other parts. */
export const FIT_TO_PAGE = '<pageSetUpPr fitToPage="1"/>';

/**
 * How a sheet is printed, after its margins.
 *
 * @param page - What is printed of it.
 * @returns Elements of the sheet's part.
 */
export const pageSetup = ({ area }: NonNullable<BookSheet["page"]>): string =>
  `<pageSetup orientation="landscape" fitToHeight="${isOnePage(area) ? 1 : 0}"/><headerFooter><oddFooter>${escaped(FOOTER)}</oddFooter></headerFooter>`;

const [AREA, TITLES] = ["_xlnm.Print_Area", "_xlnm.Print_Titles"];

/**
 * Whether an element of a sheet's part is one of those that are written here.
 *
 * @param element - A child of the sheet.
 * @returns True for the page setup and the footer of a sheet of the templates.
 */
export function isOwnPage({ name, attributes, children }: XmlElement): boolean {
  if (name === "pageSetup") {
    const { orientation, fitToHeight, ...others } = attributes;
    const isFitted = fitToHeight === "0" || fitToHeight === "1";
    return orientation === "landscape" && isFitted && Object.keys(others).length === 0;
  }
  return name === "headerFooter" && children.length === 1 && children[0]?.text === FOOTER;
}

/**
 * The names by which Excel knows what of a sheet is printed, and which rows stand on every page.
 *
 * @param sheet - The sheet.
 * @param place - Its place in the workbook, from 0.
 * @returns Elements of the workbook part; none where nothing is said.
 */
export function pageNames({ name, page, frozen }: BookSheet, place: number): string {
  if (page === undefined) return "";
  const defined = (own: string, cells: string) =>
    `<definedName name="${own}" localSheetId="${place}">${escaped(`${quotedSheet(name)}!${cells}`)}</definedName>`;
  const area = page.area === undefined ? "" : defined(AREA, absolute(page.area));
  const rows = isOnePage(page.area) ? 0 : (frozen?.rows ?? 0);
  return area + (rows === 0 ? "" : defined(TITLES, `$1:$${rows}`));
}

/**
 * The sheets with what Excel's own names say of their pages.
 *
 * @param defined - The defined names of the file.
 * @param order - The names of its sheets, in its order.
 * @param sheets - Its sheets.
 * @returns The sheets, and the names that are kept in them.
 */
export function readPageNames(
  defined: readonly XmlElement[],
  order: readonly string[],
  sheets: readonly BookSheet[],
): { readonly sheets: BookSheet[]; readonly kept: ReadonlySet<XmlElement> } {
  const paged = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const kept = new Set<XmlElement>();
  for (const element of defined) {
    const { name = "", localSheetId } = element.attributes;
    const sheet = paged.get(order[Number(localSheetId)] ?? "");
    const found = sheet === undefined ? null : withPageName(sheet, name, element.text.trim());
    if (found === null) continue;
    kept.add(element);
    paged.set(found.name, found);
  }
  return { sheets: [...paged.values()], kept };
}

/** The sheet with what a name says of its page; null where that is not kept. */
function withPageName(sheet: BookSheet, name: string, reference: string): BookSheet | null {
  if (sheet.page === undefined) return null;
  const before = [`${quotedSheet(sheet.name)}!`, `${sheet.name}!`].find((start) =>
    reference.startsWith(start),
  );
  if (before === undefined) return null;
  const cells = reference.slice(before.length);
  if (name === TITLES) return cells === `$1:$${sheet.frozen?.rows ?? 0}` ? sheet : null;
  if (name !== AREA || !/^\$[A-Z]{1,3}\$\d{1,7}(:\$[A-Z]{1,3}\$\d{1,7})?$/.test(cells)) return null;
  return { ...sheet, page: { area: cells.replaceAll("$", "") } };
}
