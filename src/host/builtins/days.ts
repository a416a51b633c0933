import { BASES, type Basis, type Frequency } from "../../calc/date/couponGrid";
import { LAST_SERIAL } from "../../calc/date/serial";
import { daySerial, type DaySerial } from "../../calc/units";
import { BuiltinError } from "./arguments";

const CODES: ReadonlySet<number> = new Set(BASES);
/** Excel's functions know no monthly coupons. */
const FREQUENCIES: ReadonlySet<number> = new Set([1, 2, 4]);

/**
 * Reads a day; its time is dropped.
 * @param name - The argument's name.
 * @param serial - Excel's serial number.
 * @returns The day.
 * @throws {BuiltinError} `#NUM!` outside Excel's calendar.
 */
export function dayOf(name: string, serial: number): DaySerial {
  const day = Math.floor(serial);
  if (day >= 0 && day <= LAST_SERIAL) return daySerial(day);
  throw new BuiltinError("#NUM!", `${name} is ${serial}; it must be a day from 1900 to 9999`);
}

/**
 * Reads a day count.
 * @param code - Excel's code, 0 when it is left out; a fraction is dropped.
 * @returns The day count.
 * @throws {BuiltinError} `#NUM!` for another number.
 */
export function basisOf(code = 0): Basis {
  const basis = Math.trunc(code);
  if (CODES.has(basis)) return basis as Basis;
  throw new BuiltinError("#NUM!", `basis is ${code}; it must be 0 to 4`);
}

/**
 * Reads the coupons a year.
 * @param number - A fraction is dropped.
 * @returns The frequency.
 * @throws {BuiltinError} `#NUM!` for another number.
 */
export function frequencyOf(number: number): Frequency {
  const frequency = Math.trunc(number);
  if (FREQUENCIES.has(frequency)) return frequency as Frequency;
  throw new BuiltinError("#NUM!", `frequency is ${number}; it must be 1, 2 or 4`);
}

/**
 * Refuses days out of order.
 * @param earlier - The name and the day that comes first.
 * @param later - The name and the day that comes after it.
 * @throws {BuiltinError} `#NUM!` otherwise.
 */
export function requireOrder(earlier: [string, number], later: [string, number]): void {
  if (earlier[1] < later[1]) return;
  const message = `${earlier[0]} is ${earlier[1]}, not before ${later[0]}, ${later[1]}`;
  throw new BuiltinError("#NUM!", `${message}; it must be an earlier day`);
}

/**
 * Refuses a number that is too small.
 * @param name - The argument's name.
 * @param value - The number.
 * @param least - What it must be at least, or greater than where `above` says so.
 * @param above - Whether `least` itself is refused.
 * @throws {BuiltinError} `#NUM!` otherwise.
 */
export function requireAtLeast(name: string, value: number, least: number, above = false): void {
  if (above ? value > least : value >= least) return;
  const expected = above ? `more than ${least}` : `${least} or more`;
  throw new BuiltinError("#NUM!", `${name} is ${value}; it must be ${expected}`);
}
