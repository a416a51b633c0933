import { useCallback, useEffect, useRef, useState } from "react";
import { WorkbookError } from "../workbook/workbookPort";
import { usePane } from "./paneContext";
import { texts } from "./texts";

/**
 * Reads something of the workbook, and again whenever the workbook changes.
 *
 * @param load - Reads; the same function as long as it reads the same thing.
 * @returns What was read, null before the first time; the last answer stays while it reads again.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  return useNewest(load)[0];
}

/**
 * The same, for a screen that also learns what the workbook holds when it writes: what it learns takes
 * the place of the last answer at once, and a reading that is still under way is dropped.
 *
 * @param load - Reads; the same function as long as it reads the same thing.
 * @returns What is known, and how to say what was learnt.
 */
export function useNewest<T>(load: () => Promise<T>): [T | null, (learnt: T) => void] {
  const { revision, say } = usePane();
  const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null);
  /** The reading under way, or what was learnt after it: only the newest is shown. */
  const newest = useRef<symbol | null>(null);
  useEffect(() => {
    const reading = Symbol("reading");
    newest.current = reading;
    load().then(
      (value) => {
        if (newest.current === reading) setLoaded({ value });
      },
      (error: unknown) => {
        if (!(error instanceof WorkbookError)) throw error;
        if (newest.current === reading) say(texts.status.notDone(error.message), "problem");
      },
    );
    return () => {
      if (newest.current === reading) newest.current = null;
    };
  }, [load, revision, say]);
  const learn = useCallback((value: T) => {
    newest.current = null;
    setLoaded({ value });
  }, []);
  return [loaded?.value ?? null, learn];
}
