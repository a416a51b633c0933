/* What the page does with the kept workbooks: begin with the newest, keep each change, go back to an earlier one. */
import type { BookDatabase, OpenDatabase } from "./database";
import { inTime } from "./inTime";
import { MalformedRecord, readRecord, recordOf, type SavedBook } from "./savedBook";
import { isSame, keyOf, NEW_NAME, newestFirst, staying, versionOf, type Version } from "./versions";

/** What a page finds. A read that fails is `unread`, never `none`. */
export type Found =
  | { readonly kind: "none" }
  | { readonly kind: "book"; readonly saved: SavedBook }
  | { readonly kind: "unread"; readonly error: unknown }
  | { readonly kind: "malformed"; readonly why: string; readonly data: unknown };

/** The kept workbooks. */
export interface BookStore {
  /** Reads the newest version; it never rejects. */
  readonly load: () => Promise<Found>;
  /**
   * Keeps the workbook that is shown as its newest version. Once the database is open, the browser has it
   * before this returns.
   */
  readonly keep: (saved: SavedBook) => Promise<void>;
  /** Keeps another workbook: the one before is an earlier version from then on. */
  readonly begin: (saved: SavedBook, name: string) => Promise<void>;
  /** From the next keep on, it is another workbook: what was kept before could not be read. */
  readonly beginUnread: () => void;
  /** Makes an earlier version the newest. */
  readonly restore: (version: Version) => Promise<void>;
  /** What could be restored, the newest first. */
  readonly earlier: () => Promise<readonly Version[]>;
  /** The newest that is known of, if any is. */
  readonly newest: () => Version | undefined;
  readonly forget: (versions: readonly Version[]) => Promise<void>;
}

/** Longest wait for an answer to a reading. */
const READ_PATIENCE_MS = 10_000;

/**
 * The kept workbooks.
 *
 * @param open - Opens the database.
 * @param now - The time, in milliseconds since 1970.
 * @returns What the page does with them.
 */
export function bookStore(open: OpenDatabase, now: () => number): BookStore {
  /** Open from the first use on: a page that is being left has no time to open it. */
  let connection: BookDatabase | undefined;
  let opening: Promise<BookDatabase> | undefined;
  /** Only what is known of is ever forgotten. */
  let known: readonly Version[] = [];
  let workbook = { begun: 0, name: NEW_NAME };

  const disconnect = () => {
    connection = undefined;
  };
  const connect = async (): Promise<BookDatabase> => {
    opening ??= open(disconnect).finally(() => {
      opening = undefined;
    });
    return (connection = await opening);
  };
  const connected = async () => connection ?? connect();
  const newest = () => newestFirst(known)[0];

  /** Later than every known one, whatever the clock says. */
  const nextTime = () => Math.max(now(), (newest()?.saved ?? 0) + 1);

  const write = async (db: BookDatabase, version: Version, record: unknown): Promise<void> => {
    const all = [...known, version];
    const stay = staying(all, now());
    const gone = known.filter((one) => !stay.includes(one));
    const writing = db.write();
    writing.put(keyOf(version), record);
    for (const one of gone) writing.forget(keyOf(one));
    await writing.commit();
    // Meanwhile another version may have been kept.
    known = [...known.filter((one) => !gone.includes(one)), version];
  };

  /** The version is decided first: tried again, it is no newer than what was kept meanwhile. */
  const keepAs = async (version: Version, saved: SavedBook): Promise<void> => {
    const record = recordOf(saved);
    try {
      await write(connection ?? (await connect()), version, record);
    } catch {
      // The browser may have closed the database, without a word, while it had no room or no time.
      disconnect();
      await write(await connect(), version, record);
    }
  };

  const read = async (version: Version): Promise<unknown> => {
    const db = await inTime(connected(), READ_PATIENCE_MS);
    return inTime(db.read(keyOf(version)), READ_PATIENCE_MS);
  };

  const list = async (): Promise<void> => {
    const db = await inTime(connected(), READ_PATIENCE_MS);
    const keys = await inTime(db.keys(), READ_PATIENCE_MS);
    known = keys.flatMap((key) => versionOf(key) ?? []);
  };

  const begin = async (saved: SavedBook, begun: Omit<Version, "saved">): Promise<void> => {
    const version = { saved: nextTime(), ...begun };
    await keepAs(version, saved);
    workbook = begun;
  };

  return {
    newest,
    load: async () => {
      let data: unknown;
      try {
        await list();
        const version = newest();
        if (version === undefined) {
          workbook = { begun: nextTime(), name: NEW_NAME };
          return { kind: "none" };
        }
        workbook = { begun: version.begun, name: version.name };
        data = await read(version);
        if (data === undefined) throw new Error("another tab has just kept a newer version");
        return { kind: "book", saved: readRecord(data) };
      } catch (error) {
        disconnect();
        if (error instanceof MalformedRecord) {
          return { kind: "malformed", why: error.message, data };
        }
        return { kind: "unread", error };
      }
    },
    keep: (saved) => keepAs({ saved: nextTime(), ...workbook }, saved),
    begin: (saved, name) => begin(saved, { begun: nextTime(), name }),
    beginUnread: () => {
      workbook = { begun: nextTime(), name: NEW_NAME };
    },
    restore: async (version) => {
      const { begun, name } = version;
      await begin(readRecord(await read(version)), { begun, name });
    },
    earlier: async () => {
      await list();
      const last = newest();
      return newestFirst(known).filter((version) => last === undefined || !isSame(version, last));
    },
    forget: async (versions) => {
      const writing = (await connected()).write();
      for (const version of versions) writing.forget(keyOf(version));
      await writing.commit();
      known = known.filter((one) => !versions.some((gone) => isSame(one, gone)));
    },
  };
}
