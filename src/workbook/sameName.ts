/**
 * The form in which Excel compares names: of sheets, tables and defined names.
 *
 * @param name - A name.
 * @returns The same for two names that differ in case alone.
 */
export const nameKey = (name: string): string => name.toLowerCase();

/**
 * Whether Excel takes two names for the same.
 *
 * @param a - A sheet's, table's or defined name.
 * @param b - Another.
 * @returns True when they differ at most in case.
 */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);
