/*
 * What a list of changes is about to overwrite in Excel, and how to put it back: a batch is no
 * transaction, Excel keeps what it did before it failed.
 */
import { a1Of, isErrorText, rectangleOf } from "./a1";
import { checkResize } from "./checkChanges";
import { placeOf } from "./officeAddress";
import { asCell, nameFormula } from "./officeChange";
import { rangeOf, sheetOf } from "./officeRanges";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type Place,
  type TakenNames,
} from "./workbookPort";

/** The workbook before a list of changes, as far as they touch it. */
export interface Before {
  /** The ids of the sheets that were added since. */
  readonly added: string[];
  readonly contents: readonly { place: Place; cells: CellValue[][] }[];
  readonly formats: readonly { place: Place; formats: string[][] }[];
  readonly resized: readonly { name: string; place: Place }[];
  /** The formula is null when there was no such name; `next` is what it becomes. */
  readonly names: readonly { name: string; formula: string | null; next: string }[];
  /** Tables to add to sheets that were there. */
  readonly tables: readonly Place[];
  /** The names of the tables that were there, in lower case. */
  readonly tableNames: ReadonlySet<string>;
  /** The charts of the sheets on which one is added, by their ids. */
  readonly charts: readonly { sheet: string; ids: readonly string[] }[];
  /** What cannot be put back, in words. */
  readonly looks: readonly string[];
}

type Of<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;

/**
 * Reads what the changes are about to overwrite, and refuses what Excel would refuse on the way.
 *
 * @param context - Excel's context; it is synchronised once.
 * @param changes - The changes; `checkChanges` has passed them.
 * @param taken - The names of the workbook.
 * @returns The workbook as far as they touch it.
 * @throws WorkbookError when a sheet is protected, a table stands elsewhere or a result spills there.
 */
