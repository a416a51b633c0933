import type { Recalculation } from "./recalculation";

/** What is waited for. */
export interface Calculating {
  /** Whether nothing has been edited lately, is calculated now, or is to answer. */
  readonly isQuiet: () => boolean;
  readonly recalculation: Recalculation;
}

/** A calculation may spill, and the spill's readers spill again: more passes than such a chain has links. */
const MOST_PASSES = 10;
const LOOK_AGAIN_MS = 10;

/**
 * Waits until every edit has been calculated and every promise has answered.
 *
 * @param calculating - The spreadsheet's work.
 * @param timeoutMs - When to give up.
 * @returns Nothing; streams that have answered once go on.
 * @throws {Error} when something has not been calculated after the time.
 */
export async function settled(
  { isQuiet, recalculation }: Calculating,
  timeoutMs: number,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) {
      if (performance.now() > end) {
        throw new Error(`the sheets are not calculated after ${timeoutMs} ms`);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  // A stream keeps the engine busy for ever; without one, a few passes are the end.
  let passes = 0;
  do {
    await until(isQuiet);
    const mark = recalculation.lastMark;
    await until(() => !recalculation.owes(mark));
    passes = isQuiet() ? passes + 1 : 0;
  } while (passes === 0 || (recalculation.busy && passes < MOST_PASSES));
}
