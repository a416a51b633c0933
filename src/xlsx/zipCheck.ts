/*
 * Looks through an .xlsx file before anything reads it: a workbook may come from a stranger, and a few
 * kilobytes can inflate to gigabytes.
 */

import { joined } from "./bytes";
import { FileRefused } from "./fileRefused";
import { zipDirectory, type ZipEntry } from "./zipDirectory";

/** What a file may be. */
export const LIMITS = {
  fileBytes: 25_000_000,
  inflatedBytes: 250_000_000,
  parts: 2_000,
  cells: 2_000_000,
  seconds: 20,
};

const [STORED, DEFLATED] = [0, 8];

/** The parts of a file, by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Checks a file and unpacks it: what is read later are the bytes that were checked here.
 *
 * @param file - Its bytes.
 * @returns Its parts; those that hold no XML are empty.
 * @throws {FileRefused} when it is no .xlsx, or beyond a limit.
 */
export async function unpackXlsx(file: Uint8Array): Promise<Parts> {
  if (file.length > LIMITS.fileBytes) {
    throw new FileRefused(
      `the file has ${megabytes(file.length)}; up to ${megabytes(LIMITS.fileBytes)} are opened`,
    );
  }
  refuseOtherKinds(file);
  const directory = zipDirectory(file).entries;
  if (directory.length > LIMITS.parts) {
    throw new FileRefused(
      `the file has ${directory.length} parts; up to ${LIMITS.parts} are opened`,
    );
  }
  const parts = new Map<string, Uint8Array>();
  let inflated = 0;
  for (const part of directory) {
    const content = await unpacked(file, part, inflated);
    inflated += content.size;
    parts.set(part.name.replace(/^\//, ""), content.bytes);
  }
  refuseOtherArchives(parts);
  return parts;
}

const SAVE_AS = "save it as .xlsx in the program that made it, and open that";

/** The files of Excel before 2007, and the wrapping of a workbook that has a password. */
function refuseOtherKinds(file: Uint8Array): void {
  if (![0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => file[i] === byte)) return;
  const text = new TextDecoder("latin1").decode(file);
  const isLocked = text.includes("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
  throw new FileRefused(
    isLocked
      ? "the workbook is protected with a password; save it without one in Excel, and open that"
      : `the workbook is of the old .xls kind; ${SAVE_AS}`,
  );
}

function refuseOtherArchives(parts: Parts): void {
  const names = [...parts.keys()];
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) {
    throw new FileRefused(`the workbook is of the binary .xlsb kind; ${SAVE_AS}`);
  }
  if (parts.has("content.xml") && parts.has("META-INF/manifest.xml")) {
    throw new FileRefused(`the workbook is of the OpenDocument kind (.ods); ${SAVE_AS}`);
  }
  if (!parts.has("[Content_Types].xml") && !names.some((name) => /workbook\.xml$/i.test(name))) {
    throw new FileRefused("the file is a ZIP archive but no workbook; it must be an .xlsx file");
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Inflates a part while it counts, and looks at its beginning. */
async function unpacked(
  file: Uint8Array,
  part: ZipEntry,
  before: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  const { name, method, start, size } = part;
  if (start + size > file.length) throw new FileRefused(`the part ${name} is cut off`);
  if (method !== STORED && method !== DEFLATED) {
    throw new FileRefused(`the part ${name} is packed or encrypted in a way that is not opened`);
  }
  const source = new Blob([file.slice(start, start + size)]).stream();
  const stream =
    method === STORED ? source : source.pipeThrough(new DecompressionStream("deflate-raw"));
  const isRead = /\.(xml|rels|vml)$/i.test(name);
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let total = 0;
  let beginning = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileRefused(`the part ${name} is damaged`);
    });
    if (done) break;
    if (beginning.length < 4_096)
      beginning += new TextDecoder("latin1").decode(value.slice(0, 4_096));
    total += value.length;
    if (before + total > LIMITS.inflatedBytes) {
      await reader.cancel();
      throw new FileRefused(
        `the file unpacks to more than ${megabytes(LIMITS.inflatedBytes)}; it is not opened`,
      );
    }
    if (isRead) pieces.push(value);
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(beginning)) {
    throw new FileRefused(`the part ${name} declares entities, which no workbook needs`);
  }
  if (beginning.startsWith("PK\u0003\u0004")) {
    throw new FileRefused(`the part ${name} is another archive inside the file; it is not opened`);
  }
  return { bytes: joined(pieces), size: total };
}
