/* Several changes of a sheet, made one after the other and undone as one. */
import { SHEET_LIMITS } from "../workbook/limits";
import {
  type IAccessor,
  ICommandService,
  type IMutationInfo,
  type IRange,
  IUndoRedoService,
} from "@univerjs/core";
import {
  getPrimaryForRange,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetSelectionsOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Rectangle } from "../workbook/a1";
import type { CellMatrix } from "./cellChanges";
import { allowPauses } from "./longUndo";
import { UNIT_ID } from "./repairs/unitId";
import type { Spreadsheet } from "./spreadsheet";
import { Turn } from "./repairs/turn";

/** A sheet that has to grow gets so many empty rows more. */
const ROOM_ROWS = 100;

/** A change with what takes it back. */
interface Change {
  readonly redo: IMutationInfo;
  readonly undo: IMutationInfo;
}

/** Changes of one sheet that become one step of undo. */
export class UndoableStep {
  /** The sheet in the engine's own words. */
  readonly worksheet;
  private readonly commands;
  private readonly where;
  private readonly accessor: IAccessor;
  private readonly changes: Change[] = [];

  /**
   * @param spreadsheet - The spreadsheet; nothing else may change it until the step is finished.
   * @param sheet - The sheet's name.
   * @throws {Error} when there is no such sheet.
   */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    sheet: string,
  ) {
    const found = spreadsheet.workbook.getSheetByName(sheet);
    if (!found) throw new Error(`there is no sheet ${sheet}`);
    this.worksheet = found.getSheet();
    this.commands = spreadsheet.service(ICommandService);
    this.accessor = { get: (token: never) => spreadsheet.service(token) } as unknown as IAccessor;
    this.where = { unitId: UNIT_ID, subUnitId: this.worksheet.getSheetId() };
  }

  /**
   * Makes the sheet large enough.
   * @param target - The cells that it has to have.
   */
  grow({ row, column, rows, columns }: Rectangle): void {
    const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
    const [rowCount, columnCount] = [this.worksheet.getRowCount(), this.worksheet.getColumnCount()];
    if (lastRow > rowCount) {
      const enough = Math.min(lastRow + ROOM_ROWS, SHEET_LIMITS.rows);
      this.make(SetWorksheetRowCountMutation.id, { rowCount: enough }, { rowCount });
    }
    if (lastColumn > columnCount) {
      const id = SetWorksheetColumnCountMutation.id;
      this.make(id, { columnCount: lastColumn }, { columnCount });
    }
  }

  /**
   * Writes cells.
   * @param cellValue - The cells by row and column, from 0.
   */
  write(cellValue: CellMatrix): void {
    // A user's writing has a trigger; results of a calculation have none.
    const params = { ...this.where, cellValue, trigger: SetRangeValuesCommand.id };
    const undo = SetRangeValuesUndoMutationFactory(this.accessor, params);
    this.make(SetRangeValuesMutation.id, params, undo);
  }

  /**
   * Selects cells; what was selected is selected again when the step is undone.
   * @param target - The cells.
   */
  select({ row, column, rows, columns }: Rectangle): void {
    const [startRow, startColumn] = [row - 1, column - 1];
    const corner = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
    const range: IRange = {
      ...corner,
      endRow: startRow + rows - 1,
      endColumn: startColumn + columns - 1,
    };
    const primary = getPrimaryForRange(corner, this.worksheet);
    const selections = this.spreadsheet.service(SheetsSelectionsService).getCurrentSelections();
    this.make(
      SetSelectionsOperation.id,
      { selections: [{ range, primary, style: null }] },
      { selections },
    );
  }

  /** Makes all of it one step of undo. */
  finish(): void {
    const step = {
      unitID: UNIT_ID,
      redoMutations: this.changes.map(({ redo }) => redo),
      undoMutations: this.changes.map(({ undo }) => undo).reverse(),
    };
    allowPauses(step);
    this.spreadsheet.service(IUndoRedoService).pushUndoRedo(step);
  }

  /** Takes everything back, from the last. */
  async takeBack(): Promise<void> {
    const turn = new Turn();
    for (let change = this.changes.pop(); change; change = this.changes.pop()) {
      this.commands.syncExecuteCommand(change.undo.id, change.undo.params);
      if (turn.isOver) await turn.pause();
    }
  }

  private make(id: string, redo: object, undo: object): void {
    const change = {
      redo: { id, params: { ...this.where, ...redo } },
      undo: { id, params: { ...this.where, ...undo } },
    };
    this.commands.syncExecuteCommand(id, change.redo.params);
    this.changes.push(change);
  }
}
