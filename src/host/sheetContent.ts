import { CellValueType, type ICellData, type IWorkbookData } from "@univerjs/core";
import { UNIT_ID } from "./repairs/unitId";
import { type CellTable, type EngineValue, isCellError } from "./runtime/cellValue";

/** A sheet to begin with. */
export interface SheetContent {
  readonly name: string;
  /** Values from A1 on; texts stay texts, whatever they begin with. */
  readonly cells?: CellTable;
  readonly rowCount?: number;
  readonly columnCount?: number;
  /** Whether no formula can name it, and no message does. */
  readonly internal?: boolean;
}

/**
 * The workbook that the engine begins with.
 * @param sheets - Its sheets, in order.
 * @returns The engine's form of it.
 */
export function workbookData(sheets: readonly SheetContent[]): Partial<IWorkbookData> {
  const withIds = sheets.map((sheet, i) => ({ ...sheet, id: `sheet${i + 1}` }));
  return {
    id: UNIT_ID,
    name: UNIT_ID,
    sheetOrder: withIds.map(({ id }) => id),
    sheets: Object.fromEntries(
      withIds.map(({ id, name, cells = [], rowCount = 1000, columnCount = 26 }) => [
        id,
        { id, name, rowCount, columnCount, cellData: cellMatrix(cells) },
      ]),
    ),
  };
}

function cellMatrix(cells: CellTable): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const [i, row] of cells.entries()) {
    const columns: Record<number, ICellData> = {};
    for (const [j, value] of row.entries()) {
      const data = cellData(value);
      if (data) columns[j] = data;
    }
    matrix[i] = columns;
  }
  return matrix;
}

const { STRING, FORCE_STRING } = CellValueType;

/** A text that would be a formula, a number, a date or a flag if it were typed: kept a text by force. */
const READS_OTHERWISE = /^[\s'=+\-@\d.,(%$€£]|^(true|false)$|^#/i;

/**
 * What the engine stores for one value.
 * @param value - The value; a text stays a text, whatever it begins with.
 * @returns The engine's cell, or null for a blank one.
 */
export function cellData(value: EngineValue): ICellData | null {
  if (isCellError(value)) return { v: value.error, t: STRING };
  switch (typeof value) {
    case "number":
      return { v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { v: value, t: READS_OTHERWISE.test(value) ? FORCE_STRING : STRING };
    default:
      return null;
  }
}
