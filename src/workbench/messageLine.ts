/* The line below the grid: the selected cell, its value, and the words of its error. */
import { isCellError, type EngineValue } from "../host/runtime/cellValue";
import { selectedCells } from "../host/selectedCells";
import type { Spreadsheet } from "../host/spreadsheet";
import { unknownNameWords } from "../host/unknownNames";
import { cellA1 } from "../workbook/a1";
import type { WorkbookPort } from "../workbook/workbookPort";

/**
 * Keeps the line up to date with the selection and with what is calculated.
 *
 * @param line - Where it stands; screen readers read it out.
 * @param spreadsheet - The spreadsheet.
 * @param workbook - Its port.
 */
export function showMessages(
  line: HTMLElement,
  spreadsheet: Spreadsheet,
  workbook: WorkbookPort,
): void {
  const show = () => {
    // Asked each time: a sheet may have another name by now, or be gone.
    const selected = selectedCells(spreadsheet);
    const sheet = selected?.sheet ?? spreadsheet.workbook.getActiveSheet().getSheetName();
    const { startRow = 0, startColumn = 0 } = selected?.range ?? {};
    const cell = cellA1(startRow + 1, startColumn + 1);
    const [[found = null] = []] = spreadsheet.read(sheet, cell);
    const value = withUnknownName(found, spreadsheet, cell);
    const words = `${cell}: ${cellWords(value)}`;
    // Said again, the same words would be read out at every calculation.
    if (line.textContent !== words) line.textContent = words;
    line.dataset["problem"] = String(isCellError(value));
  };
  void workbook.onSelected(show);
  spreadsheet.onCalculated(show);
  show();
}

/** A `#NAME?` of the sheet that is shown says which name is not known, and what was meant. */
function withUnknownName(value: EngineValue, spreadsheet: Spreadsheet, cell: string): EngineValue {
  if (!isCellError(value) || value.error !== "#NAME?") return value;
  const formula = spreadsheet.workbook.getActiveSheet().getRange(cell).getFormula();
  const message = formula === "" ? null : unknownNameWords(formula, spreadsheet);
  return message === null ? value : { ...value, message };
}

/**
 * What a cell holds, in words.
 * @param value - The cell.
 * @returns For example "#N/A: corporate, row 3: no quote".
 */
export function cellWords(value: EngineValue): string {
  if (value === null || value === "") return "blank";
  if (!isCellError(value)) return String(value);
  return value.message === "" ? value.error : `${value.error}: ${value.message}`;
}
