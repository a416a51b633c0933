/* A published file of pools as rows with the terms of pools beside its own columns. */
import type { Block } from "../block";
import type { Source } from "../read/source";
import { Stopped } from "../stopped";
import type { TermPlaces } from "../terms";
import { textOf } from "../../../rows/plainText";
import { publishedPool, type Layout } from "./layout";
import type { PriceGrid } from "./priceGrid";

const TERMS = ["price", "coupon", "wac", "wam", "age", "refusal"] as const;

/** What a published file is read with. */
export interface Publishing {
  readonly prices: PriceGrid;
  /** The payment delay of the model. */
  readonly delayDays: number;
  /** Rows that replace those of the same CUSIP, by it. */
  readonly corrections: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/**
 * A published file.
 *
 * @param source - Its rows.
 * @param file - What sentences call it.
 * @param layout - Its layout.
 * @param publishing - What it is read with.
 * @returns The rows with the terms after their columns, and where those stand.
 * @throws {Stopped} where a heading is missing.
 */
export function publishedSource(
  source: Source,
  file: string,
  layout: Layout,
  { prices, delayDays, corrections }: Publishing,
): { source: Source; places: TermPlaces } {
  const { columns } = source;
  for (const heading of Object.values<string>({ ...layout.headings })) {
    if (columns.includes(heading)) continue;
    throw new Stopped(`${file} has no column ${heading}; it must be ${layout.description}`);
  }
  const place = new Map(columns.map((name, j) => [name, j]));
  const idAt = columns.indexOf(layout.headings.id);
  return {
    places: new Map(TERMS.map((term, i) => [term, columns.length + i])),
    source: {
      ...source,
      columns,
      async *blocks(skip: number): AsyncGenerator<Block> {
        for await (const { rows, columns: held } of source.blocks(skip)) {
          const own = held.map((values) => [...values]);
          const terms = TERMS.map((): unknown[] => []);
          for (let row = 0; row < rows; row++) {
            const correction = corrections.get(textOf(own[idAt]?.[row])?.trim() ?? "");
            if (correction !== undefined) {
              columns.forEach((name, j) => {
                if (correction.has(name)) (own[j] as unknown[])[row] = correction.get(name);
              });
            }
            const field = (heading: string) =>
              textOf(own[place.get(heading) ?? -1]?.[row])?.trim() ?? "";
            const pool = publishedPool(layout, field, prices, delayDays);
            TERMS.forEach((term, i) => (terms[i] as unknown[]).push(pool[term]));
          }
          yield { rows, columns: [...own, ...terms] };
        }
      },
    },
  };
}

/**
 * Rows of a correction file by CUSIP; the last one of a CUSIP counts.
 *
 * @param source - Its rows.
 * @param file - What sentences call it.
 * @param layout - Its layout.
 * @returns The rows, by heading.
 * @throws {Stopped} where it has no CUSIP.
 */
export async function correctionsOf(
  source: Source,
  file: string,
  { headings }: Layout,
): Promise<ReadonlyMap<string, ReadonlyMap<string, unknown>>> {
  const idAt = source.columns.indexOf(headings.id);
  if (idAt < 0) throw new Stopped(`${file} has no column ${headings.id}`);
  const found = new Map<string, ReadonlyMap<string, unknown>>();
  for await (const { rows, columns } of source.blocks(0)) {
    for (let row = 0; row < rows; row++) {
      const id = textOf(columns[idAt]?.[row])?.trim() ?? "";
      found.set(id, new Map(source.columns.map((name, j) => [name, columns[j]?.[row]])));
    }
  }
  return found;
}
