import { annuityRate, internalRate, presentWorth } from "../../calc/excel/internalRate";
import { type EngineValue, isCellError } from "../runtime/cellValue";
import { type Argument, BuiltinError, HandedOnError, isTable, numberOf } from "./arguments";
import { type Builtin, ofNumbers, ofWhole } from "./builtin";
import { dayOf } from "./days";

const GUESS = 0.1;

/** The numbers of a range in order; its texts, truth values and blank cells are passed over. */
function numbersOf(name: string, argument: Argument): number[] {
  if (!isTable(argument)) return [numberOf(name, argument)];
  return argument.flat().filter((value): value is number => {
    if (value !== null && isCellError(value)) throw new HandedOnError(value);
    return typeof value === "number";
  });
}

/** Amounts with their times in years of 365 days from the first. */
function dated(values: Argument, dates: Argument): { amounts: number[]; times: number[] } {
  const cells = (argument: Argument): readonly EngineValue[] =>
    isTable(argument) ? argument.flat() : [argument];
  const amounts = cells(values).map((value) => numberOf("values", value));
  const days = cells(dates).map((value) => dayOf("dates", numberOf("dates", value)));
  const [first] = days;
  if (first === undefined || days.length !== amounts.length) {
    const message = `there are ${amounts.length} values and ${days.length} dates`;
    throw new BuiltinError("#NUM!", `${message}; both must have the same length`);
  }
  for (const day of days) {
    if (day >= first) continue;
    throw new BuiltinError("#NUM!", `dates has ${day}, before the first, ${first}`);
  }
  return { amounts, times: days.map((day) => (day - first) / 365) };
}

function guessOf(guess: Argument | undefined): number {
  const number = guess === undefined || isTable(guess) ? GUESS : numberOf("guess", guess);
  if (number > -1) return number;
  throw new BuiltinError("#NUM!", `guess is ${number}; it must be more than -1`);
}

function solved(name: string, found: number): number {
  if (Number.isFinite(found)) return found;
  throw new BuiltinError("#NUM!", `${name} finds no rate; there must be payments in and out`);
}

/** Rates that make payments worth nothing together. */
export const CASH_FLOWS: readonly Builtin[] = [
  ofWhole("IRR", 1, 2, (values = null, guess) => {
    const amounts = numbersOf("values", values);
    return solved("IRR", internalRate(amounts, [...amounts.keys()], guessOf(guess)));
  }),
  ofWhole("XIRR", 2, 3, (values = null, dates = null, guess) => {
    const { amounts, times } = dated(values, dates);
    return solved("XIRR", internalRate(amounts, times, guessOf(guess)));
  }),
  ofWhole("XNPV", 3, 3, (rate = null, values = null, dates = null) => {
    const { amounts, times } = dated(values, dates);
    const [number = 0] = numbersOf("rate", rate);
    if (number > -1) return presentWorth(number, amounts, times);
    throw new BuiltinError("#NUM!", `rate is ${number}; it must be more than -1`);
  }),
  ofNumbers("RATE", "nper pmt pv ? fv type guess", (nper, pmt, pv, fv = 0, type = 0, guess) =>
    solved("RATE", annuityRate(nper, pmt, pv, fv, type !== 0, guessOf(guess))),
  ),
];
