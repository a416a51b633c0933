import { invalid } from "../errors";
import { percentWords } from "../numeric/percentWords";
import { tidy } from "../numeric/tidy";
import { rate, type Rate } from "../units";

/**
 * A prepayment speed as people write it.
 *
 * - `cpr`: one annual speed for life, decimal;
 * - `smm`: one monthly speed for life, decimal;
 * - `psa`: a multiple of the PSA ramp in percent (100 = 6% CPR from month 30);
 * - `ramp`: CPR from `from` to `to` in equal steps over `months`, then `to`;
 * - `vector`: CPR month by month; the last one holds.
 */
export type Speed =
  | { readonly kind: "cpr"; readonly cpr: Rate }
  | { readonly kind: "smm"; readonly smm: Rate }
  | { readonly kind: "psa"; readonly percent: number }
  | { readonly kind: "ramp"; readonly from: Rate; readonly months: number; readonly to: Rate }
  | { readonly kind: "vector"; readonly cprs: Float64Array };

const EXPECTED = 'it must be a CPR such as 0.06, "6 CPR", "150 PSA", "0.5 SMM" or "6 24 R 18"';

/** No speed is longer; it also bounds the work of the patterns. */
const LONGEST_TEXT = 60;

const NUMBER = "(-?\\d*\\.?\\d+)";
const SINGLE = new RegExp(`^\\s*${NUMBER}\\s*(CPR|SMM|PSA)\\s*$`, "i");
const RAMP = new RegExp(`^\\s*${NUMBER}\\s+(\\d+)\\s*R\\s*${NUMBER}\\s*$`, "i");

/**
 * Reads a speed that is written as text.
 *
 * `"6 CPR"` and `"0.5 SMM"` are percent; `"150 PSA"` is percent of the PSA ramp; `"6 24 R 18"`
 * goes from 6% CPR to 18% CPR over 24 months.
 *
 * @param text - The speed, in any case, spaces free.
 * @param argument - The argument's name, for the message.
 * @returns The speed in decimals.
 * @throws CalcError `invalid` when it is none of these, a CPR or SMM is below 0 or 100% or more,
 * or a PSA is below 0.
 *
 * @example
 * speedFromText("150 psa", "speed"); // => { kind: "psa", percent: 150 }
 */
export function speedFromText(text: string, argument: string): Speed {
  if (text.length > LONGEST_TEXT) {
    throw invalid(`${argument} is a text of ${text.length} characters; ${EXPECTED}`);
  }
  const single = SINGLE.exec(text);
  if (single !== null) {
    const amount = Number(single[1]);
    switch (single[2]?.toUpperCase()) {
      case "CPR":
        return { kind: "cpr", cpr: speedFraction(amount / 100, argument) };
      case "SMM":
        return { kind: "smm", smm: speedFraction(amount / 100, argument) };
      default:
        if (amount < 0)
          throw invalid(`${argument} is ${text}; it must be a PSA speed of 0 or more`);
        return { kind: "psa", percent: amount };
    }
  }
  const ramp = RAMP.exec(text);
  if (ramp !== null) {
    const months = Number(ramp[2]);
    if (months < 1) throw invalid(`${argument} is ${text}; it must be a ramp of 1 month or more`);
    return {
      kind: "ramp",
      from: speedFraction(Number(ramp[1]) / 100, argument),
      months,
      to: speedFraction(Number(ramp[3]) / 100, argument),
    };
  }
  throw invalid(`${argument} is "${text}"; ${EXPECTED}`);
}

/**
 * Checks a CPR or SMM that is given as a decimal.
 *
 * @param decimal - 6% is 0.06.
 * @param argument - The argument's name, for the message.
 * @returns The same number as a rate.
 * @throws CalcError `invalid` when it is below 0, or 1 or more.
 *
 * @example
 * speedFraction(0.06, "speed"); // => 0.06
 */
export function speedFraction(decimal: number, argument: string): Rate {
  if (!(decimal >= 0 && decimal < 1)) {
    const slip = decimal >= 1 && decimal < 100 ? `, did you mean ${tidy(decimal / 100)}?` : "";
    throw invalid(
      `${argument} is ${decimal} (${percentWords(decimal)}); it must be a speed of 0 or more and below 1${slip}`,
    );
  }
  return rate(decimal);
}
