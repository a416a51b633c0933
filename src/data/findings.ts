import { checkInputsSliced, type InputKind } from "../calc/checks/checkInputs";
import { SEVERITIES, type Severity } from "../calc/checks/problem";
import type { Sliced } from "../calc/numeric/sliced";
import type { SeriesKind } from "./seriesKind";
import type { ReadRow } from "./repeatedDays";

const CHECKED_AS: Record<SeriesKind, InputKind> = {
  spread: "spreads",
  yield: "rates",
  price: "history",
  level: "history",
};

/** Something that an analyst would want to know of the data before using them. */
export interface Finding {
  /** Where it is, for example "line 12"; "" when it is about all of them. */
  readonly at: string;
  readonly problem: string;
  readonly severity: Severity;
}

/**
 * What the checks of the worksheet function CHECKINPUTS find in a history.
 *
 * @param rows - Oldest first, each day once.
 * @param place - What places of the source are called.
 * @param inSourceOrder - Whether the source has its rows in this order: findings then name its lines.
 * @param windowMonths - The window that the history is wanted for.
 * @param kind - What it holds: spreads in basis points, yields in decimals, or other numbers.
 * @returns Findings, the gravest first.
 */
export function* findingsOf(
  rows: readonly ReadRow[],
  place: "line" | "row",
  inSourceOrder: boolean,
  windowMonths: number,
  kind: SeriesKind,
): Sliced<Finding[]> {
  // With blanks for the lines that hold no row, a row of the checked range is a line of the source.
  const placeInSource = (row: ReadRow, i: number) => (inSourceOrder ? row.line - 1 : i);
  const length = rows.reduce((most, row, i) => Math.max(most, placeInSource(row, i) + 1), 0);
  const dates = new Float64Array(length).fill(NaN);
  const values = new Float64Array(length).fill(NaN);
  rows.forEach((row, i) => {
    dates[placeInSource(row, i)] = row.day;
    values[placeInSource(row, i)] = row.value;
  });
  const where = inSourceOrder ? place : "sorted row";
  const table = { dates, columns: [values], names: [kind] };
  const problems = yield* checkInputsSliced(table, CHECKED_AS[kind], windowMonths);
  return gravestFirst(
    problems.map(({ row, problem, severity }) => ({ at: `${where} ${row}`, problem, severity })),
  );
}

/**
 * Findings in the order in which they matter.
 *
 * @param findings - In any order.
 * @returns Errors, then warnings, then notes.
 */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
