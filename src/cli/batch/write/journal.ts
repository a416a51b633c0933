/* Which blocks of an output are finished, one line each, so that a job that was killed can go on. */
import type { Identity } from "../identity";

/** A finished block. */
export interface JournalEntry {
  /** All that is finished with it, from the beginning. */
  readonly rows: number;
  readonly errors: number;
  readonly bytes: number;
  /** What the encoder wants to know of it. */
  readonly note?: string;
}

/** A journal as it was found. */
export interface Journal {
  readonly identity: string;
  readonly entries: readonly JournalEntry[];
}

/**
 * @param identity - What was asked.
 * @returns The first line.
 */
export const journalHead = (identity: Identity): string => `${JSON.stringify({ identity })}\n`;

/**
 * @param entry - A block that has reached the disk.
 * @returns Its line.
 */
export const journalLine = (entry: JournalEntry): string => `${JSON.stringify(entry)}\n`;

/**
 * Reads a journal; a last line that was cut short is left out.
 *
 * @param text - What the file holds.
 * @returns The journal; null where it does not even have its first line.
 */
export function readJournal(text: string): Journal | null {
  const lines = text.split("\n").slice(0, -1);
  const records: unknown[] = [];
  for (const line of lines) {
    try {
      records.push(JSON.parse(line));
    } catch {
      break;
    }
  }
  const [head, ...entries] = records as [{ identity?: unknown }?, ...JournalEntry[]];
  if (head?.identity === undefined) return null;
  return { identity: JSON.stringify(head.identity), entries };
}
