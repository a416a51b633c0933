/* Files of settings: a curve, assumptions. They are small and are read whole. */
import { textOfBytes } from "../../data/textOfBytes";
import { readFile } from "node:fs/promises";
import { csvRows } from "./read/csvRows";
import { cellOf } from "../../rows/cells";
import { fileTrouble, Stopped } from "./stopped";
import type { CellRows } from "../../rows/kind";

const MOST_BYTES = 1_000_000;

/**
 * The cells of a small CSV file.
 *
 * @param file - Its path.
 * @returns Its rows, headings included.
 * @throws {Stopped} where it cannot be read or is larger than a megabyte.
 */
export async function cellsOfFile(file: string): Promise<CellRows> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw fileTrouble(error, file);
  }
  if (bytes.length > MOST_BYTES) {
    throw new Stopped(`${file} has ${bytes.length} bytes; it must have at most ${MOST_BYTES}`);
  }
  const text = textOfBytes(bytes).replace(/\r\n?/g, "\n");
  async function* whole(): AsyncGenerator<string> {
    await Promise.resolve();
    yield text;
  }
  const rows: string[][] = [];
  for await (const some of csvRows(whole(), file)) rows.push(...some);
  return rows.map((row) => row.map((field) => cellOf(field) as CellRows[number][number]));
}

/** The headings of a curve's file. */
const CURVE_COLUMNS = ["tenor", "yield"];

/**
 * A curve: columns `tenor` in years and `yield` as a decimal, others passed over.
 *
 * @param file - Its path.
 * @returns Two columns, without headings, as the worksheet functions take them.
 * @throws {Stopped} where a column is missing.
 */
export async function curveCells(file: string): Promise<CellRows> {
  const [header = [], ...rows] = await cellsOfFile(file);
  const names = header.map((name) => String(name).trim());
  const places = CURVE_COLUMNS.map((name) => names.indexOf(name));
  if (places.includes(-1)) {
    throw new Stopped(
      `${file} has the columns ${names.join(", ") || "(none)"}; it must have tenor, in years, and yield, as a decimal`,
    );
  }
  if (rows.length === 0) throw new Stopped(`${file} has no row below its header`);
  return rows.map((row) => places.map((at) => row[at] ?? null));
}

/**
 * An assumptions table: keys in the first column, values in the second.
 *
 * @param file - Its path.
 * @returns Its cells, headings included where there are any.
 */
export const assumptionCells = (file: string): Promise<CellRows> => cellsOfFile(file);
