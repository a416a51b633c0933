/*
 * Microsoft's own Excel client in a realm of its own, talking to the embedded engine instead of to
 * Excel. It shows that the adapter keeps the rules of Office.js (what must be loaded, what a proxy
 * may do) and what it asks of Excel; it does not show that Excel answers so.
 */
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { excelModel, type ExcelState } from "./excelModel";
import { loadClient } from "./microsoftClient";
import { richApiExecutor } from "./richApiExecutor";

/** What a test turns to make Excel fail. */
export interface Faults {
  /** Codes to refuse the next requests with, one each, before anything of them is done; "" is none. */
  readonly requests: string[];
  /** Codes by action, such as "Range.numberFormat"; each fails once. */
  readonly actions: Map<string, string>;
  /** What somebody else does to the workbook just before an action; each does it once. */
  readonly meanwhile: Map<string, () => void>;
}

/** Microsoft's client over an engine, as the global `Excel` that officeWorkbook expects. */
export function excelClient(book: Spreadsheet, state: ExcelState, faults: Faults) {
  const client = loadClient();
  const { Excel, OfficeExtension } = client;
  const executor = richApiExecutor({
    root: excelModel(book, state),
    settle: async () => {
      if (!state.isDirty) return;
      await book.settle();
      state.isDirty = false;
    },
    refuse: () => faults.requests.shift() || null,
    fail: (action) => {
      const somebody = faults.meanwhile.get(action);
      faults.meanwhile.delete(action);
      somebody?.();
      const code = faults.actions.get(action) ?? null;
      faults.actions.delete(action);
      return code;
    },
  });
  const undoGroups: boolean[] = [];
  const selectionListeners = new Set<(event: object) => void>();
  const session = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "embedded:", headers: {} }),
    _createRequestExecutorOrNull: () => executor,
  };
  // The client asks the older part of Office.js for selections.
  type Answer = (result: { status: string }) => void;
  const document = {
    addHandlerAsync: (_type: string, listener: (event: object) => void, answer: Answer) => {
      selectionListeners.add(listener);
      answer({ status: "succeeded" });
    },
    removeHandlerAsync: (
      _type: string,
      { handler }: { handler: (event: object) => void },
      answer: Answer,
    ) => {
      selectionListeners.delete(handler);
      answer({ status: "succeeded" });
    },
  };
  client.Office = { EventType: client.Office.EventType, context: { document } };
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return {
    /** Requests that Excel was sent. */
    requests: () => executor.requests,
    /** For each batch, whether it was to be one step of undo. */
    undoGroups,
    run: (...words: [batch: unknown] | [options: { mergeUndoGroup?: boolean }, batch: unknown]) => {
      const [options, batch] = words.length === 1 ? [{}, words[0]] : words;
      undoGroups.push(options.mergeUndoGroup === true);
      return Excel.run({ session }, batch);
    },
    /** What Excel sends after cells of a sheet were changed. */
    sendChanged: (worksheetId: string, address: string) => {
      const details = { worksheetId, address, source: 0, changeType: 0 };
      OfficeExtension._testTriggerRichApiMessageEvent({
        entries: [
          {
            messageCategory: 65536,
            messageType: 10,
            targetId: "Workbook",
            message: JSON.stringify(details),
          },
        ],
      });
    },
    /** What Excel sends after other cells were selected. */
    sendSelected: () => {
      for (const listener of selectionListeners) listener({});
    },
  };
}
