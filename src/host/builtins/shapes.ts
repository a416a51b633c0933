import { type CellTable, type EngineValue, isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable, numberOf } from "./arguments";
import { type Builtin, ofWhole } from "./builtin";
import { conditionOf } from "./logical";

/* Functions that give an array another shape. A blank cell stays blank: to a function of the add-in it is missing. */

function rowsOf(argument: Argument): CellTable {
  if (isTable(argument)) return argument;
  if (argument !== null && isCellError(argument)) throw new HandedOnError(argument);
  return [[argument]];
}

function wholeOf(name: string, argument: Argument | undefined): number | undefined {
  if (argument === undefined || argument === null) return undefined;
  const value = isTable(argument) ? (argument[0]?.[0] ?? null) : argument;
  return Math.trunc(numberOf(name, value));
}

const turn = (rows: CellTable): EngineValue[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

/** What is left of rows or of columns. */
type Cut = <Item>(items: readonly Item[], count: number | undefined) => readonly Item[];

const take: Cut = (items, count = items.length) =>
  count < 0 ? items.slice(Math.max(0, items.length + count)) : items.slice(0, count);
const drop: Cut = (items, count = 0) =>
  count < 0 ? items.slice(0, Math.max(0, items.length + count)) : items.slice(count);

function cut(array: Argument, how: Cut, rows: Argument | undefined, columns?: Argument): CellTable {
  const [height, width] = [wholeOf("rows", rows), wholeOf("columns", columns)];
  const left = how(rowsOf(array), height).map((row) => how(row, width));
  if (left.length > 0 && (left[0] ?? []).length > 0) return left;
  throw new BuiltinError("#CALC!", "no rows or columns are left of the array");
}

/** All values in one list, row by row or column by column. */
function listOf(array: Argument, ignore?: Argument, byColumn?: Argument): EngineValue[] {
  const without = wholeOf("ignore", ignore) ?? 0;
  if (!(without >= 0 && without <= 3)) {
    throw new BuiltinError("#VALUE!", `ignore is ${without}; it must be 0 to 3`);
  }
  const rows = rowsOf(array);
  const isByColumn =
    byColumn !== undefined && !isTable(byColumn) && conditionOf("scan_by_column", byColumn);
  const kept = (isByColumn ? turn(rows) : rows).flat().filter((value) => {
    if (value === null) return without % 2 === 0;
    return without < 2 || !isCellError(value);
  });
  if (kept.length > 0) return kept;
  throw new BuiltinError("#CALC!", "nothing is left of the array");
}

const NOT_THERE: EngineValue = { error: "#N/A", message: "the array has no value here" };

/** A list in lines of one length, the last filled up. */
function wrapped(
  vector: Argument,
  count: Argument | undefined,
  pad: Argument | undefined,
): EngineValue[][] {
  const rows = rowsOf(vector);
  if (rows.length > 1 && (rows[0] ?? []).length > 1) {
    throw new BuiltinError(
      "#VALUE!",
      "vector has several rows and columns; it must have one row or column",
    );
  }
  const length = wholeOf("wrap_count", count) ?? 0;
  if (length < 1) throw new BuiltinError("#NUM!", `wrap_count is ${length}; it must be 1 or more`);
  const values = rows.flat();
  const filling = pad === undefined || isTable(pad) ? NOT_THERE : pad;
  return Array.from({ length: Math.ceil(values.length / length) }, (_, line) =>
    Array.from({ length }, (__, i) => {
      const place = line * length + i;
      return place < values.length ? (values[place] ?? null) : filling;
    }),
  );
}

function expanded(
  array: Argument,
  height: Argument | undefined,
  width: Argument | undefined,
  pad: Argument | undefined,
): EngineValue[][] {
  const rows = rowsOf(array);
  const [tall, wide] = [rows.length, rows[0]?.length ?? 0];
  const [rowCount, columnCount] = [
    wholeOf("rows", height) ?? tall,
    wholeOf("columns", width) ?? wide,
  ];
  if (rowCount < tall || columnCount < wide) {
    throw new BuiltinError(
      "#VALUE!",
      `${rowCount} rows and ${columnCount} columns are fewer than the array has`,
    );
  }
  const filling = pad === undefined || isTable(pad) ? NOT_THERE : pad;
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) =>
      row < tall && column < wide ? (rows[row]?.[column] ?? null) : filling,
    ),
  );
}

/** TAKE, DROP, TOCOL, TOROW, WRAPROWS, WRAPCOLS and EXPAND. */
export const SHAPES: readonly Builtin[] = [
  ofWhole("TAKE", 2, 3, (array = null, rows, columns) => cut(array, take, rows, columns)),
  ofWhole("DROP", 2, 3, (array = null, rows, columns) => cut(array, drop, rows, columns)),
  ofWhole("TOCOL", 1, 3, (array = null, ...rest) => listOf(array, ...rest).map((it) => [it])),
  ofWhole("TOROW", 1, 3, (array = null, ...rest) => [listOf(array, ...rest)]),
  ofWhole("WRAPROWS", 2, 3, (vector = null, count, pad) => wrapped(vector, count, pad)),
  ofWhole("WRAPCOLS", 2, 3, (vector = null, count, pad) => turn(wrapped(vector, count, pad))),
  ofWhole("EXPAND", 2, 4, (array = null, ...rest) => expanded(array, rest[0], rest[1], rest[2])),
];
