import { isoFromSerial } from "../calc/date/serial";
import { invalid } from "../calc/errors";
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

/**
 * Reads a history of spreads out of a table of fields, as far as it can be told or was answered.
 *
 * @param given - The table.
 * @param side - Which history is looked for: names of columns may say which one it is.
 * @param answers - What was answered to earlier questions.
 * @param windowMonths - The window that the history is wanted for.
 * @returns The history, or the questions that are open.
 * @throws CalcError `invalid` when there are no dates or no values in the table.
 */
export function readSeries(
  given: TextTable,
  side: Side,
  answers: Answers,
  windowMonths = 60,
): SeriesReading {
  const all = new Gathering(given.source, answers);
  const { table, question, repair } = evenRows(given);
  if (question !== null) {
    if (all.ask(question) === null) return all.reading(null);
    all.repairs.push(repair);
  }
  const layout = layoutOf(table);
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
  const form = formOf(table, layout, all);
  if (column === null || form === null) return all.reading(null);
  all.name = column.name;
  const fields = fieldsOf(table, layout, column);
  const rows = datedRows(fields, form, table, all);
  const numbers = rows && numbersOf(rows, table, all);
  if (numbers === null) return all.reading(null);
  const read = inBasisPoints(numbers, column.name, all);
  if (read === null) return all.reading(null);
  return ordered(read, table, all, windowMonths);
}

function inBasisPoints(
  numbers: readonly NumberRow[],
  name: string,
  all: Gathering,
): ReadRow[] | null {
  const written = numbers.flatMap((row) => (row.written === null ? [] : [row.written]));
  const bare = written.flatMap(({ value, suffix }) => (suffix === "" ? [value] : []));
  const odd = notSpreads(bare, name);
  if (odd !== null && bare.length > 0)
    all.findings.push({ at: "", problem: odd, severity: "warning" });
  const answer = bare.length === 0 ? "basis points" : all.ask(unitQuestion(bare, name));
  const unit = SPREAD_UNITS.find((one) => one === answer);
  if (unit === undefined) return null;
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

function ordered(
  rows: readonly ReadRow[],
  { place, source }: TextTable,
  all: Gathering,
  windowMonths: number,
): SeriesReading {
  const order = orderQuestion(rows, place);
  const duplicates = duplicateQuestion(rows, place);
  const sorted = order === null || all.ask(order) !== null;
  const rule = duplicates === null ? null : all.ask(duplicates);
  const kept = inOrder(rows, DUPLICATE_RULES.find((one) => one === rule) ?? "keep last");
  if (order !== null && sorted) all.repairs.push("rows sorted by date");
  if (rule !== null) {
    all.repairs.push(
      `dates that stand twice: ${rule}, ${count(rows.length - kept.length, "row")} left out`,
    );
  }
  if (kept.length === 0) throw invalid(`${source} has no row left`);
  all.findings.push(...findingsOf(kept, place, order === null, windowMonths));
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
