/* The browser's database of workbooks, behind an interface of ours: tests put faults in its place. */
import { openDB, type DBSchema } from "idb";
import type { VersionKey } from "./versions";

/** What is put and forgotten together, or not at all. */
export interface Writing {
  readonly put: (key: VersionKey, record: unknown) => void;
  readonly forget: (key: VersionKey) => void;
  /** Ends it; what went wrong with any part shows here. */
  readonly commit: () => Promise<void>;
}

/** An open database. */
export interface BookDatabase {
  readonly keys: () => Promise<readonly unknown[]>;
  readonly read: (key: VersionKey) => Promise<unknown>;
  /** The browser has what is put before `commit` returns: it can be the last thing that a page does. */
  readonly write: () => Writing;
}

/** Opens the database; `closed` is called when the browser has closed it. */
export type OpenDatabase = (closed: () => void) => Promise<BookDatabase>;

interface Schema extends DBSchema {
  readonly books: { readonly key: IDBValidKey; readonly value: unknown };
}

/** What is rejected here rejects the transaction too, and there it is heard. */
const heardLater = () => undefined;

/**
 * Opens the database of this browser. Its version stays 1, whatever the records are: a tab with an older
 * page would keep a later one from opening it.
 *
 * @param closed - Called when the browser has closed it.
 * @returns The database.
 */
export const openDatabase: OpenDatabase = async (closed) => {
  const db = await openDB<Schema>("rotation-workbench", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("books");
    },
    blocking: () => {
      db.close();
      closed();
    },
    terminated: closed,
  });
  return {
    keys: () => db.getAllKeys("books"),
    read: (key) => db.get("books", key),
    write: () => {
      const transaction = db.transaction("books", "readwrite");
      return {
        put: (key, record) => {
          transaction.store.put(record, key).catch(heardLater);
        },
        forget: (key) => {
          transaction.store.delete(key).catch(heardLater);
        },
        commit: () => {
          transaction.commit();
          return transaction.done;
        },
      };
    },
  };
};
