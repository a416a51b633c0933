/* Between the looks of a stored workbook and the engine's: one row a property, both ways. */
import {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IColorStyle,
  type IStyleData,
  type ITextDecoration,
  type Nullable,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import {
  BORDER_LINES,
  BORDER_SIDES,
  type BookBorder,
  type BookStyle,
  type BookTextStyle,
} from "../workbook/bookStyle";

type Align = NonNullable<BookStyle["horizontal"]>;

const HORIZONTAL: readonly (readonly [HorizontalAlign, Align])[] = [
  [HorizontalAlign.LEFT, "left"],
  [HorizontalAlign.CENTER, "center"],
  [HorizontalAlign.RIGHT, "right"],
  [HorizontalAlign.JUSTIFIED, "justify"],
  [HorizontalAlign.BOTH, "justify"],
  [HorizontalAlign.DISTRIBUTED, "distributed"],
];
const VERTICAL: readonly (readonly [VerticalAlign, NonNullable<BookStyle["vertical"]>])[] = [
  [VerticalAlign.TOP, "top"],
  [VerticalAlign.MIDDLE, "center"],
  [VerticalAlign.BOTTOM, "bottom"],
];
const WRAP: readonly (readonly [WrapStrategy, NonNullable<BookStyle["wrap"]>])[] = [
  [WrapStrategy.OVERFLOW, "overflow"],
  [WrapStrategy.CLIP, "clip"],
  [WrapStrategy.WRAP, "wrap"],
];
const SCRIPT: readonly (readonly [BaselineOffset, NonNullable<BookStyle["script"]>])[] = [
  [BaselineOffset.SUBSCRIPT, "subscript"],
  [BaselineOffset.SUPERSCRIPT, "superscript"],
];
/** In the order of {@link BORDER_LINES}. */
const LINES: readonly BorderStyleTypes[] = [
  BorderStyleTypes.THIN,
  BorderStyleTypes.HAIR,
  BorderStyleTypes.DOTTED,
  BorderStyleTypes.DASHED,
  BorderStyleTypes.DASH_DOT,
  BorderStyleTypes.DASH_DOT_DOT,
  BorderStyleTypes.DOUBLE,
  BorderStyleTypes.MEDIUM,
  BorderStyleTypes.MEDIUM_DASHED,
  BorderStyleTypes.MEDIUM_DASH_DOT,
  BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  BorderStyleTypes.SLANT_DASH_DOT,
  BorderStyleTypes.THICK,
];
/** In the order of {@link BORDER_SIDES}. */
const SIDES = [
  "t",
  "r",
  "b",
  "l",
  "tl_br",
  "bl_tr",
] as const satisfies readonly (keyof IBorderData)[];

const wordFor = <E, W>(pairs: readonly (readonly [E, W])[], engine: E | null | undefined) =>
  pairs.find(([number]) => number === engine)?.[1];
const numberFor = <E, W>(pairs: readonly (readonly [E, W])[], word: W | undefined) =>
  pairs.find(([, name]) => name === word)?.[0];

/** Only the properties that are there. */
function present<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

const flag = (on: boolean | undefined): true | undefined => (on === true ? true : undefined);
const isOn = (number: BooleanNumber | undefined): true | undefined =>
  flag(number === BooleanNumber.TRUE);

/**
 * A text's look, from the engine's.
 * @param style - The engine's.
 * @returns Ours; what it cannot name (theme colours, waves under a text) is left out.
 */
export const textStyleOf = (style: IStyleData): BookTextStyle =>
  present<BookTextStyle>({
    font: style.ff ?? undefined,
    size: style.fs,
    bold: isOn(style.bl),
    italic: isOn(style.it),
    underline: underlineOf(style.ul),
    strikethrough: isOn(style.st?.s),
    script: wordFor(SCRIPT, style.va),
    color: colorOf(style.cl),
  });

/**
 * A cell's look, from the engine's.
 * @param style - The engine's.
 * @returns Ours.
 */
export const bookStyleOf = (style: IStyleData): BookStyle =>
  present<BookStyle>({
    ...textStyleOf(style),
    numberFormat: style.n?.pattern,
    fill: colorOf(style.bg),
    horizontal: wordFor(HORIZONTAL, style.ht),
    vertical: wordFor(VERTICAL, style.vt),
    wrap: wordFor(WRAP, style.tb),
    rotation: rotationOf(style),
    borders: bordersOf(style.bd),
  });

/**
 * A text's look in the engine's words.
 * @param style - Ours.
 * @returns The engine's.
 */
export const engineTextStyle = (style: BookTextStyle): IStyleData =>
  present<IStyleData>({
    ff: style.font,
    fs: style.size,
    bl: style.bold && BooleanNumber.TRUE,
    it: style.italic && BooleanNumber.TRUE,
    ul: style.underline && underline(style.underline),
    st: style.strikethrough && { s: BooleanNumber.TRUE },
    va: numberFor(SCRIPT, style.script),
    cl: rgb(style.color),
  });

/**
 * A cell's look in the engine's words.
 * @param style - Ours.
 * @returns The engine's.
 */
export const engineStyle = (style: BookStyle): IStyleData =>
  present<IStyleData>({
    ...engineTextStyle(style),
    n: style.numberFormat === undefined ? undefined : { pattern: style.numberFormat },
    bg: rgb(style.fill),
    ht: numberFor(HORIZONTAL, style.horizontal),
    vt: numberFor(VERTICAL, style.vertical),
    tb: numberFor(WRAP, style.wrap),
    tr: style.rotation === undefined ? undefined : engineRotation(style.rotation),
    bd: style.borders && engineBorders(style.borders),
  });

const rgb = (color: string | undefined): IColorStyle | undefined =>
  color === undefined ? undefined : { rgb: color };

/** The engine writes colours as #rgb, #rrggbb and rgb(…). */
function colorOf(color: Nullable<IColorStyle>): string | undefined {
  const written = color?.rgb?.trim().toLowerCase();
  if (!written) return undefined;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(written);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(written);
  if (parts)
    return `#${parts
      .slice(1)
      .map((part) => hexByte(Number(part)))
      .join("")}`;
  return /^#[\da-f]{6}/.test(written) ? written.slice(0, 7) : undefined;
}

const hexByte = (number: number) => Math.min(number, 255).toString(16).padStart(2, "0");

function underlineOf(line: ITextDecoration | undefined): BookTextStyle["underline"] {
  if (line?.s !== BooleanNumber.TRUE) return undefined;
  return line.t === TextDecoration.DOUBLE ? "double" : "single";
}

const underline = (line: "single" | "double"): ITextDecoration => ({
  s: BooleanNumber.TRUE,
  ...(line === "double" ? { t: TextDecoration.DOUBLE } : {}),
});

/** The engine counts degrees down to the right. */
function rotationOf({ tr }: IStyleData): BookStyle["rotation"] {
  if (tr?.v === BooleanNumber.TRUE) return "stacked";
  return tr?.a ? -tr.a : undefined;
}

const engineRotation = (rotation: number | "stacked"): NonNullable<IStyleData["tr"]> =>
  rotation === "stacked" ? { a: 0, v: BooleanNumber.TRUE } : { a: -rotation };

function bordersOf(borders: Nullable<IBorderData>): BookStyle["borders"] {
  const found = BORDER_SIDES.flatMap((side, i) => {
    const border = borderOf(borders ? borders[SIDES[i] ?? "t"] : null);
    return border === undefined ? [] : [[side, border] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function borderOf(border: Nullable<IBorderStyleData>): BookBorder | undefined {
  if (!border || border.s === BorderStyleTypes.NONE) return undefined;
  const line = BORDER_LINES[LINES.indexOf(border.s)];
  return line && present<BookBorder>({ line, color: colorOf(border.cl) });
}

function engineBorders(borders: NonNullable<BookStyle["borders"]>): IBorderData {
  const made: IBorderData = {};
  for (const [i, side] of BORDER_SIDES.entries()) {
    const border = borders[side];
    if (border !== undefined) made[SIDES[i] ?? "t"] = engineBorder(border);
  }
  return made;
}

const engineBorder = ({ line, color = "#000000" }: BookBorder): IBorderStyleData => ({
  s: LINES[BORDER_LINES.indexOf(line)] ?? BorderStyleTypes.THIN,
  cl: { rgb: color },
});
