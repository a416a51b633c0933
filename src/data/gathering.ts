import type { DatedHistory } from "../calc/series/byMonth";
import type { Finding } from "./findings";
import type { SeriesKind } from "./seriesKind";
import { asked, type Answers, type AskedQuestion, type Question } from "./question";

/** What a source says as far as it can be read with the answers that were given. */
export interface SeriesReading {
  readonly source: string;
  /** The column's name; "" before it is known. */
  readonly name: string;
  /** Null before it is known. */
  readonly kind: SeriesKind | null;
  /** The unit of the history, and the one it was turned from, as in "bp from percent"; null before it is known. */
  readonly unit: string | null;
  /** What was found out, in sentences. */
  readonly facts: readonly string[];
  readonly questions: readonly AskedQuestion[];
  readonly findings: readonly Finding[];
  /** What was done to the data, in sentences. */
  readonly repairs: readonly string[];
  /** In its unit, oldest first, each day once; null while a question is open. */
  readonly history: DatedHistory | null;
  /** Decimals, where spreads are looked for and the series is one of yields; else null. */
  readonly yields: DatedHistory | null;
}

/** Gathers what is found, asked and fixed while a source is read. */
export class Gathering {
  readonly facts: string[] = [];
  readonly questions: AskedQuestion[] = [];
  readonly repairs: string[] = [];
  readonly findings: Finding[] = [];
  name = "";
  kind: SeriesKind | null = null;
  unit: string | null = null;

  constructor(
    readonly source: string,
    readonly answers: Answers,
  ) {}

  /** Asks; the answer is null while it is unknown. */
  ask(question: Question): string | null {
    const it = asked(question, this.answers);
    this.questions.push(it);
    return it.answer;
  }

  /** What is known so far. */
  reading(history: DatedHistory | null, yields: DatedHistory | null = null): SeriesReading {
    const { source, name, kind, unit, facts, questions, findings, repairs } = this;
    return { source, name, kind, unit, facts, questions, findings, repairs, history, yields };
  }
}
