/* The charts of this add-in go on to the rows that the histories have now. */
import { rectangleOf } from "../workbook/a1";
import type { WorkbookPort } from "../workbook/workbookPort";
import { backtestSource } from "./backtestLayout";
import { GAP_CHART, gapSource } from "./dashboard";
import { DATA_NAMES } from "./dataNames";

/**
 * Lets the charts of the dashboard and of the backtests draw all rows of the histories.
 *
 * @param workbook - The workbook; its histories have other rows than before.
 */
export async function chartsFollow(workbook: WorkbookPort): Promise<void> {
  const gap = await workbook.findName(DATA_NAMES.gap);
  if (gap === null) return;
  const { rows } = rectangleOf(gap.a1);
  await workbook.pointCharts((name, sheet) =>
    name === GAP_CHART ? gapSource(gap) : backtestSource(name, sheet, rows),
  );
}
