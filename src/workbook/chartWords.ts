/* What a chart shows, in words: for those who do not see it. */
import { isoFromSerial } from "../calc/date/serial";
import { daySerial } from "../calc/units";
import type { CellValue, ChartPlan } from "./workbookPort";

/** So many values are read out one by one; of more the last, the lowest and the highest. */
const MOST_NAMED = 12;

/**
 * The figures of a chart in words.
 *
 * @param plan - The chart.
 * @param cells - What it draws, with its headings.
 * @param write - Writes a number of a column, from 0.
 * @returns Its title, then each series: its values with their words, or the last, lowest and highest one. Guides
 *   and the dot on the last value are left out.
 *
 * @example
 * chartWords({ title: "Gap", kind: "column" }, [["Basis", "bp"], ["Nominal", 39], ["After risk", "#N/A"]], String); // => "Gap. bp: Nominal 39; After risk without a value."
 */
export function chartWords(
  { title, kind }: Pick<ChartPlan, "title" | "kind">,
  cells: readonly (readonly CellValue[])[],
  write: (value: number, column: number) => string,
): string {
  const [headings = [], ...rows] = cells;
  const last = kind === "line" ? 1 : headings.length - 1;
  const at = (x: CellValue | undefined) =>
    typeof x !== "number" ? String(x ?? "") : kind === "line" ? isoOf(x) : write(x, 0);
  const series = Array.from({ length: last }, (_, i) => {
    const column = i + 1;
    const words = (row: readonly CellValue[]) => {
      const value = row[column];
      return typeof value === "number" ? write(value, column) : "without a value";
    };
    const name = String(headings[column] ?? "");
    if (rows.length <= MOST_NAMED) {
      return `${name}: ${rows.map((row) => `${at(row[0])} ${words(row)}`).join("; ")}`;
    }
    const known = rows.filter((row) => typeof row[column] === "number");
    const rising = [...known].sort((a, b) => Number(a[column]) - Number(b[column]));
    const [low, high, end] = [rising[0], rising.at(-1), known.at(-1)];
    if (!low || !high || !end) return `${name}: no values`;
    const of = (row: readonly CellValue[]) => `${words(row)} (${at(row[0])})`;
    return `${name}: ${known.length} values; last ${of(end)}, lowest ${of(low)}, highest ${of(high)}`;
  });
  return `${title}. ${series.join(". ")}.`;
}

const isoOf = (serial: number): string =>
  serial > 0 ? isoFromSerial(daySerial(Math.floor(serial))) : String(serial);
