/* How far a job is, on standard error. */
import { count } from "../../data/sentenceParts";
import type { Done } from "./write/output";

/** Is told how far a job is. */
export interface Progress {
  /** @param rows - What an earlier run has finished. */
  begin(rows: number): void;
  reached(rows: number, share: number | null): void;
  end(done: Done): void;
}

/** Seconds from one line to the next, where each stays. */
const EVERY = 10;
/** The same on a screen, where a line is written over the one before. */
const EVERY_ON_SCREEN = 0.5;

/**
 * Progress in lines.
 *
 * @param write - Takes text for standard error.
 * @param isScreen - Whether lines can be written over.
 * @param now - Seconds of a clock.
 * @returns What is to be told.
 */
export function progressLines(
  write: (text: string) => void,
  isScreen: boolean,
  now: () => number,
): Progress {
  const every = isScreen ? EVERY_ON_SCREEN : EVERY;
  let [begun, first, last] = [now(), 0, now()];
  return {
    begin(rows) {
      [begun, first, last] = [now(), rows, now()];
      if (rows > 0) write(`${count(rows, "row")} are finished already\n`);
    },
    reached(rows, share) {
      const time = now();
      if (time - last < every) return;
      last = time;
      const rate = (rows - first) / (time - begun);
      const left = share === null || share <= 0 ? null : timeLeft(time - begun, rows, first, share);
      const line = `${count(rows, "row")}, ${perSecond(rate)}${left === null ? "" : `, ${left}`}`;
      write(isScreen ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end({ rows, errors }) {
      const seconds = now() - begun;
      const bad = errors === 0 ? "" : `; ${count(errors, "row")} with words in the column error`;
      const rate = perSecond((rows - first) / Math.max(seconds, 1e-3));
      write(
        `${isScreen ? "\r" : ""}${count(rows, "row")} in ${seconds.toFixed(1)} s, ${rate}${bad}\n`,
      );
    },
  };
}

/** Progress that is not told. */
export const noProgress: Progress = {
  begin: () => undefined,
  reached: () => undefined,
  end: () => undefined,
};

const perSecond = (rate: number): string => `${count(Math.round(rate), "row")} a second`;

/** Rows of an earlier run took no time in this one. */
function timeLeft(elapsed: number, rows: number, first: number, share: number): string {
  const all = rows / share;
  const seconds = Math.max(0, ((all - rows) / Math.max(1, rows - first)) * elapsed);
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min left` : `${(minutes / 60).toFixed(1)} h left`;
}
