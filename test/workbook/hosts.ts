/* The two hosts of the port, over one embedded engine each. */
import { bookOf } from "../../src/host/bookOf";
import { embeddedWorkbook } from "../../src/host/embeddedWorkbook";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { a1Of, rectangleOf } from "../../src/workbook/a1";
import { officeWorkbook } from "../../src/workbook/officeWorkbook";
import type { ChartPlan, WorkbookPort } from "../../src/workbook/workbookPort";
import { customFunctionsFor } from "../support/embeddedFunctions";
import { excelClient, type Faults } from "../support/excelClient";
import { unprotected, type ExcelState } from "../support/excelModel";

/** A port with the engine behind it. */
export interface Host {
  readonly port: WorkbookPort;
  readonly book: Spreadsheet;
  /** Makes it a workbook with one empty sheet, Sheet1. */
  readonly reset: () => Promise<void>;
  /** Everything that a change can change, to compare. */
  readonly everything: () => Promise<unknown>;
  /** The names of the charts. */
  readonly charts: () => string[];
  /** The cells of the lines of each chart with their headings. */
  readonly lines: () => string[];
}

/** Excel through Microsoft's client. */
export interface OfficeHost extends Host {
  readonly state: ExcelState;
  readonly faults: Faults;
  /** The waits between the tries while a cell is edited, in milliseconds. */
  readonly waits: number[];
  /** Requests that Excel was sent. */
  readonly requests: () => number;
  /** For each batch, whether it was to be one step of undo. */
  readonly undoGroups: boolean[];
}

async function engine(): Promise<Spreadsheet> {
  const { functions, metadata } = await customFunctionsFor();
  const preset = nodePreset();
  return new Spreadsheet({ preset, metadata, functions, sheets: [{ name: "Sheet1" }] });
}

/**
 * The workbook as data. Names have no order, each cell has its own look, and what no change of the port
 * is about is left out: how many blank rows a sheet has, and which one is shown.
 */
function ordered(book: Spreadsheet): object {
  const { names, sheets, styles } = bookOf(book);
  return {
    names: [...names].sort((a, b) => (a.name < b.name ? -1 : 1)),
    sheets: sheets.map(({ cells, ...sheet }) => ({
      ...sheet,
      size: undefined,
      cells: cells.map(({ style, ...cell }) =>
        style === undefined ? cell : { ...cell, style: styles[style] },
      ),
    })),
  };
}

function emptied(book: Spreadsheet): void {
  const { workbook } = book;
  for (const name of workbook.getDefinedNames()) name.delete();
  const fresh = workbook.create("fresh", 1000, 26);
  for (const sheet of workbook.getSheets()) {
    if (sheet.getSheetId() !== fresh.getSheetId()) workbook.deleteSheet(sheet);
  }
  fresh.setName("Sheet1");
  workbook.setActiveSheet(fresh);
}

/** The embedded port. */
export async function embeddedHost(): Promise<Host> {
  const book = await engine();
  let drawn: ChartPlan[] = [];
  const port = embeddedWorkbook(book, {
    add: (chart) => {
      drawn.push(chart);
    },
    remove: (name) => {
      drawn = drawn.filter((chart) => chart.name !== name);
    },
    point: (sourceOf) => {
      drawn = drawn.map((chart) => ({
        ...chart,
        source: sourceOf(chart.name, chart.over.sheet) ?? chart.source,
      }));
    },
  });
  const lines = () =>
    drawn.map(({ source: { a1 } }) => {
      const { column, columns, ...rest } = rectangleOf(a1);
      return a1Of({ ...rest, column: column + 1, columns: columns - 1 });
    });
  const charts = () => drawn.map(({ name }) => name);
  return {
    port,
    book,
    charts,
    lines,
    reset: async () => {
      drawn = [];
      emptied(book);
      await book.settle();
    },
    everything: async () => {
      await book.settle();
      return { ...ordered(book), charts: charts() };
    },
  };
}

/**
 * Excel's port, through Microsoft's client.
 * @param groupsUndo - Whether this Excel has ExcelApi 1.20.
 */
export async function officeHost(groupsUndo = false): Promise<OfficeHost> {
  const book = await engine();
  const state = unprotected();
  const faults: Faults = { requests: [], actions: new Map(), meanwhile: new Map() };
  const client = excelClient(book, state, faults);
  Object.assign(globalThis, { Excel: client });
  const waits: number[] = [];
  const pause = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
  const port = officeWorkbook({ pause, groupsUndo, groupsRows: true });
  // Excel tells of changes and selections by itself; here the engine's own listeners do.
  const engineEvents = embeddedWorkbook(book);
  await engineEvents.onChanged(({ sheet, a1 }) => {
    const id = book.workbook.getSheetByName(sheet)?.getSheetId() ?? "";
    if (state.registered.has("DataChanged")) client.sendChanged(id, a1);
  });
  await engineEvents.onSelected(() => {
    client.sendSelected();
  });
  const charts = () => state.charts.map(({ name }) => name);
  return {
    port,
    book,
    state,
    faults,
    waits,
    charts,
    lines: () => state.charts.map(({ lines }) => lines),
    requests: client.requests,
    undoGroups: client.undoGroups,
    reset: async () => {
      Object.assign(state, { isReadOnly: false, isStructureProtected: false });
      state.protectedSheets.clear();
      state.charts.length = faults.requests.length = waits.length = 0;
      client.undoGroups.length = 0;
      faults.actions.clear();
      faults.meanwhile.clear();
      emptied(book);
      await book.settle();
    },
    everything: async () => {
      await book.settle();
      return { ...ordered(book), charts: structuredClone(state.charts) };
    },
  };
}
