import { LifecycleService, LifecycleStages } from "@univerjs/core";
import type { Spreadsheet } from "./spreadsheet";

/**
 * Waits until the grid of a page can be used. The engine shows its name box and cells earlier, but
 * does not yet know there how to scroll: going to a cell then throws.
 * @param spreadsheet - A spreadsheet with a grid; without one this never ends.
 * @returns When the grid is drawn.
 */
export const gridDrawn = (spreadsheet: Spreadsheet): Promise<void> =>
  spreadsheet.service(LifecycleService).onStage(LifecycleStages.Rendered);
