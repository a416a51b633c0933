import { CalcError, invalid, missing } from "../calc/errors";
import type { DaySerial } from "../calc/units";
import { brokenRules } from "./assumptionRules";
import { choiceOf } from "./choice";
import { FIRST_LAYOUT, readAsFirstLayout } from "./firstLayout";
import {
  KEY_BY_NAME,
  ASSUMPTION_KEYS,
  SCHEMA,
  type AssumptionKey,
  type AssumptionValue,
} from "./keys";
import { nearest } from "./nearest";
import {
  defaultProvenance,
  isOfSample,
  provenanceOf,
  type Provenance,
  type ProvenanceOf,
} from "./provenance";
import {
  quoted,
  readCount,
  readDate,
  readFlag,
  readNumber,
  readPrice,
  readRate,
  readSpread,
  type Written,
} from "./humanValues";
import { readAccrued } from "./settlement";

/** A row of an assumptions table: what stands in its first two columns. */
export interface AssumptionRow {
  /** Row number in the table, from 1, for messages. */
  readonly row: number;
  readonly key: string;
  /** null: the cell is blank, so the default holds. */
  readonly value: Written | null;
  /** What the table's column Source says; left out where it has none. */
  readonly source?: string;
  /** What the table's column As of says; left out where it has none. */
  readonly asOf?: Written;
}

/** Something wrong with a row; the sentence names row, key, value and what was expected. */
export interface AssumptionProblem {
  readonly row: number;
  readonly message: string;
}

/** The values of a table by key, without defaults, and what is wrong with it. */
export interface EnteredAssumptions {
  readonly values: ReadonlyMap<string, AssumptionValue>;
  /** Whose number the assumption of a key is, defaults included. */
  readonly provenance: ProvenanceOf;
  /** Keys whose values are those of the sample book's made-up histories. */
  readonly ofSample: ReadonlySet<string>;
  /** Days of the values whose column As of has one. */
  readonly days: ReadonlyMap<string, DaySerial>;
  readonly problems: readonly AssumptionProblem[];
}

/**
 * Reads the rows of an assumptions table, and says everything that is wrong with them.
 *
 * Blank keys and keys that start with `#` or `x.` are notes of the user's and are passed over.
 *
 * @param rows - Key and value of each row.
 * @returns Checked values in library units by key, and a problem for each bad row: an unknown key
 * (the nearest is named), a value out of range, a key that stands twice, a newer layout; then the
 * rules between keys (exit ≤ lean ≤ enter, weights that sum to 1).
 *
 * @example
 * readAssumptions([{ row: 1, key: "corpoas", value: "62bp" }]).values.get("corpOas"); // => 62
 */
export function readAssumptions(rows: readonly AssumptionRow[]): EnteredAssumptions {
  const values = new Map<string, AssumptionValue>();
  const provenances = new Map<string, Provenance>();
  const ofSample = new Set<string>();
  const days = new Map<string, DaySerial>();
  const problems: AssumptionProblem[] = [];
  const listsAll = rows.some(({ key }) => key.trim().toLowerCase() === "schema");
  const rowOf = new Map<string, number>();
  for (const { row, key: typed, value, source, asOf } of rows) {
    const name = typed.trim();
    if (name === "" || name.startsWith("#") || name.toLowerCase().startsWith("x.")) continue;
    try {
      const entry = keyNamed(name);
      const before = rowOf.get(entry.key);
      if (before !== undefined) {
        throw invalid(`${entry.key} stands in row ${before} already; each key must stand once`);
      }
      rowOf.set(entry.key, row);
      if (value === null) continue;
      const read = readAssumption(entry, value);
      values.set(entry.key, read);
      if (isOfSample(entry, source)) ofSample.add(entry.key);
      const day = dayOf(asOf);
      if (day !== null) days.set(entry.key, day);
      provenances.set(entry.key, provenanceOf(entry, read, { source, listsAll }));
    } catch (error) {
      if (!(error instanceof CalcError)) throw error;
      problems.push({ row, message: error.message });
    }
  }
  if (values.get("schema") === FIRST_LAYOUT) readAsFirstLayout(values);
  for (const { keys, message } of brokenRules(values, (key) =>
    Number(assumption(values, keyNamed(key))),
  )) {
    problems.push({ row: Math.max(...keys.map((key) => rowOf.get(key) ?? 0)), message });
  }
  const provenance: ProvenanceOf = (key) =>
    (values.has(key) ? provenances.get(key) : undefined) ?? defaultProvenance(keyNamed(key));
  return { values, provenance, ofSample, days, problems };
}

