import { BuiltinError } from "./arguments";
import { type Builtin, ofNumbers } from "./builtin";

/**
 * TRUNC: the digits after a place dropped. 15 digits decide, as everywhere in Excel: 1.15 has the
 * cents 15, though the double is a little less.
 *
 * @param number - The number.
 * @param digits - Places after the point, below 0 before it; a fraction is dropped.
 * @returns The number without its further digits.
 */
function truncate(number: number, digits: number): number {
  const places = Math.trunc(digits);
  const shifted = Number(`${number.toPrecision(15)}e0`) * 10 ** places;
  const near = Math.round(shifted);
  const isWhole =
    Math.abs(shifted - near) <= 1e-9 && Math.abs(shifted - near) <= 4e-15 * Math.abs(near);
  const whole = isWhole ? near : Math.trunc(shifted);
  const back = Number(`${whole}e${-places}`);
  return Number.isFinite(back) ? back : whole / 10 ** places;
}

function roundToMultiple(number: number, multiple: number): number {
  if (multiple === 0 || number === 0) return 0;
  if (Math.sign(number) === Math.sign(multiple)) {
    const times = Number((number / multiple).toPrecision(15));
    return Number((Math.round(times) * multiple).toPrecision(15));
  }
  const message = `number is ${number} and multiple ${multiple}; both must have the same sign`;
  throw new BuiltinError("#NUM!", message);
}

/** Digits of the fraction as DOLLARDE and DOLLARFR count them. */
function fractionOf(fraction: number): { parts: number; scale: number } {
  const parts = Math.trunc(fraction);
  if (parts < 0) throw new BuiltinError("#NUM!", `fraction is ${fraction}; it must be 1 or more`);
  if (parts === 0)
    throw new BuiltinError("#DIV/0!", `fraction is ${fraction}; it must be 1 or more`);
  return { parts, scale: 10 ** Math.ceil(Math.log10(parts)) };
}

/** Rounding, multiples, and prices written in fractions. */
export const ROUNDING: readonly Builtin[] = [
  ofNumbers("TRUNC", "number ? num_digits", (number, digits = 0) => truncate(number, digits)),
  ofNumbers("QUOTIENT", "numerator denominator", (numerator, denominator) => {
    if (denominator === 0) throw new BuiltinError("#DIV/0!", "denominator is 0");
    return Math.trunc(numerator / denominator);
  }),
  ofNumbers("MROUND", "number multiple", roundToMultiple),
  ofNumbers("SQRTPI", "number", (number) => Math.sqrt(Math.PI * number)),
  ofNumbers("DOLLARDE", "fractional_dollar fraction", (price, fraction) => {
    const { parts, scale } = fractionOf(fraction);
    const whole = Math.trunc(price);
    return whole + ((price - whole) * scale) / parts;
  }),
  ofNumbers("DOLLARFR", "decimal_dollar fraction", (price, fraction) => {
    const { parts, scale } = fractionOf(fraction);
    const whole = Math.trunc(price);
    return whole + ((price - whole) * parts) / scale;
  }),
];
