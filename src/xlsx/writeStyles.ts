/* The looks of a workbook as the styles part of an .xlsx file. */
import { BORDER_SIDES, type BookStyle, type BookTextStyle } from "../workbook/bookStyle";
import type { FormatLook } from "../workbook/conditionalFormat";
import { USUAL_FONT } from "./readStyles";
import { escaped } from "./xmlText";

/** What stands once in a list of the file. */
class Parts {
  readonly all: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(xml: string): number {
    const place = this.places.get(xml) ?? this.all.push(xml) - 1;
    this.places.set(xml, place);
    return place;
  }
}

/** The first number that a file may give to a format of its own. */
const FIRST_FORMAT = 164;

/**
 * Writes the styles part. Cells name the look n of the workbook as n + 1; 0 is as usual.
 *
 * @param styles - The looks of the workbook.
 * @param differentials - The looks of its conditional formats, which name them from 0.
 * @returns The text of the part.
 */
export function stylesXml(
  styles: readonly BookStyle[],
  differentials: readonly FormatLook[] = [],
): string {
  const [fonts, fills, borders, formats] = [new Parts(), new Parts(), new Parts(), new Parts()];
  fills.placeOf('<fill><patternFill patternType="none"/></fill>');
  fills.placeOf('<fill><patternFill patternType="gray125"/></fill>');
  const formatXml = (code: string) => `formatCode="${escaped(code)}"`;
  const cells = [{}, ...styles].map((style: BookStyle) => {
    const font = fonts.placeOf(`<font>${fontXml(style, "name")}</font>`);
    const fill = style.fill === undefined ? 0 : fills.placeOf(fillXml(style.fill));
    const border = borders.placeOf(borderXml(style.borders));
    const format =
      style.numberFormat === undefined
        ? 0
        : FIRST_FORMAT + formats.placeOf(formatXml(style.numberFormat));
    const aligned = alignmentXml(style);
    const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    const applied = `${format === 0 ? "" : ' applyNumberFormat="1"'}${font === 0 ? "" : ' applyFont="1"'}${
      fill === 0 ? "" : ' applyFill="1"'
    }${border === 0 ? "" : ' applyBorder="1"'}`;
    return aligned === ""
      ? `${start}${applied}/>`
      : `${start}${applied} applyAlignment="1">${aligned}</xf>`;
  });
  const looks = differentials.map((look) => {
    const code = look.numberFormat;
    if (code === undefined) return differentialXml(look, "");
    const number = FIRST_FORMAT + formats.placeOf(formatXml(code));
    return differentialXml(look, `<numFmt numFmtId="${number}" ${formatXml(code)}/>`);
  });
  const numbered = formats.all.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" ${code}/>`);
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
    numbered.length === 0 ? "" : list("numFmts", numbered)
  }${list("fonts", fonts.all)}${list("fills", fills.all)}${list("borders", borders.all)}${list(
    "cellStyleXfs",
    ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  )}${list("cellXfs", cells)}${list("cellStyles", [
    '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
  ])}${looks.length === 0 ? "" : list("dxfs", looks)}</styleSheet>`;
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

/**
 * A colour.
 * @param color - As #rrggbb.
 * @returns An element.
 */
export const colorXml = (color: string): string =>
  `<color rgb="FF${color.slice(1).toUpperCase()}"/>`;

/**
 * A look of a text as a file has it, whole: what is left out of it is as usual.
 *
 * @param style - The look.
 * @param nameTag - What the file calls the font's name there.
 * @returns The elements of a `font` or `rPr`, in the order of the schema.
 */
export function fontXml(style: BookTextStyle, nameTag: "name" | "rFont"): string {
  const name = `<${nameTag} val="${escaped(style.font ?? USUAL_FONT.font)}"/>`;
  const line = lineXml(style.underline);
  const script = style.script === undefined ? "" : `<vertAlign val="${style.script}"/>`;
  const marks = `${style.bold ? "<b/>" : ""}${style.italic ? "<i/>" : ""}${style.strikethrough ? "<strike/>" : ""}`;
  const size = `<sz val="${style.size ?? USUAL_FONT.size}"/>`;
  const color = style.color === undefined ? "" : colorXml(style.color);
  return `${marks}${line}${script}${size}${color}${name}`;
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color
    .slice(1)
    .toUpperCase()}"/><bgColor indexed="64"/></patternFill></fill>`;

/** A look of which only what it changes is written; the colour behind a plain fill is the background's. */
function differentialXml(look: FormatLook, numberFormat: string): string {
  const { bold, italic, strikethrough, underline, color, fill, borders } = look;
  const flag = (tag: string, on: boolean | undefined) =>
    on === undefined ? "" : on ? `<${tag}/>` : `<${tag} val="0"/>`;
  const font = `${flag("b", bold)}${flag("i", italic)}${flag("strike", strikethrough)}${lineXml(underline)}${color === undefined ? "" : colorXml(color)}`;
  const behind =
    fill === undefined
      ? ""
      : `<fill><patternFill><bgColor rgb="FF${fill.slice(1).toUpperCase()}"/></patternFill></fill>`;
  return `<dxf>${font === "" ? "" : `<font>${font}</font>`}${numberFormat}${behind}${borders === undefined ? "" : borderXml(borders, "")}</dxf>`;
}

const lineXml = (line: BookTextStyle["underline"]): string =>
  line === "double" ? '<u val="double"/>' : line ? "<u/>" : "";

/** The sides of a cell; of a differential look those that are left out stay as the cell has them. */
function borderXml(borders: BookStyle["borders"] = {}, without?: ""): string {
  const side = (tag: string, of: (typeof BORDER_SIDES)[number]): string => {
    const border = borders[of];
    if (border === undefined) return without ?? `<${tag}/>`;
    const color = border.color === undefined ? '<color auto="1"/>' : colorXml(border.color);
    return `<${tag} style="${border.line}">${color}</${tag}>`;
  };
  const { rising, falling } = borders;
  const directions = `${rising ? ' diagonalUp="1"' : ""}${falling ? ' diagonalDown="1"' : ""}`;
  return `<border${directions}>${side("left", "left")}${side("right", "right")}${side("top", "top")}${side(
    "bottom",
    "bottom",
  )}${side("diagonal", falling ? "falling" : "rising")}</border>`;
}

function alignmentXml({ horizontal, vertical, wrap, rotation }: BookStyle): string {
  const degrees =
    rotation === "stacked" ? 255 : rotation && rotation < 0 ? 90 - rotation : rotation;
  const written = [
    horizontal === undefined ? "" : ` horizontal="${horizontal}"`,
    vertical === undefined ? "" : ` vertical="${vertical}"`,
    degrees === undefined ? "" : ` textRotation="${degrees}"`,
    wrap === "wrap" ? ' wrapText="1"' : "",
  ].join("");
  return written === "" ? "" : `<alignment${written}/>`;
}
