/** The job cannot go on; the message is the sentence. What was finished is kept for `--resume`. */
export class Stopped extends Error {}

/**
 * Why a file could not be used, in words.
 *
 * @param error - What Node threw.
 * @param file - What sentences call the file.
 * @returns The error to throw: a {@link Stopped} where the system said why, else what was thrown.
 */
export function fileTrouble(error: unknown, file: string): Error {
  if (error instanceof Stopped) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || code.startsWith("ERR_")) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Stopped(`${file}: ${WORDS.get(code) ?? `it cannot be used (${code})`}`);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EISDIR", "it is a folder; it must be a file"],
  ["EACCES", "it may not be opened"],
  ["ENOSPC", "there is no room for it"],
  ["EDQUOT", "there is no room for it"],
  ["EFBIG", "there is no room for it"],
  ["EPIPE", "its reader has gone"],
]);
