/* The workbook as the browser keeps it, on this machine, until *Clear*. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Book } from "../workbook/book";
import type { ChartPlan } from "../workbook/workbookPort";

/** What is kept. */
export interface SavedBook {
  readonly book: Book;
  readonly charts: readonly ChartPlan[];
}

interface Schema extends DBSchema {
  readonly books: { readonly key: string; readonly value: SavedBook };
}

const KEY = "workbook";

/** Open from the first use on: a page that is being left has no time to open it. */
let connection: IDBPDatabase<Schema> | undefined;

async function database(): Promise<IDBPDatabase<Schema>> {
  connection ??= await openDB<Schema>("rotation-workbench", 1, {
    upgrade: (db) => {
      db.createObjectStore("books");
    },
  });
  return connection;
}

/**
 * Reads what is kept.
 * @returns The workbook, or null when there is none.
 */
export const loadBook = async (): Promise<SavedBook | null> =>
  (await (await database()).get("books", KEY)) ?? null;

/**
 * Keeps a workbook in place of the one before. Once something has been read or kept, the browser has
 * it before this returns, so that it can be the last thing that a page does.
 * @param saved - The workbook.
 * @returns When it is stored.
 */
export const keepBook = (saved: SavedBook): Promise<void> =>
  connection === undefined ? database().then((db) => put(db, saved)) : put(connection, saved);

async function put(db: IDBPDatabase<Schema>, saved: SavedBook): Promise<void> {
  const transaction = db.transaction("books", "readwrite");
  void transaction.store.put(saved, KEY);
  transaction.commit();
  await transaction.done;
}

/** Forgets what is kept. */
export async function forgetBook(): Promise<void> {
  await (await database()).delete("books", KEY);
}
