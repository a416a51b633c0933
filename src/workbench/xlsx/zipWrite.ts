/* Writes a ZIP archive, as an .xlsx file is one. */
import { joined } from "./bytes";

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let rest = start;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** 1 January 1980, the first day that an archive knows: the same workbook is the same file. */
const FIRST_DAY = 0x0021;
const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/**
 * Writes an archive.
 *
 * @param parts - Name and text of each part, in order.
 * @returns The bytes of the archive.
 */
export async function zipOf(
  parts: readonly (readonly [name: string, text: string])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const path = encoder.encode(name);
    const content = encoder.encode(text);
    const packed = await deflated(content);
    const shared = numbers(
      [20, 2],
      [0x0800, 2],
      [8, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [path.length, 2],
      [0, 2],
    );
    pieces.push(numbers([LOCAL, 4]), shared, path, packed);
    directory.push(
      numbers([ENTRY, 4], [20, 2]),
      shared,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      path,
    );
    offset += 4 + shared.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers(
    [END, 4],
    [0, 4],
    [parts.length, 2],
    [parts.length, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...pieces, ...directory, end]);
}

/** Numbers of 2 or 4 bytes, the low byte first. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
