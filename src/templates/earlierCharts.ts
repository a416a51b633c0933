/* The charts of sheets that were added before their cells had names: where those stood. */
import type { Place, WorkbookPort } from "../workbook/workbookPort";
import { areHeadings } from "./historyParts";

/** The chart of the gap that draws the sheet of histories. */
export const EARLIEST_GAP_CHART = "RV_GapChart";

/** The ends of the charts' names, and the headings of what they draw. */
const EARLIER: readonly (readonly [end: RegExp, headings: string])[] = [
  [/^RV_GapRange$/, "L6:P6"],
  [/^RV_.*_earned$/, "T6:U6"],
  [/^RV_.*_fallen$/, "W6:X6"],
  [/^RV_.*_14$/, "N4:O4"],
  [/^RV_.*_17$/, "Q4:R4"],
];

/**
 * The headings of the earlier charts of a workbook that stand where they were written: a user may have inserted
 * columns since.
 *
 * @param workbook - The workbook.
 * @param isNamed - Whether the cells of a chart have a name.
 * @returns Headings by the chart's name and its sheet, as {@link chartKey} joins them.
 */
export async function earlierCharts(
  workbook: WorkbookPort,
  isNamed: (name: string) => boolean,
): Promise<ReadonlyMap<string, Place>> {
  const asked = new Map<string, Place>();
  await workbook.pointCharts((name, sheet) => {
    const headings = isNamed(name) ? null : earlierHeadings(name, sheet);
    if (headings !== null) asked.set(chartKey(name, sheet), headings);
    return null;
  });
  const found = await Promise.all(
    [...asked].map(async ([key, place]) => {
      return (await areHeadings(workbook, place)) ? [[key, place] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/**
 * A chart of a workbook.
 *
 * @param name - Its name.
 * @param sheet - The sheet that it stands on.
 * @returns Both in one text.
 */
export const chartKey = (name: string, sheet: string): string => `${sheet}!${name}`;

function earlierHeadings(name: string, sheet: string): Place | null {
  const found = EARLIER.find(([end]) => end.test(name));
  return found === undefined ? null : { sheet, a1: found[1] };
}
