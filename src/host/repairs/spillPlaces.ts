import type { ICellData, IRange, IUnitRange, Nullable, ObjectMatrix } from "@univerjs/core";
import type {
  FunctionVariantType,
  IArrayFormulaRangeType,
  IFormulaCurrentConfigService,
} from "@univerjs/engine-formula";
import { type CellPlace, cellKey, cellPlace } from "./cellKey";
import { areas, belowAndBeside, cellArea, isSame, meets } from "./engineAreas";
import {
  arrayIn,
  type EngineRuntime,
  hasRoom,
  putArray,
  rangeFrom,
  showTheSame,
  type Spill,
} from "./engineSpill";
import { errorOf } from "./engineValues";

type Cells = ObjectMatrix<Nullable<ICellData>>;

/**
 * Puts the results of formulas into cells, in place of the engine.
 *
 * The engine adds a result to what the same formula gave before: an array that became one value, or
 * a smaller one, leaves cells behind; a formula at #SPILL! keeps the rectangle that it wanted as if
 * it had it; a blank result of a formula does not stand in the way of a spill; and what stands in the
 * way is written again. Here a formula first gives up all that it had.
 */
export class SpillPlaces {
  /** What spilled when the last calculation ended. */
  private readonly known = new Map<string, IRange>();
  /** The rectangles that formulas at #SPILL! want. */
  private wanted = new Map<string, IRange>();
  /** Those when the calculation began. */
  private wantedBefore = new Map<string, IRange>();
  /** What this calculation has placed; null for one value in place of what had spilled. */
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
    this.wantedBefore = new Map(this.wanted);
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
      this.wanted = this.wantedBefore;
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
      const place = cellPlace(key);
      const { unitId, sheetId } = place;
      const mayHaveRoom = free.some(
        (one) => one.sheetId === sheetId && one.unitId === unitId && meets(one.range, wanted),
      );
      if (mayHaveRoom) anchors.push(cellArea(place));
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
    const range = rangeFrom(place, array);
    const inTheWay = hasRoom(place, range, this.runtime, this.config)
      ? this.spillsIn(place, range)
      : null;
    if (inTheWay === null || inTheWay.some((other) => isBefore(other, place))) {
      original(errorOf("#SPILL!", "a cell in the way of the result is not empty"));
      this.wanted.set(cellKey(place), range);
      this.note(place, before, null);
      return;
    }
    for (const other of inTheWay) this.evict(other);
    const after = putArray(place, array, this.runtime, original);
    this.placed.set(cellKey(place), after.range);
    this.note(place, before, after);
  }

  /** Another formula, calculated again, will find its room taken. */
  private evict(place: CellPlace): void {
    this.note(place, this.giveUp(place), null);
    this.changed.push(cellArea(place));
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
    const there = this.config.getArrayFormulaRange()[unitId]?.[sheetId]?.[row]?.[column];
    // Most formulas have never spilled.
    if (!there && this.placed.size + this.wanted.size + this.known.size === 0) return null;
    const key = cellKey(place);
    this.wanted.delete(key);
    const isOfNow = this.placed.has(key);
    const range = isOfNow ? this.placed.get(key) : there;
    if (!range && !this.known.has(key)) return null;
    this.placed.set(key, null);
    if (!range) return null;
    const { runtime, config } = this;
    const data = isOfNow
      ? runtime.getRuntimeArrayFormulaCellData()
      : config.getArrayFormulaCellData();
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

  private note(place: CellPlace, before: Spill | null, after: Spill | null): void {
    if (showTheSame(before, after)) return;
    for (const spill of [before, after]) {
      if (spill) this.changed.push(...areas(place, belowAndBeside(spill.range)));
    }
  }
}

/** Of two results that want the same cell, that of the upper formula has it, then the left one's. */
const isBefore = (one: CellPlace, other: CellPlace): boolean =>
  one.row < other.row || (one.row === other.row && one.column < other.column);
