/* What the engine holds, as a workbook of plain data. The cost follows the cells, not the extent. */
import { BooleanNumber, CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Book, BookCell, BookColumn, BookRow, BookSheet } from "../workbook/book";
import { StyleTable } from "../workbook/styleTable";
import { isCellError } from "./runtime/cellValue";
import { formatsOf } from "./formats/keptFormats";
import { bookNames } from "./definedNames";
import { a1OfRange } from "./engineRanges";
import { bookStyleOf } from "./engineStyles";
import { runsOf } from "./richText";
import { UNIT_ID } from "./repairs/unitId";
import type { Spreadsheet } from "./spreadsheet";
import { levelOf } from "./rowGroups";
import { pageOf } from "./sheetPage";

type EngineCells = Readonly<Record<number, Readonly<Record<number, ICellData | null>> | undefined>>;
type StyleOf = (style: ICellData["s"]) => number | undefined;

/**
 * The workbook that the engine holds, as plain data.
 *
 * @param spreadsheet - The spreadsheet.
 * @returns All that the engine keeps of it, but selections and the steps of undo.
 */
export function bookOf(spreadsheet: Spreadsheet): Book {
  const engineStyles = spreadsheet.workbook.getWorkbook().getStyles();
  const styles = new StyleTable();
  const styleOf: StyleOf = (style) => {
    if (!style) return undefined;
    const look = bookStyleOf(engineStyles.get(style) ?? {});
    return Object.keys(look).length === 0 ? undefined : styles.placeOf(look);
  };
  const sheets = spreadsheet.workbook.getSheets().map((worksheet): BookSheet => {
    const config = worksheet.getSheet().getConfig();
    return {
      name: worksheet.getSheetName(),
      cells: cellsOf(spreadsheet, config, styleOf),
      columns: columnsOf(config, styleOf),
      rows: rowsOf(config, styleOf),
      merged: config.mergeData.map(a1OfRange),
      size: { rows: config.rowCount, columns: config.columnCount },
      ...frozenOf(config),
      ...pageOf(config),
      ...formatsOf(config),
      ...(config.hidden === BooleanNumber.TRUE ? { hidden: true } : {}),
      ...(config.tabColor ? { tabColor: config.tabColor } : {}),
      ...(config.showGridlines === BooleanNumber.FALSE ? { withoutGridlines: true } : {}),
    };
  });
  return {
    sheets,
    names: bookNames(spreadsheet.workbook),
    styles: styles.all,
    shown: spreadsheet.workbook.getActiveSheet().getSheetName(),
  };
}

function cellsOf(
  spreadsheet: Spreadsheet,
  { id, name, cellData }: IWorksheetData,
  styleOf: StyleOf,
): BookCell[] {
  const formulas = spreadsheet.service(FormulaDataModel);
  const spills = formulas.getArrayFormulaRange()[UNIT_ID]?.[id] ?? {};
  const spilled = formulas.getArrayFormulaCellData()[UNIT_ID]?.[id] ?? {};
  const formulaOf = formulasOf(cellData, spreadsheet.service(LexerTreeBuilder));
  const valueAt = spreadsheet.reader(name);
  const cells: BookCell[] = [];
  for (const row of keysOf(cellData, spilled)) {
    for (const column of keysOf(cellData[row], spilled[row])) {
      const own: ICellData = cellData[row]?.[column] ?? {};
      const formula = formulaOf(own, row, column);
      const spill = formula === undefined ? undefined : spills[row]?.[column];
      const runs = own.p ? runsOf(own.p) : undefined;
      const style = styleOf(own.s);
      const value = shownValue(valueAt(row, column), own, formula);
      if (value === "" && formula === undefined && style === undefined) continue;
      cells.push({
        row,
        column,
        value,
        ...(formula === undefined ? {} : { formula }),
        ...(spill ? { spill: a1OfRange(spill) } : {}),
        ...(isSpilled(own, formula) && value !== "" ? { spilled: true } : {}),
        ...(style === undefined ? {} : { style }),
        ...(runs === undefined ? {} : { runs }),
      });
    }
  }
  return cells;
}

/** Whether a value of a cell would come from elsewhere. */
const isSpilled = ({ v, p }: ICellData, formula: string | undefined): boolean =>
  formula === undefined && v == null && !p;

/** The places of both, in order; those of one are in order. */
function keysOf(line: object | null | undefined, other?: object | null): number[] {
  const keys = Object.keys(line ?? {}).map(Number);
  if (!other) return keys;
  return [...new Set([...keys, ...Object.keys(other).map(Number)])].sort((a, b) => a - b);
}

function shownValue(
  read: ReturnType<ReturnType<Spreadsheet["reader"]>>,
  { t }: ICellData,
  formula: string | undefined,
): BookCell["value"] {
  const value = isCellError(read) ? read.error : (read ?? "");
  const isText = t === CellValueType.FORCE_STRING || t === CellValueType.STRING;
  return isText && formula === undefined ? String(value) : value;
}

/**
 * The formula of each cell. The engine writes a formula that was filled into cells once; the others
 * have its key, and the formula moved by their distance from it.
 */
function formulasOf(
  cells: EngineCells,
  lexer: LexerTreeBuilder,
): (cell: ICellData, row: number, column: number) => string | undefined {
  const first = new Map<string, { formula: string; row: number; column: number }>();
  for (const row of keysOf(cells)) {
    for (const column of keysOf(cells[row])) {
      const { f: formula, si } = cells[row]?.[column] ?? {};
      if (formula && si && !first.has(si)) first.set(si, { formula, row, column });
    }
  }
  return ({ f: own, si }, row, column) => {
    if (own) return own;
    const from = si ? first.get(si) : undefined;
    return from && lexer.moveFormulaRefOffset(from.formula, column - from.column, row - from.row);
  };
}

function columnsOf({ columnData }: IWorksheetData, styleOf: StyleOf): BookColumn[] {
  return keysOf(columnData).flatMap((column) => {
    const { w: width, hd, s } = columnData[column] ?? {};
    const line = { ...(width === undefined ? {} : { width }), ...lineOf(hd, styleOf(s)) };
    return Object.keys(line).length === 0 ? [] : [{ column, ...line }];
  });
}

function rowsOf({ rowData, defaultRowHeight }: IWorksheetData, styleOf: StyleOf): BookRow[] {
  return keysOf(rowData).flatMap((row) => {
    const { h, ah, ia, hd, s } = rowData[row] ?? {};
    const fitted = ia !== BooleanNumber.FALSE;
    const height = fitted ? (ah ?? h) : h;
    const tall =
      height === undefined || (fitted && height === defaultRowHeight)
        ? {}
        : { height, ...(fitted ? { fitted } : {}) };
    const line = { ...tall, ...levelOf(rowData[row] ?? {}), ...lineOf(hd, styleOf(s)) };
    return Object.keys(line).length === 0 ? [] : [{ row, ...line }];
  });
}

const lineOf = (hidden: BooleanNumber | undefined, style: number | undefined) => ({
  ...(hidden === BooleanNumber.TRUE ? ({ hidden: true } as const) : {}),
  ...(style === undefined ? {} : { style }),
});

function frozenOf({ freeze }: IWorksheetData): Pick<BookSheet, "frozen"> {
  const { xSplit: columns, ySplit: rows, startRow, startColumn } = freeze;
  if (rows <= 0 && columns <= 0) return {};
  const [top, left] = [startRow - rows, startColumn - columns];
  return {
    frozen: { rows, columns, ...(top > 0 ? { top } : {}), ...(left > 0 ? { left } : {}) },
  };
}
