import type { BaseValueObject, IFunctionService } from "@univerjs/engine-formula";
import { conditionOf } from "../builtins/logical";
import { arrayOf, isArrayObject, toCellValue, toEngineValue } from "./engineValues";
import { caught } from "../builtins/builtin";

/**
 * A text is a condition only when it spells TRUE or FALSE; the engine takes every other text for
 * true, or for a number.
 *
 * @param functionService - The engine's functions.
 */
export function repairConditions(functionService: IFunctionService): void {
  const executor = functionService.getExecutor("IF");
  if (!executor) return;
  const original = executor.calculate.bind(executor);
  executor.calculate = (...given) =>
    original(...given.map((value, place) => (place === 0 ? asCondition(value) : value)));
}

/** Numbers, blank cells and errors are left to the engine. */
function asCondition(value: BaseValueObject): BaseValueObject {
  if (isArrayObject(value)) {
    const rows = value.getArrayValue();
    if (!rows.some((row) => row.some((cell) => cell?.isString()))) return value;
    return arrayOf(
      rows.map((row) => row.map((cell) => (cell ? asCondition(cell) : cell)) as BaseValueObject[]),
    );
  }
  if (!value.isString()) return value;
  return toEngineValue(caught(() => conditionOf("logical_test", toCellValue(value))));
}
