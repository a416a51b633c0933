/* One of the two histories on its way in: what is read, what was answered, what came of it. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CurveHistory } from "../../calc/curve/curveHistory";
import { CalcError } from "../../calc/errors";
import { proxySpread } from "../../data/proxySpread";
import { readText } from "../../data/readText";
import type { Side } from "../../data/side";
import type { SeriesReading } from "../../data/gathering";
import type { Answers, Topic } from "../../data/question";
import { inTurns, type LongWork } from "../../data/slicedWork";
import { looksAt, readSeries } from "../../data/series";
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
  | {
      readonly kind: "reading";
      /** Fields are read first, then what they mean is found out and checked. */
      readonly step: "fields" | "checks";
      readonly source: string;
      readonly share: number;
    }
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
  /** What yields lack to become spreads, in words; null where nothing is lacking. */
  readonly lacks: string | null;
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
 * @param curves - Treasury yields, which yields are measured over; null where there are none.
 * @returns State and actions.
 */
export function useSource(side: Side, workbook: WorkbookPort, curves: CurveHistory | null): Source {
  const [state, setState] = useState<SourceState>(NONE);
  const current = useRef<{ readonly stop: AbortController; readonly before: SourceState }>(null);

  useEffect(
    () => () => {
      current.current?.stop.abort();
    },
    [],
  );

  const refuse = useCallback((problem: string) => {
    setState({ kind: "refused", problem });
  }, []);

  /** Runs one piece of work; an earlier one that is still going on is stopped. */
  const run = useCallback(
    (source: string, before: SourceState, work: (options: Options) => Promise<SourceState>) => {
      current.current?.stop.abort();
      const stop = new AbortController();
      const { signal } = stop;
      current.current = { stop, before };
      const options: Options = (step) => ({
        signal,
        onProgress: (share) => {
          if (!signal.aborted) setState({ kind: "reading", step, source, share });
        },
      });
      work(options).then(
        (next) => {
          if (!signal.aborted) setState(next);
        },
        (error: unknown) => {
          if (signal.aborted) return;
          if (!(error instanceof CalcError || error instanceof WorkbookError)) throw error;
          refuse(error.message);
        },
      );
    },
    [refuse],
  );

  /** Runs work that brings a table, and finds out what it says. */
  const bring = (source: string, read: (options: LongWork) => Promise<TextTable>) => {
    setState({ kind: "reading", step: "fields", source, share: 0 });
    run(source, NONE, async (options) =>
      checked(await read(options("fields")), side, new Map(), options("checks")),
    );
  };

  const { ready, lacks } = useMemo(() => readyOf(state, curves, side), [state, curves, side]);
  return {
    side,
    state,
    ready,
    lacks,
    take: (table) => {
      run(table.source, NONE, (options) => checked(table, side, new Map(), options("checks")));
    },
    refuse,
    openFile: (file) => {
      bring(file.name, async (options) => readText(await textOfFile(file), file.name, options));
    },
    paste: (text) => {
      const { pasted } = texts.data;
      bring(pasted, (options) => readText(text, pasted, options));
    },
    useSelection: () => {
      bring(texts.data.selection, async () => {
        const place = await workbook.selection();
        const cells = await workbook.read(place);
        return tableOfCells(cells, `${place.sheet}!${place.a1}`, rectangleOf(place.a1).row);
      });
    },
    answer: (topic, value) => {
      if (state.kind !== "read") return;
      const { table } = state;
      const answers = new Map(state.answers);
      if (value === null) answers.delete(topic);
      else answers.set(topic, value);
      run(table.source, state, (options) => checked(table, side, answers, options("checks")));
    },
    stop: () => {
      current.current?.stop.abort();
      setState(current.current?.before ?? NONE);
    },
    clear: () => {
      current.current?.stop.abort();
      setState(NONE);
    },
  };
}

/** News and a way to stop, of one of the two steps. */
type Options = (step: "fields" | "checks") => LongWork;

async function checked(
  table: TextTable,
  side: Side,
  answers: Answers,
  options: LongWork,
): Promise<SourceState> {
  const outcomeOf = async (): Promise<Outcome> => {
    try {
      const work = readSeries(table, side, answers);
      return { reading: await inTurns(work, looksAt(table), options) };
    } catch (error) {
      if (error instanceof CalcError) return { problem: error.message };
      throw error;
    }
  };
  return { kind: "read", table, answers, outcome: await outcomeOf() };
}

function readyOf(
  state: SourceState,
  curves: CurveHistory | null,
  side: Side,
): Pick<Source, "ready" | "lacks"> {
  const none = { ready: null, lacks: null };
  if (state.kind !== "read" || !("reading" in state.outcome)) return none;
  const { reading } = state.outcome;
  if (reading.history !== null) return { ready: reading, lacks: null };
  const proxy = proxySpread(reading, curves, side);
  if (proxy === null) return none;
  return "lacks" in proxy ? { ready: null, ...proxy } : { ready: proxy.reading, lacks: null };
}
