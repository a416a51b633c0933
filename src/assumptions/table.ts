import { readAssumptions, type AssumptionRow, type EnteredAssumptions } from "./assumptions";
import { isLevel } from "./levelKeys";
import { ASSUMPTION_KEYS, type AssumptionKey, type AssumptionValue } from "./keys";

/** The table's name in the workbook; formulas take it as their `assumptions` argument. */
export const TABLE_NAME = "RV_Assumptions";
/** The headings of the table's columns. */
export const TABLE_HEADINGS = ["Key", "Value", "Unit", "Low", "High", "Source", "As of"] as const;
/** Where Value, Source and As of stand, from 0. */
export const VALUE_COLUMN = 1;
export const SOURCE_COLUMN = 5;
export const AS_OF_COLUMN = 6;
/** What the source says once a value was entered in the pane. */
export const ENTERED = "entered in the pane";

/** A cell of the table as a workbook holds it; "" is blank. */
export type TableCell = number | string | boolean;

/**
 * The row of a key as the pane first writes it.
 *
 * @param entry - The key.
 * @param value - What was entered, or null for the default.
 * @param asOf - The day of a market level that was entered; none by default.
 * @returns One cell a column; a value that is not set is blank.
 *
 * @example
 * tableRow(keyNamed("corpOas"), 70).slice(0, 5); // => ["corpOas", 70, "bp", -50, 1000]
 */
export function tableRow(
  entry: AssumptionKey,
  value: AssumptionValue | null,
  asOf: AssumptionValue | null = null,
): TableCell[] {
  return [
    entry.key,
    value ?? entry.default ?? "",
    entry.kind === "choice" ? (entry.words ?? []).join(", ") : entry.unit,
    entry.low ?? "",
    entry.high ?? "",
    value === null ? entry.source : ENTERED,
    value !== null && isLevel(entry.key) ? (asOf ?? "") : "",
  ];
}

/**
 * The whole table with its heading and a row for every key.
 *
 * @param entered - What was entered, by key.
 * @returns The rows.
 *
 * @example
 * newTable(new Map())[1]; // => ["schema", 2, "", 1, 2, "this add-in", ""]
 */
export function newTable(entered: ReadonlyMap<string, AssumptionValue>): TableCell[][] {
  return [
    [...TABLE_HEADINGS],
    ...ASSUMPTION_KEYS.map((entry) =>
      tableRow(entry, entered.get(entry.key) ?? null, entered.get("asOf") ?? null),
    ),
  ];
}

/**
 * Reads a table back, as a workbook holds it.
 *
 * @param cells - The table with its heading.
 * @returns Values by key, whose they are, and a problem for each bad row; rows count from 1 below the
 *   heading.
 *
 * @example
 * readTable([["Key", "Value"], ["corpOas", 70]]).values.get("corpOas"); // => 70
 */
export function readTable(cells: readonly (readonly TableCell[])[]): EnteredAssumptions {
  return readAssumptions(
    cells.slice(1).map((line, i): AssumptionRow => {
      const [key = "", value = ""] = line;
      const [source, asOf] = [line[SOURCE_COLUMN], line[AS_OF_COLUMN]];
      return {
        row: i + 1,
        key: String(key),
        value: typeof value === "string" && value.trim() === "" ? null : value,
        ...(source === undefined ? {} : { source: String(source) }),
        ...(asOf === undefined ? {} : { asOf }),
      };
    }),
  );
}

/**
 * The row of a key in a table.
 *
 * @param cells - The table with its heading.
 * @param key - The key, in any case.
 * @returns The row from 0, the heading being 0; −1 when the key is not there.
 *
 * @example
 * rowOf([["Key", "Value"], ["corpOas", 70]], "CORPOAS"); // => 1
 */
export function rowOf(cells: readonly (readonly TableCell[])[], key: string): number {
  return cells.findIndex(
    ([cell], i) => i > 0 && String(cell).trim().toLowerCase() === key.toLowerCase(),
  );
}
