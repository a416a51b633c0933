/* The levels of the market that a gap is made of. */
import type { MarketLevels } from "../calc/signal/gapReceipt";

/** Their keys, and what each is called in a gap's receipt. */
export const LEVEL_OF = {
  mbsSpread: "mbsSpread",
  mbsOas: "mbsOas",
  corpOas: "corporateOas",
} as const satisfies Readonly<Record<string, keyof MarketLevels>>;

export type LevelKey = keyof typeof LEVEL_OF;
export const LEVEL_KEYS = Object.keys(LEVEL_OF) as LevelKey[];

/**
 * Whether a key is a level of the market.
 *
 * @param key - The key.
 * @returns True for a level.
 *
 * @example
 * isLevel("mbsOas"); // => true
 */
export const isLevel = (key: string): key is LevelKey => Object.hasOwn(LEVEL_OF, key);