/** A note like "mid-January" in the column As of is no day. */
function dayOf(asOf: Written | undefined): DaySerial | null {
  try {
    return asOf === undefined ? null : readDate(asOf, "As of");
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}

/**
 * The definition of a key.
 *
 * @param name - The key, in any case.
 * @returns Its definition.
 * @throws CalcError `invalid` when there is no such key; the nearest is named.
 *
 * @example
 * keyNamed("MBSOAS").key; // => "mbsOas"
 */
export function keyNamed(name: string): AssumptionKey {
  const entry = KEY_BY_NAME.get(name.trim().toLowerCase());
  if (entry !== undefined) return entry;
  const meant = nearest(
    name,
    ASSUMPTION_KEYS.map(({ key }) => key),
  );
  throw invalid(
    `the key ${quoted(name)} is not an assumption${meant === null ? "" : `, did you mean ${meant}?`} (notes of your own start with x. or #)`,
  );
}

/**
 * The value that holds for a key: what was entered, else the default.
 *
 * @param values - What was entered, by key.
 * @param entry - The key.
 * @returns The value in library units.
 * @throws CalcError `missing` when nothing was entered and there is no default.
 *
 * @example
 * assumption(new Map(), keyNamed("corpOas")); // => 62
 */
export function assumption(
  values: ReadonlyMap<string, AssumptionValue>,
  entry: AssumptionKey,
): AssumptionValue {
  const value = values.get(entry.key) ?? entry.default;
  if (value === null) throw missing(`${entry.key} has no default; enter it in the assumptions`);
  return value;
}

/**
 * Reads one value of a key and checks its range.
 *
 * @param entry - The key.
 * @param entered - A number in library units, or text as people write it.
 * @returns The value in library units.
 * @throws CalcError `invalid` when it is of the wrong kind or out of range.
 *
 * @example
 * readAssumption(keyNamed("ust10"), "4.23%"); // => 0.0423
 */
export function readAssumption(entry: AssumptionKey, entered: Written): AssumptionValue {
  if (entry.kind === "flag") return readFlag(entered, entry.key);
  if (entry.kind === "choice") return choiceOf(entry.words ?? [])(String(entered), entry.key);
  if (entry.kind === "date") return readDate(entered, entry.key);
  const value = NUMBER_READERS[entry.kind](entered, entry.key);
  const { low = -Infinity, high = Infinity } = entry;
  if (entry.key === "schema" && value > SCHEMA) {
    throw invalid(
      `schema is ${value}; this add-in knows ${SCHEMA}: the table was written by a newer version, update the add-in`,
    );
  }
  if (value < low || value > high) {
    throw invalid(`${entry.key} is ${value}; it must be ${expectation(entry)}`);
  }
  return value;
}

const NUMBER_READERS = {
  rate: readRate,
  spread: readSpread,
  price: readPrice,
  number: (written: Written, where: string) => readNumber(written, where),
  count: (written: Written, where: string) => readCount(written, where, 0),
  accrued: (written: Written, where: string) => readAccrued(written, where).days,
} as const;

/**
 * What a key's value may be, in words.
 *
 * @param entry - The key.
 * @returns For example "-50 to 500 bp".
 *
 * @example
 * expectation(keyNamed("mbsSpread")); // => "-50 to 500 bp"
 */
export function expectation(entry: AssumptionKey): string {
  if (entry.kind === "flag") return "TRUE or FALSE";
  if (entry.kind === "choice") return `one of ${(entry.words ?? []).join(", ")}`;
  if (entry.kind === "date") return "a date";
  const short = (n: number | undefined) =>
    n === undefined ? "any" : String(Number(n.toPrecision(4)));
  return `${short(entry.low)} to ${short(entry.high)}${entry.unit === "" ? "" : ` ${entry.unit}`}`;
}
