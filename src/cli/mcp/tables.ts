/* The tables that a call names: given as rows, or files within the folders of --root. */
import { z } from "zod";
import type { SheetContent } from "../../host/sheetContent";
import { SHEET_LIMITS } from "../../workbook/limits";
import { loadData } from "../dataOption";
import { UsageError } from "../usageError";
import { fileInRoots } from "./roots";

const [MOST_TABLES, MOST_CELLS, LONGEST_TEXT] = [20, 200_000, 8_192];

/** What a formula may call a table: a name that is no cell's, short enough for a sheet. */
const NAME = /^(?![A-Za-z]{1,3}\d+$)(?![Rr]\d*([Cc]\d*)?$)(?![Cc]\d*$)[A-Za-z_][A-Za-z0-9_]{0,29}$/;

const cell = z.union([z.number(), z.string().max(LONGEST_TEXT), z.boolean(), z.null()]);

/** Rows of cells; dates are texts such as "2026-01-15" or Excel's serial numbers. */
export const rowsSchema = z.array(z.array(cell)).min(1);

/** Tables by name, and CSV files by name. */
export const tablesSchema = {
  tables: z
    .record(z.string().regex(NAME), rowsSchema)
    .optional()
    .describe(
      "Tables by name: rows of cells. A formula names a whole table, =RV.ZSCORE(gap), or a column of it, INDEX(gap,0,2). Missing values are null.",
    ),
  files: z
    .record(z.string().regex(NAME), z.string().max(4_096))
    .optional()
    .describe(
      "CSV files by name, within a folder that was named when the server was started. The name stands for the rows below the heading; dates are serial numbers.",
    ),
};

/** What a call gives. */
export interface Tables {
  readonly tables?: Readonly<Record<string, z.infer<typeof rowsSchema>>> | undefined;
  readonly files?: Readonly<Record<string, string>> | undefined;
}

/** A table, and the sheet that holds it. */
export interface NamedTable {
  readonly name: string;
  readonly sheet: SheetContent;
  /** Rows of the sheet above the table. */
  readonly headings: 0 | 1;
}

/**
 * Reads the tables of a call.
 *
 * @param given - Rows and files by name.
 * @param roots - The folders that files may be in.
 * @returns Each table with a sheet of its own.
 * @throws UsageError for too many or too large tables, a name twice, or a file outside the folders.
 */
export async function readTables(
  { tables = {}, files = {} }: Tables,
  roots: readonly string[],
): Promise<NamedTable[]> {
  const count = Object.keys(tables).length + Object.keys(files).length;
  if (count > MOST_TABLES)
    throw new UsageError(`there are ${count} tables; at most ${MOST_TABLES} are taken`);
  const twice = Object.keys(files).find((name) => name in tables);
  if (twice !== undefined)
    throw new UsageError(`${twice} is a table and a file; a name must be one of them`);
  const given = Object.entries(tables).map(([name, cells]): NamedTable => ({
    name,
    headings: 0,
    sheet: {
      name: sheetOf(name),
      cells,
      rowCount: SHEET_LIMITS.rows,
      columnCount: SHEET_LIMITS.columns,
    },
  }));
  const named = Object.keys(files);
  const sheets = await loadData(
    named.map((name) => `${sheetOf(name)}=${fileInRoots(files[name] ?? "", roots)}`),
  );
  const read = sheets.map((sheet, i): NamedTable => ({ name: named[i] ?? "", sheet, headings: 1 }));
  const all = [...given, ...read];
  for (const { name, sheet } of all) {
    const size = (sheet.cells ?? []).reduce((sum, row) => sum + row.length, 0);
    if (size > MOST_CELLS) {
      throw new UsageError(
        `${name} has ${size.toLocaleString("en")} cells; at most ${MOST_CELLS.toLocaleString("en")} are taken`,
      );
    }
  }
  return all;
}

/** The engine takes no name that is a sheet's. */
const sheetOf = (name: string): string => `${name}.`;
