/* A typed value as the engine stores it. */
import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type Nullable,
  numfmt,
} from "@univerjs/core";
import type { Typed } from "./typedText";

const { BOOLEAN, NUMBER, STRING } = CellValueType;

/**
 * What the engine stores for a typed text.
 *
 * @param typed - What it was read as.
 * @param style - The cell's own style.
 * @param current - The number format that the cell shows now, whatever it comes from.
 * @returns Value, kind, and the style where the text brings a number format.
 */
export function typedCell(
  { value, pattern }: Typed,
  style: ICellData["s"],
  current: string | undefined,
): ICellData {
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  if (typeof value === "string") return { v: value, t: STRING };
  const isPercentEntry = pattern === undefined && current?.includes("%") && Math.abs(value) >= 1;
  const v = isPercentEntry ? value / 100 : value;
  if (pattern === undefined || kindOf(pattern) === kindOf(current)) return { v, t: NUMBER };
  return { v, t: NUMBER, s: { ...ownStyle(style), n: { pattern } } };
}

/** A style that is named is the cell's already. */
const ownStyle = (style: Nullable<IStyleData | string>): IStyleData =>
  typeof style === "object" && style !== null ? style : {};

/** A date that is typed where dates are shown keeps the look of the cell. */
function kindOf(pattern: string | undefined): string {
  if (pattern === undefined || pattern === "General") return "none";
  if (numfmt.isDateFormat(pattern)) return "date";
  return pattern.includes("%") ? "percent" : "number";
}
