/* Order of the rows, and days that stand more than once: both are fixed only when the user agrees. */
import { isoFromSerial } from "../calc/date/serial";
import type { DaySerial } from "../calc/units";
import type { Question } from "./question";
import { count, linesNamed } from "./sentenceParts";

/** A row of a source once it is read. */
export interface ReadRow {
  readonly line: number;
  readonly day: DaySerial;
  /** In the unit of its kind, NaN where missing. */
  readonly value: number;
}

/** What may become of rows that have the same day. */
export const DUPLICATE_RULES = ["keep last", "keep first", "leave out"] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Rows that do not stand in the order of their days. */
export interface Disorder {
  /** What was found. */
  readonly about: string;
  /** What sorting them is. */
  readonly repair: string;
  /** Whether they stand in no order at all: newest first is usual, and nothing to look at. */
  readonly isOdd: boolean;
}

/**
 * Whether the rows stand in the order of their days; rows that do not are sorted, which is said.
 *
 * @param rows - The rows in the order of the source.
 * @param place - What places are called.
 * @returns What is out of order; null when nothing is.
 */
export function orderOf(rows: readonly ReadRow[], place: "line" | "row"): Disorder | null {
  const falls = rows.filter((row, i) => i > 0 && row.day < (rows[i - 1]?.day ?? row.day));
  const [first] = falls;
  if (first === undefined) return null;
  const rises = rows.filter((row, i) => i > 0 && row.day > (rows[i - 1]?.day ?? row.day)).length;
  if (rises === 0) {
    return {
      about: "the rows run from the newest to the oldest",
      repair: "rows turned round, oldest first",
      isOdd: false,
    };
  }
  const named = linesNamed(
    place,
    falls.map(({ line }) => line),
  );
  const before = rows[rows.indexOf(first) - 1]?.day ?? first.day;
  return {
    about: `the rows are not in the order of their dates: ${isoFromSerial(first.day)} on ${place} ${first.line} comes after ${isoFromSerial(before)}${falls.length > 1 ? `; out of order are ${named}` : ""}`,
    repair: "rows sorted by date",
    isOdd: true,
  };
}

/**
 * Whether a day stands more than once.
 *
 * @param rows - The rows in the order of the source.
 * @param place - What places are called.
 * @param isVintages - Whether the rows of a day are what was known of it at one time and later.
 * @returns The question which row counts; null when each day stands once.
 */
export function duplicateQuestion(
  rows: readonly ReadRow[],
  place: "line" | "row",
  isVintages: boolean,
): Question | null {
  const repeated = [...byDay(rows).values()].filter((same) => same.length > 1);
  if (repeated.length === 0) return null;
  const conflicts = repeated.filter((same) => new Set(same.map(({ value }) => value)).size > 1);
  const shown = (conflicts.length > 0 ? conflicts : repeated).slice(0, 3).map((same) => {
    const values = same.map(({ line, value }) => `${shownValue(value)} on ${place} ${line}`);
    return `${isoFromSerial(same[0]?.day as DaySerial)} has ${values.join(" and ")}`;
  });
  const kinds =
    conflicts.length === 0
      ? "always with the same value"
      : `${conflicts.length} of them with different values`;
  const labels = isVintages ? VINTAGE_LABELS : LABELS;
  return {
    topic: "duplicates",
    about: `${count(repeated.length, "date")} ${repeated.length === 1 ? "stands" : "stand"} more than once, ${kinds}: ${shown.join("; ")}`,
    choices: DUPLICATE_RULES.map((value) => ({ value, label: labels[value] })),
    shown: null,
  };
}

const LABELS: Record<DuplicateRule, string> = {
  "keep last": "keep the last row of each",
  "keep first": "keep the first row of each",
  "leave out": "leave out all rows of these dates",
};
const VINTAGE_LABELS: Record<DuplicateRule, string> = {
  "keep last": "keep what was known last of each",
  "keep first": "keep what was published first of each",
  "leave out": "leave out all dates that were revised",
};

const shownValue = (value: number) => (Number.isNaN(value) ? "no value" : String(value));

/**
 * The rows in the order of their days, each day once.
 *
 * @param rows - The rows in the order of the source.
 * @param rule - Which row of a day counts; the order of the source decides what is last. Null when
 * each day stands once.
 * @returns Rows, oldest first.
 */
export function inOrder(rows: readonly ReadRow[], rule: DuplicateRule | null): ReadRow[] {
  return (rule === null ? [...rows] : eachDayOnce(rows, rule)).sort((a, b) => a.day - b.day);
}

function eachDayOnce(rows: readonly ReadRow[], rule: DuplicateRule): ReadRow[] {
  const kept = [...byDay(rows).values()].flatMap((same): readonly (ReadRow | undefined)[] => {
    if (same.length === 1) return same;
    if (rule === "leave out") return [];
    return [rule === "keep last" ? same[same.length - 1] : same[0]];
  });
  return kept.filter((row) => row !== undefined);
}

function byDay(rows: readonly ReadRow[]): Map<DaySerial, ReadRow[]> {
  const days = new Map<DaySerial, ReadRow[]>();
  for (const row of rows) {
    const same = days.get(row.day);
    if (same === undefined) days.set(row.day, [row]);
    else same.push(row);
  }
  return days;
}
