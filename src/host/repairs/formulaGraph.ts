import type { IUnitRange } from "@univerjs/core";
import type { CellPlace } from "./cellKey";
import { cellArea } from "./engineAreas";
import { entry, FormulaReaders, sheetKey, valuesIn, wholeRange } from "./formulaReaders";
import type { FormulaSheet } from "./formulasOfSheet";
import type { ParsedFormula, PlacedFormula } from "./sharedFormulas";

/** A cell with a formula. */
export interface FormulaCell extends CellPlace {
  /** The text, which may stand in another cell that this one is filled from. */
  readonly formula: string;
  /** Columns from there. */
  readonly offsetX: number;
  /** Rows from there. */
  readonly offsetY: number;
  readonly parsed: ParsedFormula;
}

interface Entry extends FormulaCell {
  /** The last look at the sheets in which it was there; -1 once it is gone. */
  seen: number;
  /** How far the last walk has come with it. */
  walk: number;
}

interface SheetFormulas {
  readonly columns: Map<number, Map<number, Entry>>;
  count: number;
}

/** Reads a formula. */
export interface FormulaReading {
  /** Reads the text, in the cell that has it. */
  parse(formula: PlacedFormula & CellPlace): ParsedFormula;
  /** The cells that a formula reads. */
  rangesOf(cell: FormulaCell): readonly IUnitRange[];
}

/** What has to be calculated, what is read before what reads it. */
export interface CalculationOrder {
  readonly cells: readonly FormulaCell[];
  readonly hasCircle: boolean;
}

const GONE = -1;

/**
 * Which formulas there are and what they read, kept from one calculation to the next. The engine
 * finds it out each time, from all formulas.
 */
export class FormulaGraph {
  private readonly sheets = new Map<string, SheetFormulas>();
  private readonly readers = new FormulaReaders<Entry>();
  private looks = 0;
  private walks = 0;
  private live = 0;
  private gone = 0;
  private special = 0;

  /**
   * @param reading - Reads formulas.
   */
  constructor(private readonly reading: FormulaReading) {}

  /** Whether some formula has to be calculated by the engine's own way. */
  get needsEngine(): boolean {
    return this.special > 0;
  }

  /** Forgets all formulas. */
  forget(): void {
    this.sheets.clear();
    this.readers.clear();
    this.live = this.gone = this.special = 0;
  }

  /**
   * Learns which formulas there are now.
   * @param sheets - All sheets.
   * @returns Those that are new or other ones than before.
   */
  update(sheets: readonly FormulaSheet[]): FormulaCell[] {
    const look = ++this.looks;
    const added: Entry[] = [];
    const there = new Set<string>();
    for (const sheet of sheets) {
      const key = sheetKey(sheet);
      there.add(key);
      const known = entry(this.sheets, key, () => ({ columns: new Map(), count: 0 }));
      this.look(sheet, known, look, added);
      if (sheet.formulas.length < known.count) this.removeUnseen(known, look);
    }
    for (const [key, sheet] of this.sheets) {
      if (there.has(key)) continue;
      this.removeUnseen(sheet, look);
      this.sheets.delete(key);
    }
    if (this.gone > this.live) this.rebuildReaders();
    else for (const cell of added) this.addReader(cell);
    return added;
  }

  /**
   * The formulas that would be read by {@link update}.
   * @param sheets - All sheets.
   * @yields Each, where its text stands.
   */
  *unread(sheets: readonly FormulaSheet[]): Generator<PlacedFormula & CellPlace> {
    for (const { unitId, sheetId, formulas } of sheets) {
      const columns = this.sheets.get(sheetKey({ unitId, sheetId }))?.columns;
      for (const { row, column, origin } of formulas) {
        const cell = columns?.get(column)?.get(row);
        if (!cell || !isFrom(cell, origin)) yield { ...origin, sheetId };
      }
    }
  }

