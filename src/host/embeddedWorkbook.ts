/* The workbook of the embedded engine, as the pane and the templates see it. */
import { ICommandService, IUndoRedoService } from "@univerjs/core";
import {
  SetRangeValuesCommand,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from "@univerjs/sheets";
import { a1Of } from "../workbook/a1";
import { checkChanges, checkResize, sheetGone } from "../workbook/checkChanges";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type ChartPlan,
  type ChartSource,
  type HostAbility,
  type Place,
  type Stop,
  type WorkbookPort,
} from "../workbook/workbookPort";
import { addCellChange, isCellChange, keepFormulas, type CellMatrix } from "./cellChanges";
import { setWidths } from "./columnWidths";
import { isCellError } from "./runtime/cellValue";
import { changedPlace } from "./changedPlace";
import { addFormat } from "./formats/sheetFormats";
import { define, namesOf, placeOfName } from "./definedNames";
import { boundsOf, usedPart, within } from "./engineRanges";
import { UNIT_ID } from "./repairs/unitId";
import { spilledPlaces } from "./spillRectangles";
import { selectedPlace } from "./selectedCells";
import type { Spreadsheet } from "./spreadsheet";
import { lastStep } from "./repairs/undoRepairs";
import { usedSize } from "./usedSize";
import { Turn } from "./repairs/turn";
import { layOut } from "./sheetPage";
import { growSheet, roomFor } from "./sheetRoom";
import { engineFreeze } from "./snapshotOf";

/** What draws charts beside the grid; without one the host has no charts. */
export interface ChartHolder {
  add(chart: ChartPlan): void;
  remove(name: string, sheet: string): void;
  point(sourceOf: ChartSource): void;
}

/**
 * The port of an embedded spreadsheet.
 *
 * @param spreadsheet - The spreadsheet.
 * @param charts - What draws charts, if anything does.
 * @returns The port.
 */
