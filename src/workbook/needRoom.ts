import { WorkbookError, type Place, type WorkbookPort } from "./workbookPort";

/**
 * Refuses to let a table grow over cells that hold something.
 *
 * @param workbook - The workbook.
 * @param table - The table's name.
 * @param place - The cells that it needs.
 * @throws WorkbookError when one of them is not blank.
 */
export async function needRoom(workbook: WorkbookPort, table: string, place: Place): Promise<void> {
  const cells = await workbook.read(place);
  if (cells.flat().every((cell) => cell === "")) return;
  throw new WorkbookError(
    `the cells ${place.a1} next to the table ${table} are not empty, and it needs them: move what stands there, then try again`,
    "NonBlankCell",
  );
}
