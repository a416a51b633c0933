/* The formula by which Excel knows how far from 0 the number is that is furthest from it. */
import { absolute } from "./a1";
import type { ScaleValue } from "./conditionalFormat";

/** A number on a scale that goes as far to either side. */
type Furthest = Extract<ScaleValue, { readonly is: "furthestBelow" | "furthestAbove" }>;

/**
 * A number that is as far from 0 as the furthest of the cells, as a formula.
 *
 * @param is - Below 0 or above.
 * @param ranges - The cells.
 * @returns For example "=-MAX(MAX($I$24:$I$29),-MIN($I$24:$I$29))".
 *
 * @example
 * furthestFormula("furthestAbove", ["A1:A3"]); // => "=MAX(MAX($A$1:$A$3),-MIN($A$1:$A$3))"
 */
export function furthestFormula(is: Furthest["is"], ranges: readonly string[]): string {
  const cells = ranges.map(absolute).join(",");
  return `=${is === "furthestBelow" ? "-" : ""}MAX(MAX(${cells}),-MIN(${cells}))`;
}

/**
 * What a formula of a scale stands for.
 *
 * @param formula - The formula.
 * @param ranges - The cells of the scale.
 * @returns The number that is furthest from 0, where the formula is the one of these cells.
 */
export function scaleValueOf(formula: string, ranges: readonly string[]): ScaleValue {
  for (const is of ["furthestBelow", "furthestAbove"] as const) {
    if (formula === furthestFormula(is, ranges)) return { is };
  }
  return { is: "formula", formula };
}
