import type { Sliced } from "../calc/numeric/sliced";
import { datesOf } from "./dates";
import { frameOf } from "./frame";
import { Gathering, type SeriesReading } from "./gathering";
import { layoutOf } from "./layout";
import type { Answers } from "./question";
import { readColumn } from "./readColumn";
import { columnOf, type Side } from "./side";
import type { TextTable } from "./textTable";

/** Looks at each row apart from those at its columns: forms of dates, what follows, and checks. */
const LOOKS = 19;

/**
 * How many rows {@link readSeries} looks at, each as often as it does.
 *
 * @param table - The table.
 * @returns About as many, to tell how far the work is.
 */
export const looksAt = ({ rows }: TextTable): number =>
  rows.length * (LOOKS + (rows[0]?.length ?? 0) - 1);

/**
 * Reads a history of spreads out of a table of fields, as far as it can be told or was answered.
 *
 * @param given - The table.
 * @param side - Which history is looked for: names of columns may say which one it is.
 * @param answers - What was answered to earlier questions.
 * @param windowMonths - The window that the history is wanted for.
 * @returns The work: it gives the history, or the questions that are open; yields are given apart,
 * prices and levels are no history of spreads.
 * @throws CalcError `invalid` when there are no dates or no values in the table.
 */
export function* readSeries(
  given: TextTable,
  side: Side,
  answers: Answers,
  windowMonths = 60,
): Sliced<SeriesReading> {
  const all = new Gathering(given.source, answers);
  const frame = yield* frameOf(given, all);
  const layout = yield* layoutOf(frame, all);
  if (layout === null) return all.reading(null);
  all.facts.push(...given.facts);
  const column = columnOf(layout, side, all);
  const dates = yield* datesOf(frame, layout, all);
  if (column === null || dates === null) return all.reading(null);
  const history = yield* readColumn(frame, layout, column, dates, all, windowMonths);
  if (all.kind === "yield") return all.reading(null, history);
  return all.reading(all.kind === "spread" ? history : null);
}
