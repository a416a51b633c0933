/* Puts the charts of the workbook into the page. */
import { createRoot } from "react-dom/client";
import { ChartStrip } from "./ChartStrip";
import type { ChartStore } from "./chartStore";

/**
 * Shows the charts.
 *
 * @param root - Where to show them; its content is replaced.
 * @param charts - The charts of the workbook.
 * @param locale - The language of their numbers and dates.
 */
export function showChartStrip(root: HTMLElement, charts: ChartStore, locale: string): void {
  createRoot(root).render(<ChartStrip store={charts} locale={locale} />);
}
