import { CalcError } from "../calc/errors";
import { noValues, type AddedColumn, type Answers, type Values } from "./answers";

/** A field of a job: its column, and what it is of an item. */
export interface Field<T> extends AddedColumn {
  of(item: T): number | string | null;
}

/**
 * Answers rows one after the other. A row that cannot be read has no value, one of which a field cannot be
 * calculated has the others; both say why, each sentence once.
 *
 * @param rows - How many rows there are.
 * @param order - In which they are answered; their own where it is null.
 * @param fields - What is asked.
 * @param read - Reads a row.
 * @returns The answers, in the order of the rows.
 */
export function measuredRows<T>(
  rows: number,
  order: Uint32Array | null,
  fields: readonly Field<T>[],
  read: (row: number) => T,
): Answers {
  const values = noValues(fields, rows);
  const errors: [number, string][] = [];
  for (let i = 0; i < rows; i++) {
    const row = order?.[i] ?? i;
    const sentences = new Set<string>();
    const item = saying(sentences, () => ({ it: read(row) }));
    if (item !== null) {
      fields.forEach((field, column) => {
        const value = saying(sentences, () => field.of(item.it));
        if (value !== null) (values[column] as Values)[row] = value;
      });
    }
    if (sentences.size > 0) errors.push([row, [...sentences].join("; ")]);
  }
  return { values, errors: new Map(errors.sort(([a], [b]) => a - b)) };
}

/** A sentence is kept, any other exception is a bug and passes. */
function saying<T>(sentences: Set<string>, calculate: () => T): T | null {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    sentences.add(error.message);
    return null;
  }
}
