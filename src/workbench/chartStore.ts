/* Which charts the workbook has, and what their cells hold now. */
import type { ChartHolder } from "../host/embeddedWorkbook";
import type { NewPlace } from "../host/movedPlaces";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";

/** A chart and its cells, with the heading. */
export interface DrawnChart {
  readonly plan: ChartPlan;
  readonly cells: readonly (readonly CellValue[])[];
}

/** The charts of a workbook. */
export interface ChartStore extends ChartHolder {
  /** Those of the sheet that is shown. */
  readonly charts: () => readonly DrawnChart[];
  readonly showSheet: (sheet: string) => void;
  readonly subscribe: (changed: () => void) => () => void;
  /** Reads the cells of every chart again. */
  readonly refresh: () => void;
  readonly plans: () => readonly ChartPlan[];
  /** Lets every chart follow its cells; one whose cells are gone goes with them. */
  readonly move: (to: NewPlace) => void;
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
  let plans: readonly ChartPlan[] = [];
  let drawn: readonly DrawnChart[] = [];
  let shown = "";
  const listeners = new Set<() => void>();
  const refresh = () => {
    const next = plans
      .filter(({ over }) => over.sheet === shown)
      .flatMap((plan) => {
        const cells = read(plan);
        return cells === null ? [] : [{ plan, cells }];
      });
    if (JSON.stringify(next) === JSON.stringify(drawn)) return;
    drawn = next;
    for (const listener of listeners) listener();
  };
  const set = (next: readonly ChartPlan[]) => {
    plans = next;
    refresh();
  };
  return {
    charts: () => drawn,
    plans: () => plans,
    refresh,
    showSheet: (sheet) => {
      shown = sheet;
      refresh();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    add: (chart) => {
      const isSame = ({ name, over }: ChartPlan) =>
        name === chart.name && over.sheet === chart.over.sheet;
      set([...plans.filter((plan) => !isSame(plan)), chart]);
    },
    point: (sourceOf) => {
      set(
        plans.map((plan) => {
          const source = sourceOf(plan.name, plan.over.sheet);
          return source === null ? plan : { ...plan, source };
        }),
      );
    },
    move: (to) => {
      shown = to({ sheet: shown, a1: "A1" })?.sheet ?? shown;
      set(
        plans.flatMap((plan) => {
          const source = to(plan.source);
          // What stood under it is no part of it.
          return source === null ? [] : [{ ...plan, source, over: to(plan.over) ?? plan.over }];
        }),
      );
    },
    remove: (name, sheet) => {
      set(plans.filter((plan) => plan.name !== name || plan.over.sheet !== sheet));
    },
  };
}
