/* What cannot be told from the data alone is asked, never guessed. */

/** What a question is about; each comes at most once for a series. */
export type Topic =
  | "date column"
  | "series"
  | "date order"
  | "century"
  | "decimal sign"
  | "kind"
  | "unit"
  | "duplicates"
  | "curve day";

/** One of the answers. */
export interface Choice {
  readonly value: string;
  /** What it means for these data, with an example of them where that helps. */
  readonly label: string;
}

/** A question: what has one answer only is done, and said, instead of asked. */
export interface Question {
  readonly topic: Topic;
  /** What was found. */
  readonly about: string;
  readonly choices: readonly Choice[];
  /** The answer that the data show, or null where only a person can know. */
  readonly shown: string | null;
}

/** The answers that were given. */
export type Answers = ReadonlyMap<Topic, string>;

/** A question with its answer; null while it is open. */
export interface AskedQuestion extends Question {
  readonly answer: string | null;
}

/**
 * Puts a question to the answers that were given.
 *
 * @param question - The question.
 * @param answers - What was answered.
 * @returns The question with its answer: the given one where it is among the choices, else what the
 * data show.
 */
export function asked(question: Question, answers: Answers): AskedQuestion {
  const given = answers.get(question.topic);
  const fits = question.choices.some(({ value }) => value === given);
  return { ...question, answer: fits && given !== undefined ? given : question.shown };
}