  /** @yields All formulas. */
  *all(): Generator<FormulaCell> {
    for (const { columns } of this.sheets.values()) {
      for (const rows of columns.values()) yield* rows.values();
    }
  }

  /**
   * The formulas in some cells and those that read some of them.
   * @param areas - The cells.
   * @returns Both.
   */
  touched(areas: readonly IUnitRange[]): Set<FormulaCell> {
    const found = new Set<FormulaCell>();
    for (const area of areas) {
      const columns = this.sheets.get(sheetKey(area))?.columns;
      for (const cell of valuesIn(columns, wholeRange(area.range))) found.add(cell);
      this.readers.find(area, (reader) => {
        if (reader.seen !== GONE) found.add(reader);
      });
    }
    return found;
  }

  /**
   * Puts formulas and all that depend on them in order.
   * @param roots - The formulas; those that are gone are left out.
   * @returns The order; of formulas that do not depend on each other the upper one comes first.
   */
  order(roots: Iterable<FormulaCell>): CalculationOrder {
    const open = 2 * ++this.walks;
    const done = open + 1;
    const stack = ([...roots] as Entry[]).filter(({ seen }) => seen !== GONE).sort(byPlace);
    const reversed: Entry[] = [];
    let hasCircle = false;
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      if (cell.walk === done) continue;
      if (cell.walk === open) {
        cell.walk = done;
        reversed.push(cell);
        continue;
      }
      cell.walk = open;
      stack.push(cell);
      this.readers.find(cellArea(cell), (reader) => {
        if (reader.seen === GONE || reader.walk === done) return;
        if (reader.walk === open) hasCircle = true;
        else stack.push(reader);
      });
    }
    return { cells: reversed.reverse(), hasCircle };
  }

  private look(sheet: FormulaSheet, known: SheetFormulas, look: number, added: Entry[]): void {
    for (const { row, column, origin } of sheet.formulas) {
      const rows = entry(known.columns, column, () => new Map<number, Entry>());
      const cell = rows.get(row);
      if (cell && isFrom(cell, origin)) {
        cell.seen = look;
        continue;
      }
      if (cell) this.remove(known, cell);
      const made = this.make(sheet, row, column, origin, look);
      rows.set(row, made);
      known.count++;
      added.push(made);
    }
  }

  private make(
    { unitId, sheetId }: Pick<FormulaSheet, "unitId" | "sheetId">,
    row: number,
    column: number,
    origin: PlacedFormula,
    seen: number,
  ): Entry {
    const parsed = this.reading.parse({ ...origin, sheetId });
    this.live++;
    if (parsed.needsEngine) this.special++;
    const [offsetX, offsetY] = [column - origin.column, row - origin.row];
    const { formula } = origin;
    return { unitId, sheetId, row, column, formula, offsetX, offsetY, parsed, seen, walk: 0 };
  }

  private removeUnseen(sheet: SheetFormulas, look: number): void {
    for (const rows of sheet.columns.values()) {
      for (const [row, cell] of rows) {
        if (cell.seen === look) continue;
        rows.delete(row);
        this.remove(sheet, cell);
      }
    }
  }

  /** It stays among the readers, as one that is gone, until they are listed again. */
  private remove(sheet: SheetFormulas, cell: Entry): void {
    cell.seen = GONE;
    sheet.count--;
    this.live--;
    this.gone++;
    if (cell.parsed.needsEngine) this.special--;
  }

  private rebuildReaders(): void {
    this.readers.clear();
    this.gone = 0;
    for (const cell of this.all()) this.addReader(cell as Entry);
  }

  private addReader(cell: Entry): void {
    for (const range of this.reading.rangesOf(cell)) this.readers.add(range, cell);
  }
}

const isFrom = (cell: FormulaCell, origin: PlacedFormula): boolean =>
  cell.formula === origin.formula &&
  cell.row - cell.offsetY === origin.row &&
  cell.column - cell.offsetX === origin.column;

const byPlace = (one: CellPlace, other: CellPlace): number =>
  one.row - other.row || one.column - other.column;
