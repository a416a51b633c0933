import type { ICellData, IRange, IUnitRange, Nullable, ObjectMatrix } from "@univerjs/core";
import { isNullCell } from "@univerjs/core";
import {
  type ArrayValueObject,
  type BaseReferenceObject,
  type FunctionVariantType,
  type IArrayFormulaRangeType,
  type IFormulaCurrentConfigService,
  type IFormulaRuntimeService,
  type IRuntimeUnitDataType,
  NullValueObject,
} from "@univerjs/engine-formula";
import { type CellPlace, cellKey, cellPlace } from "./cellKey";
import { errorOf } from "./engineValues";
import { areas, belowAndBeside, isSame, meets } from "./engineAreas";

type Cells = ObjectMatrix<Nullable<ICellData>>;

/** What a formula has put into cells: the rectangle from its own cell on, and the values in it. */
interface Spill {
  readonly range: IRange;
  readonly values: readonly Nullable<ICellData>[];
}

/** The engine's calculation, with what its type leaves out. */
export type EngineRuntime = IFormulaRuntimeService & {
  readonly currentRowCount: number;
  readonly currentColumnCount: number;
  getRuntimeClearArrayFormulaCellData(): IRuntimeUnitDataType;
  _getValueObjectOfRuntimeData(value: unknown): ICellData;
};

/**
 * Puts the results of formulas into cells, in place of the engine.
 *
 * The engine adds a result to what the same formula gave before: an array that became one value, or
 * a smaller one, leaves cells behind; a formula at #SPILL! keeps the rectangle that it wanted as if
 * it had it; a blank result of a formula does not stand in the way of a spill; and what stands in the
 * way is written anew. Here a formula first gives up all that it had.
 */
export class SpillPlaces {
  /** What spilled when the last calculation ended. */
  private readonly known = new Map<string, IRange>();
  /** The rectangles that formulas at #SPILL! want. */
  private readonly wanted = new Map<string, IRange>();
  /** What this calculation has placed; null for one value. */
  private readonly placed = new Map<string, IRange | null>();
  private changed: IUnitRange[] = [];
  private taken: { cells: Cells; row: number; column: number; cell: Nullable<ICellData> }[] = [];

  /**
   * @param runtime - The engine's calculation.
   * @param config - What the engine calculates with.
   */
  constructor(
    private readonly runtime: EngineRuntime,
    private readonly config: IFormulaCurrentConfigService,
  ) {
    const original = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (result) => {
      this.place(result, original);
    };
  }

  /**
   * Begins a calculation.
   * @param dirty - The cells that it is about.
   * @param spills - The spills that the engine knows.
   * @returns Further cells: those of spills that are gone, and formulas that may have room now.
   */
  start(dirty: readonly IUnitRange[], spills: IArrayFormulaRangeType): IUnitRange[] {
    const gone: IUnitRange[] = [];
    for (const [key, range] of this.known) {
      const { unitId, sheetId, row, column } = cellPlace(key);
      const now = spills[unitId]?.[sheetId]?.[row]?.[column];
      if (isSame(now, range)) continue;
      gone.push(...areas({ unitId, sheetId }, belowAndBeside(range)));
      this.known.delete(key);
    }
    return [...gone, ...this.wanting([...dirty, ...gone])];
  }

  /**
   * What the spills placed since the last call have to do with.
   * @returns The cells whose readers have to be calculated again, and formulas that may have room now.
   */
  takeChanged(): IUnitRange[] {
    const changed = this.changed;
    this.changed = [];
    return [...changed, ...this.wanting(changed)];
  }

  /**
   * Ends a calculation.
   * @param applied - Whether its results go into the cells; else all is as before.
   */
  finish(applied: boolean): void {
    if (applied) {
      for (const [key, range] of this.placed) {
        if (range) this.known.set(key, range);
        else this.known.delete(key);
      }
    } else {
      for (const { cells, row, column, cell } of this.taken) cells.setValue(row, column, cell);
    }
    this.placed.clear();
    this.changed = [];
    this.taken = [];
  }

  /** Knows of no spill any more. */
  forget(): void {
    this.known.clear();
    this.wanted.clear();
  }

  private wanting(free: readonly IUnitRange[]): IUnitRange[] {
    const anchors: IUnitRange[] = [];
    for (const [key, wanted] of this.wanted) {
      const { unitId, sheetId, row, column } = cellPlace(key);
      const mayHaveRoom = free.some(
        (one) => one.sheetId === sheetId && one.unitId === unitId && meets(one.range, wanted),
      );
      if (!mayHaveRoom) continue;
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      anchors.push({ unitId, sheetId, range });
    }
    return anchors;
  }

  private place(
    result: FunctionVariantType,
    original: (result: FunctionVariantType) => void,
  ): void {
    const place = this.current();
    const before = this.giveUp(place);
    const array = arrayIn(result);
    if (array === null) {
      original(result);
      this.note(place, before, null);
      return;
    }
    const { startRow, startColumn, endRow, endColumn } = array.getRangePosition();
    const range = {
      startRow: place.row,
      startColumn: place.column,
      endRow: place.row + endRow - startRow,
      endColumn: place.column + endColumn - startColumn,
    };
    const inTheWay = this.hasRoom(place, range) ? this.spillsIn(place, range) : null;
    if (inTheWay === null || inTheWay.some((other) => isBefore(other, place))) {
      original(errorOf("#SPILL!", "a cell in the way of the result is not empty"));
      this.wanted.set(cellKey(place), range);
      this.note(place, before, null);
      return;
    }
    for (const other of inTheWay) this.evict(other);
    this.note(place, before, this.put(place, range, array, original));
  }

