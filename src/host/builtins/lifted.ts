import type { CellTable, EngineValue } from "../runtime/cellValue";
import { type Argument, isTable } from "./arguments";

const NOT_THERE: EngineValue = {
  error: "#N/A",
  message: "the arrays differ in size, and one has no value here",
};

/**
 * Calculates a function of single values for each place of its arrays, as Excel does: one value, one
 * row or one column goes along with every other; where an array has no value, the result is #N/A.
 *
 * @param calculate - The function.
 * @param given - Its arguments.
 * @returns One value, or rows where an argument has any.
 */
export function lifted(
  calculate: (values: readonly EngineValue[]) => EngineValue,
  given: readonly Argument[],
): Argument {
  const tables = given.filter(isTable);
  const height = Math.max(1, ...tables.map((table) => table.length));
  const width = Math.max(1, ...tables.map((table) => table[0]?.length ?? 0));
  const valueAt = (row: number, column: number): EngineValue => {
    const values: EngineValue[] = [];
    for (const argument of given) {
      const value = isTable(argument) ? cellAt(argument, row, column) : argument;
      if (value === undefined) return NOT_THERE;
      values.push(value);
    }
    return calculate(values);
  };
  if (height === 1 && width === 1) return valueAt(0, 0);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => valueAt(row, column)),
  );
}

function cellAt(table: CellTable, row: number, column: number): EngineValue | undefined {
  const cells = table[table.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column];
}
