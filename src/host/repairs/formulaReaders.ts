import { type IRange, type IUnitRange, RTree } from "@univerjs/core";

/** Readers of one cell: mostly one, which needs no list. */
type Readers<Reader> = Reader | Reader[];
/** By column, then by row. */
type CellReaders<Reader> = Map<number, Map<number, Readers<Reader>>>;

/** Who reads which cells. */
export class FormulaReaders<Reader extends object> {
  /** Who reads single cells, by workbook and sheet. */
  private readonly cells = new Map<string, CellReaders<Reader>>();
  /** Who reads rectangles: those that read the same one have one place in the tree. */
  private readonly tree = new RTree();
  private readonly rectangles: Reader[][] = [];
  private readonly numbers = new Map<string, number>();

  /**
   * Adds a reader.
   * @param area - What it reads.
   * @param reader - The reader.
   */
  add(area: IUnitRange, reader: Reader): void {
    const { unitId, sheetId, range } = area;
    const { startRow, endRow, startColumn, endColumn } = range;
    if (startRow === endRow && startColumn === endColumn) {
      const columns = entry(this.cells, sheetKey(area), () => new Map() as CellReaders<Reader>);
      const rows = entry(columns, startColumn, () => new Map<number, Readers<Reader>>());
      const there = rows.get(startRow);
      if (there === undefined) rows.set(startRow, reader);
      else if (Array.isArray(there)) there.push(reader);
      else rows.set(startRow, [there, reader]);
      return;
    }
    const key = [startRow, endRow, startColumn, endColumn, unitId, sheetId].join("|");
    const number = entry(this.numbers, key, () => {
      this.tree.insert({ ...area, id: this.rectangles.length });
      return this.rectangles.push([]) - 1;
    });
    this.rectangles[number]?.push(reader);
  }

  /**
   * Who reads some cell of an area.
   * @param area - The area; a side without a number goes on to the end of the sheet.
   * @param found - Called with each reader, maybe more than once.
   */
  find(area: IUnitRange, found: (reader: Reader) => void): void {
    const range = wholeRange(area.range);
    for (const readers of valuesIn(this.cells.get(sheetKey(area)), range)) {
      if (Array.isArray(readers)) for (const reader of readers) found(reader);
      else found(readers);
    }
    for (const number of this.tree.searchGenerator({ ...area, range })) {
      for (const reader of this.rectangles[Number(number)] ?? []) found(reader);
    }
  }

  /** Knows of no reader any more. */
  clear(): void {
    this.cells.clear();
    this.tree.clear();
    this.rectangles.length = 0;
    this.numbers.clear();
  }
}

/**
 * The name of a sheet among those of all workbooks.
 * @param sheet - The sheet.
 * @param sheet.unitId - Its workbook.
 * @param sheet.sheetId - Its id.
 * @returns A key.
 */
export const sheetKey = ({ unitId, sheetId }: { unitId: string; sheetId: string }): string =>
  `${unitId}|${sheetId}`;

/**
 * What a map has under a key, made if there is nothing yet.
 * @param map - The map.
 * @param key - The key.
 * @param make - Makes it.
 * @returns The value.
 */
export function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/**
 * A rectangle with numbers on all sides.
 * @param range - A rectangle; a side without a number goes on to the end of the sheet.
 * @returns The same.
 */
export const wholeRange = (range: IRange): IRange => ({
  startRow: range.startRow || 0,
  startColumn: range.startColumn || 0,
  endRow: Number.isNaN(range.endRow) ? Infinity : range.endRow,
  endColumn: Number.isNaN(range.endColumn) ? Infinity : range.endColumn,
});

/**
 * What is in the cells of a rectangle.
 * @param columns - Values by column, then by row.
 * @param range - The rectangle.
 * @yields The values there, in no order.
 */
export function* valuesIn<Value>(
  columns: ReadonlyMap<number, ReadonlyMap<number, Value>> | undefined,
  { startRow, endRow, startColumn, endColumn }: IRange,
): Generator<Value> {
  if (columns === undefined) return;
  for (const rows of valuesBetween(columns, startColumn, endColumn)) {
    yield* valuesBetween(rows, startRow, endRow);
  }
}

function* valuesBetween<Value>(
  map: ReadonlyMap<number, Value>,
  first: number,
  last: number,
): Generator<Value> {
  if (last - first < map.size) {
    for (let key = first; key <= last; key++) {
      const value = map.get(key);
      if (value !== undefined) yield value;
    }
  } else {
    for (const [key, value] of map) if (key >= first && key <= last) yield value;
  }
}
