/* The charts of this add-in, back from a file. Those of others are named as lost: they have looks of their own. */
import { a1Of, rectangleOf } from "../workbook/a1";
import type { ChartPlan, Place } from "../workbook/workbookPort";
import type { FileParts } from "./fileParts";
import { all, one, type XmlElement } from "./xml";

const KINDS = [
  ["lineChart", "line"],
  ["barChart", "column"],
  ["scatterChart", "scatter"],
] as const;

/**
 * The chart of an anchor.
 *
 * @param anchor - An anchor of a drawing.
 * @param parts - The file.
 * @param drawing - The name of the drawing's part.
 * @param sheet - The sheet that it stands on.
 * @returns The chart; null where it is none, or none that was written here.
 */
export function chartOfAnchor(
  anchor: XmlElement,
  parts: FileParts,
  drawing: string,
  sheet: string,
): ChartPlan | null {
  const frame = one(anchor, "graphicFrame");
  const name = one(one(frame, "nvGraphicFramePr"), "cNvPr")?.attributes["name"] ?? "";
  const pointer = one(one(one(frame, "graphic"), "graphicData"), "chart")?.attributes["r:id"];
  if (!name.startsWith("RV_") || pointer === undefined) return null;
  const target = parts.relations(drawing).find(({ id }) => id === pointer)?.target;
  const chart = one(parts.root(target), "chart");
  const area = one(chart, "plotArea");
  const found = KINDS.find(([wanted]) => one(area, wanted) !== undefined);
  if (found === undefined) return null;
  const [tag, kind] = found;
  const series = all(one(area, tag), "ser");
  const source = sourceOf(series);
  const over = cellsUnder(anchor);
  if (source === null || over === null) return null;
  return {
    name,
    title: textIn(one(chart, "title")),
    kind,
    ...(kind === "line" && hasLabels(series.at(-1)) ? { lastValue: true } : {}),
    source,
    over: { sheet, a1: over },
  };
}

/** Whether all values of a series have their numbers beside them: of a line chart that is the dot on its last one. */
const hasLabels = (series: XmlElement | undefined): boolean =>
  one(one(series, "dLbls"), "showVal")?.attributes["val"] === "1";

/** So many rows and lines the page draws without a pause. */
const [MOST_ROWS, MOST_LINES] = [20_000, 20];

/**
 * Whether the page can draw a chart.
 *
 * @param chart - The chart.
 * @param sheets - The names of the workbook's sheets.
 * @returns False where its cells are on no sheet of the workbook, or too many.
 */
export function isDrawable({ source }: ChartPlan, sheets: readonly string[]): boolean {
  const { rows, columns } = rectangleOf(source.a1);
  return sheets.includes(source.sheet) && rows <= MOST_ROWS && columns <= MOST_LINES + 1;
}

/** All text of an element. */
const textIn = (element: XmlElement | undefined): string =>
  element === undefined ? "" : element.text.trim() + element.children.map(textIn).join("");

/** Series side by side, with their headings above and their x before the first. */
function sourceOf(series: readonly XmlElement[]): Place | null {
  const references = series.map((each) => {
    const [x, y] = [one(each, "cat") ?? one(each, "xVal"), one(each, "val") ?? one(each, "yVal")];
    return [x, y].map((side) => {
      const reference = one(side, "numRef") ?? one(side, "strRef");
      return placeOf(one(reference, "f")?.text ?? "");
    });
  });
  const [x, first] = references[0] ?? [];
  if (!x || !first || x.sheet !== first.sheet) return null;
  const { row, column, rows } = rectangleOf(x.a1);
  if (row < 2) return null;
  const isBeside = references.every(
    ([, y], i) => y?.a1 === a1Of({ row, column: column + 1 + i, rows, columns: 1 }),
  );
  const columns = 1 + references.length;
  return isBeside ? { ...x, a1: a1Of({ row: row - 1, column, rows: rows + 1, columns }) } : null;
}

/** A place as a formula writes it: 'It''s data'!$E$5:$E$184. */
function placeOf(reference: string): Place | null {
  const match =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$[A-Z]{1,3}\$\d{1,7}(?::\$[A-Z]{1,3}\$\d{1,7})?)$/.exec(
      reference,
    );
  if (match === null) return null;
  const [, inQuotes, plain = "", cells = ""] = match;
  return { sheet: inQuotes?.replaceAll("''", "'") ?? plain, a1: cells.replaceAll("$", "") };
}

function cellsUnder(anchor: XmlElement): string | null {
  const [from, to] = ["from", "to"].map((corner) =>
    ["row", "col"].map((side) => Number(one(one(anchor, corner), side)?.text ?? NaN)),
  );
  const [top = NaN, left = NaN] = from ?? [];
  const [bottom = NaN, right = NaN] = to ?? [];
  const [rows, columns] = [bottom - top, right - left];
  if (!(top >= 0 && left >= 0 && rows > 0 && columns > 0)) return null;
  return a1Of({ row: top + 1, column: left + 1, rows, columns });
}
