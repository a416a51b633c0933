import { type ICellData, type IRange, isNullCell, type Nullable } from "@univerjs/core";
import {
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  type IFormulaCurrentConfigService,
  type IFormulaRuntimeService,
  type IRuntimeUnitDataType,
  NullValueObject,
} from "@univerjs/engine-formula";
import type { CellPlace } from "./cellKey";
import { isSame } from "./engineAreas";

/** The engine's calculation, with what its type leaves out. */
export type EngineRuntime = IFormulaRuntimeService & {
  readonly currentRowCount: number;
  readonly currentColumnCount: number;
  getRuntimeClearArrayFormulaCellData(): IRuntimeUnitDataType;
  _getValueObjectOfRuntimeData(value: unknown): ICellData;
};

/** What a formula has put into cells. */
export interface Spill {
  /** From its own cell on. */
  readonly range: IRange;
  /** Row by row. */
  readonly values: readonly Nullable<ICellData>[];
}

/** A result of more than one cell. */
export type EngineArray = ArrayValueObject | BaseReferenceObject;

/**
 * The array that a formula comes to.
 * @param result - What it comes to.
 * @returns The array; null when one cell can show the result.
 */
export function arrayIn(result: FunctionVariantType): EngineArray | null {
  const isArray = result.isReferenceObject() || (result.isValueObject() && result.isArray());
  if (!isArray) return null;
  const array = result as EngineArray;
  const { startRow, startColumn, endRow, endColumn } = array.getRangePosition();
  return startRow === endRow && startColumn === endColumn ? null : array;
}

/**
 * The cells that an array takes.
 * @param place - The formula's cell, the upper left one.
 * @param array - The array.
 * @returns The rectangle.
 */
export function rangeFrom({ row, column }: CellPlace, array: EngineArray): IRange {
  const { startRow, startColumn, endRow, endColumn } = array.getRangePosition();
  return {
    startRow: row,
    startColumn: column,
    endRow: row + endRow - startRow,
    endColumn: column + endColumn - startColumn,
  };
}

/**
 * Whether neither the sheet's end nor a value or formula of another cell is in the way of a spill.
 * @param place - The formula's cell, which the engine calculates.
 * @param range - The cells that it wants.
 * @param runtime - The engine's calculation.
 * @param config - What it calculates with.
 * @returns True also where other formulas spill.
 */
export function hasRoom(
  { unitId, sheetId, row, column }: CellPlace,
  range: IRange,
  runtime: EngineRuntime,
  config: IFormulaCurrentConfigService,
): boolean {
  if (range.endRow >= runtime.currentRowCount) return false;
  if (range.endColumn >= runtime.currentColumnCount) return false;
  const own = config.getUnitData()[unitId]?.[sheetId]?.cellData;
  for (let i = range.startRow; i <= range.endRow; i++) {
    for (let j = range.startColumn; j <= range.endColumn; j++) {
      if (i === row && j === column) continue;
      if (!isNullCell(own?.getValue(i, j))) return false;
    }
  }
  return true;
}

/**
 * Puts an array into cells.
 * @param place - The formula's cell.
 * @param array - Its result.
 * @param runtime - The engine's calculation.
 * @param putValue - Puts one value into the formula's cell.
 * @returns What stands where now.
 */
export function putArray(
  place: CellPlace,
  array: EngineArray,
  runtime: EngineRuntime,
  putValue: (value: FunctionVariantType) => void,
): Spill {
  const { unitId, sheetId, row, column } = place;
  putValue(firstOf(array));
  // The engine takes a value in one cell as the end of what spilled from there.
  runtime.getRuntimeClearArrayFormulaCellData()[unitId]?.[sheetId]?.realDeleteValue(row, column);
  const range = rangeFrom(place, array);
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
  return { range, values };
}

/** The engine goes on after a blank cell, although it is told to stop. */
function firstOf(array: EngineArray): BaseValueObject {
  const { startRow, startColumn } = array.getRangePosition();
  let first: BaseValueObject = NullValueObject.create();
  array.iterator((value, row, column) => {
    if (row === startRow && column === startColumn) first = value ?? first;
    return false;
  });
  return first;
}

/**
 * Whether two spills of a formula show the same.
 * @param before - One, if there was one.
 * @param after - The other.
 * @returns True when there was and is none, too.
 */
export function showTheSame(before: Spill | null, after: Spill | null): boolean {
  if (before === null || after === null) return before === after;
  if (!isSame(before.range, after.range)) return false;
  return before.values.every((cell, i) => {
    const other = after.values[i];
    return Object.is(cell?.v ?? null, other?.v ?? null) && cell?.t === other?.t;
  });
}
