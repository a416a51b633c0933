import { tidy } from "./tidy";

/**
 * A decimal as a percentage in words, also where a hundred times it is beyond every double.
 *
 * @param value - A decimal, such as 0.0503.
 * @returns For example "5.03%".
 *
 * @example
 * percentWords(5.03); // => "503%"
 * percentWords(1.5e308); // => "1.5e+310%"
 */
export function percentWords(value: number): string {
  const percent = value * 100;
  if (Number.isFinite(percent) || !Number.isFinite(value)) return `${tidy(percent)}%`;
  const [mantissa, exponent] = String(value).split("e+");
  return `${mantissa}e+${Number(exponent) + 2}%`;
}