  /** Another formula, calculated again, will find its room taken. */
  private evict(place: CellPlace): void {
    const { unitId, sheetId, row, column } = place;
    this.note(place, this.giveUp(place), null);
    const anchor = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    this.changed.push({ unitId, sheetId, range: anchor });
  }

  private current(): CellPlace {
    const { currentUnitId, currentSubUnitId, currentRow, currentColumn } = this.runtime;
    return {
      unitId: currentUnitId,
      sheetId: currentSubUnitId,
      row: currentRow,
      column: currentColumn,
    };
  }

  /** Takes away what a formula has in cells, by this calculation or an earlier one. */
  private giveUp(place: CellPlace): Spill | null {
    const { unitId, sheetId, row, column } = place;
    const key = cellKey(place);
    this.wanted.delete(key);
    const isOfNow = this.placed.has(key);
    const range = isOfNow
      ? this.placed.get(key)
      : this.config.getArrayFormulaRange()[unitId]?.[sheetId]?.[row]?.[column];
    this.placed.set(key, null);
    if (!range) return null;
    const { runtime, config } = this;
    const data = isOfNow ? runtime.getRuntimeArrayFormulaCellData() : config.getArrayFormulaCellData();
    if (isOfNow) delete runtime.getUnitArrayFormula()[unitId]?.[sheetId]?.[row]?.[column];
    const cells = data[unitId]?.[sheetId];
    const values: Nullable<ICellData>[] = [];
    for (let i = range.startRow; i <= range.endRow; i++) {
      for (let j = range.startColumn; j <= range.endColumn; j++) {
        const cell = cells?.getValue(i, j);
        values.push(cell);
        if (!cells || cell === undefined) continue;
        if (!isOfNow) this.taken.push({ cells, row: i, column: j, cell });
        cells.realDeleteValue(i, j);
      }
    }
    return { range, values };
  }

  private hasRoom({ unitId, sheetId, row, column }: CellPlace, range: IRange): boolean {
    if (range.endRow >= this.runtime.currentRowCount) return false;
    if (range.endColumn >= this.runtime.currentColumnCount) return false;
    const own = this.config.getUnitData()[unitId]?.[sheetId]?.cellData;
    for (let i = range.startRow; i <= range.endRow; i++) {
      for (let j = range.startColumn; j <= range.endColumn; j++) {
        if (i === row && j === column) continue;
        if (!isNullCell(own?.getValue(i, j))) return false;
      }
    }
    return true;
  }

  /** The formulas whose results have some of these cells. */
  private spillsIn({ unitId, sheetId }: CellPlace, range: IRange): CellPlace[] {
    const others: CellPlace[] = [];
    const add = (key: string, other: IRange | null) => {
      if (other === null || !meets(other, range)) return;
      const place = cellPlace(key);
      if (place.unitId === unitId && place.sheetId === sheetId) others.push(place);
    };
    for (const [key, other] of this.placed) add(key, other);
    for (const [key, other] of this.known) if (!this.placed.has(key)) add(key, other);
    return others;
  }

  private put(
    place: CellPlace,
    range: IRange,
    array: ArrayValueObject | BaseReferenceObject,
    original: (result: FunctionVariantType) => void,
  ): Spill {
    const { runtime } = this;
    const { unitId, sheetId, row, column } = place;
    original(array.getFirstCell() ?? NullValueObject.create());
    // The engine takes a value in one cell as the end of what spilled from there.
    runtime.getRuntimeClearArrayFormulaCellData()[unitId]?.[sheetId]?.realDeleteValue(row, column);
    const sheets = (runtime.getUnitArrayFormula()[unitId] ??= {});
    ((sheets[sheetId] ??= {})[row] ??= {})[column] = range;
    const cells = runtime.getRuntimeArrayFormulaCellData()[unitId]?.[sheetId];
    const { startRow, startColumn } = array.getRangePosition();
    const values: Nullable<ICellData>[] = [];
    array.iterator((value, i, j) => {
      const cell = runtime._getValueObjectOfRuntimeData(value);
      values.push(cell);
      cells?.setValue(row + i - startRow, column + j - startColumn, cell);
    });
    this.placed.set(cellKey(place), range);
    return { range, values };
  }

  private note(place: CellPlace, before: Spill | null, after: Spill | null): void {
    if (before === null && after === null) return;
    if (isSame(before?.range, after?.range) && isEqual(before, after)) return;
    for (const spill of [before, after]) {
      if (spill) this.changed.push(...areas(place, belowAndBeside(spill.range)));
    }
  }
}

/** Of two results that want the same cell, that of the upper formula has it, then the left one's. */
const isBefore = (one: CellPlace, other: CellPlace): boolean =>
  one.row < other.row || (one.row === other.row && one.column < other.column);

function arrayIn(result: FunctionVariantType): ArrayValueObject | BaseReferenceObject | null {
  const isArray = result.isReferenceObject() || (result.isValueObject() && result.isArray());
  if (!isArray) return null;
  const array = result as ArrayValueObject | BaseReferenceObject;
  const { startRow, startColumn, endRow, endColumn } = array.getRangePosition();
  return startRow === endRow && startColumn === endColumn ? null : array;
}

const isEqual = (before: Spill | null, after: Spill | null): boolean =>
  before !== null &&
  after !== null &&
  before.values.every((cell, i) => {
    const other = after.values[i];
    return Object.is(cell?.v ?? null, other?.v ?? null) && cell?.t === other?.t;
  });
