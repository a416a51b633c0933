import { BooleanNumber, HorizontalAlign, type ICellData, type IStyleData } from "@univerjs/core";
import { rectangleOf } from "../workbook/a1";
import { CELL_LOOKS } from "../workbook/cellLooks";
import type { CellStyle, Change } from "../workbook/workbookPort";
import { cellData } from "./sheetContent";

/** The engine's cells by row and column, from 0. */
export type CellMatrix = Record<number, Record<number, ICellData>>;

/** A change that is about cells alone. */
type CellChange = Extract<Change, { kind: "values" | "formula" | "numberFormat" | "style" }>;

/**
 * Whether a change is about cells alone.
 * @param change - A change.
 * @returns True for values, formulas, formats and styles.
 */
export const isCellChange = (change: Change): change is CellChange =>
  change.kind === "values" ||
  change.kind === "formula" ||
  change.kind === "numberFormat" ||
  change.kind === "style";

/**
 * Puts a change into the cells that are written next.
 * @param matrix - The cells; it is added to.
 * @param change - A change about cells of this sheet.
 */
export function addCellChange(matrix: CellMatrix, change: CellChange): void {
  const { row, column, rows, columns } = rectangleOf(change.a1);
  for (let i = 0; i < rows; i++) {
    const cells = (matrix[row - 1 + i] ??= {});
    for (let j = 0; j < columns; j++) {
      const at = column - 1 + j;
      cells[at] = { ...cells[at], ...written(change, i, j, cells[at]) };
    }
  }
}

/**
 * Keeps the formulas of cells that get another look: the engine forgets what it is not told again.
 * @param matrix - The cells to write; those without a content of their own are added to.
 * @param held - What a cell holds now.
 */
export function keepFormulas(
  matrix: CellMatrix,
  held: (row: number, column: number) => ICellData | null,
): void {
  for (const [row, cells] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(cells)) {
      if ("f" in cell) continue;
      const { f, si } = held(Number(row), Number(column)) ?? {};
      if (f) cell.f = f;
      if (si) cell.si = si;
    }
  }
}

function written(change: CellChange, i: number, j: number, before?: ICellData): ICellData {
  const style = typeof before?.s === "object" ? before.s : {};
  switch (change.kind) {
    case "values": {
      const value = change.values[i]?.[j] ?? "";
      // The engine keeps what it is not told to forget.
      return { v: null, p: null, f: null, si: null, ...(value === "" ? {} : cellData(value)) };
    }
    case "formula":
      return { f: change.formula, v: null, p: null, si: null };
    case "numberFormat":
      return { s: { ...style, n: { pattern: change.format } } };
    case "style":
      return { s: { ...style, ...styleOf(change.style) } };
  }
}

/** The engine keeps what it is not told to forget. */
function styleOf(style: CellStyle): IStyleData {
  const { bold, italic, size, fill, ink, align } = CELL_LOOKS[style];
  return {
    bl: bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ...(size === undefined ? {} : { fs: size }),
    ...(ink === undefined ? {} : { cl: { rgb: ink } }),
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ht: align === undefined ? null : HorizontalAlign.RIGHT,
    ...(style === "plain" ? { bg: null, cl: null } : {}),
  };
}
