/* The history of the gap: a line, its band, and the point where it stands now. */
import { useCallback } from "react";
import { markedTitle } from "../../templates/illustrative";
import { DrawnFigure } from "../DrawnFigure";
import { writeDate, writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { dayOfSerial } from "../timePlot";
import { gapPlot } from "./gapPlot";
import type { GapPoint } from "./gapPoint";

/**
 * The chart of a gap's history.
 * @param props - The points, oldest first, and what is said of them.
 * @returns A figure with a text for who cannot see it.
 */
export function GapChart(props: { readonly history: readonly GapPoint[]; readonly about: string }) {
  const { history, about } = props;
  const { numbers } = usePane();
  const draw = useCallback(
    (width: number) => {
      const points = history.map(({ date, gap }) => ({
        day: dayOfSerial(date),
        value: gap ?? Number.NaN,
      }));
      return gapPlot(points, { width, label: "bp", numbers });
    },
    [history, numbers],
  );
  const known = history.filter((point) => point.gap !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last?.gap == null) return null;
  const label = markedTitle(
    texts.verdict.chartLabel(
      writeDate(first.date, numbers),
      writeDate(last.date, numbers),
      writeNumber(last.gap, 1, numbers),
    ),
    about,
  );
  return <DrawnFigure label={label} draw={draw} />;
}
