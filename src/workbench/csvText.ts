import { unparse } from "papaparse";
import type { CellTable } from "../host/cellValue";
import { isCellError } from "../host/cellValue";

/** A text that a spreadsheet would run as a formula when it opens the file. */
const RUNS = /^[=+\-@\t\r]/;

/**
 * The cells of a sheet as a CSV file.
 *
 * A text that begins like a formula gets an apostrophe before it; numbers stay as they are, and
 * errors are their codes.
 *
 * @param cells - Rows of cells.
 * @returns The text of the file, with a byte order mark, so that Excel reads it as UTF-8.
 */
export const csvText = (cells: CellTable): string =>
  `\uFEFF${unparse(
    cells.map((row) =>
      row.map((cell) => {
        if (isCellError(cell)) return cell.error;
        return typeof cell === "string" && RUNS.test(cell) ? `'${cell}` : (cell ?? "");
      }),
    ),
  )}\r\n`;
