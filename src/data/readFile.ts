/* All series of a file, each as the pane would read it. */
import { CalcError } from "../calc/errors";
import type { Sliced } from "../calc/numeric/sliced";
import { datesOf, type DateReading } from "./dates";
import { frameOf, type Frame } from "./frame";
import { Gathering, type SeriesReading } from "./gathering";
import { layoutOf, type Layout, type ValueColumn } from "./layout";
import type { Answers, Topic } from "./question";
import { readColumn } from "./readColumn";
import { seriesAbout } from "./side";
import type { TextTable } from "./textTable";

/** Answers by question: "unit", or "unit of MBS OAS" where several series are asked the same. */
export type NamedAnswers = ReadonlyMap<string, string>;

/** What a file holds. */
export interface FileReading {
  /** What is found, asked and fixed in the file as a whole. */
  readonly file: SeriesReading;
  /** Its series, or the one that was chosen. */
  readonly series: readonly SeriesReading[];
}

/**
 * Reads every series of a table of fields, as far as it can be told or was answered.
 *
 * @param given - The table.
 * @param answers - What was answered.
 * @param windowMonths - The window that the histories are wanted for.
 * @returns The work.
 * @throws CalcError `invalid` when there are no dates or no values in the table.
 */
export function* readFile(
  given: TextTable,
  answers: NamedAnswers,
  windowMonths = 60,
): Sliced<FileReading> {
  const all = new Gathering(given.source, answers as Answers);
  const frame = yield* frameOf(given, all);
  const layout = yield* layoutOf(frame, all);
  const nothing = (): FileReading => ({ file: all.reading(null), series: [] });
  if (layout === null) return nothing();
  all.facts.push(...given.facts);
  const columns = chosenOf(layout, all);
  const dates = yield* datesOf(frame, layout, all);
  const series: SeriesReading[] = [];
  for (const column of columns) {
    series.push(yield* readOne({ frame, layout, dates, answers, windowMonths }, column));
  }
  return { file: all.reading(null), series };
}

/** The series that was asked for, or all of them until the user has chosen. */
function chosenOf({ values }: Layout, all: Gathering): readonly ValueColumn[] {
  if (values.length === 1) return values;
  const answer = all.ask({
    topic: "series",
    about: seriesAbout(values),
    choices: values.map(({ name }) => ({ value: name, label: name })),
    shown: null,
  });
  const chosen = values.filter(({ name }) => name === answer);
  return chosen.length > 0 ? chosen : values;
}

interface Source {
  readonly frame: Frame;
  readonly layout: Layout;
  readonly dates: DateReading | null;
  readonly answers: NamedAnswers;
  readonly windowMonths: number;
}

function* readOne(source: Source, column: ValueColumn): Sliced<SeriesReading> {
  const { frame, layout, dates, answers, windowMonths } = source;
  const all = new Gathering(frame.source, answersFor(column.name, answers));
  all.name = column.name;
  if (dates === null) return all.reading(null);
  try {
    return all.reading(yield* readColumn(frame, layout, column, dates, all, windowMonths));
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    all.findings.push({ at: "", problem: error.message, severity: "error" });
    return all.reading(null);
  }
}

/**
 * What a question of one series is called among those of several.
 * @param topic - What it is about.
 * @param name - The series.
 * @returns For example "unit of MBS OAS".
 */
export const questionOf = (topic: Topic, name: string): string => `${topic} of ${name}`;

/** An answer to the question of one series goes before one to the question of all. */
function answersFor(name: string, answers: NamedAnswers): Answers {
  const own = new Map<Topic, string>(answers as Answers);
  for (const [question, answer] of answers) {
    const end = ` of ${name}`;
    if (question.endsWith(end)) own.set(question.slice(0, -end.length) as Topic, answer);
  }
  return own;
}
