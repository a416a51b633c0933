/* Excel's Range over the embedded engine: what Excel does with what is put into its cells. */
import { HorizontalAlign, ICommandService, type ICellData, type IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { cellData } from "../../src/host/sheetContent";
import { UNIT_ID } from "../../src/host/repairs/unitId";
import { isCellError } from "../../src/host/runtime/cellValue";
import { a1OfRange, boundsOf, usedPart, within } from "../../src/host/engineRanges";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { a1Of, rectangleOf } from "../../src/workbook/a1";
import { formatsObject } from "./excelFormats";
import { NULL_OBJECT, RichApiError, type ModelObject } from "./richApiExecutor";

export type EngineSheet = ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>;
type Value = string | number | boolean;

/** A range of the model, with where it stands. */
export interface RangeObject extends ModelObject {
  readonly sheet: string;
  readonly a1: string;
}

/** Month names and digits: whatever is typed so becomes a date. */
const LIKE_A_DATE = /^[a-z]{3,9}[ .\-/]?\d|^\d+[/:.-]\d/i;

/** What Excel stores when something is put into a cell; null leaves the cell as it is. */
function typed(value: Value | null): ICellData | null {
  const nothing: ICellData = { v: null, p: null, f: null, si: null };
  if (value === null) return null;
  if (value === "") return nothing;
  if (typeof value !== "string") return { ...nothing, ...cellData(value) };
  if (value.startsWith("'")) return { ...nothing, ...cellData(value.slice(1)) };
  if (value.startsWith("=")) return { ...nothing, f: value };
  if (/^[+\-@]/.test(value) && Number.isNaN(Number(value))) {
    return { ...nothing, f: `=${value}` };
  }
  if (LIKE_A_DATE.test(value)) return { ...nothing, ...cellData(45_000) };
  if (/^(true|false)$/i.test(value)) {
    return { ...nothing, ...cellData(value.toLowerCase() === "true") };
  }
  if (value.trim() !== "" && Number.isFinite(Number(value))) {
    return { ...nothing, ...cellData(Number(value)) };
  }
  return { ...nothing, ...cellData(value) };
}

/** What the ranges need of the rest of the model. */
export interface CellsContext {
  readonly book: Spreadsheet;
  /** Refuses to write on a protected sheet or in a read-only workbook. */
  readonly guard: (sheet: string) => void;
  readonly wrote: () => void;
}

/** The range at a place. */
export function rangeObject(
  context: CellsContext,
  worksheet: EngineSheet,
  a1: string,
): RangeObject {
  const { book, guard, wrote } = context;
  const sheet = worksheet.getSheetName();
  const { row, column, rows, columns } = rectangleOf(a1);
  const cells = <T>(of: (i: number, j: number) => T): T[][] =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => of(i, j)));
  const stored = (i: number, j: number) =>
    worksheet
      .getSheet()
      .getCellMatrix()
      .getValue(row - 1 + i, column - 1 + j);
  const styleOf = (i: number, j: number) =>
    book.workbook.getWorkbook().getStyles().getStyleByCell(stored(i, j)) ?? {};

  const cellAt = (atRow: number, atColumn: number) =>
    rangeObject(context, worksheet, a1Of({ row: atRow, column: atColumn, rows: 1, columns: 1 }));
  const spillAt = (i: number, j: number) =>
    spillRanges(book, worksheet.getSheetId()).find(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startRow <= i && i <= endRow && startColumn <= j && j <= endColumn,
    );

  const write = (of: (i: number, j: number) => ICellData | null) => {
    guard(sheet);
    const matrix: Record<number, Record<number, ICellData>> = {};
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const cell = of(i, j);
        if (cell) (matrix[row - 1 + i] ??= {})[column - 1 + j] = cell;
      }
    }
    if (row + rows > worksheet.getMaxRows()) worksheet.setRowCount(row + rows + 100);
    if (column + columns > worksheet.getMaxColumns()) worksheet.setColumnCount(column + columns);
    const done = book.service(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: UNIT_ID,
      subUnitId: worksheet.getSheetId(),
      range: boundsOf(matrix),
      value: matrix,
    });
    if (!done) throw new Error(`the engine did not write ${a1}`);
    wrote();
  };
  const put = (values: (Value | null)[][]) => {
    if (values.length !== rows || values.some((line) => line.length !== columns)) {
      throw new RichApiError("InvalidArgument");
    }
    write((i, j) => typed(values[i]?.[j] ?? null));
  };
  /** The engine forgets a formula that it has not calculated when its cell gets another look. */
  const looking = (i: number, j: number, add: object): ICellData => {
    const formula = stored(i, j)?.f;
    return { ...(formula ? { f: formula } : {}), s: { ...styleOf(i, j), ...add } };
  };
  const style = (add: object) => {
    write((i, j) => looking(i, j, add));
  };
  const values = () =>
    book
      .read(sheet, a1)
      .map((line) => line.map((cell) => (isCellError(cell) ? cell.error : (cell ?? ""))));

  const font: ModelObject = {
    type: "RangeFont",
    set: {
      bold: (is: boolean) => {
        style({ bl: is ? 1 : 0 });
      },
      italic: (is: boolean) => {
        style({ it: is ? 1 : 0 });
      },
      size: (points: number) => {
        style({ fs: points });
      },
      color: (rgb: string) => {
        style({ cl: { rgb } });
      },
    },
  };
  const fill: ModelObject = {
    type: "RangeFill",
    set: {
      color: (rgb: string) => {
        style({ bg: { rgb } });
      },
    },
    call: {
      clear: () => {
        style({ bg: null });
      },
    },
  };
  const format: ModelObject = {
    type: "RangeFormat",
    has: { font: () => font, fill: () => fill },
    set: {
      horizontalAlignment: (where: string) => {
        style({ ht: where === "Right" ? HorizontalAlign.RIGHT : null });
      },
      columnWidth: (points: number) => {
        guard(sheet);
        for (let j = 0; j < columns; j++) worksheet.setColumnWidth(column - 1 + j, points / 0.75);
      },
    },
  };
  return {
    type: "Range",
    sheet,
    a1,
    get: {
      values,
      formulas: () => {
        const size = { rows: worksheet.getMaxRows(), columns: worksheet.getMaxColumns() };
        const inside = within(a1, size);
        const formulas = inside === null ? [] : worksheet.getRange(inside).getFormulas();
        return values().map((line, i) => line.map((value, j) => formulas[i]?.[j] || value));
      },
      address: () =>
        /^[A-Za-z_]\w*$/.test(sheet) ? `${sheet}!${a1}` : `'${sheet.replaceAll("'", "''")}'!${a1}`,
      numberFormat: () => cells((i, j) => styleOf(i, j).n?.pattern ?? "General"),
      hasSpill: () => {
        const spilled = spilledCells(book, worksheet.getSheetId());
        const all = cells((i, j) => spilled.has(`${row - 1 + i},${column - 1 + j}`)).flat();
        return all.every((is) => is === all[0]) ? all[0] : null;
      },
    },
    set: {
      values: put,
      formulas: put,
      numberFormat: (formats: string[][]) => {
        write((i, j) => {
          const pattern = formats[i]?.[j] ?? "General";
          return looking(i, j, { n: pattern === "General" ? null : { pattern } });
        });
      },
    },
    has: {
      format: () => format,
      conditionalFormats: () =>
        formatsObject(book, worksheet, a1, () => {
          guard(sheet);
        }),
    },
    call: {
      select: () => {
        worksheet.getRange(a1).activate();
      },
      group: (option: string) => {
        guard(sheet);
        if (option !== "ByRows") throw new RichApiError("InvalidArgument");
        const { rowData } = worksheet.getSheet().getConfig();
        for (let i = row - 1; i < row - 1 + rows; i++) {
          rowData[i] = { ...rowData[i], custom: { level: 1 } };
        }
      },
      // The client writes many cells in parts.
      _ValidateArraySize: (height: number, width: number) => {
        if (height !== rows || width !== columns) throw new RichApiError("InvalidArgument");
      },
      getCell: (i: number, j: number) => cellAt(row + i, column + j),
      getSpillingToRangeOrNullObject: () => {
        if (rows * columns !== 1) throw new RichApiError("InvalidArgument");
        const spill = spillAt(row - 1, column - 1);
        const isAnchor = spill?.startRow === row - 1 && spill.startColumn === column - 1;
        return isAnchor ? rangeObject(context, worksheet, a1OfRange(spill)) : NULL_OBJECT;
      },
      getSpillParentOrNullObject: () => {
        if (rows * columns !== 1) throw new RichApiError("InvalidArgument");
        const spill = spillAt(row - 1, column - 1);
        return spill ? cellAt(spill.startRow + 1, spill.startColumn + 1) : NULL_OBJECT;
      },
      getRow: (i: number) =>
        rangeObject(context, worksheet, a1Of({ row: row + i, column, rows: 1, columns })),
      getBoundingRect: (other: RangeObject) => {
        const to = rectangleOf(other.a1);
        const both = { row, column, rows: to.row + to.rows - row, columns };
        return rangeObject(context, worksheet, a1Of(both));
      },
    },
  };
}

