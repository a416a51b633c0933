/* Rules that show where a number stands among others: colours, bars, icons. */
import type { FormatRule, ScalePoint, ScaleValue } from "../workbook/conditionalFormat";
import { scaleValueOf } from "../workbook/furthest";
import type { Colors } from "./colors";
import { all, isOn, one, type XmlElement } from "./xml";

/** Reads a formula of the file; null where it is not taken over. */
type ToFormula = (stored: string) => string | null;

/**
 * Reads a colour scale.
 *
 * @param element - The rule.
 * @param ranges - Its cells.
 * @param toFormula - Reads a formula.
 * @param colors - The file's colours.
 * @returns The scale; null where it is none, or cannot be kept.
 */
export function readScale(
  element: XmlElement,
  ranges: readonly string[],
  toFormula: ToFormula,
  colors: Colors,
): FormatRule | null {
  const scale = one(element, "colorScale");
  const values = valuesOf(scale, ranges, toFormula);
  if (values === null || (values.length !== 2 && values.length !== 3)) return null;
  const written = all(scale, "color").map((color) => colors.colorOf(color));
  const points = values.flatMap((at, i): ScalePoint[] => {
    const color = written[i];
    return color === undefined ? [] : [{ at, color }];
  });
  return points.length === values.length ? { kind: "colorScale", points } : null;
}

/**
 * Reads a data bar, as Excel 2007 knows it.
 *
 * @param element - The rule.
 * @param ranges - Its cells.
 * @param toFormula - Reads a formula.
 * @param colors - The file's colours.
 * @returns The bar; null where it is none, or cannot be kept.
 */
export function readBar(
  element: XmlElement,
  ranges: readonly string[],
  toFormula: ToFormula,
  colors: Colors,
): FormatRule | null {
  const bar = one(element, "dataBar");
  const [from, to] = valuesOf(bar, ranges, toFormula) ?? [];
  const color = colors.colorOf(one(bar, "color"));
  if (bar === undefined || from === undefined || to === undefined || color === undefined) {
    return null;
  }
  const { minLength, maxLength, showValue } = bar.attributes;
  return {
    ...{ kind: "dataBar", from, to, color },
    ...(minLength === undefined ? {} : { shortest: percentOf(minLength) }),
    ...(maxLength === undefined ? {} : { longest: percentOf(maxLength) }),
    ...(isOn(showValue ?? "1") ? {} : { barOnly: true }),
  };
}

/**
 * Reads a set of icons.
 *
 * @param element - The rule.
 * @param ranges - Its cells.
 * @param toFormula - Reads a formula.
 * @returns The icons; null where there are none, or they cannot be kept.
 */
export function readIcons(
  element: XmlElement,
  ranges: readonly string[],
  toFormula: ToFormula,
): FormatRule | null {
  const set = one(element, "iconSet");
  const values = valuesOf(set, ranges, toFormula);
  if (set === undefined || values === null) return null;
  const { iconSet: icons = "3TrafficLights1", showValue, reverse } = set.attributes;
  // "3Arrows" has three.
  if (!ICONS.test(icons) || Number(icons[0]) !== values.length) return null;
  const written = all(set, "cfvo");
  return {
    kind: "iconSet",
    icons,
    steps: values.map((at, i) => ({
      at,
      ...(isOn(written[i]?.attributes["gte"] ?? "1") ? {} : { above: true }),
    })),
    ...(isOn(reverse) ? { reversed: true } : {}),
    ...(isOn(showValue ?? "1") ? {} : { iconOnly: true }),
  };
}

/** The sets of Excel 2007 (ECMA-376, 18.18.42). */
const ICONS =
  /^(3Arrows|3ArrowsGray|3Flags|3TrafficLights[12]|3Signs|3Symbols2?|[45]Arrows|[45]ArrowsGray|4RedToBlack|[45]Rating|4TrafficLights|5Quarters)$/;

const percentOf = (written: string): number => Math.min(100, Math.max(0, Number(written) || 0));

function valuesOf(
  element: XmlElement | undefined,
  ranges: readonly string[],
  toFormula: ToFormula,
): ScaleValue[] | null {
  if (element === undefined) return null;
  const values = all(element, "cfvo").map((value) => valueOf(value, ranges, toFormula));
  return values.every((value) => value !== null) ? values : null;
}

function valueOf(
  { attributes: { type, val = "" } }: XmlElement,
  ranges: readonly string[],
  toFormula: ToFormula,
): ScaleValue | null {
  switch (type) {
    case "min":
      return { is: "lowest" };
    case "max":
      return { is: "highest" };
    case "num":
    case "percent":
    case "percentile":
    case "formula": {
      const value = Number(val);
      // Excel writes a cell as a number's place, too: "num" with "$B$1".
      if (val.trim() !== "" && Number.isFinite(value) && type !== "formula") {
        return { is: type === "num" ? "number" : type, value };
      }
      const formula = type === "formula" || type === "num" ? toFormula(val) : null;
      return formula === null || formula === "=" ? null : scaleValueOf(formula, ranges);
    }
    default:
      return null;
  }
}
