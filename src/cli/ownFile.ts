/* A file that has its name only when it is whole. */
import { randomUUID } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";

/**
 * Writes a file of a name that no other run uses, until it is renamed.
 *
 * @param file - The name that it will have.
 * @param chunks - Its content.
 * @returns Its own name, and the open file; what has been written is on the disk.
 */
export async function ownFile(
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<{ own: string; handle: FileHandle }> {
  const own = `${file}.${randomUUID()}`;
  const handle = await open(own, "a");
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk);
    await handle.datasync();
    return { own, handle };
  } catch (error) {
    await handle.close();
    await rm(own, { force: true });
    throw error;
  }
}

/**
 * Writes a file, in place of one of its name: there is never a half one.
 *
 * @param file - Its name.
 * @param bytes - Its content.
 * @returns When it has its name.
 */
export async function wholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const { own, handle } = await ownFile(file, [bytes]);
  await handle.close();
  try {
    await rename(own, file);
  } catch (error) {
    await rm(own, { force: true });
    throw error;
  }
}
