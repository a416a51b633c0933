import { useEffect, useState } from "react";
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
  const { revision, say } = usePane();
  const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let current = true;
    load().then(
      (value) => {
        if (current) setLoaded({ value });
      },
      (error: unknown) => {
        if (!(error instanceof WorkbookError)) throw error;
        if (current) say(texts.status.notDone(error.message), "problem");
      },
    );
    return () => {
      current = false;
    };
  }, [load, revision, say]);
  return loaded?.value ?? null;
}
