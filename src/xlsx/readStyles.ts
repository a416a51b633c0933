/* The looks of a file: fonts, fills, borders, formats and alignments, joined to one a cell. */
import {
  BORDER_LINES,
  type BookBorder,
  type BookStyle,
  type BookTextStyle,
} from "../workbook/bookStyle";
import type { Colors } from "./colors";
import type { Losses } from "./losses";
import { BUILT_IN_FORMATS } from "./numberFormats";
import { all, isOn, one, type XmlElement } from "./xml";

/** The page's usual font: a cell that has it has none of its own. */
export const USUAL_FONT = { font: "Arial", size: 11 } as const;

/** Only the properties that are there, in the order of the stored form. */
function present<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Reads the looks that cells name by number.
 *
 * @param styles - The root of the styles part; undefined when the file has none.
 * @param colors - The file's colours.
 * @param losses - Where looks go that cannot be kept.
 * @returns The look of each number.
 */
export function readStyles(
  styles: XmlElement | undefined,
  colors: Colors,
  losses: Losses,
): BookStyle[] {
  const formats = new Map(BUILT_IN_FORMATS);
  for (const { attributes } of all(one(styles, "numFmts"), "numFmt")) {
    formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
  }
  const fonts = all(one(styles, "fonts"), "font").map((font) => textStyle(font, colors, losses));
  const fills = all(one(styles, "fills"), "fill").map((fill) => fillOf(fill, colors, losses));
  const borders = all(one(styles, "borders"), "border").map((one) => bordersOf(one, colors));
  reportRest(styles, losses);
  return all(one(styles, "cellXfs"), "xf").map((xf): BookStyle => {
    const { fontId, fillId, borderId, numFmtId, quotePrefix } = xf.attributes;
    if (isOn(quotePrefix)) losses.changed("an apostrophe before a text", "the text stays a text");
    const format = formats.get(Number(numFmtId ?? 0));
    const alignment = one(xf, "alignment");
    return present<BookStyle>({
      ...fonts[Number(fontId ?? 0)],
      numberFormat: format === "General" || format === "" ? undefined : format,
      fill: fills[Number(fillId ?? 0)],
      ...alignmentOf(alignment, losses),
      borders: borders[Number(borderId ?? 0)],
    });
  });
}

/**
 * A font as a look of a text.
 *
 * @param font - A `font` or `rPr` element.
 * @param colors - The file's colours.
 * @param losses - Where go what cannot be kept.
 * @returns What is not as usual.
 */
export function textStyle(font: XmlElement, colors: Colors, losses: Losses): BookTextStyle {
  const value = (name: string): string | undefined => one(font, name)?.attributes["val"];
  const has = (name: string): true | undefined => {
    const found = one(font, name);
    const isSet = found !== undefined && isOn(found.attributes["val"] ?? "1");
    return isSet ? true : undefined;
  };
  const name = value("name") ?? value("rFont");
  const size = Number(value("sz") ?? USUAL_FONT.size);
  for (const effect of ["outline", "shadow"]) {
    if (has(effect)) losses.lost(`texts with ${effect}`);
  }
  const script = value("vertAlign");
  return present<BookTextStyle>({
    font: name === USUAL_FONT.font ? undefined : name,
    size: size === USUAL_FONT.size ? undefined : size,
    bold: has("b"),
    italic: has("i"),
    underline: underlineOf(one(font, "u")),
    strikethrough: has("strike"),
    script: script === "subscript" || script === "superscript" ? script : undefined,
    color: colors.colorOf(one(font, "color")),
  });
}

/**
 * A line under a text.
 * @param line - A `u` element, if there is one.
 * @returns The line.
 */
export function underlineOf(line: XmlElement | undefined): BookTextStyle["underline"] {
  const kind = line?.attributes["val"] ?? (line ? "single" : "none");
  if (kind === "none") return undefined;
  return kind.startsWith("double") ? "double" : "single";
}

