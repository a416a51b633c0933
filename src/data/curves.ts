/* Histories of par yields by tenor, from one table or several, and the curve of a day. */
import { quoted } from "../assumptions/humanValues";
import { curveOn, type CurveHistory, type DatedCurve } from "../calc/curve/curveHistory";
import { tenorOf } from "../calc/curve/tenor";
import { isoFromSerial } from "../calc/date/serial";
import { invalid } from "../calc/errors";
import type { Sliced } from "../calc/numeric/sliced";
import type { DaySerial } from "../calc/units";
import { datesOf } from "./dates";
import { readDateText } from "./dateText";
import { datedRows, fieldsOf, numbersOf, type NumberRow } from "./fields";
import { frameOf, type Frame } from "./frame";
import { Gathering, type SeriesReading } from "./gathering";
import { kindByName } from "./kind";
import { layoutOf, type Layout, type ValueColumn } from "./layout";
import type { Answers } from "./question";
import { DUPLICATE_RULES, duplicateQuestion, inOrder, type ReadRow } from "./repeatedDays";
import type { TextTable } from "./textTable";
import { UNITS } from "./unit";
import { yieldOf, yieldUnitQuestion } from "./yieldUnit";
import { count } from "./sentenceParts";

/** What tables say of par yields; null where a question is open. */
export interface CurveReading {
  /** What is found, asked and fixed. */
  readonly file: SeriesReading;
  /** The unit of the yields, and the one they were turned from. */
  readonly unit: string | null;
  readonly history: CurveHistory | null;
  /** The curve of the day that was asked for, else of the last one. */
  readonly curve: DatedCurve | null;
}

/** Par yields of one tenor. */
interface TenorRows {
  readonly tenor: number;
  readonly name: string;
  readonly place: "line" | "row";
  readonly numbers: readonly NumberRow[];
}

/**
 * Reads par yields by tenor: wide tables with tenors as headings, long ones with tenors as names,
 * and one tenor in each of several files.
 *
 * @param tables - The tables; together they have two tenors or more.
 * @param answers - What was answered; "curve day" takes any day as 2026-01-15.
 * @returns The work.
 * @throws CalcError `invalid` when there are fewer than two tenors, or one stands twice; `missing`
 * when there is no curve on the day that was asked for.
 */
export function* readCurves(tables: readonly TextTable[], answers: Answers): Sliced<CurveReading> {
  const all = new Gathering(tables.map(({ source }) => source).join(", "), answers);
  const open = (): CurveReading => ({
    file: all.reading(null),
    unit: null,
    history: null,
    curve: null,
  });
  const columns: TenorRows[] = [];
  for (const table of tables) {
    const read = yield* tenorsOf(table, all);
    if (read === null) return open();
    columns.push(...read);
  }
  requireTenors(columns, all.source);
  columns.sort((a, b) => a.tenor - b.tenor);
  const toDecimal = decimalOf(columns, all);
  if (toDecimal === null) return open();
  const history = historyOf(columns, toDecimal, all);
  if (history === null) return open();
  return { file: all.reading(null), unit: all.unit, history, curve: dayOf(history, all) };
}

/**
 * Whether a table is one of curves: two series or more, all named by a tenor, and none said to be
 * spreads.
 *
 * @param table - The table.
 * @returns The work.
 */
export function* isCurveTable(table: TextTable): Sliced<boolean> {
  const all = new Gathering(table.source, new Map());
  const values = (yield* layoutOf(yield* frameOf(table, all), all))?.values ?? [];
  return (
    values.length > 1 &&
    values.every((column) => tenorOfColumn(column) !== null && !isSpread(column))
  );
}

const isSpread = ({ name, context }: ValueColumn): boolean =>
  [name, context].some((text) => kindByName(text) === "spread");

const tenorOfColumn = ({ name, context }: ValueColumn): number | null =>
  tenorOf(name) ?? tenorOf(context);

function* tenorsOf(table: TextTable, all: Gathering): Sliced<TenorRows[] | null> {
  const frame = yield* frameOf(table, all);
  const layout = yield* layoutOf(frame, all);
  if (layout === null) return null;
  all.facts.push(...table.facts);
  const dates = yield* datesOf(frame, layout, all);
  if (dates === null) return null;
  const others = layout.values.filter((column) => tenorOfColumn(column) === null);
  if (others.length > 0) {
    const names = others.map(({ name }) => quoted(name)).join(", ");
    all.facts.push(`not used, because their names hold no tenor: ${names}`);
  }
  const read: TenorRows[] = [];
  for (const column of layout.values) {
    const tenor = tenorOfColumn(column);
    if (tenor === null) continue;
    const numbers = yield* numbersOfColumn(frame, layout, column, dates, all);
    if (numbers === null) return null;
    read.push({ tenor, name: column.name, place: frame.place, numbers });
  }
  return read;
}

