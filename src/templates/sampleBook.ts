/* Made-up histories for users who want to see the add-in at work before they bring data. */
import type { SpreadRow } from "../calc/series/spreadRow";
import { ENTERED, newTable } from "../assumptions/table";
import { normalStream } from "../calc/numeric/random";
import { tidy } from "../calc/numeric/tidy";
import { serialOf } from "../calc/date/serial";
import type { WorkbookPort } from "../workbook/workbookPort";
import { addTable } from "./assumptionsTable";
import { addDashboard } from "./dashboard";
import { addDataSheet, type SpreadHistories } from "./dataSheet";
import { ILLUSTRATIVE } from "./illustrative";
import { wander, type Wandering } from "./wander";

/** What the sample is drawn from: monthly, in basis points, half-lives in months. */
export const SAMPLE = {
  seed: 20_260_115,
  months: 180,
  lastYear: 2025,
  corporate: { mean: 110, sd: 30, halfLife: 12 } satisfies Wandering,
  gap: { mean: 45, sd: 18, halfLife: 6 } satisfies Wandering,
};

/**
 * The histories of the sample book: the same for everybody.
 * @returns Month ends up to December 2025; spreads to 0.1 bp.
 */
export function sampleHistories(): SpreadHistories {
  const normal = normalStream(SAMPLE.seed);
  const [corporate, gap] = [wander(SAMPLE.corporate, normal), wander(SAMPLE.gap, normal)];
  const first = SAMPLE.lastYear * 12 + 12 - SAMPLE.months;
  const rows = Array.from({ length: SAMPLE.months }, (_, i): SpreadRow => {
    const month = first + i + 1;
    const spread = tenth(corporate());
    return {
      date: serialOf(Math.floor(month / 12), (month % 12) + 1, 1) - 1,
      mbs: tenth(spread + gap()),
      corporate: spread,
    };
  });
  const { corporate: c, gap: g } = SAMPLE;
  const about =
    `${ILLUSTRATIVE}: made-up numbers (seed ${SAMPLE.seed}). Monthly first-order autoregressions: corporate spread` +
    ` mean ${c.mean}, standard deviation ${c.sd} bp, half-life ${c.halfLife} months; gap mean ${g.mean},` +
    ` standard deviation ${g.sd} bp, half-life ${g.halfLife} months.`;
  return { about, rows };
}

const tenth = (value: number): number => tidy(Math.round(value * 10) / 10);

/**
 * Adds the sample book: histories, assumptions that agree with their last row, and the dashboard.
 *
 * @param workbook - The workbook.
 * @returns The name of the dashboard's sheet.
 */
export async function addSampleBook(workbook: WorkbookPort): Promise<string> {
  const histories = sampleHistories();
  await addDataSheet(workbook, histories);
  const last = histories.rows.at(-1);
  const entered = new Map<string, number>();
  if (last?.mbs != null) entered.set("mbsSpread", last.mbs);
  if (last?.corporate != null) entered.set("corpOas", last.corporate);
  if (last !== undefined) entered.set("asOf", last.date);
  const source = `${ILLUSTRATIVE}: the last row of the made-up histories`;
  await addTable(
    workbook,
    newTable(entered).map((row) => row.map((cell) => (cell === ENTERED ? source : cell))),
  );
  return addDashboard(workbook);
}
