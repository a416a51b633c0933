import { writeDate, writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import { isProblem } from "../worksheetCall";
import type { FigureUnit } from "../figureUnit";
import type { Figure } from "./verdict";

/** Digits after the decimal sign; more would pretend to a precision that the data do not have. */
const DIGITS: ReadonlyMap<FigureUnit, number> = new Map([
  ["bp", 1],
  ["probability", 0],
  ["months", 1],
  ["deviations", 2],
  ["score", 2],
]);

/**
 * A figure as people write it, with its unit.
 *
 * @param figure - The figure.
 * @param numbers - The language.
 * @returns For example "53.0 bp", "62%", "31 Dec 2014"; words where it is not known.
 */
export function figureText({ value, unit }: Figure, numbers: NumberStyle): string {
  if (isProblem(value)) return texts.verdict.missing;
  if (typeof value === "string") return value;
  if (unit === "date") return writeDate(value, numbers);
  const digits = DIGITS.get(unit) ?? 2;
  if (unit === "probability") return percent(value, digits, numbers);
  const suffix = texts.units.get(unit);
  return `${writeNumber(value, digits, numbers)}${suffix === undefined ? "" : ` ${suffix}`}`;
}

/** Intl shifts the decimal point: the number that is shown stays the one that the function gave, and 0 has no sign. */
const percent = (value: number, digits: number, { locale }: NumberStyle): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits })
    .format(Number(value.toFixed(digits + 2)) === 0 ? 0 : value)
    .replace("-", "−");

/**
 * What a figure is called on the screen.
 * @param figure - The figure.
 * @returns Its name.
 */
export const figureName = ({ id }: Figure): string => texts.verdict.names.get(id) ?? id;
