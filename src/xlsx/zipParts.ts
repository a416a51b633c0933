/* Exchanges parts of an archive. Every other part keeps its bytes, packed and described as they are. */
import { joined } from "./bytes";
import { FileRefused } from "./fileRefused";
import { zipDirectory, type ZipEntry } from "./zipDirectory";
import { zipOf } from "./zipWrite";

/** Where the fields stand that change: the offset in an entry, size and offset in the record behind the directory. */
const [OFFSET_OF_PART, SIZE_OF_DIRECTORY, OFFSET_OF_DIRECTORY] = [42, 12, 16];

/** A part on its way into the new archive: its bytes with its head, and its entry. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly record: Uint8Array;
}

/**
 * An archive with other content in some of its parts.
 *
 * @param file - The bytes of the archive.
 * @param parts - The new text of each part, by its name in small letters, without a slash before it.
 * @returns The new archive; what is not named has the same bytes in it, in the same order.
 * @throws {FileRefused} when two parts of it share a name or their bytes.
 */
export function withParts(
  file: Uint8Array,
  parts: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> {
  const { entries, start, end } = zipDirectory(file);
  const places = [...entries].sort((a, b) => a.local - b.local);
  const moved = new Map<ZipEntry, Uint8Array>();
  const pieces: Uint8Array[] = [file.subarray(0, places[0]?.local ?? 0)];
  let at = pieces[0]?.length ?? 0;
  const names = new Set<string>();
  for (const [i, entry] of places.entries()) {
    const next = places[i + 1]?.local ?? start;
    const name = entry.name.replace(/^\//, "").toLowerCase();
    if (names.has(name) || next < entry.start + entry.size) {
      throw new FileRefused(`the part ${entry.name} is there twice, or shares bytes with another`);
    }
    names.add(name);
    const text = parts.get(name);
    const piece =
      text === undefined
        ? { bytes: file.subarray(entry.local, next), record: file.slice(...entry.record) }
        : packed(entry.name, text);
    moved.set(entry, placedAt(piece.record, OFFSET_OF_PART, at));
    pieces.push(piece.bytes);
    at += piece.bytes.length;
  }
  const directory = joined(entries.map((entry) => moved.get(entry) ?? new Uint8Array()));
  const tail = placedAt(file.slice(end), SIZE_OF_DIRECTORY, directory.length);
  return joined([...pieces, directory, placedAt(tail, OFFSET_OF_DIRECTORY, at)]);
}

/** A new part, as the writer of archives makes it. */
function packed(name: string, text: string): Piece {
  const alone = zipOf([[name, text]]);
  const { entries, start, end } = zipDirectory(alone);
  return { bytes: alone.subarray(entries[0]?.local ?? 0, start), record: alone.slice(start, end) };
}

function placedAt(record: Uint8Array, field: number, value: number): Uint8Array {
  new DataView(record.buffer, record.byteOffset).setUint32(field, value, true);
  return record;
}
