import type { SavedBook } from "./savedBook";

/** After the last change; a typing user is not interrupted, and little is lost. */
const QUIET_MS = 800;

/** Keeps the workbook after changes. */
export interface Autosave {
  /** Something changed. */
  readonly changed: () => void;
  /** Keeps what is not kept yet, now; resolves once it is stored. */
  readonly flush: () => Promise<void>;
  /** Keeps nothing from now on: another tab has the workbook. */
  readonly stop: () => void;
}

/**
 * Keeps a workbook a moment after each change.
 *
 * @param take - Gives the workbook as it is.
 * @param keep - Stores it.
 * @param failed - Told why when it could not be stored.
 * @returns What tells of changes.
 */
export function autosave(
  take: () => SavedBook,
  keep: (saved: SavedBook) => Promise<void>,
  failed: (error: unknown) => void,
): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let saving = Promise.resolve();
  const store = async () => {
    try {
      await keep(take());
    } catch (error) {
      failed(error);
    }
  };
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    saving = store();
  };
  return {
    changed: () => {
      if (stopped) return;
      clearTimeout(timer);
      timer = setTimeout(save, QUIET_MS);
    },
    flush: () => {
      if (timer !== undefined) save();
      return saving;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
