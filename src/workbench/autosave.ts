import type { SavedBook } from "./store/savedBook";

/** From the first change on that is not kept: a user who types steadily is kept too. */
export const WAIT_MS = 800;
/** A workbook that takes long to take is taken less often, but after so long in any case. */
const LONGEST_WAIT_MS = 2000;
/** So much of the time may go into keeping. */
const SHARE = 0.1;
/** A keep that has no end by then counts as none until it ends. */
export const LATE_MS = 5000;
/** After a failure, the next try. */
export const RETRY_MS = 3000;

/** Why what the user sees is not kept: what went wrong, or that there is no answer. */
export type Unkept = { readonly error: unknown } | "late";

/** Keeps the workbook after changes. */
export interface Autosave {
  /** Something changed. */
  readonly changed: () => void;
  /** Keeps what is not kept yet, now; resolves to whether everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** Keeps nothing from now on: another tab has the workbook. */
  readonly stop: () => void;
}

/**
 * Keeps a workbook a moment after a change, and tries again where that fails.
 *
 * @param take - Gives the workbook as it is.
 * @param keep - Stores it.
 * @param told - Told why the last change is not kept, once; null when it is kept again.
 * @returns What tells of changes.
 */
export function autosave(
  take: () => SavedBook,
  keep: (saved: SavedBook) => Promise<void>,
  told: (why: Unkept | null) => void,
): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [dirty, stopped, failing] = [false, false, false];
  let wait = WAIT_MS;
  let saving: Promise<boolean> | undefined;

  const tell = (why: Unkept | null) => {
    if ((why !== null) === failing) return;
    failing = why !== null;
    told(why);
  };
  const schedule = (ms: number) => {
    if (!stopped) timer ??= setTimeout(save, ms);
  };
  const store = async (): Promise<boolean> => {
    const late = setTimeout(() => {
      tell("late");
    }, LATE_MS);
    try {
      const started = performance.now();
      const kept = keep(take());
      wait = Math.min(LONGEST_WAIT_MS, Math.max(WAIT_MS, (performance.now() - started) / SHARE));
      await kept;
      if (!dirty) tell(null);
      return true;
    } catch (error) {
      dirty = true;
      tell({ error });
      schedule(RETRY_MS);
      return false;
    } finally {
      clearTimeout(late);
    }
  };
  const saveNow = (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    dirty = false;
    const own = store().finally(() => {
      if (saving === own) saving = undefined;
      if (dirty) schedule(wait);
    });
    saving = own;
    return own;
  };
  /** One at a time: to a store that does not answer, more would only be in the way. */
  function save(): void {
    timer = undefined;
    if (saving === undefined) void saveNow();
  }
  return {
    changed: () => {
      if (stopped) return;
      dirty = true;
      if (saving === undefined) schedule(wait);
    },
    flush: () => (dirty && !stopped ? saveNow() : (saving ?? Promise.resolve(true))),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
