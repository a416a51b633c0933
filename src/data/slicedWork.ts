import { SLICE_ROWS, type Sliced } from "../calc/numeric/sliced";

/** How long work is done: with news of how far it is, and a way to stop. */
export interface LongWork {
  /** Stops the work; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told the share that is done, rising to 1; not told of work that needs no pause. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Runs work in turns with the page: after each slice of rows the page can draw, and a user can stop.
 *
 * @param work - The work.
 * @param looks - How many rows it will have looked at in the end, each as often as it is looked at.
 * @param options - News and a way to stop.
 * @returns What came of it.
 * @throws CalcError what the work throws; the signal's reason when it was stopped.
 */
export async function inTurns<T>(
  work: Sliced<T>,
  looks: number,
  { signal, onProgress }: LongWork = {},
): Promise<T> {
  let done = 0;
  let sincePause = 0;
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    done += step.value;
    sincePause += step.value;
    if (sincePause < SLICE_ROWS) continue;
    sincePause = 0;
    onProgress?.(Math.min(1, done / looks));
    // A task of its own: what waits in the page, a click or a drawing, comes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
