/* What the cells look like that a conditional format finds: the "differential formats" of a file. */
import type { FormatLook } from "../workbook/conditionalFormat";
import type { Colors } from "./colors";
import type { Losses } from "./losses";
import { bordersOf, underlineOf } from "./readStyles";
import { isOn, one, type XmlElement } from "./xml";

/**
 * Reads a look.
 *
 * @param format - A `dxf` element; undefined for a rule without a look.
 * @param colors - The file's colours.
 * @param losses - Where goes what cannot be kept.
 * @param place - The cells of the rule.
 * @returns What it changes.
 */
export function readLook(
  format: XmlElement | undefined,
  colors: Colors,
  losses: Losses,
  place: string,
): FormatLook {
  const font = one(format, "font");
  const flag = (name: string): boolean | undefined => {
    const found = one(font, name);
    return found && isOn(found.attributes["val"] ?? "1");
  };
  for (const { name } of format?.children ?? []) {
    if (name === "alignment") losses.lost("alignments of conditional formats", place);
    if (name === "protection") losses.lost("protection by conditional formats", place);
  }
  const border = one(format, "border");
  const numberFormat = one(format, "numFmt")?.attributes["formatCode"];
  const found: { [K in keyof FormatLook]: FormatLook[K] | undefined } = {
    bold: flag("b"),
    italic: flag("i"),
    underline: underlineOf(one(font, "u")),
    strikethrough: flag("strike"),
    color: colors.colorOf(one(font, "color")),
    fill: fillOf(one(format, "fill"), colors, losses, place),
    numberFormat,
    borders: border && bordersOf(border, colors),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Here, otherwise than for cells, the colour behind a plain fill is the background's. */
function fillOf(
  fill: XmlElement | undefined,
  colors: Colors,
  losses: Losses,
  place: string,
): string | undefined {
  if (one(fill, "gradientFill")) {
    losses.lost("fills of conditional formats that go from one colour to another", place);
  }
  const pattern = one(fill, "patternFill");
  const kind = pattern?.attributes["patternType"] ?? "solid";
  if (kind === "none") return undefined;
  if (kind !== "solid") {
    losses.changed("patterned fills of conditional formats", "filled plainly", place);
  }
  return colors.colorOf(one(pattern, "bgColor")) ?? colors.colorOf(one(pattern, "fgColor"));
}
