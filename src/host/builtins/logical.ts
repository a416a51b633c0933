import { type EngineValue, isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable } from "./arguments";
import { type Builtin, caught, ofValues, ofWhole } from "./builtin";
import { lifted } from "./lifted";

/** As many arguments as Excel takes. */
const MOST = 255;

/**
 * Reads a condition: a number other than 0 is true, a blank cell false; of texts only TRUE and FALSE
 * are conditions.
 *
 * @param name - The argument's name.
 * @param value - The value.
 * @returns The condition.
 * @throws {BuiltinError} `#VALUE!` for another text.
 */
export function conditionOf(name: string, value: EngineValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (isCellError(value)) throw new HandedOnError(value);
  const word = value.trim().toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  throw new BuiltinError("#VALUE!", `${name} is "${value}"; it must be TRUE or FALSE`);
}

/** The conditions among the arguments; texts and blank cells of ranges are passed over. */
function conditionsOf(given: readonly Argument[]): boolean[] {
  const found = given.flatMap((argument) => {
    if (!isTable(argument)) return [conditionOf("logical", argument)];
    return argument
      .flat()
      .filter((value) => value !== null && typeof value !== "string")
      .map((value) => conditionOf("logical", value));
  });
  if (found.length > 0) return found;
  throw new BuiltinError("#VALUE!", "there is no condition; there must be TRUE, FALSE or a number");
}

const ofConditions = (name: string, decide: (conditions: readonly boolean[]) => boolean): Builtin =>
  ofWhole(name, 1, MOST, (...given) => decide(conditionsOf(given)));

/** The value behind the first condition that holds; what comes after it is not looked at. */
function firstThatHolds(values: readonly EngineValue[]): EngineValue {
  for (let i = 0; i + 1 < values.length; i += 2) {
    if (conditionOf("logical_test", values[i] ?? null)) return values[i + 1] ?? null;
  }
  throw new BuiltinError("#N/A", "no condition holds; the last one must be TRUE");
}

/** AND, OR, XOR, NOT and IFS. */
export const LOGICAL: readonly Builtin[] = [
  ofConditions("AND", (all) => all.every((it) => it)),
  ofConditions("OR", (all) => all.some((it) => it)),
  ofConditions("XOR", (all) => all.filter((it) => it).length % 2 === 1),
  ofWhole("IFS", 2, MOST - 1, (...given) =>
    lifted((values) => caught(() => firstThatHolds(values)), given),
  ),
  ofValues("NOT", "logical", ([value = null]) => !conditionOf("logical", value)),
];
