/* The workbook that is open in Excel, as the pane and the templates see it. Only here is Excel.run. */
import { checkChanges } from "./checkChanges";
import { cellsOf, placeOf } from "./officeAddress";
import { remember, type Before } from "./officeBefore";
import { addSheet, namesIn, queueChange } from "./officeChange";
import { pointCharts } from "./officeCharts";
import { EDIT_MODE, inWords, isWithoutUndo } from "./officeErrors";
import { rangeOf, sheetOf } from "./officeRanges";
import { readCells } from "./officeReads";
import { restore } from "./officeRestore";
import { spillsIn } from "./officeSpills";
import {
  WorkbookError,
  type Change,
  type Place,
  type Stop,
  type WorkbookPort,
} from "./workbookPort";

/** How long to wait before each new try while a cell is being edited, in milliseconds. */
const RETRY_AFTER = [100, 300, 600, 1000];

/** One batch of requests to Excel. */
type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** What differs between Excels, and between Excel and a test. */
interface OfficeHost {
  /** Waits before a new try. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Whether this Excel makes one step of its undo of what a batch does (ExcelApi 1.20). */
  readonly groupsUndo: boolean;
  /** Whether this Excel groups rows for an add-in (ExcelApi 1.10); without that, they stay as they are. */
  readonly groupsRows: boolean;
}

/**
 * The workbook that is open in Excel.
 *
 * @param host - What this Excel can.
 * @returns The port.
 */
export function officeWorkbook({ pause, groupsUndo, groupsRows }: OfficeHost): WorkbookPort {
  /** Runs one batch; tries again while the user is editing a cell. */
  async function run<T>(batch: Batch<T>, isOneUndo = false): Promise<T> {
    for (const wait of [...RETRY_AFTER, null]) {
      try {
        return await (isOneUndo ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch));
      } catch (error) {
        const inEnglish = inWords(error);
        if (inEnglish.code !== EDIT_MODE || wait === null) throw inEnglish;
        await pause(wait);
      }
    }
    throw new Error("unreachable: the last try returns or throws");
  }

  /** One step of Excel's undo where it can be; without that, all the same, where a change has none. */
  const change = (changes: readonly Change[]): Promise<void> => write(changes, groupsUndo);

  async function write(changes: readonly Change[], isOneUndo: boolean): Promise<void> {
    let before: Before | null = null;
    try {
      await run(async (context) => {
        before = null;
        const taken = await namesIn(context);
        checkChanges(changes, taken);
        const standing = await remember(context, changes, taken);
        before = standing;
        for (const one of changes) {
          // On its own, so that a sheet is only ever taken away again when it is ours.
          if (one.kind === "addSheet") standing.added.push(await addSheet(context, one.name));
        }
        const names = new Set(taken.names.map((name) => name.toLowerCase()));
        for (const one of changes) {
          if (one.kind !== "groupRows" || groupsRows) queueChange(context, one, names);
        }
        await context.sync();
      }, isOneUndo);
    } catch (error) {
      const written = before as Before | null;
      const cause = inWords(error);
      const told = written === null ? cause : await undone(cause, written);
      // Only onto what is as it was: what could not be taken back is said.
      if (isOneUndo && told === cause && isWithoutUndo(cause)) return write(changes, false);
      throw told;
    }
  }

  /** Excel keeps what a batch did before it failed: it is taken back. */
  async function undone(cause: WorkbookError, before: Before): Promise<WorkbookError> {
    try {
      const left = await run((context) => restore(context, before));
      if (left.length === 0) return cause;
      return new WorkbookError(
        `${cause.message}. The contents are as before; not taken back: ${left.join(", ")}`,
        cause.code,
      );
    } catch (error) {
      return new WorkbookError(
        `${cause.message}. A part may have been written and could not be taken back (${inWords(error).message}): undo it in Excel with Ctrl+Z`,
        cause.code,
      );
    }
  }

  const selection = (): Promise<Place> =>
    run(async (context) => {
      const first = context.workbook.getSelectedRanges().areas.getItemAt(0);
      first.load("address");
      await context.sync();
      return placeOf(first.address);
    });

  /** The place of a range that need not be there. */
  const placeOrNull = async (
    context: Excel.RequestContext,
    range: Excel.Range,
  ): Promise<Place | null> => {
    range.load("address");
    await context.sync();
    return range.isNullObject ? null : placeOf(range.address);
  };

  return {
    // The undo is Excel's own.
    abilities: new Set(["charts"] as const),

    names: () => run(namesIn),

    findTable: (name) =>
      run(async (context) => {
        const table = context.workbook.tables.getItemOrNullObject(name);
        table.load("name");
        await context.sync();
        return table.isNullObject ? null : placeOrNull(context, table.getRange());
      }),

    findName: (name) =>
      run(async (context) => {
        const item = context.workbook.names.getItemOrNullObject(name);
        item.load("name");
        await context.sync();
        return item.isNullObject ? null : placeOrNull(context, item.getRangeOrNullObject());
      }),

    read: (place) => run((context) => readCells(context, place, "values")),

    pointCharts: (sourceOf) => run((context) => pointCharts(context, sourceOf)),

    readFormulas: (place) => run((context) => readCells(context, place, "formulas")),

    spills: (place) => run((context) => spillsIn(context, place)),

    usedRange: (sheet) =>
      run((context) =>
        placeOrNull(context, sheetOf(context, sheet).getUsedRangeOrNullObject(true)),
      ),

    change,
    selection,

    select: (place) =>
      run(async (context) => {
        sheetOf(context, place.sheet).activate();
        rangeOf(context, place).select();
        await context.sync();
      }),

    onChanged: (listener) =>
      run(async (context) => {
        const watch = context.workbook.worksheets.onChanged.add(
          async ({ worksheetId, address }) => {
            const sheet = await run((now) => sheetName(now, worksheetId));
            // The sheet may have gone by now; then there is no place to tell of.
            if (sheet !== null) listener({ sheet, a1: cellsOf(address) });
          },
        );
        await context.sync();
        return stopOf(watch);
      }),

    onCalculated: (listener) =>
      run(async (context) => {
        const watch = context.workbook.worksheets.onCalculated.add(() => {
          listener();
          return Promise.resolve();
        });
        await context.sync();
        return stopOf(watch);
      }),

    onSelected: (listener) =>
      run(async (context) => {
        const watch = context.workbook.onSelectionChanged.add(async () => {
          try {
            listener(await selection());
          } catch (error) {
            // A chart is selected: there are no cells to tell of.
            if (inWords(error).code !== "InvalidSelection") throw error;
          }
        });
        await context.sync();
        return stopOf(watch);
      }),
  };
}

const stopOf =
  <T>(watch: OfficeExtension.EventHandlerResult<T>): Stop =>
  async () => {
    try {
      watch.remove();
      // A handler can be removed only in the context that added it.
      await watch.context.sync();
    } catch (error) {
      throw inWords(error);
    }
  };

async function sheetName(context: Excel.RequestContext, id: string): Promise<string | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name");
  await context.sync();
  return sheet.isNullObject ? null : sheet.name;
}
