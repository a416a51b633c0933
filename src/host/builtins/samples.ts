import { isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable, numberOf } from "./arguments";

/**
 * The numbers of a function's arguments as Excel's statistics take them: all that is typed counts, of
 * ranges and arrays the numbers alone.
 *
 * @param given - The arguments.
 * @param withTexts - Whether TRUE counts 1, FALSE and texts 0 in ranges (STDEVA and its kind).
 * @returns The numbers.
 * @throws {HandedOnError} for an error.
 */
export function numbersAmong(given: readonly Argument[], withTexts = false): number[] {
  const numbers: number[] = [];
  for (const argument of given) {
    if (!isTable(argument)) {
      numbers.push(numberOf("number", argument));
      continue;
    }
    for (const value of argument.flat()) {
      if (value === null) continue;
      if (typeof value === "number") numbers.push(value);
      else if (isCellError(value)) throw new HandedOnError(value);
      else if (withTexts) numbers.push(value === true ? 1 : 0);
    }
  }
  return numbers;
}

/**
 * The mean, exact for numbers that are all the same.
 * @param numbers - At least one.
 * @returns Their mean.
 */
export function meanOf(numbers: readonly number[]): number {
  const [first = NaN] = numbers;
  return first + numbers.reduce((sum, number) => sum + (number - first), 0) / numbers.length;
}

/**
 * A sum of powers of what numbers differ from their mean.
 * @param numbers - At least one.
 * @param power - The power.
 * @returns The sum.
 */
export function momentOf(numbers: readonly number[], power: number): number {
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** power, 0);
}

/**
 * Refuses too few numbers.
 * @param numbers - The numbers.
 * @param least - How many are needed.
 * @throws {BuiltinError} `#DIV/0!` as in Excel.
 */
export function requireCount(numbers: readonly number[], least: number): void {
  if (numbers.length >= least) return;
  throw new BuiltinError(
    "#DIV/0!",
    `there are ${numbers.length} numbers; there must be at least ${least}`,
  );
}
