import { SHEET_LIMITS } from "../workbook/limits";
import { readFileSync } from "node:fs";
import type { SheetContent } from "../host/sheetContent";
import { CalcError } from "../calc/errors";
import { sheetOfText } from "../data/sheetOfText";
import { textOfBytes } from "../data/textOfBytes";
import { UsageError } from "./usageError";

/** What Excel does not allow in the name of a sheet, and the quote that would end it. */
const FORBIDDEN = /[\\/?*[\]:']/;

/**
 * Loads the files of `--data NAME=FILE.csv`.
 *
 * @param options - What followed each `--data`, in order.
 * @returns One sheet an option, values from A1 on.
 * @throws {UsageError} for a name that Excel would refuse, a repeated name, or a file that cannot
 *   be used; before anything else runs.
 */
export async function loadData(options: readonly string[]): Promise<SheetContent[]> {
  const names = new Map<string, string>();
  const files = options.map((option) => {
    const equals = option.indexOf("=");
    if (equals < 1 || equals === option.length - 1) {
      throw new UsageError(`--data is ${option}; it must be NAME=FILE.csv`);
    }
    const [name, file] = [option.slice(0, equals), option.slice(equals + 1)];
    if (name.length > 31 || FORBIDDEN.test(name) || name.trim() !== name) {
      throw new UsageError(
        `--data ${option}: the name is "${name}"; it must have at most 31 characters, ` +
          "no blank at an end and none of \\ / ? * [ ] : '",
      );
    }
    const before = names.get(name.toLowerCase());
    if (before !== undefined) {
      throw new UsageError(
        `--data ${option}: there is a sheet ${before} already; give another name`,
      );
    }
    names.set(name.toLowerCase(), name);
    return { name, file };
  });
  const sheets: SheetContent[] = [];
  for (const { name, file } of files) {
    const cells = await loadCsv(file);
    sheets.push({ name, cells, rowCount: SHEET_LIMITS.rows, columnCount: SHEET_LIMITS.columns });
  }
  return sheets;
}

async function loadCsv(file: string) {
  try {
    return (await sheetOfText(textOfBytes(readFileSync(file)), file, "nobody")).rows;
  } catch (error) {
    if (error instanceof CalcError) throw new UsageError(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw new UsageError(`${file}: ${reason}`);
  }
}
