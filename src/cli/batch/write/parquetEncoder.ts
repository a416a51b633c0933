/* Parquet: a block is a row group, so that what is written stays as it is while more is added. */
import { deserialize, serialize } from "node:v8";
import type { RowGroup, SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Block } from "../block";
import { wholeOf } from "../read/parquetTypes";
import { textOf } from "../../../rows/plainText";
import type { EncodedBlock, Encoder, OutputColumn } from "./encoder";

/**
 * Writes Parquet. Columns of a file that has types keep them; others are texts, answers are numbers.
 *
 * @param columns - The columns.
 * @param metadata - Keys and values that go into the file.
 * @returns The encoder.
 */
export function parquetEncoder(
  columns: readonly OutputColumn[],
  metadata: Readonly<Record<string, string>>,
): Encoder {
  const elements = columns.map(({ element }) => element);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: elements.length }, ...elements],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: "Rotation",
  });
  /** What has been written since the last time; the offset counts on. */
  const taken = () => {
    const written = new Uint8Array(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0;
    return written;
  };
  return {
    head: taken,
    block({ rows, columns: held }: Block): EncodedBlock {
      void writer.write({
        columnData: elements.map((element, i) => ({
          name: element.name,
          data: storedValues(held[i] ?? [], element),
          offsetIndex: false,
          // Answers hardly ever repeat: to look for those that do would take longer than to write them.
          ...(element.type === "DOUBLE" ? { encoding: "PLAIN" as const } : {}),
        })),
        rowGroupSize: rows,
      });
      const note = serialize(writer.row_groups.at(-1)).toString("base64");
      return { bytes: taken(), note };
    },
    tail() {
      void writer.finish();
      return taken();
    },
    resume(written, notes) {
      writer.row_groups = notes.map((note) => deserialize(Buffer.from(note, "base64")) as RowGroup);
      writer.num_rows = writer.row_groups.reduce((sum, group) => sum + group.num_rows, 0n);
      bytes.offset = written;
      bytes.index = 0;
    },
  };
}

/** Values as the writer takes them. */
function storedValues(values: readonly unknown[], element: SchemaElement): unknown[] {
  if (element.converted_type === "DECIMAL") {
    return values.map((value) => (value === null || value === undefined ? null : wholeOf(value)));
  }
  if (element.converted_type === "UTF8") return values.map(textOf);
  return values as unknown[];
}
