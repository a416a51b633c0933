import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/**
 * The rows of a reference table in test/golden, by the names in its heading; lines that start
 * with # say where it comes from.
 */
export function golden(file: string): Record<string, string>[] {
  return tableRows(readFileSync(resolve(__dirname, "../golden", file), "utf8"));
}

/** The rows of a table's text, by the names in its heading. */
export function tableRows(text: string): Record<string, string>[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const [heading = "", ...rows] = lines;
  const names = heading.split(",");
  return rows.map((row) =>
    Object.fromEntries(row.split(",").map((cell, i) => [names[i] ?? "", cell])),
  );
}

/** The one value of golden/history.csv for a series and a measure. */
export function historyGolden(series: string, measure: string): number {
  const row = golden("history.csv").find((it) => it.series === series && it.measure === measure);
  if (row === undefined) throw new Error(`history.csv has no ${series} ${measure}`);
  return Number(row.value);
}
