import type { DatedHistory } from "../calc/history/byMonth";
import type { Finding } from "./findings";
import { asked, type Answers, type AskedQuestion, type Question } from "./question";

/** What a source says as far as it can be read with the answers that were given. */
export interface SeriesReading {
  readonly source: string;
  /** The column's name; "" before it is known. */
  readonly name: string;
  /** What was found out, in sentences. */
  readonly facts: readonly string[];
  readonly questions: readonly AskedQuestion[];
  readonly findings: readonly Finding[];
  /** What was done to the data, in sentences. */
  readonly repairs: readonly string[];
  /** Basis points, oldest first, each day once; null while a question is open. */
  readonly history: DatedHistory | null;
}

/** Gathers what is found, asked and mended while a source is read. */
export class Gathering {
  readonly facts: string[] = [];
  readonly questions: AskedQuestion[] = [];
  readonly repairs: string[] = [];
  readonly findings: Finding[] = [];
  name = "";

  constructor(
    readonly source: string,
    private readonly answers: Answers,
  ) {}

  /** Asks; the answer is null while nobody knows it. */
  ask(question: Question): string | null {
    const it = asked(question, this.answers);
    this.questions.push(it);
    return it.answer;
  }

  /** What is known so far. */
  reading(history: DatedHistory | null): SeriesReading {
    const { source, name, facts, questions, findings, repairs } = this;
    return { source, name, facts, questions, findings, repairs, history };
  }
}
