/* A curve on its way in: the tables that were brought, what was answered, what came of it. */
import { useState } from "react";
import { CalcError } from "../../calc/errors";
import { readCurves, type CurveReading } from "../../data/curves";
import { inTurns } from "../../data/slicedWork";
import type { Answers, Topic } from "../../data/question";
import { readText } from "../../data/readText";
import { tableOfCells, type TextTable } from "../../data/textTable";
import { rectangleOf } from "../../workbook/a1";
import { WorkbookError, type WorkbookPort } from "../../workbook/workbookPort";
import { texts } from "../texts";
import { textOfFile } from "./textOfFile";

/** What became of what was brought. */
export type CurveState =
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly problem: string }
  | {
      readonly kind: "read";
      readonly reading: CurveReading;
      /** Why the last answer could not be taken; what was read stays. */
      readonly problem: string | null;
    };

/** A curve on its way in, and what can be done with it. */
export interface CurveSource {
  readonly state: CurveState;
  readonly openFiles: (files: readonly File[]) => void;
  readonly paste: (text: string) => void;
  readonly useSelection: () => void;
  readonly answer: (topic: Topic, value: string | null) => void;
  readonly clear: () => void;
}

const NONE: CurveState = { kind: "none" };
/** Looks at each row: headings, forms of dates, and a column a tenor. */
const LOOKS = 20;

/**
 * The state of the curve.
 * @param workbook - The workbook whose cells can be used.
 * @returns State and actions.
 */
export function useCurve(workbook: WorkbookPort): CurveSource {
  const [state, setState] = useState<CurveState>(NONE);
  const [tables, setTables] = useState<readonly TextTable[]>([]);
  const [answers, setAnswers] = useState<Answers>(new Map());

  const read = async (from: readonly TextTable[], given: Answers): Promise<CurveState> => {
    const rows = from.reduce((sum, table) => sum + table.rows.length, 0);
    const reading = await inTurns(readCurves(from, given), LOOKS * rows);
    return { kind: "read", reading, problem: null };
  };
  const run = (work: () => Promise<CurveState>) => {
    work().then(setState, (error: unknown) => {
      if (!(error instanceof CalcError || error instanceof WorkbookError)) throw error;
      const { message } = error;
      setState((before) =>
        before.kind === "read"
          ? { ...before, problem: message }
          : { kind: "refused", problem: message },
      );
    });
  };
  const bring = (tablesOf: () => Promise<readonly TextTable[]>) => {
    run(async () => {
      const brought = await tablesOf();
      setTables(brought);
      setAnswers(new Map());
      return read(brought, new Map());
    });
  };
  return {
    state,
    openFiles: (files) => {
      bring(() =>
        Promise.all(files.map(async (file) => readText(await textOfFile(file), file.name))),
      );
    },
    paste: (text) => {
      bring(async () => [await readText(text, texts.data.pasted)]);
    },
    useSelection: () => {
      bring(async () => {
        const place = await workbook.selection();
        const cells = await workbook.read(place);
        return [tableOfCells(cells, `${place.sheet}!${place.a1}`, rectangleOf(place.a1).row)];
      });
    },
    answer: (topic, value) => {
      const next = new Map(answers);
      if (value === null) next.delete(topic);
      else next.set(topic, value);
      setAnswers(next);
      run(() => read(tables, next));
    },
    clear: () => {
      setState(NONE);
      setTables([]);
      setAnswers(new Map());
    },
  };
}
