/* Whose numbers the assumptions are. */
import type { AssumptionKey, AssumptionValue } from "./keys";

/** Whose number an assumption is, from the user's own to the add-in's example. */
export const PROVENANCES = ["yours", "derived", "judgement", "example"] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** Whether a source says that a value is of made-up histories and no default. */
export const isOfSample = (entry: AssumptionKey, source: string | undefined): boolean =>
  EXAMPLE.test(source ?? "") && source !== entry.source;

/** Says whose number the assumption of a key is. */
export type ProvenanceOf = (key: string) => Provenance;

/** How the table's column Source begins where a number is an example, or comes from the data. */
const EXAMPLE = /^\s*ILLUSTRATIVE\b/;
const DERIVED = /^\s*the last row of the data\b/i;

/**
 * Whose number a key has when the user has not entered one.
 *
 * @param entry - The key.
 * @returns An example of a market level or an estimate, which belongs to a day or a book that is not the
 *   user's; or a judgement of this add-in, which stands until the user has a better one.
 *
 * @example
 * defaultProvenance(keyNamed("mbsOas")); // => "example"
 */
export const defaultProvenance = ({ source }: AssumptionKey): Provenance =>
  EXAMPLE.test(source) ? "example" : "judgement";

/**
 * Whose number a value of a table is.
 *
 * The pane's table lists every key, the layout's included, with its default and the default's source: a
 * value that equals the default is the default there unless the column Source says who entered it. In a
 * table of the user's own, every value is the user's.
 *
 * @param entry - The key.
 * @param value - What stands in the table.
 * @param table - What else the table says.
 * @param table.source - Its column Source; undefined where it has none.
 * @param table.listsAll - Whether it lists every key, as the pane's does.
 * @returns Whose it is.
 *
 * @example
 * provenanceOf(keyNamed("mbsOas"), 25, { listsAll: true }); // => "yours"
 */
export function provenanceOf(
  entry: AssumptionKey,
  value: AssumptionValue,
  { source, listsAll }: { readonly source?: string | undefined; readonly listsAll: boolean },
): Provenance {
  const said = source?.trim() ?? "";
  if (EXAMPLE.test(said) && said !== entry.source) return "example";
  if (DERIVED.test(said)) return "derived";
  const isSaid = said !== "" && said !== entry.source;
  if (isSaid || value !== entry.default) return "yours";
  return said === entry.source || listsAll ? defaultProvenance(entry) : "yours";
}

/**
 * Keys by whose numbers they are.
 *
 * @param keys - The keys.
 * @param provenance - Says whose number each is.
 * @returns The keys of each kind, in their order; none of a kind is an empty list.
 *
 * @example
 * byProvenance(["mbsOas", "corpOas"], (key) => (key === "mbsOas" ? "example" : "yours")).get("yours"); // => ["corpOas"]
 */
export function byProvenance(
  keys: Iterable<string>,
  provenance: ProvenanceOf,
): ReadonlyMap<Provenance, string[]> {
  const kinds = new Map<Provenance, string[]>(PROVENANCES.map((whose) => [whose, []]));
  for (const key of keys) kinds.get(provenance(key))?.push(key);
  return kinds;
}
