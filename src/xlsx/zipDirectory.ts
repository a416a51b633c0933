/* The directory of a ZIP archive: where its parts stand. The sizes that a file states of itself are not believed. */
import { FileRefused } from "./fileRefused";

/** A part as the directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** Where the part begins, with its own head. */
  readonly local: number;
  /** Where its packed content begins, and how many bytes it has. */
  readonly start: number;
  readonly size: number;
  /** The entry itself: its first byte in the file, and the one behind its last. */
  readonly record: readonly [from: number, to: number];
}

/** The directory of an archive. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins, and where the record behind it does. */
  readonly start: number;
  readonly end: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/**
 * Reads the directory.
 *
 * @param file - The bytes of the archive.
 * @returns Its entries in their order.
 * @throws {FileRefused} when the file is no archive, or is damaged.
 */
export function zipDirectory(file: Uint8Array): ZipDirectory {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const broken = () => new FileRefused("the file is no .xlsx workbook, or it is damaged");
  let end = file.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  let at = start;
  const entries: ZipEntry[] = [];
  const words = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const local = view.getUint32(at + 42, true);
    if (local + 30 > file.length || view.getUint32(local, true) !== LOCAL_ENTRY) throw broken();
    const next = at + 46 + nameLength + extra + comment;
    entries.push({
      name: words.decode(file.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      local,
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
      record: [at, next],
    });
    at = next;
  }
  return { entries, start, end };
}
