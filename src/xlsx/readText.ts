/* Texts of cells, plain or in parts that look different. */
import type { BookStyle, BookTextRun, BookTextStyle } from "../workbook/bookStyle";
import type { Colors } from "./colors";
import type { Losses } from "./losses";
import { textStyle } from "./readStyles";
import { all, one, type XmlElement } from "./xml";
import { textOfFile } from "./xmlText";

/** A text of a file. */
export interface FileText {
  readonly text: string;
  /** Its parts, where it has any; the look of a part is whole: it repeats what the cell itself has. */
  readonly runs?: readonly BookTextRun[];
}

/**
 * Reads a text.
 *
 * @param item - An `si` or `is` element.
 * @param colors - The file's colours.
 * @param losses - Where go looks that cannot be kept.
 * @returns The text.
 */
export function readText(item: XmlElement | undefined, colors: Colors, losses: Losses): FileText {
  const parts = all(item, "r");
  if (one(item, "rPh")) losses.lost("readings above letters (phonetic texts)");
  if (parts.length === 0) return { text: textOfFile(one(item, "t")?.text ?? "") };
  const runs = parts.map((part): BookTextRun => {
    const look = one(part, "rPr");
    const style = look && textStyle(look, colors, losses);
    const text = textOfFile(one(part, "t")?.text ?? "");
    return { text, ...(style && Object.keys(style).length > 0 ? { style } : {}) };
  });
  return {
    text: runs.map(({ text }) => text).join(""),
    runs: runs.filter(({ text }) => text !== ""),
  };
}

/**
 * The parts of a text in a cell.
 *
 * @param runs - The parts as the file has them.
 * @param cell - The look of the cell.
 * @returns The parts with what differs from the cell alone.
 */
export function runsIn(runs: readonly BookTextRun[], cell: BookStyle | undefined): BookTextRun[] {
  return runs.map(({ text, style }) => {
    const own = Object.entries(style ?? {}).filter(
      ([property, value]) => cell?.[property as keyof BookTextStyle] !== value,
    );
    return {
      text,
      ...(own.length === 0 ? {} : { style: Object.fromEntries(own) }),
    };
  });
}
