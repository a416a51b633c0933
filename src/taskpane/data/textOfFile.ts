import { requireSize } from "../../data/textTable";

/** The first bytes of a text in UTF-16, as Excel's "Unicode text" has them. */
const MARKS: readonly (readonly [encoding: string, first: number, second: number])[] = [
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];

/**
 * The text of a file that the user gave.
 *
 * @param file - The file.
 * @returns Its text, read as UTF-8, as UTF-16 where it says so, else as Windows wrote it before.
 * @throws CalcError `invalid` when it is too large.
 */
export async function textOfFile(file: File): Promise<string> {
  requireSize(file.name, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (marked !== undefined) return new TextDecoder(marked[0]).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older export. Dates and numbers are the same in all its code pages.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
