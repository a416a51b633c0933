/* The cells that a chart of a file draws, with the values that they have now. */
import { absolute, a1Of, quotedSheet, rectangleOf } from "../workbook/a1";
import type { Book } from "../workbook/book";
import { chartWords } from "../workbook/chartWords";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";

/** A column of a chart's cells below its heading. */
export interface ChartColumn {
  readonly heading: CellValue;
  /** Where they stand, as formulas of other sheets write it. */
  readonly at: { readonly heading: string; readonly values: string };
  readonly values: readonly (CellValue | undefined)[];
  /** The number format of its first value. */
  readonly format: string;
}

/**
 * The columns of a chart's cells.
 *
 * @param book - The workbook.
 * @param chart - The chart.
 * @returns From the x axis on.
 */
export function chartCells({ sheets, styles }: Book, { source }: ChartPlan): ChartColumn[] {
  const area = rectangleOf(source.a1);
  const found = new Map<string, { readonly value?: CellValue; readonly style?: number }>();
  for (const cell of sheets.find(({ name }) => name === source.sheet)?.cells ?? []) {
    const [down, right] = [cell.row + 1 - area.row, cell.column + 1 - area.column];
    if (down < 0 || right < 0 || down >= area.rows || right >= area.columns) continue;
    found.set(`${down} ${right}`, cell);
  }
  const at = (row: number, right: number, rows: number) =>
    `${quotedSheet(source.sheet)}!${absolute(a1Of({ row, column: area.column + right, rows, columns: 1 }))}`;
  return Array.from({ length: area.columns }, (_, right) => {
    const style = found.get(`1 ${right}`)?.style;
    return {
      heading: found.get(`0 ${right}`)?.value ?? "",
      at: {
        heading: at(area.row, right, 1),
        values: at(area.row + 1, right, area.rows - 1),
      },
      values: Array.from(
        { length: area.rows - 1 },
        (__, i) => found.get(`${i + 1} ${right}`)?.value,
      ),
      format: (style === undefined ? undefined : styles[style]?.numberFormat) ?? "General",
    };
  });
}

/**
 * What a chart shows, in words.
 *
 * @param chart - The chart.
 * @param columns - Its cells.
 * @returns Its title and figures, each to the decimals of its column.
 */
export function wordsOf(chart: ChartPlan, columns: readonly ChartColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const cells = [
    columns.map(({ heading }) => heading),
    ...Array.from({ length: rows }, (_, i) => columns.map(({ values }) => values[i] ?? "")),
  ];
  return chartWords(chart, cells, (value, i) => shown(value, columns[i]?.format ?? "General"));
}

function shown(value: number, format: string): string {
  const [, decimals, percent] = /^#?,?#*0(?:\.(0+))?(%)?$/.exec(format) ?? [];
  if (decimals === undefined && percent === undefined) return String(Math.round(value * 100) / 100);
  const digits = decimals?.length ?? 0;
  return percent === undefined ? value.toFixed(digits) : `${(100 * value).toFixed(digits)}%`;
}