export async function remember(
  context: Excel.RequestContext,
  changes: readonly Change[],
  taken: TakenNames,
): Promise<Before> {
  const changesOf = <Kind extends Change["kind"]>(...kinds: Kind[]): Of<Kind>[] =>
    changes.filter((change): change is Of<Kind> => (kinds as string[]).includes(change.kind));
  const isNew = (sheet: string) =>
    changesOf("addSheet").some(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const onOld = <T extends { sheet: string }>(list: readonly T[]) =>
    list.filter(({ sheet }) => !isNew(sheet));

  const headings = changesOf("addTable").map(({ sheet, a1 }) => ({
    sheet,
    a1: a1Of({ ...rectangleOf(a1), rows: 1 }),
  }));
  const contents = onOld<Place>([...changesOf("values", "formula"), ...headings]).map((place) => {
    const range = rangeOf(context, place);
    const spill = range.getCell(0, 0).getSpillingToRangeOrNullObject();
    return {
      ...loaded(range, "values,formulas,hasSpill", place),
      spill: loaded(spill, "address", place).object,
    };
  });
  const formats = onOld(changesOf("numberFormat")).map((place) =>
    loaded(rangeOf(context, place), "numberFormat", place),
  );
  const { tables, names } = context.workbook;
  const resized = onOld(changesOf("resizeTable")).map((change) =>
    loaded(tables.getItem(change.name).getRange(), "address", change),
  );
  const defined = changesOf("defineName").map((change) =>
    loaded(names.getItemOrNullObject(change.name), "formula", change),
  );
  const planned = changesOf("addChart").map(({ chart }) => ({
    name: chart.name,
    sheet: chart.over.sheet,
  }));
  const charts = onOld(planned).map((chart) =>
    loaded(sheetOf(context, chart.sheet).charts, "items/id,items/name", chart),
  );
  const touched = changes.flatMap((change) => ("sheet" in change ? [change.sheet] : []));
  const sheets = onOld([...new Set([...touched, ...planned.map(({ sheet }) => sheet)])].map(named));
  const guards = sheets.map((one) =>
    loaded(sheetOf(context, one.sheet).protection, "protected", one.sheet),
  );
  const structure = context.workbook.protection;
  structure.load("protected");
  await context.sync();

  for (const { object, what } of guards) {
    if (object.protected) {
      throw new WorkbookError(
        `the sheet ${what} is protected: unprotect it (Review tab), then try again`,
        "AccessDenied",
      );
    }
  }
  if (structure.protected && changesOf("addSheet").length > 0) {
    throw new WorkbookError(
      "the workbook's structure is protected and no sheet can be added: unprotect it (Review tab, Protect Workbook), then try again",
      "AccessDenied",
    );
  }
  for (const { object, what } of resized) checkResize(what.name, placeOf(object.address), what);
  for (const { object, what } of charts) {
    if (object.items.some(({ name }) => name === what.name)) {
      throw new WorkbookError(
        `there is a chart ${what.name} on sheet ${what.sheet} already: delete it, then try again`,
        "ItemAlreadyExists",
      );
    }
  }
  return {
    added: [],
    contents: contents.map(({ object, what, spill }) => ({
      place: what,
      cells: isWholeSpill(spill, what) ? spillOf(object) : contentsOf(object, what),
    })),
    formats: formats.map(({ object, what }) => ({
      place: what,
      formats: object.numberFormat as string[][],
    })),
    resized: resized.map(({ object, what }) => ({
      name: what.name,
      place: placeOf(object.address),
    })),
    names: defined.map(({ object, what }) => ({
      name: what.name,
      formula: object.isNullObject ? null : String(object.formula),
      next: nameFormula(what),
    })),
    tables: onOld(changesOf("addTable")).map(({ sheet, a1 }) => ({ sheet, a1 })),
    tableNames: new Set(taken.tables.map((name) => name.toLowerCase())),
    charts: charts.map(({ object, what }) => ({
      sheet: what.sheet,
      ids: object.items.map(({ id }) => id),
    })),
    looks: [
      ...onOld(changesOf("style")).map(({ sheet, a1 }) => `the look of ${a1} on ${sheet}`),
      ...onOld(changesOf("colorScale")).map(
        ({ sheet, a1 }) => `the colour scale of ${a1} on ${sheet}`,
      ),
      ...onOld(changesOf("widths")).map(({ sheet }) => `the column widths of ${sheet}`),
      ...onOld(changesOf("freeze")).map(({ sheet }) => `the frozen rows and columns of ${sheet}`),
    ],
  };
}

const named = (sheet: string) => ({ sheet });

/**
 * Asks Excel for properties of an object.
 * @param object - The object.
 * @param properties - Their names, with commas between.
 * @param what - What it is asked for.
 * @returns The object beside what it is asked for.
 */
export function loaded<T extends { load(properties: string): unknown }, What>(
  object: T,
  properties: string,
  what: What,
): { object: T; what: What } {
  object.load(properties);
  return { object, what };
}

const isWholeSpill = (spill: Excel.Range, { a1 }: Place): boolean =>
  !spill.isNullObject && placeOf(spill.address).a1 === a1;

/** A result with all its cells is its formula, and nothing beside it. */
const spillOf = ({ formulas }: Excel.Range): CellValue[][] =>
  (formulas as CellValue[][]).map((row, i) =>
    row.map((formula, j) => (i === 0 && j === 0 ? formula : "")),
  );

/**
 * The cells as they are written to look as they do; what only spills into them is not theirs.
 * @param range - Cells with their values, formulas and hasSpill loaded.
 * @param place - Where they stand.
 * @param place.sheet - On which sheet.
 * @param place.a1 - In which cells.
 * @returns Values and formulas to write.
 * @throws WorkbookError when a result spills into some of several cells.
 */
export function contentsOf(range: Excel.Range, { sheet, a1 }: Place): CellValue[][] {
  const values = range.values as CellValue[][];
  const formulas = range.formulas as CellValue[][];
  const isOne = values.length === 1 && values[0]?.length === 1;
  // Null, whatever the types say, when some of the cells are spilled into and some are not.
  const spills = (range.hasSpill as boolean | null) ?? true;
  if (spills && !isOne) {
    throw new WorkbookError(
      `the cells ${a1} of ${sheet} hold a result that spills into them: delete its formula first, then try again`,
      "InvalidOperation",
    );
  }
  return values.map((row, i) =>
    row.map((value, j) => {
      const formula = formulas[i]?.[j] ?? "";
      if (typeof formula === "string" && formula.startsWith("=") && formula !== value) {
        return formula;
      }
      if (spills) return "";
      return typeof value === "string" && isErrorText(value) ? value : asCell(value);
    }),
  );
}
