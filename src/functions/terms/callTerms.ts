/* The calls and puts of a bond, as a worksheet writes them. */
import { readCount, readDate, readPrice, shown } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import { EXERCISES, type Call, type EarlyRedemption } from "../../calc/rates/callSchedule";
import type { Price } from "../../calc/units";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { grid, size, width, type Argument } from "../excel/grid";
import { choice, optional, type Reader } from "../excel/oneCell";

/** The arguments that say how a bond may end early. */
export interface RedemptionArguments {
  readonly calls: Argument;
  readonly exercise: Argument;
  readonly noticeDays: Argument;
  readonly puts: Argument;
}

/** Notices are weeks; more than a year is a slip. */
const MOST_NOTICE = 365;

const noticeReader: Reader<number> = (written, where) => {
  const days = readCount(written, where, 0);
  if (days > MOST_NOTICE) {
    throw invalid(`${where} is ${days}; it must be at most ${MOST_NOTICE} days`);
  }
  return days;
};

/**
 * Reads calls and puts.
 *
 * @param of - The arguments, as Excel hands them over.
 * @returns The calls and puts.
 * @throws CalcError `missing` when calls are, or there is neither a call nor a put, `invalid` when a cell is no day or price.
 */
export function redemptionArguments(of: RedemptionArguments): EarlyRedemption {
  const puts = readCalls(of.puts, "puts");
  const calls = isNone(of.calls) ? [] : readCalls(of.calls, "calls");
  if (calls === null) {
    throw missing(
      'calls is missing; give days and clean prices, or "none" where there are puts only',
    );
  }
  if (calls.length === 0 && puts === null) {
    throw missing('puts is missing; give days and clean prices where calls is "none"');
  }
  return {
    calls,
    exercise: optional(of.exercise, "exercise", choice(EXERCISES), "bermudan"),
    noticeDays: optional(of.noticeDays, "noticeDays", noticeReader, 0),
    puts: puts ?? [],
  };
}

/** A word says that there are no calls: a blank may be a table that was not found. */
function isNone(calls: Argument): boolean {
  const cells = grid(calls, "calls");
  const only = cells?.length === 1 && width(cells) === 1 ? plain(cells[0]?.[0], "calls") : null;
  return typeof only === "string" && /^\s*none\s*$/i.test(only);
}

/** A call's price as term sheets write one that moves with a Treasury's: "MW+25", "T+20". */
const MAKE_WHOLE = /make|whole|^\s*mw|^\s*t\s*\+/i;

const callPriceReader: Reader<Price> = (written, where) => {
  if (typeof written === "string" && MAKE_WHOLE.test(written)) {
    throw invalid(
      `${where} is ${shown(written)}; it must be a fixed price. The price of a make-whole call moves with Treasuries, see MAKEWHOLE: leave the row out`,
    );
  }
  return readPrice(written, where);
};

/** A table of two columns, day and clean price; null when it is omitted or blank. */
function readCalls(argument: Argument, name: string): Call[] | null {
  const cells = grid(argument, name);
  if (cells === null) return null;
  if (cells.every((row) => row.every((cell) => isBlank(plain(cell, name))))) return null;
  if (width(cells) !== 2) {
    throw invalid(
      `${name} is a range of ${size(cells)}; it must be two columns, day and clean price`,
    );
  }
  return cells.map((row, i) => {
    const read = <T>(j: 0 | 1, what: string, reader: Reader<T>): T => {
      const where = `${name}, row ${i + 1}, ${what}`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      return reader(value, where);
    };
    return { day: read(0, "day", readDate), price: read(1, "price", callPriceReader) };
  });
}
