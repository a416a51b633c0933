/* Payments of a bond that change on given days, as a worksheet writes them. */
import { readDate, readNumber, readSpread } from "../../assumptions/humanValues";
import type { PaymentSchedule } from "../../calc/bond/bondPayments";
import { invalid, missing } from "../../calc/errors";
import type { DaySerial } from "../../calc/units";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { grid, size, width, type Argument } from "../excel/grid";
import { optional, zeroIsBlank, type Reader } from "../excel/oneCell";
import { couponReader } from "./bondTerms";

/** Reader of a share of the face value at issue. */
const shareReader: Reader<number> = (written, where) => {
  const expected = "a part of 100 of the face value at issue, 1 or more and below 100, such as 20";
  const amount = readNumber(written, where, expected);
  if (amount >= 1 && amount < 100) return amount;
  throw invalid(`${where} is ${amount}; it must be ${expected}`);
};

/** The arguments that say how payments change. */
export interface PaymentArguments {
  readonly couponSteps: Argument;
  readonly sinking: Argument;
  readonly floatFrom: Argument;
  readonly floatBp: Argument;
}

/**
 * Reads coupon steps, sinking payments and a floating period.
 *
 * @param of - The arguments, as Excel hands them over.
 * @returns The schedule; empty where all are omitted or blank.
 * @throws CalcError `missing` when a row has a blank or one of a pair is left out, `invalid` when a cell is
 *   no day, coupon, amount or margin.
 */
export function paymentArguments(of: PaymentArguments): PaymentSchedule {
  const steps = dated(of.couponSteps, "couponSteps", "coupon", couponReader) ?? [];
  const sinking = dated(of.sinking, "sinking", "amount", shareReader) ?? [];
  const from = optional(of.floatFrom, "floatFrom", zeroIsBlank(readDate, null), null);
  const marginBp = optional(of.floatBp, "floatBp", readSpread, null);
  if (from !== null && marginBp === null) {
    throw missing("floatBp is blank; give the margin over the index where there is floatFrom");
  }
  if (from === null && marginBp !== null && marginBp !== 0) {
    throw missing("floatFrom is blank; give the day from which the coupon floats");
  }
  return {
    steps: steps.map(({ day, value }) => ({ day, coupon: value })),
    sinking: sinking.map(({ day, value }) => ({ day, amount: value })),
    floating: from === null || marginBp === null ? undefined : { from, marginBp },
  };
}

/**
 * Reads a table of two columns, a day and what belongs to it.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param what - What the second column holds.
 * @param reader - Reader of its kind.
 * @returns The rows in order; null when the table is omitted or blank.
 * @throws CalcError `missing` when a row has a blank.
 */
export function dated<T>(
  argument: Argument,
  name: string,
  what: string,
  reader: Reader<T>,
): { readonly day: DaySerial; readonly value: T }[] | null {
  const cells = grid(argument, name);
  if (cells === null) return null;
  if (cells.every((row) => row.every((cell) => isBlank(plain(cell, name))))) return null;
  if (width(cells) !== 2) {
    throw invalid(`${name} is a range of ${size(cells)}; it must be two columns, day and ${what}`);
  }
  return cells.map((row, i) => {
    const read = <V>(j: 0 | 1, column: string, of: Reader<V>): V => {
      const where = `${name}, row ${i + 1}, ${column}`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      return of(value, where);
    };
    return {
      day: read(0, "day", readDate),
      value: read(1, what.split(" ").at(-1) ?? what, reader),
    };
  });
}
