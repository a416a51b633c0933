import { invalid } from "../errors";
import type { History } from "../series/observed";

/**
 * Refuses total-return levels from which no return can be taken.
 *
 * @param levels - Levels, NaN where missing.
 * @throws CalcError `invalid` for the first level that is not above 0.
 *
 * @example
 * requirePositiveLevels(Float64Array.of(100, NaN, 101)); // => undefined
 */
export function requirePositiveLevels(levels: History): void {
  const row = levels.findIndex((level) => level <= 0);
  if (row < 0) return;
  throw invalid(`levels, row ${row + 1}, is ${levels[row]}; it must be a level above 0`);
}
