import { tidy } from "../calc/numeric/tidy";
import type { WrittenNumber } from "./numberText";
import type { Question } from "./question";
import { unitReason, unitSaid, UNITS, usualSize, type Unit } from "./unit";

const TO_DECIMALS: Record<Unit, number> = {
  decimals: 1,
  percent: 1 / 100,
  "basis points": 1 / 10_000,
};

/**
 * A yield as a decimal.
 *
 * @param written - The number with the unit behind it, if there is one: that one counts.
 * @param unit - The unit of the column.
 * @returns A decimal.
 *
 * @example
 * yieldOf({ value: 4.16, suffix: "" }, "percent"); // => 0.0416
 */
export function yieldOf({ value, suffix }: WrittenNumber, unit: Unit): number {
  const of = suffix === "bp" ? "basis points" : suffix === "%" ? "percent" : unit;
  return tidy(value * TO_DECIMALS[of]);
}

/** No yield in percent is usually as high. */
const BP_FROM = 30;
/** A column with a yield of this size is not in decimals: 25% a year. */
const PERCENT_FROM = 0.25;
/** A yield of half a percent as a decimal. */
const LEAST_DECIMAL = 0.005;
/** Yields are published in hundredths of a percent, bills in thousandths: 0.0416 is a decimal. */
const hasFineDigits = (value: number): boolean =>
  Math.abs(1000 * value - Math.round(1000 * value)) > 1e-9;

/**
 * The unit of a column of yields: by what stands above it and by its usual size.
 *
 * @param values - The numbers that have no unit of their own behind them.
 * @param name - The column's name.
 * @param context - What else stands above the column.
 * @returns A question that is answered where these show one unit.
 */
export function yieldUnitQuestion(values: readonly number[], name: string, context = ""): Question {
  const usual = usualSize(values);
  const said = unitSaid(name, context);
  const bySize = unitBySize(usual, values);
  // A bill of 2014 paid 0.025 percent: a name that says percent is right with small numbers too.
  const isSmallPercent = said?.unit === "percent" && bySize === "decimals";
  const isAgainst = said !== null && bySize !== undefined && said.unit !== bySize;
  return {
    topic: "unit",
    about: unitReason(usual, isSmallPercent ? undefined : bySize, said, "yields"),
    choices: UNITS.map((unit) => ({
      value: unit,
      label: `${unit}: ${usual} is ${tidy(100 * yieldOf({ value: usual, suffix: "" }, unit))}%`,
    })),
    shown: isAgainst && !isSmallPercent ? null : (said?.unit ?? bySize ?? null),
  };
}

function unitBySize(usual: number, values: readonly number[]): Unit | undefined {
  if (usual >= BP_FROM) return "basis points";
  if (values.some((value) => Math.abs(value) >= PERCENT_FROM)) return "percent";
  return usual >= LEAST_DECIMAL && values.some(hasFineDigits) ? "decimals" : undefined;
}
