/* The workbook as the browser keeps it: the record, its migrations, and the check of what was read. */
import type { Book } from "../../workbook/book";
import { bookOfVersion1, type Book1 } from "../../workbook/bookVersion1";
import type { ChartPlan } from "../../workbook/workbookPort";
import { bookProblem } from "./bookProblem";
import { isPlain, type Plain } from "./plainObject";

/** What is kept. */
export interface SavedBook {
  /** Null for the workbook that a page begins with. */
  readonly book: Book | null;
  readonly charts: readonly ChartPlan[];
}

/**
 * The first makes version 2 of version 1, and so on: what changes in the record or in the form of the book
 * is a line here. Version 1 has no number in it.
 */
const MIGRATIONS: readonly ((record: Plain) => Plain)[] = [
  ({ book, charts }) => ({ book: bookOfVersion1(book as Book1), charts }),
];

/** The form that this page writes. */
export const RECORD_VERSION = MIGRATIONS.length + 1;

/** What was read is no workbook of any version; the message says why. */
export class MalformedRecord extends Error {}

/** What was read is of a later version than this page: it is not damaged. */
export class LaterRecord extends Error {}

/**
 * The record of a workbook.
 * @param saved - The workbook.
 * @returns What the browser is given to keep.
 */
export const recordOf = ({ book, charts }: SavedBook): Plain => ({
  version: RECORD_VERSION,
  book,
  charts,
});

/**
 * Reads a record, whichever version wrote it.
 *
 * @param value - What the browser gave back.
 * @returns The workbook.
 * @throws {MalformedRecord} when it is none.
 * @throws {LaterRecord} when a later version of this page wrote it.
 */
export function readRecord(value: unknown): SavedBook {
  if (!isPlain(value)) throw new MalformedRecord(`it is ${kindOf(value)}; it must be a record`);
  const version = value["version"] ?? 1;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new MalformedRecord(`version is ${kindOf(version)}; it must be a whole number`);
  }
  if (version > RECORD_VERSION) {
    throw new LaterRecord(`it has version ${version}; it must be at most ${RECORD_VERSION}`);
  }
  const { book, charts } = migrated(value, version);
  const problem = (book === null ? null : bookProblem(book)) ?? chartsProblem(charts);
  if (problem !== null) throw new MalformedRecord(problem);
  return { book, charts } as SavedBook;
}

function migrated(value: Plain, version: number): Plain {
  try {
    return MIGRATIONS.slice(version - 1).reduce((record, migrate) => migrate(record), value);
  } catch (error) {
    throw new MalformedRecord(`it is no workbook of version ${version}`, { cause: error });
  }
}

function chartsProblem(charts: unknown): string | null {
  if (!Array.isArray(charts)) return `charts is ${kindOf(charts)}; it must be a list`;
  const isPlace = (place: unknown) =>
    isPlain(place) && typeof place["sheet"] === "string" && typeof place["a1"] === "string";
  const at = charts.findIndex(
    (chart: unknown) =>
      !isPlain(chart) ||
      typeof chart["name"] !== "string" ||
      typeof chart["title"] !== "string" ||
      !["line", "scatter", "column"].includes(String(chart["kind"])) ||
      !isPlace(chart["source"]) ||
      !isPlace(chart["over"]),
  );
  return at < 0
    ? null
    : `chart ${at + 1} is none: it must have a name, a title, a kind and two places`;
}

/** A value in few words, such as `the text "…"`. */
function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "object") return value === null ? "null" : "an object";
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 30))}`;
  return typeof value === "number" ? String(value) : `a ${typeof value}`;
}
