/* The last row and column of a sheet: what would go beyond them is not done. */
import { SHEET_LIMITS } from "../workbook/limits";
import { CustomCommandExecutionError, ICommandService, type IRange } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import type { Spreadsheet } from "./spreadsheet";

/** What changes that may be too large come with, one or the other of it. */
interface SizeChange {
  readonly subUnitId: string;
  readonly range: IRange;
  readonly toRange: IRange;
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * Refuses what would go beyond Excel's last row or column, such as a paste of copied cells, inserted rows
 * or cells that are moved; the engine does it, and no file could hold it.
 *
 * @param spreadsheet - The spreadsheet.
 * @param refused - Called when something was not done for that.
 */
export function keepSheetEnd(spreadsheet: Spreadsheet, refused: () => void): void {
  spreadsheet.service(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (!isBeyond(spreadsheet, id, params as SizeChange)) return;
    refused();
    throw new CustomCommandExecutionError("the sheet would be larger than a sheet can be");
  });
}

function isBeyond(spreadsheet: Spreadsheet, id: string, params: SizeChange): boolean {
  const sheet = () => spreadsheet.workbook.getSheetBySheetId(params.subUnitId);
  switch (id) {
    case InsertRowMutation.id: {
      const { startRow, endRow } = params.range;
      return (sheet()?.getMaxRows() ?? 0) + endRow - startRow + 1 > SHEET_LIMITS.rows;
    }
    case InsertColMutation.id: {
      const { startColumn, endColumn } = params.range;
      return (sheet()?.getMaxColumns() ?? 0) + endColumn - startColumn + 1 > SHEET_LIMITS.columns;
    }
    case SetWorksheetRowCountMutation.id:
      return params.rowCount > SHEET_LIMITS.rows;
    case SetWorksheetColumnCountMutation.id:
      return params.columnCount > SHEET_LIMITS.columns;
    case MoveRangeCommand.id:
      return (
        params.toRange.endRow >= SHEET_LIMITS.rows ||
        params.toRange.endColumn >= SHEET_LIMITS.columns
      );
    default:
      return false;
  }
}
