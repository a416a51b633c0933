/* In place of the package opentype.js: the page hands the engine no font files, so none is read. */

/**
 * Reads a font file.
 * @throws {Error} always.
 */
export function parse(): never {
  throw new Error("this page reads no font files");
}
