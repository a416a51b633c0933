/* What `read` prints of a file. */
import type { CurveHistory } from "../calc/curve/curveHistory";
import type { ParCurve } from "../calc/curve/parCurve";
import { isoFromSerial } from "../calc/date/serial";
import type { DatedHistory } from "../calc/series/byMonth";
import type { CurveReading } from "../data/curves";
import type { Finding } from "../data/findings";
import type { SeriesReading } from "../data/gathering";
import type { AskedQuestion, Topic } from "../data/question";
import { questionOf, type FileReading } from "../data/readFile";
import { count } from "../data/sentenceParts";

/** A value of a series; of a curve its par yields by tenor. */
type DayAndValue = readonly [day: string, value: number | PrintedYields];
/** Decimals by tenor: "5" is of five years, "1.5/12" of a month and a half. */
type PrintedYields = Readonly<Record<string, number>>;

/** A question as `--choose` answers it. */
export interface PrintedQuestion {
  readonly question: string;
  readonly topic: Topic;
  readonly about: string;
  readonly choices: readonly { readonly choice: string; readonly label: string }[];
  /** Null while it is open. */
  readonly answer: string | null;
}

/** A series; what is not known while a question is open is null. */
export interface PrintedSeries {
  readonly name: string;
  readonly kind: string | null;
  readonly unit: string | null;
  readonly rows: number | null;
  /** Rows without a value. */
  readonly missing: number | null;
  readonly first: DayAndValue | null;
  readonly last: DayAndValue | null;
}

/** What a file holds, as it is printed. */
export interface ReadAnswer {
  readonly file: string;
  /** The curve of the day that was asked for, else of the last one, where the file holds curves. */
  readonly curve?: { readonly date: string } & Readonly<Record<string, number | string>>;
  readonly series: readonly PrintedSeries[];
  readonly questions: readonly PrintedQuestion[];
  readonly findings: readonly (Finding & { readonly series: string | null })[];
  readonly facts: readonly string[];
  readonly repairs: readonly string[];
}

/**
 * What is printed of a file.
 *
 * @param reading - What it holds.
 * @returns Plain data, ready for JSON.
 */
export function readAnswer({ file, series }: FileReading): ReadAnswer {
  const isOne = series.length === 1;
  const nameOf = (topic: Topic, { name }: SeriesReading) =>
    isOne ? topic : questionOf(topic, name);
  return {
    file: file.source,
    series: series.map(printed),
    questions: [
      ...file.questions.map((question) => printedQuestion(question, question.topic)),
      ...series.flatMap((one) =>
        one.questions.map((question) => printedQuestion(question, nameOf(question.topic, one))),
      ),
    ],
    findings: [
      ...file.findings.map((finding) => ({ series: null, ...finding })),
      ...series.flatMap(({ name, findings }) =>
        findings.map((finding) => ({ series: name, ...finding })),
      ),
    ],
    facts: [...file.facts, ...ofSeries(series, ({ facts }) => facts)],
    repairs: [...file.repairs, ...ofSeries(series, ({ repairs }) => repairs)],
  };
}

/**
 * What is printed of a file of curves.
 *
 * @param reading - What it holds.
 * @returns Plain data, ready for JSON.
 */
export function curveAnswer({ file, unit, history, curve }: CurveReading): ReadAnswer {
  const series = {
    ...{ name: "par yields", kind: "curve", unit },
    ...(history === null ? NOTHING : endsOf(history)),
  };
  return {
    file: file.source,
    ...(curve === null
      ? {}
      : { curve: { date: isoFromSerial(curve.day), ...yieldsByTenor(curve.curve) } }),
    series: [series],
    questions: file.questions.map((question) => printedQuestion(question, question.topic)),
    findings: file.findings.map((finding) => ({ series: null, ...finding })),
    facts: file.facts,
    repairs: file.repairs,
  };
}

const NOTHING = { rows: null, missing: null, first: null, last: null } as const;

function endsOf({ days, tenors, yields }: CurveHistory) {
  const curves = days.flatMap((day, i): DayAndValue[] => {
    const row = yields[i] as Float64Array;
    const there = yieldsByTenor({ tenors, yields: row });
    return Object.keys(there).length === 0 ? [] : [[isoFromSerial(day), there]];
  });
  return {
    rows: days.length,
    missing: days.length - curves.length,
    first: curves[0] ?? null,
    last: curves.at(-1) ?? null,
  };
}

const yieldsByTenor = ({ tenors, yields }: ParCurve): PrintedYields =>
  Object.fromEntries(
    Array.from(tenors, (tenor, i): [string, number] => [
      tenorLabel(tenor),
      yields[i] ?? NaN,
    ]).filter(([, value]) => !Number.isNaN(value)),
  );

/** Months below a year, as 1.5/12, so that no digit of a third of a year is lost. */
function tenorLabel(years: number): string {
  const months = Math.round(2 * 12 * years) / 2;
  return years < 1 && Math.abs(months / 12 - years) < 1e-9 ? `${months}/12` : String(years);
}

const ofSeries = (
  series: readonly SeriesReading[],
  linesOf: (one: SeriesReading) => readonly string[],
): string[] =>
  series.flatMap((one) =>
    linesOf(one).map((line) => (series.length === 1 ? line : `${one.name}: ${line}`)),
  );

function printed({ name, kind, unit, history }: SeriesReading): PrintedSeries {
  const about = { name, kind, unit };
  if (history === null) return { ...about, ...NOTHING };
  const values = valuesOf(history);
  return {
    ...about,
    rows: history.dates.length,
    missing: history.dates.length - values.length,
    first: values[0] ?? null,
    last: values.at(-1) ?? null,
  };
}

const valuesOf = ({ dates, values }: DatedHistory): DayAndValue[] =>
  dates.flatMap((day, i): DayAndValue[] => {
    const value = values[i] ?? NaN;
    return Number.isNaN(value) ? [] : [[isoFromSerial(day), value]];
  });

const printedQuestion = (
  { topic, about, choices, answer }: AskedQuestion,
  question: string,
): PrintedQuestion => ({
  question,
  topic,
  about,
  choices: choices.map(({ value, label }) => ({ choice: value, label })),
  answer,
});

/**
 * The same in sentences.
 *
 * @param answer - What is printed.
 * @returns Lines.
 */
export function readWordsOf(answer: ReadAnswer): string[] {
  const { series, questions, findings, facts, repairs } = answer;
  const pairText = (pair: DayAndValue | null) =>
    pair === null ? "?" : `${JSON.stringify(pair[1])} on ${pair[0]}`;
  return [
    ...series.map(({ name, kind, unit, rows, first, last }) =>
      rows === null
        ? `${name}: ${kind ?? "?"}, a question is open`
        : `${name}: ${kind ?? "?"} in ${unit ?? "?"}, ${count(rows, "row")}, from ${pairText(first)} to ${pairText(last)}`,
    ),
    ...facts.map((fact) => `- ${fact}`),
    ...repairs.map((repair) => `- done: ${repair}`),
    ...questions.flatMap(({ question, about, choices, answer: known }) => [
      `? ${question}: ${about}${known === null ? "" : ` (taken: ${known})`}`,
      ...choices.map(({ choice, label }) => `    --choose "${question}=${choice}"  ${label}`),
    ]),
    ...findings.map(
      ({ series: of, at: where, problem, severity }) =>
        `${severity}: ${[of, where, problem].filter((part) => part !== null && part !== "").join(": ")}`,
    ),
  ];
}
