/* Numbers of an assumptions table, with their defaults. */
import { keyNamed } from "./assumptions";
import type { AssumptionValue } from "./keys";

/** Values that were entered, by key. */
export type Entered = ReadonlyMap<string, AssumptionValue>;

/**
 * A number that holds for a key: what was entered, else the default.
 *
 * @param entered - Values by key.
 * @param key - A key of a number that has a default.
 * @returns The number in library units.
 *
 * @example
 * numberOf(new Map([["corpOas", 70]]), "corpOas"); // => 70
 */
export function numberOf(entered: Entered, key: string): number {
  const value = numberOrNull(entered, key);
  if (value === null) throw new Error(`${key} has no default and no number`);
  return value;
}

/**
 * A number that holds for a key, or null where there is neither a value nor a default.
 *
 * @param entered - Values by key.
 * @param key - A key of a number.
 * @returns The number in library units, or null.
 *
 * @example
 * numberOrNull(new Map(), "fairGap"); // => null
 */
export function numberOrNull(entered: Entered, key: string): number | null {
  const value = entered.get(key) ?? keyNamed(key).default;
  return typeof value === "number" ? value : null;
}
