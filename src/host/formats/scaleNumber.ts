/* Where the points of a scale are among the numbers of its cells. */
import type { ScaleValue } from "../../workbook/conditionalFormat";

/**
 * The number that a point of a scale stands for.
 *
 * @param at - The point.
 * @param sorted - The numbers of the cells, from the lowest.
 * @param valueOf - What a formula gives; null where that is no number.
 * @returns The number; null where there is none.
 */
export function scaleNumber(
  at: ScaleValue,
  sorted: readonly number[],
  valueOf: (formula: string) => number | null,
): number | null {
  if (at.is === "number") return at.value;
  if (at.is === "formula") return valueOf(at.formula);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  switch (at.is) {
    case "lowest":
      return low;
    case "highest":
      return high;
    case "furthestAbove":
      return Math.max(high, -low);
    case "furthestBelow":
      return -Math.max(high, -low);
    case "percent":
      return low + ((high - low) * at.value) / 100;
    case "percentile": {
      // As PERCENTILE.INC: between the two numbers on either side.
      const place = ((sorted.length - 1) * at.value) / 100;
      const before = sorted[Math.floor(place)] ?? low;
      const behind = sorted[Math.ceil(place)] ?? high;
      return before + (behind - before) * (place - Math.floor(place));
    }
  }
}
