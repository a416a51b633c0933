/* Constants and texts: what is written in quotes is a text wherever it goes, and a number is a number. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  ValueObjectFactory,
} from "@univerjs/engine-formula";
import { isCellError } from "../runtime/cellValue";
import { afterExecution, type NodeFactory } from "./engineNodes";
import type { RepairContext } from "./engineRepairs";
import { arrayOf, errorOf, isTable, toEngineResult, toEngineValue } from "./engineValues";
import type { FunctionResult } from "../runtime/functionResult";
import { lacksYear, readTextNumber } from "./excelNumber";
import { readLiteral } from "./literals";

/** `-"3"` and `-{1,2}`, which the engine takes for names. */
const NEGATIVE = /^\s*-\s*(["{].*)$/s;

/**
 * `0.50` is a text for the engine, for it is not how JavaScript writes the number, and `"1-3"` is a
 * day of this year when a function hands it on.
 *
 * @param factory - What makes the nodes of constants.
 * @param context - Where to say what is wrong with one.
 */
export function repairLiterals(factory: unknown, { note }: Pick<RepairContext, "note">): void {
  const nodes = factory as NodeFactory;
  const original = nodes.checkAndCreateNodeType.bind(nodes);
  nodes.checkAndCreateNodeType = (item) => {
    if (typeof item !== "string") return original(item);
    const positive = NEGATIVE.exec(item)?.[1];
    const value = readLiteral(positive ?? item);
    // What the engine takes for a number and is none, such as 0x10, is a name, which is unknown.
    const node = value === undefined ? undefined : original('""');
    if (value === undefined || !node) return undefined;
    node.execute = () => {
      if (!isTable(value) && isCellError(value)) note(value.error, value.message);
      node.setValue(positive === undefined ? toEngineResult(value) : negativeOf(value));
    };
    return node;
  };
}

function negativeOf(value: FunctionResult): BaseValueObject {
  const made = typeof value === "string" ? numberOf(value) : toEngineResult(value);
  return made.isError() ? made : NumberValueObject.create(0).minus(made);
}

/**
 * `"abc"+0` is an error without words.
 *
 * @param factories - What makes the nodes of operators.
 */
export function explainOperands(factories: readonly unknown[]): void {
  for (const factory of factories) {
    afterExecution(factory as NodeFactory, (node) => {
      const value = node.getValue();
      if (!value?.isError() || (value as ErrorValueObject).getErrorContent() !== "") return;
      for (const child of node.getChildren()) {
        const operand = child.getValue();
        if (!(operand instanceof StringValueObject)) continue;
        const number = numberOf(operand.getValue());
        if (number.isError()) {
          node.setValue(number);
          return;
        }
      }
    });
  }
}

/**
 * What a text comes to where the engine makes a value of it.
 *
 * A criterion such as `">1.50"` compares with the number. An array that a function returns keeps its
 * texts. Arithmetic on a text follows {@link readTextNumber}.
 */
export function repairTexts(): void {
  const values = ValueObjectFactory as { create: (raw: unknown, ...rest: boolean[]) => unknown };
  const create = values.create.bind(values);
  values.create = (raw, ...rest) =>
    typeof raw === "string" ? readCriterion(raw) : create(raw, ...rest);

  (ArrayValueObject as { createByArray: (rows: unknown[][]) => BaseValueObject }).createByArray = (
    rows,
  ) => arrayOf(rows.map((row) => Array.from(row, valueOf)));

  StringValueObject.prototype.convertToNumberObjectValue = function (this: StringValueObject) {
    return numberOf(this.getValue());
  };
}

function readCriterion(text: string): BaseValueObject {
  const word = text.trim().toUpperCase();
  if (ERROR_TYPE_SET.has(word as never)) return ErrorValueObject.create(word as never);
  if (word === "TRUE" || word === "FALSE") return BooleanValueObject.create(word === "TRUE");
  const number = readTextNumber(text);
  return number === undefined
    ? StringValueObject.create(text)
    : NumberValueObject.create(number.value, number.pattern);
}

/** The engine hands errors on by their codes. */
function valueOf(raw: unknown): BaseValueObject {
  const isError = typeof raw === "string" && ERROR_TYPE_SET.has(raw as never);
  if (isError) return ErrorValueObject.create(raw as never);
  return toEngineValue((raw ?? null) as string | number | boolean | null);
}

function numberOf(text: string): NumberValueObject | ErrorValueObject {
  const number = readTextNumber(text);
  if (number !== undefined) return NumberValueObject.create(number.value, number.pattern);
  const why = lacksYear(text) ? "a date has no year" : "a number is needed";
  return errorOf("#VALUE!", `the text "${text}" is no number; ${why}`);
}
