import { median } from "../calc/numeric/statistics";
import { tidy } from "../calc/numeric/tidy";
import { familyOf } from "./families";
import { hasPhrase, nameTokens } from "./nameTokens";
import type { WrittenNumber } from "./numberText";
import type { Question } from "./question";

/** Units in which files hold spreads, and yields. */
export const UNITS = ["basis points", "percent", "decimals"] as const;
export type Unit = (typeof UNITS)[number];

const TO_BP: Record<Unit, number> = { "basis points": 1, percent: 100, decimals: 10_000 };

/**
 * A spread in basis points.
 *
 * @param written - The number with the unit behind it, if there is one: that one counts.
 * @param unit - The unit of the column.
 * @returns Basis points.
 *
 * @example
 * spreadOf({ value: 0.62, suffix: "" }, "percent"); // => 62
 */
export function spreadOf({ value, suffix }: WrittenNumber, unit: Unit): number {
  if (suffix === "bp") return value;
  return tidy(value * (suffix === "%" ? 100 : TO_BP[unit]));
}

/**
 * Usual sizes (medians without signs) that a unit has for spreads of mortgages and of investment-grade
 * corporates. Between them stand no spreads, or spreads of two units: there a person is asked.
 */
const USUAL: Record<Unit, readonly [number, number]> = {
  "basis points": [20, 2500],
  percent: [0.2, 3],
  decimals: [0.002, 0.03],
};

/**
 * The unit of a column of spreads: by what its name says and by its usual size.
 *
 * @param values - The numbers that have no unit of their own behind them.
 * @param name - The column's name.
 * @param context - What else stands above the column.
 * @returns A question that is answered where name and size show one unit.
 */
export function unitQuestion(values: readonly number[], name: string, context = ""): Question {
  const usual = usualSize(values);
  const bySize = UNITS.find((unit) => usual >= USUAL[unit][0] && usual <= USUAL[unit][1]);
  const said = unitSaid(name, context);
  const isAgainst = said !== null && bySize !== undefined && said.unit !== bySize;
  return {
    topic: "unit",
    about: unitReason(usual, bySize, said, "spreads"),
    choices: UNITS.map((unit) => ({
      value: unit,
      label: `${unit}: ${usual} is ${spreadOf({ value: usual, suffix: "" }, unit)} bp`,
    })),
    shown: isAgainst ? null : (said?.unit ?? bySize ?? null),
  };
}

/** Words of a column's name that say its unit. */
const NAMED: readonly (readonly [Unit, readonly string[]])[] = [
  ["basis points", ["bp", "bps", "basis point", "basis points"]],
  ["percent", ["percent", "pct", "%", "per cent"]],
  ["decimals", ["decimal", "decimals"]],
];

function unitIn(text: string): Unit | undefined {
  const tokens = nameTokens(text);
  return NAMED.find(([, phrases]) => hasPhrase(tokens, phrases))?.[0];
}

/** A unit, and what says it, in words. */
export interface SaidUnit {
  readonly unit: Unit;
  readonly by: string;
}

/**
 * The unit that stands above a column: in its name, beside it, or known of its family.
 *
 * @param name - The column's name.
 * @param context - What else stands above the column.
 * @returns The unit, or null when nothing says one.
 */
export function unitSaid(name: string, context: string): SaidUnit | null {
  const own = unitIn(name);
  if (own !== undefined) return { unit: own, by: `the column's name, ${name}, says ${own}` };
  const beside = unitIn(context);
  if (beside !== undefined) return { unit: beside, by: `what stands above ${name} says ${beside}` };
  const family = familyOf(name)?.unit;
  return family === undefined ? null : { unit: family, by: `${name} is published in ${family}` };
}

/**
 * The size that values of a column usually have.
 * @param values - The values.
 * @returns The median without signs.
 */
export const usualSize = (values: readonly number[]): number =>
  tidy(Number(median(Float64Array.from(values, Math.abs)).toPrecision(6)));

/**
 * Why a unit is taken, or asked for.
 *
 * @param usual - The usual size of the values.
 * @param bySize - The unit that it shows, if it shows one.
 * @param said - The unit that stands above the column, if one does.
 * @param what - What the values are.
 * @returns Words.
 */
export function unitReason(
  usual: number,
  bySize: Unit | undefined,
  said: SaidUnit | null,
  what: "spreads" | "yields",
): string {
  const size = `values of ${usual} are usual here`;
  if (said !== null && bySize !== undefined && said.unit !== bySize) {
    return `${said.by}, but ${size}, which are those of ${what} in ${bySize}`;
  }
  if (said !== null) return `${said.by}; ${size}`;
  if (bySize !== undefined) return `${size}, which are those of ${what} in ${bySize}`;
  return `${size}, which no unit of ${what} makes sure`;
}
