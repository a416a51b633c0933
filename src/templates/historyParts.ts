/*
 * Parts of sheets with a row for each row of the histories. The headings of each have a name, by which the part is
 * found again wherever the user has moved it; the chart that draws it has the same name.
 */
import { a1Of, rectangleOf, type Rectangle } from "../workbook/a1";
import type { Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { DAY, RATIO, SPREAD } from "./look";
import { cellOf, columnsOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

const spreads = (columns: number) => Array.from({ length: columns }, () => SPREAD.format);

/** The number formats of their columns. */
const FORMATS = {
  /** Of the dashboard: the gap with its mean and a deviation on either side, and its z-scores. */
  gap: [DAY.format, ...spreads(5)],
  z: [DAY.format, ...Array.from({ length: 5 }, () => RATIO.format)],
  /** Of the backtest. */
  signal: [DAY.format, RATIO.format, "0.00%"],
  path: ["0", "0", ...spreads(2)],
  earned: [DAY.format, ...spreads(2)],
  fallen: [DAY.format, ...spreads(2)],
} as const satisfies Record<string, readonly string[]>;

export type HistoryPart = keyof typeof FORMATS;

/** A part that stands in a workbook. */
export interface StandingPart {
  readonly name: string;
  readonly part: HistoryPart;
  /** Its headings. */
  readonly headings: Place;
}

/**
 * The name of a part's headings and of its chart.
 *
 * @param prefix - What the names of its sheet begin with.
 * @param part - The part.
 * @returns For example "RV_Dashboard_gap".
 */
export const partName = (prefix: string, part: HistoryPart): string => `${prefix}_${part}`;

/**
 * What the names of a new sheet begin with.
 *
 * @param sheet - The sheet's name.
 * @param names - Defined names that are there.
 * @returns A beginning that none of them has.
 *
 * @example
 * namesPrefix("Dashboard 2", []); // => "RV_Dashboard2"
 */
export function namesPrefix(sheet: string, names: readonly string[]): string {
  const wanted = `RV_${sheet.replaceAll(/\W/g, "")}`;
  const isTaken = (prefix: string) =>
    names.some((name) => name.toLowerCase().startsWith(`${prefix.toLowerCase()}_`));
  let prefix = wanted;
  for (let number = 2; isTaken(prefix); number++) prefix = `${wanted}.${number}`;
  return prefix;
}

/**
 * The cells of a part with all of its rows.
 *
 * @param headings - Its headings.
 * @param rows - Rows of the histories.
 * @returns Headings and rows.
 */
export const withRows = ({ sheet, a1 }: Place, rows: number): Place => ({
  sheet,
  a1: a1Of({ ...rectangleOf(a1), rows: rows + 1 }),
});

/**
 * The changes that add a part.
 *
 * @param sheet - The sheet's name.
 * @param prefix - What the sheet's names begin with.
 * @param part - Which one.
 * @param at - Where its headings stand.
 * @param rows - Rows of the histories.
 * @param columns - Heading and formula of each column; null where the formula before it spills there.
 * @returns Changes, in order.
 */
export function addPart(
  sheet: string,
  prefix: string,
  part: HistoryPart,
  at: Rectangle,
  rows: number,
  columns: readonly (readonly [heading: string, formula: string | null])[],
): Change[] {
  const { values, formula, style } = sheetWriter(sheet);
  const headings = rowsOf(at);
  return [
    values(headings, [columns.map(([heading]) => heading)]),
    style(headings, "numberHeading"),
    { kind: "defineName", name: partName(prefix, part), sheet, a1: headings },
    ...partFormats({ part, headings: { sheet, a1: headings } }, 0, rows),
    ...columns.flatMap(([, words], i) =>
      words === null ? [] : [formula(cellOf(at, 1, i), words)],
    ),
  ];
}

/**
 * How the numbers of rows of a part are shown.
 *
 * @param standing - The part and where its headings stand.
 * @param from - Rows below its headings that are left as they are.
 * @param rows - Rows of the histories.
 * @returns Changes; none where no rows are new.
 */
export function partFormats(
  { part, headings }: Pick<StandingPart, "part" | "headings">,
  from: number,
  rows: number,
): Change[] {
  if (rows <= from) return [];
  const { format } = sheetWriter(headings.sheet);
  const all = { ...rectangleOf(headings.a1), rows: rows + 1 };
  return FORMATS[part].map((shown, i) => format(columnsOf(all, i, 1 + from), shown));
}

/**
 * The parts of a workbook.
 *
 * @param workbook - The workbook.
 * @returns Those whose headings are all there.
 */
export async function standingParts(workbook: WorkbookPort): Promise<readonly StandingPart[]> {
  const { names } = await workbook.names();
  const found = await Promise.all(
    names.map(async (name): Promise<StandingPart[]> => {
      const part = partOf(name);
      const headings = part === null ? null : await workbook.findName(name);
      if (part === null || headings === null) return [];
      const { rows, columns } = rectangleOf(headings.a1);
      if (rows !== 1 || columns !== FORMATS[part].length) return [];
      return (await areHeadings(workbook, headings)) ? [{ name, part, headings }] : [];
    }),
  );
  return found.flat();
}

/**
 * Whether cells are headings: the engine keeps a name on its cells when all of them are deleted.
 *
 * @param workbook - The workbook.
 * @param place - The cells, in one row.
 * @returns True where each has words.
 */
export async function areHeadings(workbook: WorkbookPort, place: Place): Promise<boolean> {
  const [words = []] = await workbook.read(place);
  return words.every((word) => typeof word === "string" && word !== "");
}

function partOf(name: string): HistoryPart | null {
  const [, end = ""] = /^RV_.+_([a-z]+)$/.exec(name) ?? [];
  return Object.hasOwn(FORMATS, end) ? (end as HistoryPart) : null;
}
