/* Files within the folders of --root. */
import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usageError";

/**
 * A file to read.
 *
 * @param file - As a call names it.
 * @param roots - The real places of the folders.
 * @returns Its real place, links followed.
 * @throws {UsageError} where none of the folders holds it.
 */
export function fileInRoots(file: string, roots: readonly string[]): string {
  for (const root of roots) {
    const place = realPlace(resolve(root, file));
    if (place !== null && isWithin(place, root) && statSync(place).isFile()) return place;
  }
  throw new UsageError(
    roots.length === 0 ? noRoot(file) : `${file}: there is no such file in the folders of --root`,
  );
}

/**
 * A file to write, which is not there yet.
 *
 * @param file - As a call names it; in the first folder where it is no whole path.
 * @param roots - The real places of the folders.
 * @returns Its place, in a folder that is really there.
 * @throws {UsageError} where none of the folders can hold it, or a file of its name is there.
 */
export function newFileInRoots(file: string, roots: readonly string[]): string {
  for (const root of roots) {
    const wanted = resolve(root, file);
    const folder = realPlace(dirname(wanted));
    if (folder === null || (folder !== root && !isWithin(folder, root))) continue;
    const place = join(folder, basename(wanted));
    if (place === root || file.endsWith(sep)) continue;
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return place;
    throw new UsageError(`${file} is there already; the file to write must have another name`);
  }
  throw new UsageError(
    roots.length === 0 ? noRoot(file) : `${file}: it must be in a folder of --root that is there`,
  );
}

const noRoot = (file: string): string =>
  `${file}: no folder was named when the server was started; it must be started with --root FOLDER`;

function isWithin(place: string, root: string): boolean {
  const way = relative(root, place);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`);
}

function realPlace(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
