/* The data table of a workbook: reading it, and bringing rows to it. */
import type { SpreadRow } from "../../calc/series/spreadRow";
import { mergeRows, type Merge, type Revision } from "../../data/merge";
import { chartsFollow } from "../../templates/chartsFollow";
import { DATA_TABLE } from "../../templates/dataNames";
import { appendRows, readAbout } from "../../templates/dataSheet";
import { isMadeUp } from "../../templates/illustrative";
import { below, bodyOf, cellA1, rectangleOf } from "../../workbook/a1";
import { needRoom } from "../../workbook/needRoom";
import { followLastRow } from "./followLastRow";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type Place,
  type WorkbookPort,
} from "../../workbook/workbookPort";

/** The data table as it was read. */
export interface Standing {
  readonly place: Place;
  readonly rows: readonly SpreadRow[];
  /** Whether its numbers are made up: the sample book's. */
  readonly isSample: boolean;
}

/** Dates, MBS spreads, corporate spreads. */
const COLUMNS = 3;

/**
 * Reads the data table.
 *
 * @param workbook - The workbook.
 * @returns Its rows, or null when the workbook has none.
 * @throws WorkbookError when columns are missing.
 */
export async function readStanding(workbook: WorkbookPort): Promise<Standing | null> {
  const place = await workbook.findTable(DATA_TABLE);
  if (place === null) return null;
  const { rows, columns } = rectangleOf(place.a1);
  if (columns < COLUMNS) {
    throw new WorkbookError(
      `the table ${DATA_TABLE} has ${columns} column${columns === 1 ? "" : "s"}; it must have dates, MBS spreads and corporate spreads: undo the deletion in the sheet, or delete the table and write the data again`,
      "InvalidArgument",
    );
  }
  const isSample = isMadeUp(await readAbout(workbook));
  if (rows < 2) return { place, rows: [], isSample };
  const cells = await workbook.read({ ...place, a1: bodyOf(place.a1) });
  return { place, rows: cells.map(rowOf), isSample };
}

function rowOf([date = "", mbs = "", corporate = ""]: readonly CellValue[]): SpreadRow {
  const number = (cell: CellValue) => (typeof cell === "number" ? cell : null);
  return { date: number(date) ?? NaN, mbs: number(mbs), corporate: number(corporate) };
}

/** What bringing rows came to: written, or something to ask first because the table changed. */
export type Brought = { readonly written: Merge } | { readonly ask: Merge };

/**
 * Brings rows to the data table, in one step.
 *
 * @param workbook - The workbook.
 * @param rows - Rows in basis points, oldest first.
 * @param agreed - The revisions that the user has seen and agreed to.
 * @param note - What to add to the line above the table that says where the numbers come from.
 * @returns What was written; or what has to be asked, and then nothing is written.
 * @throws WorkbookError when the table is gone or the sample's, or the cells below it are not empty.
 */
export async function bringRows(
  workbook: WorkbookPort,
  rows: readonly SpreadRow[],
  agreed: readonly Revision[],
  note: string | null,
): Promise<Brought> {
  const standing = await readStanding(workbook);
  if (standing === null) {
    throw new WorkbookError(
      `the table ${DATA_TABLE} is not there any more: it was renamed or deleted; undo that in the sheet, or write the data again`,
      "ItemNotFound",
    );
  }
  if (standing.isSample) {
    throw new WorkbookError(
      `the table ${DATA_TABLE} holds the sample's made-up histories, and made-up rows never stand among real ones: replace the sample with your data`,
      "InvalidArgument",
    );
  }
  const merge = mergeRows(standing.rows, rows);
  if (merge.between.length > 0 || !isAgreed(merge.revised, agreed)) return { ask: merge };
  const { length } = merge.added;
  const { place } = standing;
  if (length > 0) await needRoom(workbook, DATA_TABLE, { ...place, a1: below(place.a1, length) });
  const changes = appendRows(standing.place, merge.added, merge.revised);
  const noted = note === null ? [] : await noteChange(workbook, standing.place, note);
  if (changes.length > 0) await workbook.change([...changes, ...noted]);
  const [before, now] = [standing.rows.at(-1), merge.added.at(-1)];
  if (before !== undefined && now !== undefined) await followLastRow(workbook, before, now);
  if (length > 0) await chartsFollow(workbook, standing.rows.length);
  return { written: merge };
}

/** Nothing is written over that the user has not seen as it stands now. */
const isAgreed = (revised: readonly Revision[], agreed: readonly Revision[]): boolean =>
  revised.every(({ at, was, row }) =>
    agreed.some((seen) => seen.at === at && sameRow(seen.was, was) && sameRow(seen.row, row)),
  );

const sameRow = (a: SpreadRow, b: SpreadRow): boolean =>
  a.date === b.date && a.mbs === b.mbs && a.corporate === b.corporate;

/** A cell holds so many characters. */
const LONGEST_TEXT = 32_767;

/** The line two rows above the table, where the data sheet says where its numbers come from. */
async function noteChange(workbook: WorkbookPort, place: Place, note: string): Promise<Change[]> {
  const { row, column } = rectangleOf(place.a1);
  if (row < 3) return [];
  const a1 = cellA1(row - 2, column);
  const [[held = ""] = []] = await workbook.read({ ...place, a1 });
  if (typeof held !== "string" || held === "") return [];
  const text = `${held} ${note}`;
  if (text.length > LONGEST_TEXT) return [];
  return [{ kind: "values", sheet: place.sheet, a1, values: [[text]] }];
}
