/* What the parts of the contract share: a host at work, and changes by short names. */
import { a1Of } from "../../../src/workbook/a1";
import type { CellValue, Change } from "../../../src/workbook/workbookPort";
import type { Host } from "../hosts";

/** The sheet that a fresh workbook has. */
export const S = "Sheet1";
/** A name that would become syntax if it were not quoted; Excel allows an apostrophe inside only. */
export const HOSTILE = `x'!A1)&WEBSERVICE("…")&'x`;

export const values = (sheet: string, a1: string, cells: CellValue[][]): Change => ({
  kind: "values",
  sheet,
  a1,
  values: cells,
});
export const formula = (sheet: string, a1: string, words: string): Change => ({
  kind: "formula",
  sheet,
  a1,
  formula: words,
});

/** A host at work. */
export interface Bench {
  readonly host: () => Host;
  /** Makes changes, and waits until everything is calculated. */
  readonly change: (...changes: Change[]) => Promise<void>;
  readonly read: (a1: string, sheet?: string) => Promise<CellValue[][]>;
  /** Writes cells from B2 on, and reads them again. */
  readonly roundTrip: (cells: CellValue[][]) => Promise<CellValue[][]>;
}

/**
 * @param host - The host of the tests, once it is there.
 * @returns It at work.
 */
export function benchOf(host: () => Host): Bench {
  const change = async (...changes: Change[]) => {
    await host().port.change(changes);
    await host().book.settle();
  };
  const read = (a1: string, sheet = S) => host().port.read({ sheet, a1 });
  return {
    host,
    change,
    read,
    roundTrip: async (cells) => {
      const a1 = a1Of({ row: 2, column: 2, rows: cells.length, columns: cells[0]?.length ?? 0 });
      await change(values(S, a1, cells));
      return read(a1);
    },
  };
}
