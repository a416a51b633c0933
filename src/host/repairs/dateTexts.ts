import type { BaseFunction, BaseValueObject, IFunctionService } from "@univerjs/engine-formula";
import { FUNCTION_NAMES_DATE, FUNCTION_NAMES_FINANCIAL } from "@univerjs/engine-formula";
import { errorOf, isArrayObject } from "./engineValues";
import { lacksYear } from "./excelNumber";

/**
 * `DATEVALUE("1-3")` is another day every year, by the clock: a date in a text needs its year.
 * `TEXT("1-3","0")` is the text, as of any text that is no number.
 *
 * @param functionService - The engine's functions.
 */
export function repairDateTexts(functionService: IFunctionService): void {
  const names = [...Object.values(FUNCTION_NAMES_DATE), ...Object.values(FUNCTION_NAMES_FINANCIAL)];
  for (const name of names) {
    replaceCall(functionService, name, (original, given) => {
      for (const argument of given) {
        const text = textWithoutYear(argument);
        if (text !== undefined) return errorOf("#VALUE!", `${name} got "${text}"; ${EXPECTED}`);
      }
      return original(...given);
    });
  }
  replaceCall(functionService, "TEXT", (original, given) => {
    const [value] = given;
    return value?.isString() && textWithoutYear(value) !== undefined ? value : original(...given);
  });
}

const EXPECTED = "it must be a date with its year, such as 2026-01-15";

type Call = (...given: BaseValueObject[]) => ReturnType<BaseFunction["calculate"]>;

function replaceCall(
  functionService: IFunctionService,
  name: string,
  call: (original: Call, given: BaseValueObject[]) => ReturnType<Call>,
): void {
  const executor = functionService.getExecutor(name);
  if (!executor) return;
  const original: Call = executor.calculate.bind(executor);
  executor.calculate = (...given: BaseValueObject[]) => call(original, given);
}

function textWithoutYear(argument: BaseValueObject): string | undefined {
  if (isArrayObject(argument)) {
    for (const row of argument.getArrayValue()) {
      for (const cell of row) {
        const text = cell ? textWithoutYear(cell) : undefined;
        if (text !== undefined) return text;
      }
    }
    return undefined;
  }
  const value = argument.isString() ? argument.getValue() : undefined;
  return typeof value === "string" && lacksYear(value) ? value : undefined;
}
