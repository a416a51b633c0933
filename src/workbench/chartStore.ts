/* Which charts the workbook has, and what their cells hold now. */
import type { ChartHolder } from "../host/embeddedWorkbook";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";

/** A chart and its cells, with the heading. */
export interface DrawnChart {
  readonly plan: ChartPlan;
  readonly cells: readonly (readonly CellValue[])[];
}

/** The charts of a workbook. */
export interface ChartStore extends ChartHolder {
  readonly charts: () => readonly DrawnChart[];
  readonly subscribe: (changed: () => void) => () => void;
  /** Reads the cells of every chart again. */
  readonly refresh: () => void;
  readonly plans: () => readonly ChartPlan[];
}

/**
 * Keeps the charts of a workbook.
 *
 * @param read - Gives the cells of a chart; null when their sheet is gone, and the chart with it.
 * @returns The charts; none at first.
 */
export function chartStore(
  read: (plan: ChartPlan) => readonly (readonly CellValue[])[] | null,
): ChartStore {
  let drawn: readonly DrawnChart[] = [];
  const listeners = new Set<() => void>();
  const show = (plans: readonly ChartPlan[]) => {
    const next = plans.flatMap((plan) => {
      const cells = read(plan);
      return cells === null ? [] : [{ plan, cells }];
    });
    if (JSON.stringify(next) === JSON.stringify(drawn)) return;
    drawn = next;
    for (const listener of listeners) listener();
  };
  const plans = () => drawn.map(({ plan }) => plan);
  return {
    charts: () => drawn,
    plans,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    refresh: () => {
      show(plans());
    },
    add: (chart) => {
      show([...plans().filter(({ name }) => name !== chart.name), chart]);
    },
    remove: (name) => {
      show(plans().filter((plan) => plan.name !== name));
    },
  };
}
