/* What results change in a file. */
import { isCellError, type EngineValue } from "../../host/runtime/cellValue";
import { a1Of } from "../../workbook/a1";
import type { BookCell } from "../../workbook/book";
import { NEWER_ERRORS } from "../../xlsx/cellValueXml";
import type { CellEdit } from "../../xlsx/editSheet";
import type { FileFormula, FileSheet } from "../../xlsx/fileFormulas";
import type { Result } from "./calculation";
import { holds, type CellAt } from "./places";

/** A cell that has another value now; null where it is blank. */
export interface CellChange extends CellAt {
  readonly old: BookCell["value"] | null;
  readonly new: EngineValue;
}

/** The edits of a sheet: by row, then by column, from 0. */
export type Edits = Map<number, Map<number, CellEdit>>;

/** What becomes of a sheet. */
export interface SheetChanges {
  readonly changes: readonly CellChange[];
  readonly edits: Edits;
}

/** Numbers that differ by less than this share of themselves are one number: engines round otherwise. */
const SAME = 1e-12;

/**
 * What results change in a sheet.
 *
 * @param sheet - The sheet as the file has it.
 * @param results - The results of its formulas.
 * @param given - What is changed in it already; the edits are added to it.
 * @returns The cells that change, row by row; none where all are as they were.
 */
export function sheetChanges(
  sheet: FileSheet,
  results: readonly Result[],
  given: Edits = new Map(),
): SheetChanges {
  const edits = given;
  const changes: CellChange[] = [];
  const filled = new Set<string>();
  for (const { formula, reach, values } of results) {
    const isMoved = a1Of(reach) !== a1Of(formula.area);
    for (const [i, line] of values.entries()) {
      for (const [j, value] of line.entries()) {
        const [row, column] = [formula.row + i, formula.column + j];
        filled.add(`${row},${column}`);
        const isOwn = i === 0 && j === 0;
        const old = sheet.cells.get(row)?.get(column)?.value ?? null;
        const isSame = old !== null && isSameValue(old, value, isOwn && formula.isNewerError);
        if (!isSame) changes.push({ sheet: sheet.name, row, column, old, new: value });
        if (isSame && !(isOwn && isMoved)) continue;
        addEdit(edits, row, column, {
          value: plain(value),
          ...(isOwn && isMoved ? { reach: a1Of(reach) } : {}),
        });
      }
    }
  }
  for (const { formula } of results) {
    for (const { row, column, value } of leftBehind(sheet, formula, filled)) {
      changes.push({ sheet: sheet.name, row, column, old: value, new: null });
      addEdit(edits, row, column, { value: null });
    }
  }
  return { changes: changes.sort((a, b) => a.row - b.row || a.column - b.column), edits };
}

const plain = (value: EngineValue): BookCell["value"] | null =>
  isCellError(value) ? value.error : value;

/**
 * Adds an edit.
 * @param edits - The edits.
 * @param row - Of the cell, from 0.
 * @param column - Of the cell, from 0.
 * @param edit - What becomes of it.
 */
export function addEdit(edits: Edits, row: number, column: number, edit: CellEdit): void {
  const line = edits.get(row) ?? new Map<number, CellEdit>();
  line.set(column, edit);
  edits.set(row, line);
}

/** The cells of an earlier, larger result that nothing fills now. */
function leftBehind(
  { cells }: FileSheet,
  { area, row: top, column: left, kind }: FileFormula,
  filled: ReadonlySet<string>,
): BookCell[] {
  if (kind !== "dynamic") return [];
  const found: BookCell[] = [];
  for (let row = area.row - 1; row < area.row - 1 + area.rows; row++) {
    for (const cell of cells.get(row)?.values() ?? []) {
      const { column, value, formula } = cell;
      const isOther = row !== top || column !== left;
      if (!isOther || !holds(area, row, column) || filled.has(`${row},${column}`)) continue;
      if (formula === undefined && value !== "") found.push(cell);
    }
  }
  return found;
}

function isSameValue(old: BookCell["value"], value: EngineValue, isNewerError: boolean): boolean {
  const now = plain(value);
  if (typeof old === "number" && typeof now === "number") {
    return old === now || Math.abs(old - now) <= SAME * Math.max(Math.abs(old), Math.abs(now));
  }
  if (isNewerError && old === "#VALUE!") return typeof now === "string" && NEWER_ERRORS.has(now);
  return old === now;
}
