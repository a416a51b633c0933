/** An object as it comes out of a store or a file: anything may be in it. */
export type Plain = Readonly<Record<string, unknown>>;

/**
 * Whether a value is an object with names.
 * @param value - Anything.
 * @returns False for null and lists.
 */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
