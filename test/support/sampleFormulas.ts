import type { SheetContent } from "../../src/host/sheetContent";
import type { CellTable, EngineValue } from "../../src/host/runtime/cellValue";
import { a1Of } from "../../src/workbook/a1";
import { SAMPLE_CALLS } from "./sampleCalls";

/** One call of a worksheet function, as a formula. */
export interface SampleFormula {
  /** The function's name, without its prefix. */
  readonly name: string;
  /** Its arguments as they stand in the formula; tables are ranges of the sheet. */
  readonly arguments: readonly string[];
}

/** The valid sample call of every worksheet function, and the sheet that its tables stand in. */
export function sampleFormulas(): {
  readonly sheet: SheetContent;
  readonly calls: SampleFormula[];
} {
  const cells: EngineValue[][] = [];
  const place = (table: CellTable): string => {
    const row = cells.length + 1;
    for (const line of table) cells.push([...line]);
    return `Samples!${a1Of({ row, column: 1, rows: table.length, columns: table[0]?.length ?? 0 })}`;
  };
  const calls = [...SAMPLE_CALLS].map(([name, { valid }]) => ({
    name,
    arguments: valid.map((argument) =>
      Array.isArray(argument) ? place(argument as CellTable) : constant(argument),
    ),
  }));
  const width = Math.max(...cells.map((row) => row.length));
  const sheet = {
    name: "Samples",
    cells: cells.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]),
    rowCount: cells.length + 1,
    columnCount: width + 1,
  };
  return { sheet, calls };
}

/** A value as it is typed in a formula; a blank argument is nothing. */
function constant(value: unknown): string {
  if (value == null) return "";
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value as number);
}
