import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import { type EngineValue, isCellError } from "../runtime/cellValue";
import { toEngineResult } from "../repairs/engineValues";
import { readArgument } from "./builtin";
import { lifted } from "./lifted";

/** Letters whatever their case, accents apart, as Excel orders texts. */
const TEXTS = new Intl.Collator("en", { sensitivity: "accent" });

/**
 * Compares two values as Excel's operators do: a number is less than a text, a text less than a truth
 * value; a blank cell is 0, "" or FALSE, as the other needs it.
 *
 * @param left - A value; no error.
 * @param right - Another.
 * @returns Below 0, 0 or above 0.
 */
export function compareValues(left: EngineValue, right: EngineValue): number {
  if (left === null) return right === null ? 0 : compareValues(blankLike(right), right);
  if (right === null) return compareValues(left, blankLike(left));
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  if (typeof left === "string" && typeof right === "string") return TEXTS.compare(left, right);
  const order = rankOf(left) - rankOf(right);
  return order === 0 ? Number(left) - Number(right) : order;
}

const blankLike = (value: EngineValue): EngineValue =>
  typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;

const rankOf = (value: EngineValue): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Excel compares 15 digits: 0.1+0.2 is 0.3. */
function compareNumbers(left: number, right: number): number {
  const difference = left - right;
  if (difference === 0 || !Number.isFinite(difference)) return difference || 0;
  const near = Math.abs(difference) <= 1e-14 * Math.max(Math.abs(left), Math.abs(right));
  return near && left.toPrecision(15) === right.toPrecision(15) ? 0 : difference;
}

const HOLDS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ["=", (order) => order === 0],
  ["<>", (order) => order !== 0],
  ["<", (order) => order < 0],
  ["<=", (order) => order <= 0],
  [">", (order) => order > 0],
  [">=", (order) => order >= 0],
]);

/** The operators = <> < <= > >=: the engine's take `*` for a wildcard, and TRUE<>5 for FALSE. */
export class Comparison extends BaseFunction {
  private holds = HOLDS.get("=");

  constructor() {
    super("COMPARE");
    this.minParams = 2;
    this.maxParams = 2;
  }

  /**
   * Called by the engine before each comparison.
   * @param operator - One of the six.
   */
  setCompareType(operator: string): void {
    this.holds = HOLDS.get(operator);
  }

  /**
   * Compares for each place of arrays.
   * @param left - The left operand.
   * @param right - The right one.
   * @returns TRUE or FALSE, or an array of them.
   */
  override calculate(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
    const { holds = () => false } = this;
    const compared = lifted(
      ([a = null, b = null]) => {
        if (isError(a)) return a;
        return isError(b) ? b : holds(compareValues(a, b));
      },
      [readArgument(left), readArgument(right)],
    );
    return toEngineResult(compared);
  }
}

const isError = (value: EngineValue): boolean => value !== null && isCellError(value);
