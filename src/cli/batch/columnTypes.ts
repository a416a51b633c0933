/* How Parquet holds the values of a column, so that a column can be carried through to the last bit. */
import type { SchemaElement } from "hyparquet";

/** The type of a column of a file that has types. */
export interface ColumnType {
  /** As the file's schema has it; a column that is carried through is written with it. */
  readonly element: SchemaElement;
  /** What a stored value is in plain terms: a number, a text or a truth value; null where it is that already. */
  readonly plain: ((stored: unknown) => unknown) | null;
}

/**
 * The values of a column in plain terms.
 *
 * @param values - As the file has them.
 * @param type - The column's type, where the file has types.
 * @returns Numbers, texts and truth values.
 */
export function plainColumn(
  values: readonly unknown[],
  type: Pick<ColumnType, "plain"> | undefined,
): readonly unknown[] {
  return type?.plain ? values.map(type.plain) : values;
}

/** A text column that may be blank. */
export const textElement = (name: string): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: "OPTIONAL",
});

/** A column of numbers that may be blank. */
export const numberElement = (name: string): SchemaElement => ({
  name,
  type: "DOUBLE",
  repetition_type: "OPTIONAL",
});
