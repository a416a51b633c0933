/* The conditional formats of a sheet's part. */
import { a1Of, rectangleOf, type Rectangle } from "../workbook/a1";
import { FORMAT_LIMITS, type ConditionalFormat } from "../workbook/conditionalFormat";
import { SHEET_LIMITS } from "../workbook/limits";
import type { FileContext } from "./fileContext";
import { placeIn } from "./losses";
import { readRule } from "./readRule";
import { reportElement } from "./sheetFeatures";
import { all, isOn, type XmlElement } from "./xml";

/**
 * Reads the conditional formats of a sheet.
 *
 * @param elements - The children of the sheet.
 * @param sheet - The sheet's name.
 * @param file - What the sheets of the file share; what cannot be kept is told to its losses.
 * @returns The formats, the one that goes before the others first.
 */
export function readFormats(
  elements: readonly XmlElement[],
  sheet: string,
  file: FileContext,
): ConditionalFormat[] {
  const found: { readonly priority: number; readonly format: ConditionalFormat }[] = [];
  let [count, places] = [0, 0];
  for (const element of elements) {
    if (element.name !== "conditionalFormatting") continue;
    const { sqref = "", pivot } = element.attributes;
    const place = placeIn(sheet, sqref.slice(0, LONGEST_PLACE));
    const rules = all(element, "cfRule");
    // Not looked at where nothing more is kept.
    const isOver = count >= FORMAT_LIMITS.formats || places >= FORMAT_LIMITS.rangesOfSheet;
    const ranges = rules.length === 0 || isOver ? [] : rangesOf(sqref);
    for (const child of element.children) {
      if (child.name !== "cfRule") reportElement(child, sheet, file.losses);
    }
    for (const rule of rules) {
      if (ranges === null || isOn(pivot)) {
        const of = isOn(pivot) ? "pivot tables" : `more than ${FORMAT_LIMITS.ranges} places`;
        file.losses.lost(`conditional formats of ${of}`, place);
        break;
      }
      if (++count > FORMAT_LIMITS.formats) {
        file.losses.lost(`conditional formats beyond ${FORMAT_LIMITS.formats} of a sheet`, place);
        break;
      }
      places += ranges.length;
      if (isOver || places > FORMAT_LIMITS.rangesOfSheet) {
        const most = `${FORMAT_LIMITS.rangesOfSheet} places of a sheet`;
        file.losses.lost(`conditional formats beyond ${most}`, place);
        break;
      }
      const read = readRule(rule, ranges, place, file);
      if (read === null) continue;
      const stops = isOn(rule.attributes["stopIfTrue"]) ? ({ stops: true } as const) : {};
      const priority = Number(rule.attributes["priority"]);
      found.push({
        priority: Number.isFinite(priority) ? priority : Infinity,
        format: { ranges, rule: read, ...stops },
      });
    }
  }
  return found.sort((a, b) => compare(a.priority, b.priority)).map(({ format }) => format);
}

/** As much of a list of cells as a report repeats. */
const LONGEST_PLACE = 60;

/** Two that are infinite are alike. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The rectangles of a list; null where there are none, too many, or one that no sheet has. */
function rangesOf(sqref: string): string[] | null {
  const listed = sqref.split(/\s+/).filter((one) => one !== "");
  if (listed.length === 0 || listed.length > FORMAT_LIMITS.ranges) return null;
  const ranges = [...new Set(listed)].map(rangeOf);
  return ranges.every((one) => one !== null) ? withoutContained([...new Set(ranges)]) : null;
}

/** The ranges in their order, without those whose cells are all in another. */
function withoutContained(ranges: readonly string[]): string[] {
  const largestFirst = ranges
    .map((range) => ({ range, rectangle: rectangleOf(range) }))
    .sort((a, b) => areaOf(b.rectangle) - areaOf(a.rectangle));
  const kept = new Map<string, Rectangle>();
  for (const { range, rectangle } of largestFirst) {
    const isContained = [...kept.values()].some((other) => contains(other, rectangle));
    if (!isContained) kept.set(range, rectangle);
  }
  return ranges.filter((range) => kept.has(range));
}

const areaOf = ({ rows, columns }: Rectangle): number => rows * columns;

const contains = (a: Rectangle, b: Rectangle): boolean =>
  a.row <= b.row &&
  a.column <= b.column &&
  a.row + a.rows >= b.row + b.rows &&
  a.column + a.columns >= b.column + b.columns;

function rangeOf(written: string): string | null {
  const whole = wholeLines(written.replaceAll("$", ""));
  let rectangle: Rectangle;
  try {
    rectangle = rectangleOf(whole);
  } catch {
    return null;
  }
  const { row, column, rows, columns } = rectangle;
  const isThere =
    row >= 1 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows - 1 <= SHEET_LIMITS.rows &&
    column + columns - 1 <= SHEET_LIMITS.columns;
  return isThere ? a1Of(rectangle) : null;
}

/** "A:C" and "1:3" as Excel writes them itself. */
function wholeLines(range: string): string {
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(range);
  if (columns) return `${columns[1] ?? ""}1:${columns[2] ?? ""}${SHEET_LIMITS.rows}`;
  const rows = /^(\d+):(\d+)$/.exec(range);
  return rows ? `A${rows[1] ?? ""}:XFD${rows[2] ?? ""}` : range;
}
