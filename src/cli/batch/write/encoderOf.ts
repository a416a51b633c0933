import { fileMetadata, type Identity } from "../identity";
import type { Format } from "../read/source";
import { csvEncoder } from "./csvEncoder";
import type { Encoder, OutputColumn } from "./encoder";
import { ndjsonEncoder } from "./ndjsonEncoder";
import { parquetEncoder } from "./parquetEncoder";

/**
 * What writes a form of file.
 *
 * @param format - The form.
 * @param columns - The columns.
 * @param identity - What the rows come from; a form that can hold it says so.
 * @returns The encoder.
 */
export function encoderOf(
  format: Format,
  columns: readonly OutputColumn[],
  identity: Identity,
): Encoder {
  switch (format) {
    case "csv":
      return csvEncoder(columns);
    case "ndjson":
      return ndjsonEncoder(columns);
    case "parquet":
      return parquetEncoder(columns, fileMetadata(identity));
  }
}
