/* Several assumptions tables in one workbook, such as a bull and a bear case. */
import { sameName } from "../workbook/sameName";
import { TABLE_NAME } from "../assumptions/table";
import { WorkbookError, type WorkbookPort } from "../workbook/workbookPort";

/**
 * The sets of assumptions that a workbook holds.
 *
 * @param workbook - The workbook.
 * @returns The names of their tables, the base set first.
 */
export async function setNames(workbook: WorkbookPort): Promise<string[]> {
  const { tables } = await workbook.names();
  const others = tables.filter((name) =>
    name.toLowerCase().startsWith(`${TABLE_NAME}_`.toLowerCase()),
  );
  return [...tables.filter((name) => sameName(name, TABLE_NAME)), ...others];
}

/**
 * The name of a set's table.
 *
 * @param set - What the user calls the set, for example "bull".
 * @returns For example "RV_Assumptions_bull".
 * @throws WorkbookError when Excel allows no such name.
 */
export function setTableName(set: string): string {
  const word = set.trim();
  if (/^[\p{L}\p{N}_]{1,40}$/u.test(word)) return `${TABLE_NAME}_${word}`;
  throw new WorkbookError(
    `the set is called "${word.slice(0, 60)}"; it must be up to 40 letters, digits and underscores`,
    "InvalidArgument",
  );
}