/** The results of a sheet of more than one cell. */
function spillRanges(book: Spreadsheet, sheetId: string): IRange[] {
  const sheet = book.service(FormulaDataModel).getArrayFormulaRange()[UNIT_ID]?.[sheetId] ?? {};
  return Object.values(sheet)
    .flatMap((row) => Object.values(row as Record<string, IRange | null>))
    .filter((range) => range !== null)
    .filter((range) => range.endRow > range.startRow || range.endColumn > range.startColumn);
}

/** The cells of a sheet that belong to a result of more than one cell. */
function spilledCells(book: Spreadsheet, sheetId: string): Set<string> {
  const spilled = new Set<string>();
  for (const range of spillRanges(book, sheetId)) {
    for (let i = range.startRow; i <= range.endRow; i++) {
      for (let j = range.startColumn; j <= range.endColumn; j++) spilled.add(`${i},${j}`);
    }
  }
  return spilled;
}

/** Worksheet.getUsedRangeOrNullObject(true). */
export function usedRange(context: CellsContext, worksheet: EngineSheet): ModelObject {
  const [rows, columns] = [worksheet.getLastRow() + 1, worksheet.getLastColumn() + 1];
  const all = context.book.read(
    worksheet.getSheetName(),
    a1Of({ row: 1, column: 1, rows, columns }),
  );
  const a1 = usedPart(
    all.map((line) => line.map((cell) => (isCellError(cell) ? cell.error : (cell ?? "")))),
  );
  return a1 === null ? NULL_OBJECT : rangeObject(context, worksheet, a1);
}
