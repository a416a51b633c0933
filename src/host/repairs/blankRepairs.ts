import type { BaseValueObject, IFunctionService } from "@univerjs/engine-formula";
import { NullValueObject, NumberValueObject, StringValueObject } from "@univerjs/engine-formula";
import { isArrayObject, withoutReference } from "./engineValues";

/** Stands for a blank cell while the engine would make 0 of it; no formula can make this very object. */
const BLANK: BaseValueObject = StringValueObject.create("");

/** What the engine calls for each place of an array. */
interface Lambda {
  execute(...given: BaseValueObject[]): BaseValueObject;
}

/**
 * A blank cell that a LAMBDA hands on becomes 0 in MAP, BYROW, BYCOL and SCAN. It stays blank: to a
 * function of the add-in it is missing, and a cell shows 0 for it all the same.
 *
 * @param functionService - The engine's functions.
 */
export function repairBlanks(functionService: IFunctionService): void {
  for (const name of ["MAP", "BYROW", "BYCOL", "SCAN"]) {
    const executor = functionService.getExecutor(name);
    if (!executor) continue;
    const original = executor.calculate.bind(executor);
    executor.calculate = (...given) => {
      const lambda = given[given.length - 1];
      if (!lambda?.isLambda()) return original(...given);
      return withBlanks(original(...given.slice(0, -1), keepingBlanks(lambda)) as BaseValueObject);
    };
  }
}

function keepingBlanks(lambda: BaseValueObject): BaseValueObject {
  const called = lambda as unknown as Lambda;
  const kept = Object.create(lambda) as BaseValueObject & Lambda;
  kept.execute = (...given) => {
    const value = withoutReference(called.execute(...given));
    const isOne = isArrayObject(value) && value.getRowCount() === 1 && value.getColumnCount() === 1;
    const cell = isOne ? value.getFirstCell() : value;
    return cell.isNull() ? BLANK : value;
  };
  return kept;
}

function withBlanks(result: BaseValueObject): BaseValueObject {
  if (result === BLANK) return NullValueObject.create();
  if (!isArrayObject(result)) return result;
  return result.mapValue((cell) => (cell === BLANK ? NullValueObject.create() : cell));
}

/**
 * MAXIFS and MINIFS are 0 when nothing meets the criteria; the engine gives a text, on which +1 fails.
 *
 * @param functionService - The engine's functions.
 */
export function repairExtremes(functionService: IFunctionService): void {
  for (const name of ["MAXIFS", "MINIFS"]) {
    const executor = functionService.getExecutor(name);
    if (!executor) continue;
    const original = executor.calculate.bind(executor);
    executor.calculate = (...given) => {
      const found = original(...given) as BaseValueObject;
      return isArrayObject(found) ? found.map(zeroForText) : zeroForText(found);
    };
  }
}

const zeroForText = (value: BaseValueObject): BaseValueObject =>
  value.isString() ? NumberValueObject.create(0) : value;
