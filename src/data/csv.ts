/** What one cell of a CSV file becomes in a sheet; `null` is a blank cell. */
export type CsvCell = number | string | boolean | null;

/** A text that begins like a formula, as `csvText` of the workbench guards it. */
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * The text that an apostrophe guards.
 * @param field - A field of a file.
 * @returns The text without the apostrophe; null for a field that is not guarded.
 */
export const guardedText = (field: string): string | null =>
  GUARDED.test(field) ? field.slice(1) : null;
