import { daySerial } from "../calc/units";
import { isoFromSerial } from "../calc/date/serial";
import { percentWords } from "../calc/numeric/percentWords";
import { expectation, readAssumption } from "./assumptions";
import type { AssumptionKey, AssumptionValue } from "./keys";

/**
 * A value as people write it, so that reading it gives the same value back.
 *
 * @param entry - The key.
 * @param value - A value in library units; null shows as nothing.
 * @returns For example "5.03%", "101", "2026-01-15".
 *
 * @example
 * show(keyNamed("ust10"), 0.0423); // => "4.23%"
 */
export function show(entry: AssumptionKey, value: AssumptionValue | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (entry.kind === "date") return isoFromSerial(daySerial(value));
  if (entry.kind !== "rate") return String(value);
  const percent = percentWords(value);
  return readAssumption(entry, percent) === value ? percent : String(value);
}

/**
 * What a key's value may be, as people write it.
 *
 * @param entry - The key.
 * @returns For example "-1% to 20% a year".
 *
 * @example
 * showRange(keyNamed("ust10")); // => "-1% to 20% a year"
 */
export function showRange(entry: AssumptionKey): string {
  const { low, high } = entry;
  if (entry.kind !== "rate" || low === undefined || high === undefined) return expectation(entry);
  const unit = entry.unit.replace(/,? ?decimal ?/, "");
  return `${percentWords(low)} to ${percentWords(high)}${unit === "" ? "" : ` ${unit}`}`;
}
