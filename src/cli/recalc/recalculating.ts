/* Calculates a workbook's file in a thread, which can be stopped. */
import { nodePreset } from "../../host/nodePreset";
import type { SheetContent } from "../../host/sheetContent";
import { FileRefused } from "../../xlsx/fileRefused";
import type { Bundle } from "../bundle";
import { UsageError } from "../usageError";
import { recalculated, type Recalculated } from "./recalculated";

/** What the thread is asked. */
export interface Workbook {
  readonly file: Uint8Array;
  /** Cells for sheets of the file. */
  readonly data: readonly SheetContent[];
}

/**
 * Makes ready to calculate a file.
 *
 * @param bundle - The functions.
 * @returns What calculates it; a UsageError for a file that is refused.
 */
export const recalculating =
  (bundle: Bundle) =>
  async ({ file, data }: Workbook): Promise<Recalculated> => {
    try {
      return await recalculated(file, data, { preset: nodePreset(), ...bundle });
    } catch (error) {
      throw error instanceof FileRefused ? new UsageError(error.message) : error;
    }
  };
