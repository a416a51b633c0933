import { read, utils, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import {
  PIXELS_A_CHARACTER,
  type BookCell,
  type BookName,
  type BookSheet,
  type OpenedBook,
} from "../../workbook/book";
import { StyleTable } from "../../workbook/styleTable";
import { refusedReference, spelledForCell } from "./formulaSpelling";
import { checkXlsx, FileRefused, LIMITS } from "./zipCheck";

/**
 * Reads an .xlsx file.
 *
 * Formulas to other workbooks or programs are left out and their last values kept; macros, links and
 * other parts are left out. What was left out is named.
 *
 * @param file - Its bytes.
 * @returns Values, formulas, number formats, widths and defined names.
 * @throws {FileRefused} when it is no workbook, or beyond a limit.
 */
export async function readXlsx(file: Uint8Array): Promise<OpenedBook> {
  const dropped = new Set(await checkXlsx(file));
  const book = parse(file);
  const styles = new StyleTable();
  let cells = 0;
  const sheets = book.SheetNames.map((name): BookSheet => {
    const sheet = book.Sheets[name] ?? {};
    const read = cellsOf(sheet, styles, (what) =>
      dropped.add(`formulas to ${what} (their last values are kept)`),
    );
    cells += read.length;
    if (cells > LIMITS.cells) {
      throw new FileRefused(`the file has more than ${LIMITS.cells} cells; it is not opened`);
    }
    return {
      name,
      cells: read,
      columns: (sheet["!cols"] ?? []).flatMap(({ wch }, column) =>
        wch === undefined ? [] : [{ column, width: Math.round(wch * PIXELS_A_CHARACTER) }],
      ),
      rows: [],
      merged: [],
    };
  });
  return { sheets, names: namesOf(book), styles: styles.all, dropped: [...dropped] };
}

function parse(file: Uint8Array): WorkBook {
  try {
    return read(file, {
      type: "array",
      cellFormula: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellText: false,
      bookVBA: false,
      sheetRows: LIMITS.cells,
    });
  } catch (error) {
    throw new FileRefused(`the workbook cannot be read (${String(error)})`);
  }
}

function cellsOf(sheet: WorkSheet, styles: StyleTable, drop: (what: string) => void): BookCell[] {
  const cells: BookCell[] = [];
  for (const [address, stored] of Object.entries(sheet)) {
    if (address.startsWith("!")) continue;
    const cell = stored as CellObject;
    const { r: row, c: column } = utils.decode_cell(address);
    const value = valueOf(cell);
    const refused = cell.f === undefined ? null : refusedReference(cell.f);
    if (refused !== null) drop(refused);
    const formula =
      cell.f === undefined || refused !== null
        ? {}
        : { formula: spelledForCell(cell.f), ...(cell.F === undefined ? {} : { spill: cell.F }) };
    const style =
      typeof cell.z === "string" && cell.z !== "General"
        ? { style: styles.placeOf({ numberFormat: cell.z }) }
        : {};
    const spilled =
      cell.F !== undefined && cell.f === undefined ? ({ spilled: true } as const) : {};
    if (value === "" && cell.f === undefined && cell.z === undefined) continue;
    cells.push({ row, column, value, ...formula, ...spilled, ...style });
  }
  return cells;
}

/** An error cell holds a number in the file, and its text beside it. */
function valueOf(cell: CellObject): BookCell["value"] {
  if (cell.t === "e") return cell.w ?? "#N/A";
  // Dates are read as numbers: `cellDates` is off.
  return cell.v instanceof Date ? "" : (cell.v ?? "");
}

const namesOf = (book: WorkBook): BookName[] =>
  (book.Workbook?.Names ?? [])
    // Excel's own (_xlnm.Print_Area and the like) and names that are formulas are not cells.
    .filter(({ Name, Ref }) => !Name.startsWith("_xl") && /^[^()[\]]+![$A-Z0-9:]+$/i.test(Ref))
    .map(({ Name, Ref, Comment }) => ({
      name: Name,
      reference: Ref,
      table: Comment === TABLE_COMMENT,
    }));

/** Marks the names that stand for tables: the files that the workbench writes have no table parts. */
export const TABLE_COMMENT = "table";
