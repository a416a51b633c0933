/* Places that are kept outside the engine and follow what is done to its sheets, as formulas do. */
import { ICommandService } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetWorksheetNameMutation,
} from "@univerjs/sheets";
import { a1Of, rectangleOf } from "../workbook/a1";
import { movedRectangle, type Lines } from "../workbook/movedRectangle";
import type { Place } from "../workbook/workbookPort";
import type { Spreadsheet } from "./spreadsheet";

/** Where a place is now; null when all of it is gone. */
export type NewPlace = (place: Place) => Place | null;

const LINES = new Map<string, Pick<Lines, "axis" | "change">>([
  [InsertRowMutation.id, { axis: "row", change: "inserted" }],
  [RemoveRowMutation.id, { axis: "row", change: "removed" }],
  [InsertColMutation.id, { axis: "column", change: "inserted" }],
  [RemoveColMutation.id, { axis: "column", change: "removed" }],
]);

/** What the mutations come with, one or the other of it. */
interface SheetChange {
  readonly subUnitId: string;
  readonly name: string;
  readonly range: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}

/**
 * Tells of sheets that get another name, and of rows and columns that come and go, undo and redo included.
 *
 * @param spreadsheet - The spreadsheet.
 * @param moved - Takes what says where a place is now.
 */
export function watchPlaces(spreadsheet: Spreadsheet, moved: (to: NewPlace) => void): void {
  const commands = spreadsheet.service(ICommandService);
  const nameOf = (id: string) => spreadsheet.workbook.getSheetBySheetId(id)?.getSheetName() ?? "";
  let before = "";
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id === SetWorksheetNameMutation.id) before = nameOf((params as SheetChange).subUnitId);
  });
  commands.onCommandExecuted(({ id, params }) => {
    const change = params as SheetChange;
    if (id === SetWorksheetNameMutation.id) {
      const [from, to] = [before, change.name];
      moved((place) => (place.sheet === from ? { ...place, sheet: to } : place));
    }
    const kind = LINES.get(id);
    if (kind === undefined) return;
    const sheet = nameOf(change.subUnitId);
    const { startRow, endRow, startColumn, endColumn } = change.range;
    const [start, end] = kind.axis === "row" ? [startRow, endRow] : [startColumn, endColumn];
    const lines = { ...kind, first: start + 1, count: end - start + 1 };
    moved((place) => {
      if (place.sheet !== sheet) return place;
      const rectangle = movedRectangle(rectangleOf(place.a1), lines);
      return rectangle && { sheet, a1: a1Of(rectangle) };
    });
  });
}