/** What is found of a column is found of all of them, as a rule: it is said once. */
function* numbersOfColumn(
  frame: Frame,
  layout: Layout,
  column: ValueColumn,
  dates: Parameters<typeof datedRows>[1],
  all: Gathering,
): Sliced<NumberRow[] | null> {
  const own = new Gathering(all.source, all.answers);
  own.name = column.name;
  const rows = yield* datedRows(fieldsOf(frame, layout, column), dates, frame, own);
  const numbers = yield* numbersOf(rows, frame, layout, own);
  const known = new Set(all.findings.map(({ at, problem }) => `${at} ${problem}`));
  all.findings.push(...own.findings.filter(({ at, problem }) => !known.has(`${at} ${problem}`)));
  for (const repair of own.repairs) if (!all.repairs.includes(repair)) all.repairs.push(repair);
  all.facts.push(
    ...own.facts
      .filter((fact) => fact.includes("without a value"))
      .map((fact) => `${column.name}: ${fact}`),
  );
  all.questions.push(
    ...own.questions.filter(({ topic }) => all.questions.every((one) => one.topic !== topic)),
  );
  return numbers;
}

function requireTenors(columns: readonly TenorRows[], source: string): void {
  if (columns.length < 2) {
    throw invalid(
      `${source} has ${count(columns.length, "column")} named by a tenor, such as 1 Mo, 10 Yr or DGS10; it must have 2 or more for a curve`,
    );
  }
  for (const [i, { tenor, name }] of columns.entries()) {
    const twice = columns.slice(0, i).find((other) => other.tenor === tenor);
    if (twice === undefined) continue;
    throw invalid(
      `${source}: ${quoted(twice.name)} and ${quoted(name)} are both of ${tenor} years; each tenor must stand once`,
    );
  }
}

/** All tenors are in one unit: a bill at 0.03 percent is told by the bond at 2.7 beside it. */
function decimalOf(columns: readonly TenorRows[], all: Gathering) {
  const written = columns.flatMap(({ numbers }) =>
    numbers.flatMap((row) => (row.written === null ? [] : [row.written])),
  );
  const bare = written.flatMap(({ value, suffix }) => (suffix === "" ? [value] : []));
  const name = columns[0]?.name ?? "";
  const answer = bare.length === 0 ? "decimals" : all.ask(yieldUnitQuestion(bare, name));
  const unit = UNITS.find((one) => one === answer);
  if (unit === undefined) return null;
  all.unit = unit === "decimals" ? "decimal" : `decimal from ${unit}`;
  if (unit !== "decimals") all.repairs.push(`${unit} turned into decimals`);
  return ({ line, day, written: number }: NumberRow): ReadRow => ({
    ...{ line, day },
    value: number === null ? NaN : yieldOf(number, unit),
  });
}

function historyOf(
  columns: readonly TenorRows[],
  toDecimal: (row: NumberRow) => ReadRow,
  all: Gathering,
): CurveHistory | null {
  const read = columns.map(({ numbers, place }) => ({ place, rows: numbers.map(toDecimal) }));
  const repeated = read.flatMap(({ rows, place }) => duplicateQuestion(rows, place, false) ?? []);
  const [question] = repeated;
  const answer = question === undefined ? null : all.ask(question);
  if (question !== undefined && answer === null) return null;
  const rule = DUPLICATE_RULES.find((one) => one === answer) ?? null;
  if (rule !== null) all.repairs.push(`dates that stand twice: ${rule}`);
  const byDay = new Map<DaySerial, Float64Array>();
  for (const [at, { rows }] of read.entries()) {
    for (const { day, value } of inOrder(rows, rule)) {
      const row = byDay.get(day) ?? new Float64Array(columns.length).fill(NaN);
      row[at] = value;
      byDay.set(day, row);
    }
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  return {
    days,
    tenors: Float64Array.from(columns, ({ tenor }) => tenor),
    yields: days.map((day) => byDay.get(day) as Float64Array),
  };
}

/** Days that are offered: any other one can be typed. */
const OFFERED = 10;

function dayOf(history: CurveHistory, all: Gathering): DatedCurve | null {
  const filled = history.days.filter(
    (_, i) => (history.yields[i] ?? []).filter((value) => !Number.isNaN(value)).length > 1,
  );
  const last = filled.at(-1);
  if (last === undefined) {
    throw invalid(`${all.source} has no day with two yields: there is no curve`);
  }
  const given = all.answers.get("curve day") ?? null;
  const days = filled.slice(-OFFERED).reverse().map(isoFromSerial);
  const choices = [...new Set(given === null ? days : [...days, given])];
  all.facts.push(
    `${count(history.days.length, "day")} from ${isoFromSerial(history.days[0] ?? last)} to ${isoFromSerial(last)}, ${history.tenors.length} tenors`,
  );
  const answer = all.ask({
    topic: "curve day",
    about: `the last of ${count(filled.length, "curve")} is of ${isoFromSerial(last)}; the last one on or before any day can be taken`,
    choices: choices.map((day) => ({ value: day, label: day })),
    shown: isoFromSerial(last),
  });
  const day = readDateText(answer ?? "", "year first");
  if (day === null) {
    throw invalid(`curve day is ${quoted(answer ?? "")}; it must be a day such as 2026-01-15`);
  }
  return curveOn(history, day);
}
