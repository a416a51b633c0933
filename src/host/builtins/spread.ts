import { BuiltinError, isTable, numberOf } from "./arguments";
import { type Builtin, ofWhole } from "./builtin";
import { meanOf, momentOf, numbersAmong, requireCount } from "./samples";

const MOST = 255;

/** The mean square of what numbers differ from their mean, over all of them or one less. */
function variance(numbers: readonly number[], isSample: boolean): number {
  const less = isSample ? 1 : 0;
  requireCount(numbers, 1 + less);
  return momentOf(numbers, 2) / (numbers.length - less);
}

const ofSample = (
  name: string,
  calculate: (numbers: number[]) => number,
  withTexts = false,
): Builtin => ofWhole(name, 1, MOST, (...given) => calculate(numbersAmong(given, withTexts)));

const variances = (name: string, isSample: boolean, withTexts = false): Builtin =>
  ofSample(name, (numbers) => variance(numbers, isSample), withTexts);
const deviations = (name: string, isSample: boolean, withTexts = false): Builtin =>
  ofSample(name, (numbers) => Math.sqrt(variance(numbers, isSample)), withTexts);

/** What numbers differ from their mean, in standard deviations: their cubes or fourth powers. */
function standardized(numbers: readonly number[], power: number, isSample: boolean): number {
  const deviation = Math.sqrt(variance(numbers, isSample));
  if (deviation > 0) return momentOf(numbers, power) / deviation ** power;
  throw new BuiltinError("#DIV/0!", "all numbers are the same; give different ones");
}

function skew(numbers: readonly number[]): number {
  requireCount(numbers, 3);
  const n = numbers.length;
  return (n / ((n - 1) * (n - 2))) * standardized(numbers, 3, true);
}

function kurtosis(numbers: readonly number[]): number {
  requireCount(numbers, 4);
  const n = numbers.length;
  const scale = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
  return scale * standardized(numbers, 4, true) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
}

const withTexts = (name: string, calculate: (numbers: readonly number[]) => number): Builtin =>
  ofSample(name, calculate, true);

/** Standard deviations, variances and higher moments. */
export const SPREAD: readonly Builtin[] = [
  ...["VAR", "VAR.S"].map((name) => variances(name, true)),
  ...["VARP", "VAR.P"].map((name) => variances(name, false)),
  variances("VARA", true, true),
  variances("VARPA", false, true),
  ...["STDEV", "STDEV.S"].map((name) => deviations(name, true)),
  ...["STDEVP", "STDEV.P"].map((name) => deviations(name, false)),
  deviations("STDEVA", true, true),
  deviations("STDEVPA", false, true),
  withTexts("MAXA", (numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)),
  withTexts("MINA", (numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)),
  withTexts("AVERAGEA", (numbers) => {
    requireCount(numbers, 1);
    return meanOf(numbers);
  }),
  ofSample("MEDIAN", (numbers) => {
    const sorted = numbers.sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
    if (low !== undefined && high !== undefined) return (low + high) / 2;
    throw new BuiltinError("#NUM!", "there are no numbers; there must be at least 1");
  }),
  ofSample("DEVSQ", (numbers) => {
    if (numbers.length > 0) return momentOf(numbers, 2);
    throw new BuiltinError("#NUM!", "there are no numbers; there must be at least 1");
  }),
  ofSample("SKEW", skew),
  ofSample("SKEW.P", (numbers) => {
    requireCount(numbers, 3);
    return standardized(numbers, 3, false) / numbers.length;
  }),
  ofSample("KURT", kurtosis),
  ofWhole("TRIMMEAN", 2, 2, (values = null, percent = null) => {
    const share = numberOf("percent", isTable(percent) ? (percent[0]?.[0] ?? null) : percent);
    const numbers = numbersAmong([values]).sort((a, b) => a - b);
    if (numbers.length === 0 || !(share >= 0 && share < 1)) {
      throw new BuiltinError("#NUM!", `percent is ${share}; it must be 0 or more and less than 1`);
    }
    const cut = Math.floor(Number(((numbers.length * share) / 2).toPrecision(15)));
    return meanOf(numbers.slice(cut, numbers.length - cut));
  }),
];
