/* The calls and puts of a bond, as a worksheet writes them. */
import { readCount, readPrice, shown } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import { EXERCISES, type Call, type EarlyRedemption } from "../../calc/rates/callSchedule";
import type { Price } from "../../calc/units";
import { plain } from "../excel/cellContent";
import { grid, width, type Argument } from "../excel/grid";
import { choice, optional, type Reader } from "../excel/oneCell";
import { basisPoints } from "./basisPoints";
import { dated } from "./paymentTerms";

/** The arguments that say how a bond may end early. */
export interface RedemptionArguments {
  readonly calls: Argument;
  readonly exercise: Argument;
  readonly noticeDays: Argument;
  readonly puts: Argument;
  readonly makeWholeBp: Argument;
}

/** Indentures have 5 to 75; a spread below 0 would pay more than the bond is worth. */
const makeWholeReader = basisPoints(0, 500);

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
  const makeWhole = optional(of.makeWholeBp, "makeWholeBp", makeWholeReader, null);
  if (calls.length === 0 && puts === null && makeWhole === null) {
    throw missing(
      'puts is missing; give days and clean prices, or makeWholeBp, where calls is "none"',
    );
  }
  return {
    calls,
    makeWholeSpread: makeWhole === null ? undefined : makeWhole / 10_000,
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

/** Zero-coupon bonds are called at little, but not at par written as 1. */
const LEAST_PRICE = 5;

/** A call's price as term sheets write one that moves with a Treasury's: "MW+25", "T+20". */
const MAKE_WHOLE = /make|whole|^\s*mw|^\s*t\s*\+/i;

const callPriceReader: Reader<Price> = (written, where) => {
  if (typeof written === "string" && MAKE_WHOLE.test(written)) {
    throw invalid(
      `${where} is ${shown(written)}; it must be a fixed price. A make-whole call has none: give its spread as makeWholeBp and leave the row out; MAKEWHOLE shows what it costs`,
    );
  }
  const value = readPrice(written, where);
  if (value >= LEAST_PRICE) return value;
  throw invalid(
    `${where} is ${shown(written)}; it must be a clean price per 100, ${LEAST_PRICE} or more${value <= 2 ? `, did you mean ${100 * value}?` : ""}`,
  );
};

/** Forty years of quarters and a few; days of a window are one row with "american". */
const MOST_ROWS = 500;

function readCalls(argument: Argument, name: string): Call[] | null {
  const rows = dated(argument, name, "clean price", callPriceReader);
  if (rows !== null && rows.length > MOST_ROWS) {
    throw invalid(
      `${name} has ${rows.length} rows; it must have at most ${MOST_ROWS}: exercise "american" takes any day from a row's on`,
    );
  }
  return rows?.map(({ day, value }) => ({ day, price: value })) ?? null;
}
