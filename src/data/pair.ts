import type { SpreadRow } from "../calc/series/spreadRow";
import { isoFromSerial } from "../calc/date/serial";
import { align, type AlignMethod } from "../calc/series/align";
import type { DatedHistory } from "../calc/series/byMonth";
import { checkInputsSliced } from "../calc/checks/checkInputs";
import { rhythmOf } from "../calc/checks/rhythm";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { tidy } from "../calc/numeric/tidy";
import { gravestFirst, type Finding } from "./findings";
import { count } from "./sentenceParts";

/**
 * The last row that has something.
 *
 * @param rows - Rows, oldest first.
 * @param holds - What it must have.
 * @returns The row, or null when none has it.
 */
export const lastWhere = (
  rows: readonly SpreadRow[],
  holds: (row: SpreadRow) => boolean,
): SpreadRow | null => [...rows].reverse().find(holds) ?? null;

/** How two histories become one table. */
export interface PairPlan {
  readonly method: AlignMethod;
  /** Calendar days that a value may be old when it is carried to a later day. */
  readonly maxStaleDays: number;
  /** Whether rows stay that lack a side. */
  readonly keepOneSided: boolean;
}

/** Two histories on one set of dates. */
export interface Pair {
  readonly rows: readonly SpreadRow[];
  /** Rows that lack a side, whether they are kept or not. */
  readonly lacking: { readonly mbs: number; readonly corporate: number };
  /** How many rows were left out because they lack a side. */
  readonly leftOut: number;
  /** What aligning does to these two, in sentences. */
  readonly facts: readonly string[];
  readonly findings: readonly Finding[];
}

/** A month's values are of the month: none is older than its longest. */
const DAYS_OF_A_MONTH = 31;
/** Spacing of rows from which on a history is monthly or slower. */
const MONTHLY = 26;

/**
 * The way of aligning that two calendars suggest; it is shown, and another can be chosen.
 *
 * @param mbs - A history.
 * @param corporate - The other one.
 * @returns The method, and why in words.
 */
export function suggestedMethod(
  mbs: DatedHistory,
  corporate: DatedHistory,
): { readonly method: AlignMethod; readonly reason: string } {
  const [a, b] = [daysWithValue(mbs), daysWithValue(corporate)];
  const ofB = new Set(b);
  const common = a.filter((day) => ofB.has(day)).length;
  const fewest = Math.min(a.length, b.length);
  if (common >= 0.9 * Math.max(a.length, b.length)) {
    return { method: "exact", reason: `both have values on ${count(common, "common day")}` };
  }
  const usual = Math.max(rhythmOf(a)?.usual ?? 1, rhythmOf(b)?.usual ?? 1);
  if (usual >= MONTHLY) {
    return { method: "month end", reason: `one of them has a value a month` };
  }
  return {
    method: "previous",
    reason: `only ${common} of ${fewest} days are common to both: two calendars`,
  };
}

/** Looks at each row of two aligned histories: aligning, what follows, and the checks of both. */
const LOOKS = 12;

/**
 * How many rows {@link pairUp} looks at, each as often as it does.
 *
 * @param mbs - A history.
 * @param corporate - The other one.
 * @returns About as many, to tell how far the work is.
 */
export const looksAtPair = (mbs: DatedHistory, corporate: DatedHistory): number =>
  LOOKS * Math.max(mbs.dates.length, corporate.dates.length);

/**
 * Puts two histories of spreads on one set of dates.
 *
 * @param mbs - Basis points, oldest first.
 * @param corporate - The same.
 * @param plan - How.
 * @param windowMonths - The window that the history is wanted for.
 * @returns The work: it gives rows for the data sheet, and what an analyst would want to know of them.
 * @throws CalcError `missing` when there is no row.
 */
export function* pairUp(
  mbs: DatedHistory,
  corporate: DatedHistory,
  plan: PairPlan,
  windowMonths = 60,
): Sliced<Pair> {
  const { method, maxStaleDays, keepOneSided } = plan;
  const isMonthly = method === "month end" || method === "month mean";
  const limit = isMonthly ? DAYS_OF_A_MONTH : maxStaleDays;
  const aligned = align(mbs, corporate, method, limit);
  yield aligned.length;
  const all: SpreadRow[] = [];
  yield* lookAt(aligned, ({ date, a, b }) => {
    all.push({ date, mbs: shown(a.value), corporate: shown(b.value) });
  });
  const rows = keepOneSided ? all : all.filter((row) => row.mbs !== null && row.corporate !== null);
  const lacking = {
    mbs: all.filter((row) => row.mbs === null).length,
    corporate: all.filter((row) => row.corporate === null).length,
  };
  yield all.length;
  return {
    rows,
    lacking,
    leftOut: all.length - rows.length,
    facts: [...endFacts(mbs, corporate), ...lackFacts(lacking, all.length, keepOneSided)],
    findings: rows.length === 0 ? [] : yield* findingsOfPair(rows, windowMonths),
  };
}

/** A month's mean of tenths has a binary tail. */
const shown = (value: number | null): number | null =>
  value === null ? null : tidy(Math.round(value * 1e6) / 1e6);

function endFacts(mbs: DatedHistory, corporate: DatedHistory): string[] {
  const [a, b] = [daysWithValue(mbs), daysWithValue(corporate)];
  const [endA, endB] = [a[a.length - 1], b[b.length - 1]];
  const [startA, startB] = [a[0], b[0]];
  const facts: string[] = [];
  if (startA !== undefined && startB !== undefined && startA !== startB) {
    facts.push(
      `MBS spreads begin on ${isoFromSerial(startA)}, corporate spreads on ${isoFromSerial(startB)}`,
    );
  }
  if (endA !== undefined && endB !== undefined && endA !== endB) {
    facts.push(
      `MBS spreads end on ${isoFromSerial(endA)}, corporate spreads on ${isoFromSerial(endB)}: ${count(Math.abs(endA - endB), "day")} apart`,
    );
  }
  return facts;
}

function lackFacts(lacking: Pair["lacking"], rows: number, kept: boolean): string[] {
  const sides = [
    ["MBS", lacking.mbs],
    ["corporate", lacking.corporate],
  ] as const;
  return sides.flatMap(([name, n]) =>
    n === 0
      ? []
      : [
          `${count(n, "row")} of ${rows} ${n === 1 ? "lacks" : "lack"} the ${name} spread: ${kept ? "kept with a blank cell" : "left out"}`,
        ],
  );
}

const daysWithValue = ({ dates, values }: DatedHistory) =>
  dates.filter((_, i) => !Number.isNaN(values[i]));

function* findingsOfPair(rows: readonly SpreadRow[], windowMonths: number): Sliced<Finding[]> {
  const columns = [
    Float64Array.from(rows, ({ mbs }) => mbs ?? NaN),
    Float64Array.from(rows, ({ corporate }) => corporate ?? NaN),
  ];
  const table = {
    dates: Float64Array.from(rows, ({ date }) => date),
    columns,
    names: ["MBS spread", "corporate spread"],
  };
  const problems = yield* checkInputsSliced(table, "spreads", windowMonths);
  return gravestFirst(
    problems.map(({ row, problem, severity }) => ({ at: `row ${row}`, problem, severity })),
  );
}
