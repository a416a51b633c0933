/* The charts of this add-in go on to the rows that the histories have now. */
import { a1Of, rectangleOf } from "../workbook/a1";
import type { Place, WorkbookPort } from "../workbook/workbookPort";
import { backtestSource } from "./backtestLayout";
import { EARLIER_GAP_CHART, GAP_CHART, gapSource, lineFormats } from "./dashboard";
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
  const dashboards: string[] = [];
  await workbook.pointCharts((name, sheet) => {
    if (name === GAP_CHART) dashboards.push(sheet);
    return null;
  });
  await workbook.change(dashboards.flatMap((sheet) => lineFormats(sheet, rows)));
  await workbook.pointCharts((name, sheet) => {
    if (name === EARLIER_GAP_CHART) return withDates(gap);
    return name === GAP_CHART ? gapSource(sheet, rows) : backtestSource(name, sheet, rows);
  });
}

/** The gap on its own sheet with the heading above and the dates before. */
function withDates({ sheet, a1 }: Place): Place {
  const { row, column, rows } = rectangleOf(a1);
  return { sheet, a1: a1Of({ row: row - 1, column: column - 1, rows: rows + 1, columns: 2 }) };
}
