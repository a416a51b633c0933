/*
 * Looks through an .xlsx file before anything reads it: a workbook may come from a stranger, and a few
 * kilobytes can inflate to gigabytes. The sizes that a file states of itself are not believed.
 */

/** What a file may be. */
export const LIMITS = {
  fileBytes: 25_000_000,
  inflatedBytes: 250_000_000,
  parts: 2_000,
  cells: 2_000_000,
  seconds: 20,
};

/** An .xlsx file cannot be opened; the message says why and what to do. */
export class FileRefused extends Error {}

/** A part of the file. */
interface Part {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly size: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];

/** Parts that are not opened: they run, reach out, or hold another file. */
const DROPPED: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/vbaProject|\/macrosheets\//i, "macros"],
  [/\/externalLinks\//i, "links to other workbooks"],
  [/\/(embeddings|activeX|ctrlProps|oleObjects)\//i, "embedded objects"],
  [/\/(connections|queryTables|webPublish)/i, "data connections"],
  [
    /\/(charts|drawings|media|pivotTables|pivotCache|slicers)/i,
    "charts, pictures and pivot tables",
  ],
  [/customXml|\/customUI\//i, "custom parts"],
];

/**
 * Checks a file.
 *
 * @param file - Its bytes.
 * @returns What of it is not opened, in words; each once.
 * @throws {FileRefused} when it is no .xlsx, or beyond a limit.
 */
export async function checkXlsx(file: Uint8Array): Promise<string[]> {
  if (file.length > LIMITS.fileBytes) {
    throw new FileRefused(
      `the file has ${megabytes(file.length)}; up to ${megabytes(LIMITS.fileBytes)} are opened`,
    );
  }
  const parts = readDirectory(file);
  if (parts.length > LIMITS.parts) {
    throw new FileRefused(`the file has ${parts.length} parts; up to ${LIMITS.parts} are opened`);
  }
  let inflated = 0;
  for (const part of parts) {
    inflated = await checkPart(file, part, inflated);
  }
  if (!parts.some(({ name }) => /^xl\/workbook\.(xml|bin)$/i.test(name))) {
    throw new FileRefused("the file is a ZIP archive but no workbook; an .xlsx file was expected");
  }
  const dropped = DROPPED.filter(([pattern]) => parts.some(({ name }) => pattern.test(`/${name}`)));
  return dropped.map(([, what]) => what);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function readDirectory(file: Uint8Array): Part[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const broken = () => new FileRefused("the file is no .xlsx workbook, or it is damaged");
  let end = file.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: Part[] = [];
  const words = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const local = view.getUint32(at + 42, true);
    if (local + 30 > file.length || view.getUint32(local, true) !== LOCAL_ENTRY) throw broken();
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.push({
      name: words.decode(file.subarray(at + 46, at + 46 + (nameLength ?? 0))),
      method: view.getUint16(at + 10, true),
      start,
      size: view.getUint32(at + 20, true),
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** Inflates a part to count it, and looks at its beginning. */
async function checkPart(file: Uint8Array, part: Part, before: number): Promise<number> {
  const { name, method, start, size } = part;
  if (start + size > file.length) throw new FileRefused(`the part ${name} is cut off`);
  if (method !== STORED && method !== DEFLATED) {
    throw new FileRefused(`the part ${name} is packed or encrypted in a way that is not opened`);
  }
  const bytes = file.slice(start, start + size);
  const source = new Blob([bytes]).stream();
  const stream =
    method === STORED ? source : source.pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  let total = before;
  let beginning = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileRefused(`the part ${name} is damaged`);
    });
    if (done) break;
    if (beginning.length < 4_096)
      beginning += new TextDecoder("latin1").decode(value.slice(0, 4_096));
    total += value.length;
    if (total > LIMITS.inflatedBytes) {
      await reader.cancel();
      throw new FileRefused(
        `the file unpacks to more than ${megabytes(LIMITS.inflatedBytes)}; it is not opened`,
      );
    }
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(beginning)) {
    throw new FileRefused(`the part ${name} declares entities, which no workbook needs`);
  }
  if (beginning.startsWith("PK\u0003\u0004")) {
    throw new FileRefused(`the part ${name} is another archive inside the file; it is not opened`);
  }
  return total;
}
