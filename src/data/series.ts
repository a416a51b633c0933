import { isoFromSerial } from "../calc/date/serial";
import { invalid } from "../calc/errors";
import type { Sliced } from "../calc/numeric/sliced";
import {
  columnOf,
  datedRows,
  fieldsOf,
  formOf,
  numbersOf,
  type NumberRow,
  type Side,
} from "./fields";
import { findingsOf } from "./findings";
import { Gathering, type SeriesReading } from "./gathering";
import { layoutOf } from "./layout";
import type { Answers } from "./question";
import {
  DUPLICATE_RULES,
  duplicateQuestion,
  inOrder,
  orderQuestion,
  type ReadRow,
} from "./repeatedDays";
import type { TextTable } from "./textTable";
import { notSpreads, spreadOf, SPREAD_UNITS, unitQuestion } from "./unit";
import { evenRows } from "./unevenRows";
import { count, inQuotes } from "./words";

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
 * @returns The work: it gives the history, or the questions that are open.
 * @throws CalcError `invalid` when there are no dates or no values in the table.
 */
export function* readSeries(
  given: TextTable,
  side: Side,
  answers: Answers,
  windowMonths = 60,
): Sliced<SeriesReading> {
  const all = new Gathering(given.source, answers);
  const { table, question, repair } = evenRows(given);
  if (question !== null) {
    if (all.ask(question) === null) return all.reading(null);
    all.repairs.push(repair);
  }
  const layout = yield* layoutOf(table);
  all.facts.push(
    `${given.source}: ${layout.kind}, ${count(table.rows.length - layout.headings, "row")}`,
    ...given.facts,
  );
  if (layout.others.length > 0) {
    all.facts.push(
      `not used, because they hold no numbers: ${layout.others.map(inQuotes).join(", ")}`,
    );
  }
  const column = columnOf(layout, side, all);
  const form = yield* formOf(table, layout, all);
  if (column === null || form === null) return all.reading(null);
  all.name = column.name;
  const fields = fieldsOf(table, layout, column);
  const rows = yield* datedRows(fields, form, table, all);
  const numbers = rows && (yield* numbersOf(rows, table, all));
  if (numbers === null) return all.reading(null);
  const read = yield* inBasisPoints(numbers, column.name, all);
  if (read === null) return all.reading(null);
  yield read.length;
  return yield* ordered(read, table, all, windowMonths);
}

function* inBasisPoints(
  numbers: readonly NumberRow[],
  name: string,
  all: Gathering,
): Sliced<ReadRow[] | null> {
  const written = numbers.flatMap((row) => (row.written === null ? [] : [row.written]));
  const bare = written.flatMap(({ value, suffix }) => (suffix === "" ? [value] : []));
  yield numbers.length;
  const odd = notSpreads(bare, name);
  if (odd !== null && bare.length > 0)
    all.findings.push({ at: "", problem: odd, severity: "warning" });
  yield numbers.length;
  const answer = bare.length === 0 ? "basis points" : all.ask(unitQuestion(bare, name));
  const unit = SPREAD_UNITS.find((one) => one === answer);
  if (unit === undefined) return null;
  yield numbers.length;
  if (bare.length < written.length) {
    all.facts.push(
      `${count(written.length - bare.length, "value")} with the unit behind the number`,
    );
  }
  if (bare.length > 0 && unit !== "basis points") {
    all.repairs.push(
      `${unit} turned into basis points (× ${unit === "percent" ? "100" : "10,000"})`,
    );
  }
  return numbers.map(({ line, day, written: number }) => ({
    line,
    day,
    value: number === null ? NaN : spreadOf(number, unit),
  }));
}

function* ordered(
  rows: readonly ReadRow[],
  { place, source }: TextTable,
  all: Gathering,
  windowMonths: number,
): Sliced<SeriesReading> {
  const order = orderQuestion(rows, place);
  const duplicates = duplicateQuestion(rows, place);
  yield rows.length;
  const sorted = order === null || all.ask(order) !== null;
  const rule = duplicates === null ? null : all.ask(duplicates);
  const chosen = DUPLICATE_RULES.find((one) => one === rule) ?? "keep last";
  const kept = inOrder(rows, duplicates === null ? null : chosen);
  yield rows.length;
  if (order !== null && sorted) all.repairs.push("rows sorted by date");
  if (rule !== null) {
    all.repairs.push(
      `dates that stand twice: ${rule}, ${count(rows.length - kept.length, "row")} left out`,
    );
  }
  if (kept.length === 0) throw invalid(`${source} has no row left`);
  all.findings.push(...(yield* findingsOf(kept, place, order === null, windowMonths)));
  if (!sorted || (duplicates !== null && rule === null)) return all.reading(null);
  const [first, last] = [kept[0], kept[kept.length - 1]];
  if (first !== undefined && last !== undefined) {
    all.facts.push(
      `${count(kept.length, "day")} from ${isoFromSerial(first.day)} to ${isoFromSerial(last.day)}`,
    );
  }
  return all.reading({
    dates: kept.map(({ day }) => day),
    values: Float64Array.from(kept, ({ value }) => value),
  });
}
