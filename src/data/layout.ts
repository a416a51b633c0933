import { quoted } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { parsesAsCount } from "./counting";
import type { Frame } from "./frame";
import type { Gathering } from "./gathering";
import { headingsOf } from "./headings";
import { keyColumns, keyName, keyOf } from "./longTable";
import { monthNamed } from "./monthNames";
import { nameTokens } from "./nameTokens";
import { isMissing, readNumberText } from "./numberText";
import { ownersOf } from "./observationDate";
import { count } from "./sentenceParts";

/** A column of a table that holds values, or the part of it that is of one series. */
export interface ValueColumn {
  /** From 0. */
  readonly at: number;
  /** As its heading or its rows say; "column 2" where nothing does. Each column has its own. */
  readonly name: string;
  /** What else stands above the column: a unit, a description. */
  readonly context: string;
  /** The column of its dates, from 0. */
  readonly dates: number;
  /** The rows that are of this series where rows of several follow each other; else null. */
  readonly key: string | null;
}

/** What stands where in a table. */
export interface Layout {
  readonly values: readonly ValueColumn[];
  /** The columns of dates that values belong to, from 0. */
  readonly dates: readonly number[];
  /** The columns that say which series a row is of. */
  readonly keys: readonly number[];
  /** The column that says when a value was known, or null. */
  readonly vintage: number | null;
}

/**
 * Finds the names, the dates and the values of a table.
 *
 * @param frame - The table.
 * @param all - What was found and asked so far.
 * @returns What stands where, or null while it is asked which column is the day.
 * @throws CalcError `invalid` when there is no column of values.
 */
export function* layoutOf(frame: Frame, all: Gathering): Sliced<Layout | null> {
  const { rows, width, source } = frame;
  const columns = Array.from({ length: width }, (_, at) => at);
  const rest = columns.filter((at) => !frame.dates.includes(at) && !frame.parts.includes(at));
  const plain = headingsOf(frame, () => 0);
  const numbers: number[] = [];
  const texts: number[] = [];
  for (const at of rest) {
    const held = yield* contents(rows, at);
    if (held === "numbers" && !isCounting(frame, at, plain[at]?.name ?? "")) numbers.push(at);
    else if (held !== "nothing") texts.push(at);
  }
  const candidates = frame.datesAreNumbers && frame.dates.length > 1 ? frame.dates : [];
  const owners = ownersOf(frame, numbers, all);
  if (owners === null) return null;
  const headings = headingsOf(frame, owners.ownerOf);
  const nameOf = (at: number) => headings[at]?.name ?? `column ${at + 1}`;
  const found = [...numbers, ...candidates.filter((at) => !owners.used.includes(at))];
  if (found.length === 0) {
    throw invalid(
      `${source} has no column of numbers beside its dates in ${nameOf(owners.used[0] ?? 0)}; it must have at least one`,
    );
  }
  requireNoMonths(frame, found.map(nameOf));
  const keys =
    owners.used.length === 1 ? keyColumns(frame, owners.used[0] ?? 0, texts, numbers, nameOf) : [];
  const valuesAt = found.filter((at) => !keys.includes(at));
  const plainValue = (at: number): ValueColumn => ({
    ...{ at, name: nameOf(at), context: headings[at]?.context ?? "" },
    ...{ dates: owners.ownerOf(at), key: null },
  });
  const values =
    keys.length === 0
      ? valuesAt.map(plainValue)
      : seriesOf(frame, keys).flatMap((key) =>
          valuesAt.map((at) => ({
            ...plainValue(at),
            name: [
              keyName(key, keys.map(nameOf)),
              ...(valuesAt.length === 1 ? [] : [nameOf(at)]),
            ].join(" "),
            context:
              `${valuesAt.length === 1 ? nameOf(at) : ""} ${headings[at]?.context ?? ""}`.trim(),
            key,
          })),
        );
  all.facts.push(`${source}: ${kindOf(frame, values, keys)}, ${count(rows.length, "row")}`);
  note(all, "the day of the observation is in", owners.used.map(nameOf), frame.dates.length > 1);
  const others = owners.unused.filter((at) => !found.includes(at)).map(nameOf);
  note(all, "other days, not used:", others, others.length > 0);
  const unread = texts.filter((at) => !keys.includes(at)).map(nameOf);
  note(all, "not used, because they hold no values:", unread, unread.length > 0);
  return { values, dates: owners.used, keys, vintage: owners.vintage };
}

function note(all: Gathering, what: string, names: readonly string[], isTold: boolean): void {
  if (isTold) all.facts.push(`${what} ${names.map(quoted).join(", ")}`);
}

/** A year a row and a month a column: each month would pass for a year's series. */
function requireNoMonths(frame: Frame, names: readonly string[]): void {
  if (frame.parts.length !== 1 || names.filter((name) => monthNamed(name) > 0).length < 2) return;
  throw invalid(
    `${frame.source} has a row a year and a column a month; it must have a row a month, with its date`,
  );
}

const seriesOf = (frame: Frame, keys: readonly number[]): string[] => [
  ...new Set(frame.rows.map((row) => keyOf(row, keys))),
];

type Contents = "numbers" | "texts" | "nothing";

function* contents(rows: Frame["rows"], at: number): Sliced<Contents> {
  let [numbers, texts, blanks] = [0, 0, 0];
  yield* lookAt(rows, (row) => {
    const field = row[at] ?? "";
    if (field === "") blanks++;
    else if (isMissing(field)) return;
    else if (readNumberText(field, ".") !== null || readNumberText(field, ",") !== null) numbers++;
    else texts++;
  });
  if (blanks === rows.length) return "nothing";
  return numbers > 0 && numbers >= texts ? "numbers" : "texts";
}

/** Parts of dates beside whole ones, and the row numbers that programs put before their rows. */
const PARTS = new Set(["year", "month", "day", "quarter", "week", "weekday", "yyyymm", "yyyymmdd"]);

function isCounting(frame: Frame, at: number, name: string): boolean {
  const [word = "", ...more] = nameTokens(name);
  if (more.length === 0 && PARTS.has(word)) return true;
  const isNameless = name === `column ${at + 1}` || word === "unnamed" || word === "index";
  return at === 0 && isNameless && parsesAsCount(frame.rows.map((row) => row[at] ?? ""));
}

function kindOf(frame: Frame, values: readonly ValueColumn[], keys: readonly number[]): string {
  const header = frame.headings.at(-1) ?? [];
  const names = header.map((name) => name.toLowerCase());
  if (keys.length > 0) return `a row a day and series, ${values.length} series`;
  if (names.length === 0) return "dates and values without a heading";
  if (names[0] === "observation_date") return "a FRED download";
  if (names.length === 2 && header[0] === "DATE") return "a FRED download as before 2024";
  if (YAHOO.every((name, i) => names[i] === name)) return "a Yahoo download";
  if (new Set(values.map(({ dates }) => dates)).size > 1) {
    return "columns of values, with dates of their own";
  }
  return values.length === 1 ? "dates and values" : "dates and columns of values";
}

const YAHOO = ["date", "open", "high", "low", "close"];
