/* The charts of the workbook, drawn below the grid: the engine has none of its own. */
import { Button, FluentProvider, ToggleButton } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { numberStyle, writeNumber } from "../taskpane/numbers";
import { useSystemTheme } from "../taskpane/theme";
import { chartWords } from "../workbook/chartWords";
import { chartPlot } from "./chartPlot";
import type { ChartStore, DrawnChart } from "./chartStore";
import type { ChartYears } from "./lastYears";
import { words } from "./words";

const PERIODS: readonly ChartYears[] = [1, 5, 0];

/**
 * The charts.
 * @param props - The charts of the workbook, what reads their cells, and the language of their numbers.
 * @returns One drawing a chart, side by side; nothing when there is none.
 */
export function ChartStrip(props: { readonly store: ChartStore; readonly locale: string }) {
  const { store, locale } = props;
  const charts = useSyncExternalStore(store.subscribe, store.charts);
  const theme = useSystemTheme();
  return (
    <FluentProvider theme={theme} className="charts">
      {charts.map((chart) => (
        <Chart key={chart.plan.name} chart={chart} store={store} locale={locale} />
      ))}
    </FluentProvider>
  );
}

function Chart(props: {
  readonly chart: DrawnChart;
  readonly store: ChartStore;
  readonly locale: string;
}) {
  const { chart, store, locale } = props;
  const { plan, cells } = chart;
  const [years, setYears] = useState<ChartYears>(0);
  const numbers = useMemo(() => numberStyle(locale), [locale]);
  const figures = useMemo(
    () => chartWords(plan, cells, (value) => writeNumber(value, 1, numbers)),
    [plan, cells, numbers],
  );
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = holder;
    if (current === null) return;
    const watcher = new ResizeObserver(() => {
      const width = current.clientWidth;
      // A strip that is folded has no width.
      if (width > 0) current.replaceChildren(chartPlot(plan, cells, years, { width, numbers }));
    });
    watcher.observe(current);
    return () => {
      watcher.disconnect();
    };
  }, [plan, cells, years, numbers]);
  return (
    <figure className="chart" aria-label={plan.title}>
      <figcaption>
        <span className="chart-title">{plan.title}</span>
        {plan.kind === "line" &&
          PERIODS.map((period) => (
            <ToggleButton
              key={period}
              size="small"
              appearance="subtle"
              checked={years === period}
              aria-label={words.chartPeriod(period, plan.title)}
              onClick={() => {
                setYears(period);
              }}
            >
              {words.period(period)}
            </ToggleButton>
          ))}
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.removeChart(plan.title)}
          onClick={() => {
            store.remove(plan.name, plan.over.sheet);
          }}
        />
      </figcaption>
      <div ref={holder} role="img" aria-label={figures} />
    </figure>
  );
}
