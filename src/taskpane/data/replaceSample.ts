/* The user's own histories in place of the sample's: made-up rows never stand among real ones. */
import type { SpreadRow } from "../../calc/series/spreadRow";
import { chartsFollow } from "../../templates/chartsFollow";
import { DATA_TABLE } from "../../templates/dataNames";
import { replaceRows } from "../../templates/dataSheet";
import { below, rectangleOf } from "../../workbook/a1";
import { needRoom } from "../../workbook/needRoom";
import type { Place, WorkbookPort } from "../../workbook/workbookPort";
import { takeLastRow } from "./takeLastRow";

/** Histories to write, and where they come from. */
export interface OwnHistories {
  readonly rows: readonly SpreadRow[];
  readonly about: string;
}

/**
 * Puts the user's own histories in the place of the sample's. The levels of the assumptions that were the
 * sample's become those of the last row; what the user has entered stays.
 *
 * @param workbook - The workbook.
 * @param table - Where the sample's table stands.
 * @param own - What it holds then.
 * @throws WorkbookError when the cells that it grows into are not empty.
 */
export async function replaceSample(
  workbook: WorkbookPort,
  table: Place,
  own: OwnHistories,
): Promise<void> {
  const before = rectangleOf(table.a1).rows - 1;
  const more = own.rows.length - before;
  if (more > 0) await needRoom(workbook, DATA_TABLE, { ...table, a1: below(table.a1, more) });
  await workbook.change(replaceRows(table, own));
  await takeLastRow(workbook, own.rows);
  await chartsFollow(workbook, before);
}
