/* Writes a ZIP archive, as an .xlsx file is one. */
import { strToU8, zipSync } from "fflate";

/** The first day that an archive knows: the same workbook is the same file. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Writes an archive.
 *
 * @param parts - Name and text of each part, in order.
 * @returns The bytes of the archive.
 */
export const zipOf = (
  parts: readonly (readonly [name: string, text: string])[],
): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])), {
    mtime: FIRST_DAY,
  });
