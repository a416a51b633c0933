import { bodyOf } from "../../workbook/a1";
import type { Place, WorkbookPort } from "../../workbook/workbookPort";
import type { NumberStyle } from "../numbers";
import type { Surroundings } from "./argument";

/**
 * What a reference can mean in a workbook now.
 *
 * @param workbook - The workbook.
 * @param numbers - The language.
 * @returns Its sheets and names; a table's name stands for its cells without the heading.
 */
export async function readSurroundings(
  workbook: WorkbookPort,
  numbers: NumberStyle,
): Promise<Surroundings> {
  const [taken, { sheet }] = await Promise.all([workbook.names(), workbook.selection()]);
  const places = await Promise.all([
    ...taken.tables.map(async (name) => {
      const place = await workbook.findTable(name);
      return { name, place: place && { ...place, a1: bodyOf(place.a1) } };
    }),
    ...taken.names.map(async (name) => ({ name, place: await workbook.findName(name) })),
  ]);
  const known = places.filter((one): one is { name: string; place: Place } => one.place !== null);
  return {
    sheet,
    sheets: taken.sheets,
    names: new Map(known.map((one) => [one.name.toLowerCase(), one])),
    numbers,
  };
}
