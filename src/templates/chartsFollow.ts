/* The charts of this add-in, and the numbers that they draw, go on to the rows that the histories have now. */
import { a1Of, rectangleOf } from "../workbook/a1";
import type { Place, WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { chartKey, earlierCharts, EARLIEST_GAP_CHART } from "./earlierCharts";
import { partFormats, standingParts, withRows } from "./historyParts";

/**
 * Lets the charts of dashboards and backtests draw all rows of the histories. What the user has made of the rows
 * that were there, and of the charts themselves, stays.
 *
 * @param workbook - The workbook; its histories have other rows than before.
 * @param before - How many rows they had.
 */
export async function chartsFollow(workbook: WorkbookPort, before: number): Promise<void> {
  const gap = await workbook.findName(DATA_NAMES.gap);
  if (gap === null) return;
  const { rows } = rectangleOf(gap.a1);
  const parts = await standingParts(workbook);
  const formats = parts.flatMap((part) => partFormats(part, before, rows));
  if (formats.length > 0) await workbook.change(formats);
  const named = new Map(parts.map(({ name, headings }) => [name, headings]));
  const earlier = await earlierCharts(workbook, (name) => named.has(name));
  await workbook.pointCharts((name, sheet) => {
    if (name === EARLIEST_GAP_CHART) return withDates(gap);
    const headings = named.get(name) ?? earlier.get(chartKey(name, sheet));
    // A copy of a sheet has the chart, not the name.
    return headings?.sheet === sheet ? withRows(headings, rows) : null;
  });
}

/** The gap on its own sheet with the heading above and the dates before. */
function withDates({ sheet, a1 }: Place): Place {
  const { row, column, rows } = rectangleOf(a1);
  return { sheet, a1: a1Of({ row: row - 1, column: column - 1, rows: rows + 1, columns: 2 }) };
}
