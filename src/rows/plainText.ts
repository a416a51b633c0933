/* Values that have no type of their own, as text. */

/**
 * A value as text.
 *
 * @param held - A text, a number, a truth value, or what JSON nests.
 * @returns The text; null for none.
 */
export function textOf(held: unknown): string | null {
  switch (typeof held) {
    case "string":
      return held;
    case "number":
    case "bigint":
    case "boolean":
      return String(held);
    case "object":
      return held === null ? null : jsonOf(held);
    default:
      return null;
  }
}

/**
 * A value as JSON, whole numbers of any length included.
 *
 * @param held - A value.
 * @returns Its text; null for what is missing, and for what is no number.
 */
export function jsonOf(held: unknown): string {
  switch (typeof held) {
    case "number":
      return Number.isFinite(held) ? String(held) : "null";
    case "bigint":
      return String(held);
    case "undefined":
      return "null";
    default:
      return JSON.stringify(held, (_, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
  }
}
