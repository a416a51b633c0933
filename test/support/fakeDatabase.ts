/* The browser's database in memory, with faults at each call. */
import type { BookDatabase, OpenDatabase, Writing } from "../../src/workbench/store/database";
import type { VersionKey } from "../../src/workbench/store/versions";

/** The calls of the store. */
export const STEPS = ["open", "keys", "read", "put", "commit"] as const;
export type Step = (typeof STEPS)[number];

/** How a call fails: the next one, every one, or by an answer that comes after 30 s. */
export const FAULTS = ["once", "always", "late"] as const;
export type Fault = (typeof FAULTS)[number];

const LATE_MS = 30_000;
/** What a healthy browser takes. */
const USUAL_MS = 4;

/** What survives a page: only what was committed. */
export interface Disk {
  readonly records: Map<string, { readonly key: VersionKey; readonly record: unknown }>;
}

export const emptyDisk = (): Disk => ({ records: new Map() });

export const putOnDisk = (disk: Disk, key: VersionKey, record: unknown): void => {
  disk.records.set(JSON.stringify(key), { key, record });
};

/** A browser; what it does from now on can be made to fail. */
export interface FakeBrowser {
  readonly open: OpenDatabase;
  readonly fail: (step: Step, fault: Fault, error?: Error) => void;
  readonly heal: () => void;
  /** The page is gone: nothing that was begun is done any more. */
  readonly kill: () => void;
  /** What was called, in order. */
  readonly calls: Step[];
}

export function fakeBrowser(disk: Disk): FakeBrowser {
  const faults = new Map<Step, { readonly fault: Fault; readonly error: Error }>();
  const calls: Step[] = [];
  let alive = true;

  /** Rejects, or waits as long as the step takes. */
  const step = async (name: Step): Promise<void> => {
    const found = faults.get(name);
    if (found?.fault === "once") faults.delete(name);
    const isLate = found?.fault === "late";
    await new Promise((resolve) => setTimeout(resolve, isLate ? LATE_MS : USUAL_MS));
    if (!alive) await new Promise(() => undefined);
    if (found !== undefined && !isLate) throw found.error;
  };
  const call = (name: Step) => {
    calls.push(name);
    return step(name);
  };
  const write = (): Writing => {
    const work: (() => void)[] = [];
    const steps: Promise<void>[] = [];
    return {
      put: (key, record) => {
        const copy = structuredClone(record);
        const put = call("put");
        put.catch(() => undefined);
        steps.push(put);
        work.push(() => {
          putOnDisk(disk, key, copy);
        });
      },
      forget: (key) => {
        work.push(() => disk.records.delete(JSON.stringify(key)));
      },
      commit: async () => {
        const commit = call("commit");
        await Promise.all([...steps, commit]);
        for (const one of work) one();
      },
    };
  };
  const database: BookDatabase = {
    keys: async () => {
      await call("keys");
      return [...disk.records.values()].map(({ key }) => key);
    },
    read: async (key) => {
      await call("read");
      return structuredClone(disk.records.get(JSON.stringify(key))?.record);
    },
    write,
  };
  return {
    calls,
    open: async () => {
      await call("open");
      return database;
    },
    fail: (name, fault, error = new Error("a fault of the test")) => {
      faults.set(name, { fault, error });
    },
    heal: () => {
      faults.clear();
    },
    kill: () => {
      alive = false;
    },
  };
}
