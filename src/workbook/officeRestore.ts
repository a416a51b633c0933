/* Puts a workbook back after a batch that failed in the middle. */
import { placeOf } from "./officeAddress";
import { contentsOf, loaded, type Before } from "./officeBefore";
import { namesIn } from "./officeChange";
import { rangeOf, sheetOf } from "./officeRanges";
import type { CellValue, Place } from "./workbookPort";

/**
 * Puts back what was overwritten, and takes away what was added.
 *
 * Only what differs is written: a workbook that refuses to be written, and so was not, needs nothing.
 *
 * @param context - Excel's context; it is synchronised.
 * @param before - The workbook as it was.
 * @returns What may remain, in words.
 */
export async function restore(context: Excel.RequestContext, before: Before): Promise<string[]> {
  const { worksheets, tables, names } = context.workbook;
  const there = await namesIn(context);
  // What stood on a sheet that somebody deleted meanwhile went with it.
  const isOn = (list: readonly string[]) => {
    const known = new Set(list.map((name) => name.toLowerCase()));
    return (name: string) => known.has(name.toLowerCase());
  };
  const [isSheet, isTable, isName] = [isOn(there.sheets), isOn(there.tables), isOn(there.names)];

  const contents = before.contents
    .filter(({ place }) => isSheet(place.sheet))
    .map((was) => loaded(rangeOf(context, was.place), "values,formulas,hasSpill", was));
  const formats = before.formats
    .filter(({ place }) => isSheet(place.sheet))
    .map((was) => loaded(rangeOf(context, was.place), "numberFormat", was));
  const defined = before.names
    .filter(({ name }) => isName(name))
    .map((was) => loaded(names.getItem(was.name), "formula", was));
  const resized = before.resized
    .filter(({ name, place }) => isTable(name) && isSheet(place.sheet))
    .map((was) => loaded(tables.getItem(was.name).getRange(), "address", was));
  const newTables = there.tables
    .filter((name) => !before.tableNames.has(name.toLowerCase()))
    .map((name) => loaded(tables.getItem(name).getRange(), "address", name));
  const charts = before.charts
    .filter(({ sheet }) => isSheet(sheet))
    .map((was) => loaded(sheetOf(context, was.sheet).charts, "items/id", was));
  const added = before.added.map((id) => loaded(worksheets.getItemOrNullObject(id), "name", id));
  await context.sync();

  for (const { object, what } of charts) {
    for (const chart of object.items) if (!what.ids.includes(chart.id)) chart.delete();
  }
  for (const { object, what } of resized) {
    if (isSame(placeOf(object.address), what.place)) continue;
    tables.getItem(what.name).resize(rangeOf(context, what.place));
  }
  for (const { object, what } of newTables) {
    // Somebody else may have added a table meanwhile, elsewhere.
    const place = placeOf(object.address);
    if (before.tables.some((ours) => isSame(ours, place))) tables.getItem(what).convertToRange();
  }
  for (const { object, what } of defined) {
    if (what.formula === null) object.delete();
    else if (object.formula !== what.formula) object.formula = what.formula;
  }
  for (const { object, what } of formats) {
    if (!isSame(object.numberFormat, what.formats)) object.numberFormat = what.formats;
  }
  for (const { object, what } of contents) {
    if (!isSame(contentsNow(object, what.place), what.cells)) object.formulas = what.cells;
  }
  for (const { object } of added) if (!object.isNullObject) object.delete();
  await context.sync();
  return [...before.looks];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Null when a result spills there now, which it did not before. */
function contentsNow(range: Excel.Range, place: Place): CellValue[][] | null {
  try {
    return contentsOf(range, place);
  } catch {
    return null;
  }
}
