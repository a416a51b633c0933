/* The charts of the workbook, drawn below the grid: the engine has none of its own. */
import { Button, FluentProvider } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import * as Plot from "@observablehq/plot";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isoFromSerial } from "../calc/date/serial";
import { daySerial } from "../calc/units";
import { decorative } from "../taskpane/decorative";
import { useSystemTheme } from "../taskpane/theme";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";
import type { ChartStore } from "./chartStore";

const [WIDTH, HEIGHT] = [460, 200];

/**
 * The charts.
 * @param props - The charts of the workbook, and what reads their cells.
 * @returns One drawing a chart; nothing when there is none.
 */
export function ChartStrip({ store }: { readonly store: ChartStore }) {
  const charts = useSyncExternalStore(store.subscribe, store.charts);
  const theme = useSystemTheme();
  return (
    <FluentProvider theme={theme} className="charts">
      {charts.map(({ plan, cells }) => (
        <figure key={plan.name} className="chart" aria-label={plan.title}>
          <figcaption>
            {plan.title}
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Remove the chart ${plan.title}`}
              onClick={() => {
                store.remove(plan.name);
              }}
            />
          </figcaption>
          <Drawing plan={plan} cells={cells} />
        </figure>
      ))}
    </FluentProvider>
  );
}

function Drawing(props: {
  readonly plan: ChartPlan;
  readonly cells: readonly (readonly CellValue[])[];
}) {
  const { plan, cells } = props;
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holder.current?.replaceChildren(drawing(plan.kind, cells));
  }, [plan, cells]);
  return <div ref={holder} role="img" aria-label={plan.title} />;
}

/** Dates are serial numbers in the cells; a chart's first column holds them. */
function drawing(kind: ChartPlan["kind"], cells: readonly (readonly CellValue[])[]): Element {
  const [[, label = ""] = [], ...rows] = cells;
  const points = rows.flatMap(([x, y]) =>
    typeof x === "number" && x > 0
      ? [{ x: new Date(isoFromSerial(daySerial(x))), y: typeof y === "number" ? y : Number.NaN }]
      : [],
  );
  const channels = { x: "x", y: "y", fill: "currentColor" };
  const mark = {
    line: () => Plot.lineY(points, { x: "x", y: "y", stroke: "currentColor" }),
    scatter: () => Plot.dot(points, channels),
    column: () => Plot.rectY(points, { ...channels, interval: "month" }),
  }[kind];
  const drawing = Plot.plot({
    width: WIDTH,
    height: HEIGHT,
    style: { background: "transparent" },
    x: { type: "utc", label: null },
    y: { label: String(label), grid: true, nice: true },
    marks: [mark()],
  });
  return decorative(drawing);
}
