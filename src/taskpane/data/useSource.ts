/* One of the two histories on its way in: what is read, what was answered, what came of it. */
import { useCallback, useEffect, useRef, useState } from "react";
import { CalcError } from "../../calc/errors";
import { readDelimited } from "../../data/delimited";
import type { Side } from "../../data/fields";
import type { SeriesReading } from "../../data/gathering";
import type { Answers, Topic } from "../../data/question";
import { readSeries } from "../../data/series";
import { tableOfCells, type TextTable } from "../../data/textTable";
import { rectangleOf } from "../../workbook/a1";
import { WorkbookError, type WorkbookPort } from "../../workbook/workbookPort";
import { texts } from "../texts";
import { textOfFile } from "./textOfFile";

/** What reading a table came to. */
export type Outcome = { readonly reading: SeriesReading } | { readonly problem: string };

/** Where a history stands on its way in. */
export type SourceState =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly source: string; readonly share: number }
  | { readonly kind: "refused"; readonly problem: string }
  | {
      readonly kind: "read";
      readonly table: TextTable;
      readonly answers: Answers;
      readonly outcome: Outcome;
    };

/** A history on its way in, and what can be done with it. */
export interface Source {
  readonly side: Side;
  readonly state: SourceState;
  /** The history's reading once nothing is open; null before. */
  readonly ready: SeriesReading | null;
  readonly openFile: (file: File) => void;
  readonly paste: (text: string) => void;
  readonly useSelection: () => void;
  readonly take: (table: TextTable) => void;
  readonly refuse: (problem: string) => void;
  /** Answers a question; null takes the answer back. */
  readonly answer: (topic: Topic, value: string | null) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

const NONE: SourceState = { kind: "none" };

/**
 * The state of one side.
 * @param side - Which one.
 * @param workbook - The workbook whose cells can be used.
 * @returns State and actions.
 */
export function useSource(side: Side, workbook: WorkbookPort): Source {
  const [state, setState] = useState<SourceState>(NONE);
  const reading = useRef<AbortController | null>(null);

  useEffect(
    () => () => {
      reading.current?.abort();
    },
    [],
  );

  const take = useCallback(
    (table: TextTable) => {
      setState(readState(table, side, new Map()));
    },
    [side],
  );

  const refuse = useCallback((problem: string) => {
    setState({ kind: "refused", problem });
  }, []);

  /** Runs one reading; an earlier one that is still going on is stopped. */
  const run = useCallback(
    (source: string, read: (signal: AbortSignal) => Promise<TextTable>) => {
      reading.current?.abort();
      const stop = new AbortController();
      reading.current = stop;
      setState({ kind: "reading", source, share: 0 });
      read(stop.signal).then(
        (table) => {
          if (!stop.signal.aborted) take(table);
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          if (!(error instanceof CalcError || error instanceof WorkbookError)) throw error;
          refuse(error.message);
        },
      );
    },
    [take, refuse],
  );

  const readText = useCallback(
    (text: string, source: string, signal: AbortSignal) =>
      readDelimited(text, source, {
        signal,
        onProgress: (share) => {
          if (!signal.aborted) setState({ kind: "reading", source, share });
        },
      }),
    [],
  );

  return {
    side,
    state,
    ready: readyOf(state),
    take,
    refuse,
    openFile: (file) => {
      run(file.name, async (signal) => readText(await textOfFile(file), file.name, signal));
    },
    paste: (text) => {
      const { pasted } = texts.data;
      run(pasted, (signal) => readText(text, pasted, signal));
    },
    useSelection: () => {
      run(texts.data.selection, async () => {
        const place = await workbook.selection();
        const cells = await workbook.read(place);
        return tableOfCells(cells, `${place.sheet}!${place.a1}`, rectangleOf(place.a1).row);
      });
    },
    answer: (topic, value) => {
      if (state.kind !== "read") return;
      const answers = new Map(state.answers);
      if (value === null) answers.delete(topic);
      else answers.set(topic, value);
      setState(readState(state.table, side, answers));
    },
    stop: () => {
      reading.current?.abort();
      setState(NONE);
    },
    clear: () => {
      setState(NONE);
    },
  };
}

function readState(table: TextTable, side: Side, answers: Answers): SourceState {
  return { kind: "read", table, answers, outcome: outcomeOf(table, side, answers) };
}

function outcomeOf(table: TextTable, side: Side, answers: Answers): Outcome {
  try {
    return { reading: readSeries(table, side, answers) };
  } catch (error) {
    if (error instanceof CalcError) return { problem: error.message };
    throw error;
  }
}

function readyOf(state: SourceState): SeriesReading | null {
  if (state.kind !== "read" || !("reading" in state.outcome)) return null;
  return state.outcome.reading.history === null ? null : state.outcome.reading;
}
