/* The self-test's card, as the pane tells it. */
import { isProblem, type ResultCell } from "../worksheetCall";

/** What the self-test found. */
export interface SelfTestResult {
  readonly passed: number;
  readonly failed: number;
  /** The families of functions with a number that is too far off. */
  readonly failures: readonly string[];
}

/** A family ends its row of the card so; its worst error passes up to 1. */
const WORST = "WorstError";

/**
 * Reads the card of SELFTEST.
 *
 * @param card - Rows of measure and value.
 * @returns What it found.
 * @throws Error with the words of the function when it gave no card.
 */
export function readSelfTest(card: readonly (readonly ResultCell[])[]): SelfTestResult {
  const first = card[0]?.[0];
  if (isProblem(first)) throw new Error(`SELFTEST gave ${first.error}: ${first.message}`);
  const measures = new Map(
    card.map(([name, value]) => [typeof name === "string" ? name : "", value]),
  );
  const count = (name: string): number => {
    const value = measures.get(name);
    if (typeof value === "number") return value;
    throw new Error(`SELFTEST has no number of ${name}`);
  };
  const failed = count("failed");
  const failures = [...measures]
    .filter(([name, value]) => name.endsWith(WORST) && typeof value === "number" && !(value <= 1))
    .map(([name]) => name.slice(0, -WORST.length));
  return { passed: count("rows") - failed, failed, failures };
}
