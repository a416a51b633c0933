import { type CellTable, type EngineValue, isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable, numberOf } from "./arguments";
import { type Builtin, ofValues, ofWhole } from "./builtin";
import { compareValues } from "./comparison";
import { conditionOf } from "./logical";
import { hasWildcards, wildcardPattern } from "./wildcards";

const NOT_FOUND = "the value is not found";

/** A range or array as rows; one value is one cell. */
const rowsOf = (argument: Argument): CellTable => (isTable(argument) ? argument : [[argument]]);

/** The sort of a value: a lookup finds numbers among numbers, texts among texts. */
const sortOf = (value: EngineValue): string => (value === null ? "blank" : typeof value);

/** A lookup value; a blank cell looks for 0. */
function soughtOf(value: EngineValue): EngineValue {
  if (value !== null && isCellError(value)) throw new HandedOnError(value);
  return value ?? 0;
}

/** The first place of an equal value; a text may have wildcards. Not found: −1. */
function exactPlace(sought: EngineValue, cells: readonly EngineValue[]): number {
  const sort = sortOf(sought);
  if (typeof sought === "string" && hasWildcards(sought)) {
    const pattern = wildcardPattern(sought);
    return cells.findIndex((cell) => typeof cell === "string" && pattern.test(cell));
  }
  return cells.findIndex((cell) => sortOf(cell) === sort && compareValues(cell, sought) === 0);
}

/**
 * The place of the greatest value that is not greater, by halving as Excel does: the cells are taken
 * to rise; cells of another sort than the value are passed over. Not found: −1.
 */
function risingPlace(sought: EngineValue, cells: readonly EngineValue[]): number {
  const sort = sortOf(sought);
  let [low, high] = [0, cells.length - 1];
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // The nearest cell of the same sort, to the right first.
    let place = middle;
    while (place <= high && sortOf(cells[place] ?? null) !== sort) place++;
    if (place > high) {
      high = middle - 1;
      continue;
    }
    if (compareValues(cells[place] ?? null, sought) <= 0) {
      found = place;
      low = place + 1;
    } else high = middle - 1;
  }
  return found;
}

/** The place of the smallest value that is not less, in cells that fall. Not found: −1. */
function fallingPlace(sought: EngineValue, cells: readonly EngineValue[]): number {
  const sort = sortOf(sought);
  let found = -1;
  for (const [place, cell] of cells.entries()) {
    if (sortOf(cell) !== sort) continue;
    const order = compareValues(cell, sought);
    if (order < 0) break;
    found = place;
    if (order === 0) break;
  }
  return found;
}

/** One row or one column as a list. */
function vectorOf(name: string, argument: Argument): readonly EngineValue[] {
  const rows = rowsOf(argument);
  const [first = []] = rows;
  if (rows.length === 1) return first;
  if (first.length === 1) return rows.map((row) => row[0] ?? null);
  throw new BuiltinError(
    "#N/A",
    `${name} has several rows and columns; it must have one row or column`,
  );
}

function required(place: number): number {
  if (place >= 0) return place;
  throw new BuiltinError("#N/A", NOT_FOUND);
}

/** VLOOKUP, and HLOOKUP on the turned table. */
const inTable = (name: string, turned: boolean): Builtin =>
  ofWhole(name, 3, 4, (sought = null, table = null, index = null, rangeLookup = true) => {
    const rows = rowsOf(table);
    const lines = turned ? turn(rows) : rows;
    const keys = lines.map((line) => line[0] ?? null);
    const what = turned ? "row_index_num" : "col_index_num";
    return ofValues(
      name,
      `lookup_value ${what} range_lookup`,
      ([value = null, number = null, near = null]) => {
        const key = soughtOf(value);
        const column = Math.trunc(numberOf(what, number));
        if (column < 1)
          throw new BuiltinError("#VALUE!", `${what} is ${column}; it must be 1 or more`);
        const width = lines[0]?.length ?? 0;
        if (column > width)
          throw new BuiltinError("#REF!", `${what} is ${column}; it must be at most ${width}`);
        const isNear = conditionOf("range_lookup", near);
        const place = required(isNear ? risingPlace(key, keys) : exactPlace(key, keys));
        return lines[place]?.[column - 1] ?? null;
      },
    ).calculate([sought, index, rangeLookup]);
  });

const turn = (rows: CellTable): CellTable =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

/** LOOKUP, MATCH, VLOOKUP and HLOOKUP. */
export const LOOKUP: readonly Builtin[] = [
  ofWhole("MATCH", 2, 3, (sought = null, where = null, type = 1) => {
    const cells = vectorOf("lookup_array", where);
    return ofValues("MATCH", "lookup_value match_type", ([value = null, kind = null]) => {
      const key = soughtOf(value);
      const direction = Math.sign(numberOf("match_type", kind));
      if (direction === 0) return 1 + required(exactPlace(key, cells));
      return 1 + required(direction > 0 ? risingPlace(key, cells) : fallingPlace(key, cells));
    }).calculate([sought, type]);
  }),
  ofWhole("LOOKUP", 2, 3, (sought = null, where = null, ...rest) => {
    const [results] = rest;
    const rows = rowsOf(where);
    const [first = []] = rows;
    const wide = first.length > rows.length;
    // Of a table the first row is searched when it is wide, else the first column.
    const keys = wide ? first : rows.map((row) => row[0] ?? null);
    const last = wide
      ? (rows[rows.length - 1] ?? [])
      : rows.map((row) => row[row.length - 1] ?? null);
    const found = results === undefined ? last : vectorOf("result_vector", results);
    return ofValues("LOOKUP", "lookup_value", ([value = null]) => {
      const place = required(risingPlace(soughtOf(value), keys));
      if (place < found.length) return found[place] ?? null;
      throw new BuiltinError(
        "#N/A",
        `result_vector has ${found.length} cells; it must have ${place + 1}`,
      );
    }).calculate([sought]);
  }),
  inTable("VLOOKUP", false),
  inTable("HLOOKUP", true),
];
