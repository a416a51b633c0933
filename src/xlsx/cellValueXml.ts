/* The value of a formula as the format has it. */
import { escapedText } from "./xmlText";

/** The errors of the file format; of the newer ones a file has the text alone. */
export const FILE_ERRORS: ReadonlySet<string> = new Set([
  ...["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"],
]);

/** Newer errors; Excel writes `#VALUE!` for them, with what they are in a part of its own. */
export const NEWER_ERRORS: ReadonlySet<string> = new Set([
  ...["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!"],
]);

/**
 * A value, and what a cell with it is called.
 *
 * @param value - The value; null for none.
 * @param prefix - What stands before the names of elements, such as "x:".
 * @returns The attribute of the cell, and its element; a text is in the cell itself, not among shared ones.
 */
export function valueXml(
  value: number | string | boolean | null,
  prefix: string,
): { readonly kind: string; readonly xml: string } {
  const element = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { kind: "", xml: "" };
  if (typeof value === "number") return { kind: "", xml: element(String(value)) };
  if (typeof value === "boolean") return { kind: ' t="b"', xml: element(value ? "1" : "0") };
  if (FILE_ERRORS.has(value)) return { kind: ' t="e"', xml: element(value) };
  if (NEWER_ERRORS.has(value)) return { kind: ' t="e"', xml: element("#VALUE!") };
  return { kind: ' t="str"', xml: element(escapedText(value)) };
}