export function embeddedWorkbook(spreadsheet: Spreadsheet, charts?: ChartHolder): WorkbookPort {
  const commands = spreadsheet.service(ICommandService);
  const workbook = () => spreadsheet.workbook;
  const turn = new Turn();
  const abilities = new Set<HostAbility>(charts ? ["charts", "undo"] : ["undo"]);

  const sheet = (name: string) => {
    const sheets = workbook().getSheets();
    const found = sheets.find((one) => one.getSheetName().toLowerCase() === name.toLowerCase());
    if (found) return found;
    throw sheetGone(name);
  };

  const writeCells = (name: string, matrix: CellMatrix): void => {
    const worksheet = sheet(name);
    const cells = worksheet.getSheet().getCellMatrix();
    keepFormulas(matrix, (row, column) => cells.getValue(row, column) ?? null);
    commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: UNIT_ID,
      subUnitId: worksheet.getSheetId(),
      range: boundsOf(matrix),
      value: matrix,
    });
  };

  const makeOther = (change: Change, all: readonly Change[]): void => {
    switch (change.kind) {
      case "addSheet": {
        const { rows, columns } = roomFor(change.name, all);
        workbook().create(change.name, rows, columns);
        break;
      }
      case "widths":
        setWidths(spreadsheet, sheet(change.sheet), change.widths);
        break;
      case "freeze":
        sheet(change.sheet).setFreeze(engineFreeze(change));
        break;
      case "colorScale":
        addFormat(spreadsheet, sheet(change.sheet), {
          ranges: [change.a1],
          rule: { kind: "colorScale", points: change.points },
        });
        break;
      case "groupRows":
      case "page":
      case "printArea":
        layOut(sheet(change.sheet).getSheet().getConfig(), change);
        break;
      case "addTable":
      case "resizeTable":
        define(workbook(), change.name, change, "tables");
        break;
      case "defineName":
        define(workbook(), change.name, change, "names");
        break;
      case "addChart":
        charts?.add(change.chart);
        break;
    }
  };

  const make = (changes: readonly Change[]): void => {
    const cells = new Map<string, CellMatrix>();
    for (const change of changes) {
      if (!isCellChange(change)) {
        makeOther(change, changes);
        continue;
      }
      const matrix = cells.get(change.sheet) ?? {};
      cells.set(change.sheet, matrix);
      growSheet(sheet(change.sheet), change.a1);
      addCellChange(matrix, change);
    }
    for (const [name, matrix] of cells) writeCells(name, matrix);
  };

  const read = (place: Place): CellValue[][] => {
    sheet(place.sheet);
    return spreadsheet
      .read(place.sheet, place.a1)
      .map((row) => row.map((cell) => (isCellError(cell) ? cell.error : (cell ?? ""))));
  };

  const taken = () => ({
    sheets: spreadsheet.sheetNames,
    tables: namesOf(workbook(), "tables"),
    names: namesOf(workbook(), "names"),
  });

  return {
    abilities,
    names: () => afterPending(taken),
    findTable: (name) => Promise.resolve(placeOfName(workbook(), name, "tables")),
    findName: (name) => Promise.resolve(placeOfName(workbook(), name, "names")),
    read: (place) => afterPending(() => read(place)),
    readFormulas: (place) =>
      afterPending(() => {
        const worksheet = sheet(place.sheet);
        const [rows, columns] = [worksheet.getMaxRows(), worksheet.getMaxColumns()];
        const inside = within(place.a1, { rows, columns });
        const formulas = inside === null ? [] : worksheet.getRange(inside).getFormulas();
        return read(place).map((row, i) => row.map((value, j) => formulas[i]?.[j] || value));
      }),
    spills: (place) =>
      afterPending(() => spilledPlaces(spreadsheet, sheet(place.sheet).getSheetId(), place)),
    usedRange: (name) =>
      afterPending(() => {
        const worksheet = sheet(name);
        const { rows, columns } = usedSize(spreadsheet, worksheet);
        const sheetName = worksheet.getSheetName();
        const all = a1Of({ row: 1, column: 1, rows, columns });
        const used = usedPart(read({ sheet: sheetName, a1: all }));
        return used === null ? null : { sheet: sheetName, a1: used };
      }),
    change: async (changes) => {
      // Three sheets in a row would be one long block of the page.
      if (turn.isOver) await turn.pause();
      await afterPending(() => {
        refuseReadOnly(spreadsheet);
        checkChanges(changes, taken());
        for (const one of changes) {
          const place = one.kind === "resizeTable" && placeOfName(workbook(), one.name, "tables");
          if (place) checkResize(one.name, place, one);
        }
        const undoRedo = spreadsheet.service(IUndoRedoService);
        const before = lastStep(undoRedo, UNIT_ID);
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else yet
        const batch = undoRedo.__tempBatchingUndoRedo(UNIT_ID);
        try {
          make(changes);
        } catch (error) {
          batch.dispose();
          // Without a step of its own the last one is the user's.
          if (lastStep(undoRedo, UNIT_ID) !== before) workbook().undo();
          for (const one of changes) {
            if (one.kind === "addChart") charts?.remove(one.chart.name, one.chart.over.sheet);
          }
          throw error;
        }
        batch.dispose();
      });
    },
    pointCharts: (sourceOf) => afterPending(() => charts?.point(sourceOf)),
    selection: () => afterPending(() => selectedPlace(spreadsheet)),
    select: (place) =>
      afterPending(() => {
        const worksheet = sheet(place.sheet);
        workbook().setActiveSheet(worksheet);
        worksheet.getRange(place.a1).activate();
      }),
    onChanged: (listener) => {
      const watch = commands.onCommandExecuted(({ id, params }, options) => {
        const place = changedPlace(id, params, (sheetId) =>
          workbook().getSheetBySheetId(sheetId)?.getSheetName(),
        );
        if (place && !options?.onlyLocal) listener(place);
      });
      return stopped(watch);
    },
    onCalculated: (listener) => {
      const stop = spreadsheet.onCalculated(listener);
      return stopped({ dispose: stop });
    },
    onSelected: (listener) => {
      // Another sheet has a selection of its own, and shows it without selecting again.
      const watch = commands.onCommandExecuted(({ id }) => {
        if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) {
          listener(selectedPlace(spreadsheet));
        }
      });
      return stopped(watch);
    },
  };
}

/** The engine would leave the cells as they are, and say nothing. */
function refuseReadOnly({ readOnly }: Spreadsheet): void {
  if (!readOnly) return;
  throw new WorkbookError(
    "the workbook can be read here, not changed: the line above the grid says why, and what to do",
    "AccessDenied",
  );
}

/** What a method of the port gives: its failures are rejections too. */
const afterPending = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

const stopped = (watch: { dispose(): void }): Promise<Stop> =>
  Promise.resolve(() => {
    watch.dispose();
    return Promise.resolve();
  });
