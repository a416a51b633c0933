import { BuiltinError } from "./arguments";
import { requireAtLeast } from "./days";

/**
 * Refuses what is no chance between 0 and 1.
 * @param chance - The number.
 * @param withEnds - Whether 0 and 1 themselves are accepted.
 * @throws {BuiltinError} `#NUM!` otherwise.
 */
export function requireChance(chance: number, withEnds = false): void {
  if (withEnds ? chance >= 0 && chance <= 1 : chance > 0 && chance < 1) return;
  throw new BuiltinError("#NUM!", `probability is ${chance}; it must be a number from 0 to 1`);
}

/**
 * Reads degrees of freedom; a fraction is dropped.
 * @param name - The argument's name.
 * @param number - The number.
 * @returns At least 1.
 * @throws {BuiltinError} `#NUM!` below 1, or beyond 10^10.
 */
export function degreesOf(name: string, number: number): number {
  const degrees = Math.trunc(number);
  requireAtLeast(name, degrees, 1);
  if (degrees <= 1e10) return degrees;
  throw new BuiltinError("#NUM!", `${name} is ${number}; it must be at most 10^10`);
}