function fillOf(fill: XmlElement, colors: Colors, losses: Losses): string | undefined {
  const pattern = one(fill, "patternFill");
  const kind = pattern?.attributes["patternType"] ?? "none";
  if (one(fill, "gradientFill")) losses.lost("fills that go from one colour to another");
  if (kind === "none" || pattern === undefined) return undefined;
  // Every file has the pattern gray125 in its list; cells hardly ever do.
  if (kind !== "solid" && kind !== "gray125") losses.changed("patterned fills", "filled plainly");
  if (kind === "gray125") return undefined;
  return colors.colorOf(one(pattern, "fgColor"));
}

/**
 * The lines around cells.
 * @param border - A `border` element.
 * @param colors - The file's colours.
 * @returns The lines, if there are any.
 */
export function bordersOf(border: XmlElement, colors: Colors): BookStyle["borders"] {
  const { diagonalUp, diagonalDown } = border.attributes;
  const side = (...names: string[]): BookBorder | undefined => {
    const found = names.map((name) => one(border, name)).find((element) => element !== undefined);
    const line = BORDER_LINES.find((name) => name === found?.attributes["style"]);
    const color = colors.colorOf(one(found, "color"));
    return line && { line, ...(color === undefined ? {} : { color }) };
  };
  const diagonal = side("diagonal");
  const sides = present<NonNullable<BookStyle["borders"]>>({
    top: side("top"),
    right: side("right", "end"),
    bottom: side("bottom"),
    left: side("left", "start"),
    falling: isOn(diagonalDown) ? diagonal : undefined,
    rising: isOn(diagonalUp) ? diagonal : undefined,
  });
  return Object.keys(sides).length === 0 ? undefined : sides;
}

const HORIZONTAL = ["left", "center", "right", "justify", "distributed"] as const;
const VERTICAL = ["top", "center", "bottom"] as const;

function alignmentOf(
  alignment: XmlElement | undefined,
  losses: Losses,
): { [K in "horizontal" | "vertical" | "wrap" | "rotation"]: BookStyle[K] | undefined } {
  const { horizontal, vertical, wrapText, textRotation, indent, shrinkToFit } =
    alignment?.attributes ?? {};
  if (Number(indent ?? 0) > 0) losses.lost("indents");
  if (isOn(shrinkToFit)) losses.lost("texts that shrink to fit");
  const across = HORIZONTAL.find((name) => name === horizontal);
  if (horizontal !== undefined && horizontal !== "general" && across === undefined) {
    losses.lost(`the alignment "${horizontal}"`);
  }
  const down = VERTICAL.find((name) => name === vertical);
  if (vertical !== undefined && down === undefined) losses.lost(`the alignment "${vertical}"`);
  const degrees = Number(textRotation ?? 0);
  return {
    horizontal: across,
    vertical: down,
    wrap: isOn(wrapText) ? "wrap" : undefined,
    rotation:
      degrees === 255
        ? "stacked"
        : degrees === 0
          ? undefined
          : degrees > 90
            ? 90 - degrees
            : degrees,
  };
}

/** What the styles have beside looks of cells. */
function reportRest(styles: XmlElement | undefined, losses: Losses): void {
  const named = all(one(styles, "cellStyles"), "cellStyle")
    .map(({ attributes }) => attributes["name"] ?? "")
    .filter((name) => !/^(Normal|Standard|Default)$/i.test(name));
  if (named.length > 0) {
    losses.changed(
      `named styles (${named.slice(0, 3).join(", ")}${named.length > 3 ? ", …" : ""})`,
      "cells keep the looks, not the names",
    );
  }
  for (const style of all(one(styles, "cellXfs"), "xf")) {
    const { locked, hidden } = one(style, "protection")?.attributes ?? {};
    if (locked === "0" || locked === "false" || isOn(hidden)) losses.lost("protection of cells");
  }
}
