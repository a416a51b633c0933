/*
 * Element-wise functions: one calculation for each cell of the arguments. A scalar, one row and
 * one column are repeated to the common size.
 */
import { CalcError, invalid, missing } from "../calc/errors";
import { excelError, finite, type Reader } from "./cell";
import { grid, width as widthOf, type Argument, type Grid } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./plain";

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
  if (height * width === 1) return [[finite(calculate(table.at(0, 0)))]];
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => {
      try {
        return finite(calculate(table.at(i, j)));
      } catch (error) {
        if (error instanceof CustomFunctions.Error) return error;
        if (!(error instanceof CalcError)) throw error;
        if (error.reason !== "invalid") return excelError(error);
        const row = `row ${table.row(i, j)}`;
        throw error.message.includes(row) ? error : invalid(`${row}: ${error.message}`);
      }
    }),
  );
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
    throw invalid(`${why} for ${table.height}×${table.width} cases; one case was expected`);
  }
  return table.at(0, 0);
}

/** The arguments laid over each other; reads one case at a time into the same object. */
class CaseTable<A extends object> {
  readonly height: number = 1;
  readonly width: number = 1;
  private readonly columns: { name: keyof A & string; cells: Grid | null }[] = [];
  private readonly values = {} as A;

  constructor(private readonly args: CaseArguments<A>) {
    for (const name of Object.keys(args) as (keyof A & string)[]) {
      const cells = grid(args[name].argument, name);
      this.columns.push({ name, cells });
      if (cells === null) continue;
      this.height = common(this.height, cells.length, "rows", name);
      this.width = common(this.width, widthOf(cells), "columns", name);
    }
  }

  /** The number by which messages call a case: its row, or its column when there is one row. */
  row(i: number, j: number): number {
    return (this.height > 1 ? i : j) + 1;
  }

  /** The case of a cell. Reads again with the row in the message when an argument is refused. */
  at(i: number, j: number): A {
    try {
      return this.read(i, j, (name) => name);
    } catch (error) {
      if (this.height * this.width === 1) throw error;
      return this.read(i, j, (name) => `${name}, row ${this.row(i, j)},`);
    }
  }

  private read(i: number, j: number, whereOf: (name: string) => string): A {
    for (const { name, cells } of this.columns) {
      const line = cells?.[cells.length === 1 ? 0 : i];
      const cell = line?.[line.length === 1 ? 0 : j];
      this.values[name] = readCase(this.args[name], cell, whereOf(name));
    }
    return this.values;
  }
}

function common(sofar: number, length: number, what: string, name: string): number {
  if (length === sofar || length === 1) return sofar;
  if (sofar === 1) return length;
  throw invalid(
    `${name} has ${length} ${what} but an argument before it has ${sofar}; the same number, or 1, was expected`,
  );
}

function readCase<T>({ reader, otherwise }: CaseArgument<T>, cell: unknown, where: string): T {
  const value = plain(cell, where);
  if (value === NOT_AVAILABLE) throw missing(`${where} is #N/A`);
  if (!isBlank(value)) return reader(value, where);
  if (otherwise === undefined) throw missing(`${where} is blank`);
  return otherwise;
}
