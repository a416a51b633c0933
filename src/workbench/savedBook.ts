/* The workbook as the browser keeps it, on this machine, until *Clear*. */
import { openDB, type DBSchema } from "idb";
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

const database = () =>
  openDB<Schema>("rotation-workbench", 1, {
    upgrade: (db) => {
      db.createObjectStore("books");
    },
  });

/**
 * Reads what is kept.
 * @returns The workbook, or null when there is none.
 */
export const loadBook = async (): Promise<SavedBook | null> =>
  (await (await database()).get("books", KEY)) ?? null;

/**
 * Keeps a workbook in place of the one before.
 * @param saved - The workbook.
 */
export async function keepBook(saved: SavedBook): Promise<void> {
  await (await database()).put("books", saved, KEY);
}

/** Forgets what is kept. */
export async function forgetBook(): Promise<void> {
  await (await database()).delete("books", KEY);
}
