/* The text of a file, whatever wrote it. */

/** The first bytes of a text in UTF-16, as Excel's "Unicode text" has them. */
const MARKS: readonly (readonly [encoding: string, first: number, second: number])[] = [
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];
/** Bytes that show whether a text without a mark is UTF-16. */
const SAMPLE = 400;

/**
 * The text of a file's bytes.
 *
 * @param bytes - The file.
 * @returns Its text, read as UTF-16 where a mark or the zero bytes of its first characters say so,
 * else as UTF-8, else as Windows wrote it before (code page 1252).
 */
export function textOfBytes(bytes: Uint8Array): string {
  const marked = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second)?.[0];
  const wide = marked ?? unmarkedWide(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older export. Dates and numbers are the same in all its code pages.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Digits and Latin letters in UTF-16 have a zero as every other byte; no other text has one. */
function unmarkedWide(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = 0.4 * (sample.length / 2);
  if (odd > most && even === 0) return "utf-16le";
  if (even > most && odd === 0) return "utf-16be";
  return null;
}
