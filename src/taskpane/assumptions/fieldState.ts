import { readAnySpread } from "../../assumptions/anySpread";
import { readAssumption } from "../../assumptions/assumptions";
import type { AssumptionKey, AssumptionValue } from "../../assumptions/keys";
import { show } from "../../assumptions/show";
import { CalcError } from "../../calc/errors";
import { canonical, localised, type NumberStyle } from "../numbers";

/** What a field holds: nothing new, a value to write (null for the default), or a slip. */
export type FieldState =
  | { readonly kind: "unchanged" }
  | { readonly kind: "edited"; readonly value: AssumptionValue | null }
  | { readonly kind: "wrong"; readonly message: string };

/** Kinds that people write with a decimal sign. */
const NUMERIC: ReadonlySet<AssumptionKey["kind"]> = new Set([
  "rate",
  "spread",
  "number",
  "price",
  "count",
]);

/**
 * A value as the field shows it.
 *
 * @param entry - The assumption.
 * @param value - In library units; null for the default.
 * @param numbers - The language.
 * @returns For example "5,03%".
 */
export const fieldText = (
  entry: AssumptionKey,
  value: AssumptionValue | null,
  numbers: NumberStyle,
): string => localised(show(entry, value ?? entry.default), numbers);

/**
 * What was typed into a field comes to.
 *
 * @param entry - The assumption.
 * @param typed - What the field shows; null when nothing was typed.
 * @param held - What the workbook holds, in library units; null for the default.
 * @param numbers - The language.
 * @returns Nothing new, a value, or a sentence about the slip.
 */
export function fieldState(
  entry: AssumptionKey,
  typed: string | null,
  held: AssumptionValue | null,
  numbers: NumberStyle,
): FieldState {
  const text = typed?.trim();
  if (text === undefined || text === fieldText(entry, held, numbers)) return { kind: "unchanged" };
  if (text === "" || text === fieldText(entry, null, numbers))
    return { kind: "edited", value: null };
  const plain = NUMERIC.has(entry.kind) ? canonical(text, numbers) : { text };
  if ("problem" in plain) return { kind: "wrong", message: plain.problem };
  try {
    const written = entry.kind === "spread" ? readAnySpread(plain.text, entry.key) : plain.text;
    return { kind: "edited", value: readAssumption(entry, written) };
  } catch (error) {
    if (error instanceof CalcError) return { kind: "wrong", message: error.message };
    throw error;
  }
}
