import { isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable, numberOf } from "./arguments";
import { type Builtin, ofNumbers, ofWhole } from "./builtin";
import { numbersAmong } from "./samples";

const MOST = 255;

function sumOfProducts(given: readonly Argument[]): number {
  const tables = given.map((it) => (isTable(it) ? it : [[it]]));
  const [first = []] = tables;
  const [height, width] = [first.length, first[0]?.length ?? 0];
  if (tables.some((it) => it.length !== height || it[0]?.length !== width)) {
    throw new BuiltinError("#VALUE!", "the arrays differ in size; both must have the same size");
  }
  let sum = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let product = 1;
      for (const table of tables) {
        const value = table[row]?.[column] ?? null;
        if (value !== null && isCellError(value)) throw new HandedOnError(value);
        // Texts and truth values count 0.
        product *= typeof value === "number" ? value : 0;
      }
      sum += product;
    }
  }
  return sum;
}

function multinomial(numbers: readonly number[]): number {
  const whole = numbers.map(Math.trunc);
  if (whole.some((it) => it < 0)) {
    throw new BuiltinError("#NUM!", "a number is below 0; it must be 0 or more");
  }
  // Factor by factor, so that nothing grows beyond the result.
  let [total, found] = [0, 1];
  for (const count of whole) {
    for (let i = 1; i <= count; i++) found = (found * ++total) / i;
  }
  return Math.round(found);
}

/** Sums and products over ranges. */
export const SUMS: readonly Builtin[] = [
  ofWhole("SUMPRODUCT", 1, MOST, (...given) => sumOfProducts(given)),
  ofWhole("MULTINOMIAL", 1, MOST, (...given) => multinomial(numbersAmong(given))),
  ofWhole("FVSCHEDULE", 2, 2, (principal = null, schedule = null) => {
    const growth = (isTable(schedule) ? schedule.flat() : [schedule])
      .map((rate) => 1 + numberOf("schedule", rate))
      .reduce((product, factor) => product * factor, 1);
    return ofNumbers("FVSCHEDULE", "principal", (amount) => amount * growth).calculate([principal]);
  }),
  ofWhole("SERIESSUM", 4, 4, (x = null, n = null, m = null, coefficients = null) => {
    const factors = (isTable(coefficients) ? coefficients.flat() : [coefficients]).map((it) =>
      numberOf("coefficients", it),
    );
    return ofNumbers("SERIESSUM", "x n m", (base, first, step) =>
      factors.reduce((sum, factor, i) => sum + factor * base ** (first + i * step), 0),
    ).calculate([x, n, m]);
  }),
];
