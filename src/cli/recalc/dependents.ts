/* Which formulas read which cells of a file, from the texts of the formulas. */
import { FormulaReaders } from "../../host/repairs/formulaReaders";
import type { Rectangle } from "../../workbook/a1";
import type { BookName } from "../../workbook/book";
import type { FileFormula } from "../../xlsx/fileFormulas";
import { readsOf, type FormulaReads } from "../../xlsx/formulaReads";
import type { AreaAt } from "./places";

/** The names of a workbook. */
export class Names {
  private readonly byKey: ReadonlyMap<string, BookName>;

  constructor(names: readonly BookName[]) {
    this.byKey = new Map(names.map((name) => [keyOf(name.sheet, name.name), name]));
  }

  /**
   * What a name stands for on a sheet.
   * @param name - As a formula writes it.
   * @param sheet - The sheet of the formula.
   * @returns The name of the sheet, else of the workbook; undefined when there is none.
   */
  on(name: string, sheet: string): BookName | undefined {
    return this.byKey.get(keyOf(sheet, name)) ?? this.byKey.get(keyOf(undefined, name));
  }
}

const keyOf = (sheet: string | undefined, name: string): string =>
  `${sheet?.toUpperCase() ?? ""}!${name.toUpperCase()}`;

/** Who reads which cells. */
export class Dependents {
  private readonly readers = new FormulaReaders<FileFormula>();
  /** Those that may read any cell. */
  readonly ofAnything: FileFormula[] = [];

  /**
   * @param formulas - All formulas that have a text.
   * @param names - The names in them.
   */
  constructor(
    private readonly formulas: readonly FileFormula[],
    names: Names,
  ) {
    for (const one of formulas) {
      const { areas, readsAnything } = readsWithNames(one, names);
      for (const area of areas) this.readers.add(engineArea(area), one);
      if (readsAnything) this.ofAnything.push(one);
    }
  }

  /**
   * The formulas that read some cell of an area.
   * @param area - The area.
   * @returns Each of them once.
   */
  of(area: AreaAt): ReadonlySet<FileFormula> {
    const found = new Set<FileFormula>();
    this.readers.find(engineArea(area), (reader) => found.add(reader));
    return found;
  }

  /**
   * Formulas that read their own cells, themselves or by way of others, and those that read such a one.
   * @param areaOf - The cells of a formula: those of its last result, where it has no other.
   * @returns Both.
   */
  inCircles(
    areaOf: (one: FileFormula) => Rectangle = ({ area }) => area,
  ): ReadonlySet<FileFormula> {
    const open = new Map(this.formulas.map((one) => [one, 0]));
    const readersOf = (one: FileFormula) => this.of({ sheet: one.sheet, area: areaOf(one) });
    for (const one of this.formulas) {
      for (const reader of readersOf(one)) open.set(reader, (open.get(reader) ?? 0) + 1);
    }
    const free = this.formulas.filter((one) => open.get(one) === 0);
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      open.delete(one);
      for (const reader of readersOf(one)) {
        const left = (open.get(reader) ?? 0) - 1;
        open.set(reader, left);
        if (left === 0) free.push(reader);
      }
    }
    return new Set(open.keys());
  }
}

/** What a formula reads, with what its names stand for. */
function readsWithNames(
  { formula = "", sheet }: FileFormula,
  names: Names,
): { areas: AreaAt[]; readsAnything: boolean } {
  const seen = new Set<BookName>();
  const areas: AreaAt[] = [];
  let readsAnything = false;
  const add = (reads: FormulaReads, home: string): void => {
    for (const one of reads.areas) areas.push({ sheet: one.sheet ?? home, area: one.area });
    readsAnything ||= reads.readsAnything;
    for (const word of reads.names) {
      const name = names.on(word, home);
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const meant = readsOf(name.reference);
      // What is not fixed in a name moves with the formula that has the name.
      readsAnything ||= meant.moves;
      add(meant, home);
    }
  };
  add(readsOf(formula), sheet);
  return { areas, readsAnything };
}

const engineArea = ({ sheet, area }: AreaAt) => ({
  unitId: "file",
  sheetId: sheet.toUpperCase(),
  range: rangeOf(area),
});

const rangeOf = ({ row, column, rows, columns }: Rectangle) => ({
  startRow: row - 1,
  endRow: row + rows - 2,
  startColumn: column - 1,
  endColumn: column + columns - 2,
});
