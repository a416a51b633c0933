import { a1Of, rectangleOf } from "../workbook/a1";
import { WorkbookError, type WorkbookPort } from "../workbook/workbookPort";

/**
 * Writes a formula into the selected cell.
 *
 * @param workbook - The workbook.
 * @param formula - In English, with its equals sign.
 * @returns Where it stands, for example "Sheet1!B2".
 * @throws WorkbookError when the cell holds something already.
 */
export async function insertFormula(workbook: WorkbookPort, formula: string): Promise<string> {
  const { sheet, a1 } = await workbook.selection();
  const cell = a1Of({ ...rectangleOf(a1), rows: 1, columns: 1 });
  const [[held = ""] = []] = await workbook.readFormulas({ sheet, a1: cell });
  if (held !== "") {
    throw new WorkbookError(
      `the cell ${cell} of ${sheet} holds ${String(held).slice(0, 40)}: select a blank cell, then try again`,
      "NonBlankCell",
    );
  }
  await workbook.change([{ kind: "formula", sheet, a1: cell, formula }]);
  return `${sheet}!${cell}`;
}
