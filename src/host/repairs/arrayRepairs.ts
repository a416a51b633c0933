import { ArrayValueObject, type BaseValueObject, NullValueObject } from "@univerjs/engine-formula";
import { arrayOf, errorOf, isArrayObject } from "./engineValues";

/** What the engine calculates place by place, by its number for it. */
const OPERATIONS = [
  ...["minus", "plus", "multiply", "divided", "mod", "compare"],
  ...["concatenateFront", "concatenateBack", "pow", "round", "floor", "ceil", "atan2"],
] as const;

type Operation = (
  this: BaseValueObject,
  other: BaseValueObject,
  operator?: string,
  isCaseSensitive?: boolean,
) => BaseValueObject;

/**
 * `{1,2,3}*{1,2}` lacks its third value, which is #N/A; the engine takes 0 or FALSE for it, or leaves
 * the place empty.
 */
export function repairArraySizes(): void {
  const arrays = ArrayValueObject.prototype as unknown as {
    _batchOperator: (
      this: ArrayValueObject,
      other: BaseValueObject,
      operation: number,
      operator?: string,
      isCaseSensitive?: boolean,
    ) => BaseValueObject;
  };
  arrays._batchOperator = function (other, operation, operator, isCaseSensitive) {
    const name = OPERATIONS[operation];
    if (name === undefined) throw new Error(`the engine has an operation ${operation}`);
    const second = isArrayObject(other) ? other : arrayOf([[other]]);
    const height = Math.max(this.getRowCount(), second.getRowCount());
    const width = Math.max(this.getColumnCount(), second.getColumnCount());
    const rows: BaseValueObject[][] = [];
    for (let row = 0; row < height; row++) {
      const cells: BaseValueObject[] = [];
      for (let column = 0; column < width; column++) {
        const [a, b] = [valueAt(this, row, column), valueAt(second, row, column)];
        if (a === undefined || b === undefined) cells.push(notThere());
        else if (a.isError()) cells.push(a);
        else if (b.isError()) cells.push(b);
        else {
          const calculate = (a as unknown as Record<string, Operation>)[name] as Operation;
          cells.push(calculate.call(a, b, operator, isCaseSensitive));
        }
      }
      rows.push(cells);
    }
    return arrayOf(rows);
  };
}

const notThere = (): BaseValueObject =>
  errorOf("#N/A", "the arrays differ in size, and one has no value here");

/** One row or column goes along with all. */
function valueAt(
  array: ArrayValueObject,
  row: number,
  column: number,
): BaseValueObject | undefined {
  const r = array.getRowCount() === 1 ? 0 : row;
  const c = array.getColumnCount() === 1 ? 0 : column;
  if (r >= array.getRowCount() || c >= array.getColumnCount()) return undefined;
  return array.getArrayValue()[r]?.[c] ?? NullValueObject.create();
}
