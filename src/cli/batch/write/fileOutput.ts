/* A file that has its name only once it is whole: until then it is NAME.part beside NAME.journal. */
import { readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { ownFile } from "../../ownFile";
import type { Identity } from "../identity";
import { bytesOf } from "../read/byteRange";
import { fileTrouble, Stopped } from "../stopped";
import type { EncodedBlock, Encoder } from "./encoder";
import { journalHead, journalLine, readJournal, type JournalEntry } from "./journal";
import type { Done, Output, Receipt } from "./output";

/** The names beside an output's own. */
const partOf = (file: string): string => `${file}.part`;
const journalOf = (file: string): string => `${file}.journal`;
export const receiptOf = (file: string): string => `${file}.receipt.json`;

/**
 * Opens an output, or goes on with one.
 *
 * @param file - Its path.
 * @param identity - What is asked.
 * @param encoder - Writes its form.
 * @param isResumed - Whether to go on where an earlier run of the same job stopped.
 * @returns The output; where it is finished already, its receipt.
 * @throws {Stopped} when the earlier run was of another job, or the folder cannot be written.
 */
export async function fileOutput(
  file: string,
  identity: Identity,
  encoder: Encoder,
  isResumed: boolean,
): Promise<Output | Receipt> {
  try {
    const finished = isResumed ? await finishedBefore(file, identity) : null;
    if (finished !== null) return finished;
    const entries = isResumed ? await entriesBefore(file, identity) : [];
    return await FileOutput.open(file, identity, encoder, entries);
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

/** The receipt of the same job, where the output has its name and no journal is left of a later run. */
async function finishedBefore(file: string, identity: Identity): Promise<Receipt | null> {
  const [text, isThere] = [await textOf(receiptOf(file)), await sizeOf(file)];
  if (text === null || isThere === null || (await sizeOf(partOf(file))) !== null) return null;
  const receipt = JSON.parse(text) as Receipt;
  const { rows, errors, ...rest } = receipt;
  if (JSON.stringify(rest) !== JSON.stringify(identity)) return null;
  await rm(journalOf(file), { force: true });
  return { ...identity, rows, errors };
}

/** The blocks of an earlier run whose bytes are there. */
async function entriesBefore(file: string, identity: Identity): Promise<JournalEntry[]> {
  const [text, size] = [await textOf(journalOf(file)), await sizeOf(partOf(file))];
  const journal = text === null ? null : readJournal(text);
  if (journal === null || size === null) return [];
  if (journal.identity !== JSON.stringify(identity)) {
    throw new Stopped(
      `${journalOf(file)} is of another job (program, options or inputs differ); it must be the same job with --resume, or start again without`,
    );
  }
  return journal.entries.filter(({ bytes }) => bytes <= size);
}

class FileOutput implements Output {
  readonly begun: Done;
  readonly isKept = true;

  private constructor(
    private readonly file: string,
    private readonly part: FileHandle,
    private readonly journal: FileHandle,
    private bytes: number,
    last: JournalEntry | undefined,
  ) {
    this.begun = { rows: last?.rows ?? 0, errors: last?.errors ?? 0 };
  }

  /** Begins new files, with what is finished in them, in place of an earlier run's: should it still live, it stops. */
  static async open(
    file: string,
    identity: Identity,
    encoder: Encoder,
    entries: readonly JournalEntry[],
  ): Promise<FileOutput> {
    const last = entries.at(-1);
    const head = encoder.head();
    const before = last === undefined ? [head] : bytesOf(partOf(file), { from: 0, to: last.bytes });
    const lines = [journalHead(identity), ...entries.map(journalLine)].join("");
    const part = await ownFile(partOf(file), before);
    const journal = await ownFile(journalOf(file), [new TextEncoder().encode(lines)]);
    try {
      await rename(journal.own, journalOf(file));
      await rename(part.own, partOf(file));
    } catch (error) {
      await Promise.all([part.handle.close(), journal.handle.close()]);
      throw error;
    }
    if (last !== undefined)
      encoder.resume(
        last.bytes,
        entries.map(({ note }) => note ?? ""),
      );
    return new FileOutput(file, part.handle, journal.handle, last?.bytes ?? head.length, last);
  }

  async append({ bytes, note }: EncodedBlock, done: Done): Promise<void> {
    await this.write(bytes);
    const entry = { ...done, bytes: this.bytes, ...(note === undefined ? {} : { note }) };
    await this.whileOurs(async () => {
      await this.journal.appendFile(journalLine(entry));
      await this.journal.datasync();
    });
  }

  async finish(tail: Uint8Array, receipt: Receipt): Promise<void> {
    await this.write(tail);
    await this.whileOurs(async () => {
      const text = `${JSON.stringify(receipt, null, 1)}\n`;
      const { own, handle } = await ownFile(receiptOf(this.file), [new TextEncoder().encode(text)]);
      await handle.close();
      await rename(own, receiptOf(this.file));
      await rename(partOf(this.file), this.file);
      await this.abandon();
      await rm(journalOf(this.file), { force: true });
    });
  }

  async abandon(): Promise<void> {
    await this.part.close();
    await this.journal.close();
  }

  private async write(bytes: Uint8Array): Promise<void> {
    await this.whileOurs(async () => {
      await this.part.appendFile(bytes);
      await this.part.datasync();
    });
    this.bytes += bytes.length;
  }

  private async whileOurs(work: () => Promise<void>): Promise<void> {
    try {
      const [own, named] = [await this.part.stat(), await stat(partOf(this.file))];
      if (own.ino !== named.ino) throw new Stopped(`${this.file}: another run has taken it over`);
      await work();
    } catch (error) {
      throw fileTrouble(error, this.file);
    }
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
