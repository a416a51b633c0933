/*
 * Element-wise functions: one calculation for each cell of the arguments. A scalar, one row and
 * one column are repeated to the common size.
 */
import { CalcError, invalid, missing } from "../../calc/errors";
import type { Reader } from "./oneCell";
import { grid, width as widthOf, type Argument, type Grid } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./cellContent";
import { excelError, finiteCell } from "./results";

/** An argument of an element-wise function: its cells, its reader, and its default if it has one. */
export interface CaseArgument<T> {
  readonly argument: Argument;
  readonly reader: Reader<T>;
  /** Absent: the argument is required, and a cell without it is #N/A. */
  readonly otherwise?: T;
}

/** The arguments of an element-wise function by name. */
export type CaseArguments<A> = { readonly [K in keyof A]: CaseArgument<A[K]> };

/**
 * Runs a calculation once for each cell of its arguments.
 *
 * A case without its data is #N/A in its own cell, with words, and an error value in a cell stays
 * in its row; a wrong argument refuses the whole call and names the row.
 *
 * @param args - The arguments by name.
 * @param calculate - The calculation of one case; it must not keep the object it is given.
 * @returns As many cells as the largest argument.
 * @throws CalcError `invalid` when the sizes do not fit or an argument is wrong.
 */
export function cases<A extends object>(
  args: CaseArguments<A>,
  calculate: (values: A) => number,
): any[][] {
  const table = new CaseTable(args);
  const { height, width } = table;
  if (height * width === 1) return [[finiteCell(calculate(table.only()))]];
  const number = (values: A) => finiteCell(calculate(values));
  // Plain loops: Array.from would take as long as a bond's price.
  const rows = new Array<any[]>(height);
  for (let i = 0; i < height; i++) {
    const row = new Array<number | CustomFunctions.Error>(width);
    for (let j = 0; j < width; j++) row[j] = caseOf(table, i, j, number);
    rows[i] = row;
  }
  return rows;
}

/**
 * Runs a calculation once for each row of its arguments.
 *
 * @param args - The arguments by name, one column each.
 * @param most - The greatest number of rows that a cell calculates.
 * @param calculate - The calculation of one case; it must not keep the object it is given.
 * @returns What comes of each row; an error with words for one without its data.
 * @throws CalcError `invalid` when there are more rows or columns, sizes do not fit, or an argument is
 *   wrong.
 */
export function caseRows<A extends object, T>(
  args: CaseArguments<A>,
  most: number,
  calculate: (values: A) => T,
): (T | CustomFunctions.Error)[] {
  const table = new CaseTable(args);
  const { height, width } = table;
  if (width > 1) {
    throw invalid(`the arguments are ${width} columns wide; they must be one column each`);
  }
  if (height > most) {
    throw invalid(`the arguments have ${height} rows; they must have at most ${most}`);
  }
  return Array.from({ length: height }, (_, i) => caseOf(table, i, 0, calculate));
}

/** One case: what comes of it, or the error that its own cells show. */
function caseOf<A extends object, T>(
  table: CaseTable<A>,
  i: number,
  j: number,
  calculate: (values: A) => T,
): T | CustomFunctions.Error {
  try {
    const why = table.read(i, j);
    return why === null ? calculate(table.values) : table.noData(why);
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return error;
    if (!(error instanceof CalcError)) throw error;
    if (error.reason !== "invalid") return excelError(error);
    const row = `row ${table.row(i, j)}`;
    throw error.message.includes(row) ? error : invalid(`${row}: ${error.message}`);
  }
}

/**
 * Reads the arguments of an element-wise function where only one case makes sense.
 *
 * @param args - The arguments by name.
 * @param why - What asks for one case, for the message.
 * @returns The one case.
 * @throws CalcError `invalid` when there are several cases.
 */
export function oneCase<A extends object>(args: CaseArguments<A>, why: string): A {
  const table = new CaseTable(args);
  if (table.height * table.width > 1) {
    throw invalid(`${why} for ${table.height}×${table.width} cases; it must be one case`);
  }
  return table.only();
}

/** An argument laid over the others: which of its cells belongs to a case. */
interface Layer<A> {
  readonly name: keyof A & string;
  readonly cells: Grid | null;
  /** Whether a case's row, and its column, choose the cell; otherwise the first is repeated. */
  readonly isTall: boolean;
  readonly isWide: boolean;
  readonly reader: Reader<A[keyof A & string]>;
  readonly otherwise: A[keyof A & string] | undefined;
}

/** The arguments laid over each other; reads one case at a time into the same object. */
class CaseTable<A extends object> {
  readonly height: number = 1;
  readonly width: number = 1;
  /** The case that was read last. */
  readonly values = {} as A;
  private readonly layers: Layer<A>[] = [];
  /** The layers that the next case needs: once a case has been read, those of one cell stay. */
  private toRead = this.layers;
  private readonly errors = new Map<string, CustomFunctions.Error>();

  constructor(args: CaseArguments<A>) {
    for (const name of Object.keys(args) as (keyof A & string)[]) {
      const { argument, reader, otherwise } = args[name];
      const cells = grid(argument, name);
      const isTall = cells !== null && cells.length > 1;
      const isWide = cells !== null && widthOf(cells) > 1;
      this.layers.push({ name, cells, isTall, isWide, reader, otherwise });
      if (cells === null) continue;
      this.height = common(this.height, cells.length, "rows", name);
      this.width = common(this.width, widthOf(cells), "columns", name);
    }
  }

  /** The number by which messages call a case: its row, or its column when there is one row. */
  row(i: number, j: number): number {
    return (this.height > 1 ? i : j) + 1;
  }

  /** The one case there is. */
  only(): A {
    const why = this.read(0, 0);
    if (why !== null) throw missing(why);
    return this.values;
  }

  /**
   * Reads a case into `values`. Says why when its data are missing, null when they are there.
   */
  read(i: number, j: number): string | null {
    try {
      return this.fill(i, j, false);
    } catch (error) {
      if (this.height * this.width === 1) throw error;
      // Once more, with the row in the words of the refusal.
      return this.fill(i, j, true);
    }
  }

  private fill(i: number, j: number, withRow: boolean): string | null {
    for (let k = 0; k < this.toRead.length; k++) {
      const layer = this.toRead[k] as Layer<A>;
      const { name, cells } = layer;
      const cell = cells?.[layer.isTall ? i : 0]?.[layer.isWide ? j : 0];
      const where = withRow ? `${name}, row ${this.row(i, j)},` : name;
      const held = plain(cell, where);
      if (held === NOT_AVAILABLE) return `${name} is #N/A`;
      const value = isBlank(held) ? layer.otherwise : layer.reader(held, where);
      if (value === undefined) return `${name} is blank`;
      this.values[name] = value;
    }
    if (this.toRead === this.layers) {
      this.toRead = this.layers.filter(({ isTall, isWide }) => isTall || isWide);
    }
    return null;
  }

  /**
   * The #N/A of a case without data. Most of a long column may be missing, and an error each, with
   * its stack, would take longer than all the rest: the same words are the same error.
   */
  noData(why: string): CustomFunctions.Error {
    const error = this.errors.get(why) ?? excelError(missing(why));
    this.errors.set(why, error);
    return error;
  }
}

function common(sofar: number, length: number, what: string, name: string): number {
  if (length === sofar || length === 1) return sofar;
  if (sofar === 1) return length;
  throw invalid(
    `${name} has ${length} ${what} but an argument before it has ${sofar}; it must have the same number, or 1`,
  );
}
