/* One series of a table: its days, its numbers, its unit, in order. */
import { isoFromSerial } from "../calc/date/serial";
import { invalid } from "../calc/errors";
import type { DatedHistory } from "../calc/series/byMonth";
import type { Sliced } from "../calc/numeric/sliced";
import type { DateReading } from "./dates";
import { datedRows, fieldsOf, numbersOf, type DatedField, type NumberRow } from "./fields";
import { findingsOf } from "./findings";
import type { Frame } from "./frame";
import type { Gathering } from "./gathering";
import { kindQuestion, notSpreads } from "./kind";
import type { Layout, ValueColumn } from "./layout";
import type { WrittenNumber } from "./numberText";
import { publicNotes } from "./publicNotes";
import { DUPLICATE_RULES, duplicateQuestion, inOrder, orderOf, type ReadRow } from "./repeatedDays";
import { SERIES_KINDS, type SeriesKind } from "./seriesKind";
import { spreadOf, unitQuestion, UNITS } from "./unit";
import { yieldOf, yieldUnitQuestion } from "./yieldUnit";
import { count } from "./sentenceParts";

/**
 * Reads a series of a table, as far as it can be told or was answered.
 *
 * @param frame - The table.
 * @param layout - What stands where in it.
 * @param column - The series.
 * @param dates - How its dates are written.
 * @param all - What was found and asked so far; takes the name, the kind and the unit.
 * @param windowMonths - The window that the history is wanted for.
 * @returns The work: it gives the history, or null while something is asked.
 * @throws CalcError `invalid` when the series has no dates or no values.
 */
export function* readColumn(
  frame: Frame,
  layout: Layout,
  column: ValueColumn,
  dates: DateReading,
  all: Gathering,
  windowMonths: number,
): Sliced<DatedHistory | null> {
  all.name = column.name;
  const fields = fieldsOf(frame, layout, column);
  const rows = yield* datedRows(fields, dates, frame, all);
  const isVintages = layout.vintage !== null;
  const inVintages = isVintages ? byVintage(rows) : rows;
  const numbers = yield* numbersOf(inVintages, frame, layout, all);
  if (numbers === null) return null;
  const read = yield* inUnit(numbers, column, all);
  if (read === null) return null;
  yield read.length;
  const history = yield* ordered(read, frame, all, { windowMonths, isVintages });
  if (history !== null && all.kind !== null) {
    const names = layout.values.map(({ name }) => name);
    all.findings.push(...publicNotes(column.name, all.kind, names, history, windowMonths));
  }
  return history;
}

/** Values in the order in which they were known, so that the last one of a day is the latest. */
const byVintage = (rows: readonly DatedField[]): DatedField[] =>
  [...rows].sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));

function* inUnit(
  numbers: readonly NumberRow[],
  { name, context }: ValueColumn,
  all: Gathering,
): Sliced<ReadRow[] | null> {
  const written = numbers.flatMap((row) => (row.written === null ? [] : [row.written]));
  const bare = written.flatMap(({ value, suffix }) => (suffix === "" ? [value] : []));
  yield numbers.length;
  const kind = kindOf(bare, name, context, all);
  yield numbers.length;
  if (kind === null) return null;
  all.kind = kind;
  const toUnit = unitOf(kind, bare, name, context, all);
  if (toUnit === null) return null;
  yield numbers.length;
  if (bare.length < written.length) {
    all.facts.push(
      `${count(written.length - bare.length, "value")} with the unit behind the number`,
    );
  }
  return numbers.map(({ line, day, written: number }) => ({
    line,
    day,
    value: number === null ? NaN : toUnit(number),
  }));
}

function kindOf(
  bare: readonly number[],
  name: string,
  context: string,
  all: Gathering,
): SeriesKind | null {
  const odd = notSpreads(bare, name, context);
  if (odd !== null) all.findings.push({ at: "", problem: odd, severity: "warning" });
  const question = kindQuestion(bare, name, context);
  const answer = question === null ? "spread" : all.ask(question);
  return SERIES_KINDS.find((kind) => kind === answer) ?? null;
}

/** What turns a written number into the unit of its kind; null while that unit is asked for. */
function unitOf(
  kind: SeriesKind,
  bare: readonly number[],
  name: string,
  context: string,
  all: Gathering,
): ((number: WrittenNumber) => number) | null {
  if (kind === "price" || kind === "level") {
    all.unit = "as written";
    return ({ value }) => value;
  }
  const isSpread = kind === "spread";
  const base = isSpread ? "basis points" : "decimals";
  const short = isSpread ? "bp" : "decimal";
  const question = isSpread ? unitQuestion : yieldUnitQuestion;
  const answer = bare.length === 0 ? base : all.ask(question(bare, name, context));
  const unit = UNITS.find((one) => one === answer);
  if (unit === undefined) return null;
  all.unit = unit === base ? short : `${short} from ${unit}`;
  if (unit !== base && bare.length > 0) all.repairs.push(TURNED[`${unit} ${kind}`] ?? "");
  return (number) => (isSpread ? spreadOf : yieldOf)(number, unit);
}

const TURNED: Readonly<Record<string, string>> = {
  "percent spread": "percent turned into basis points (× 100)",
  "decimals spread": "decimals turned into basis points (× 10,000)",
  "percent yield": "percent turned into decimals (÷ 100)",
  "basis points yield": "basis points turned into decimals (÷ 10,000)",
};

function* ordered(
  rows: readonly ReadRow[],
  { place, source }: Frame,
  all: Gathering,
  { windowMonths, isVintages }: { readonly windowMonths: number; readonly isVintages: boolean },
): Sliced<DatedHistory | null> {
  const order = isVintages ? null : orderOf(rows, place);
  const duplicates = duplicateQuestion(rows, place, isVintages);
  yield rows.length;
  const rule = duplicates === null ? null : all.ask(duplicates);
  const chosen = DUPLICATE_RULES.find((one) => one === rule) ?? "keep last";
  const kept = inOrder(rows, duplicates === null ? null : chosen);
  yield rows.length;
  if (order !== null) {
    all.facts.push(order.about);
    all.repairs.push(order.repair);
    if (order.isOdd) all.findings.push({ at: "", problem: order.about, severity: "note" });
  }
  if (rule !== null) {
    all.repairs.push(
      `dates that stand twice: ${rule}, ${count(rows.length - kept.length, "row")} left out`,
    );
  }
  if (kept.length === 0) throw invalid(`${source} has no row left`);
  const isInOrder = order === null && !isVintages;
  all.findings.push(
    ...(yield* findingsOf(kept, place, isInOrder, windowMonths, all.kind ?? "spread")),
  );
  if (duplicates !== null && rule === null) return null;
  const [first, last] = [kept[0], kept[kept.length - 1]];
  if (first !== undefined && last !== undefined) {
    all.facts.push(
      `${count(kept.length, "day")} from ${isoFromSerial(first.day)} to ${isoFromSerial(last.day)}`,
    );
  }
  return {
    dates: kept.map(({ day }) => day),
    values: Float64Array.from(kept, ({ value }) => value),
  };
}
