/*
 * The monthly factor files of single-class securities of Fannie Mae and Freddie Mac, which have one form since
 * June 2019: fields between vertical bars, with headings. Columns have come and gone since (91 of them in 2019, 106
 * by December 2025); they are found by their headings. Rates are in percent. docs/scale.md names the source.
 */
import { readCount, readNumber, readRate } from "../../../assumptions/humanValues";
import { CalcError } from "../../../calc/errors";
import { cellOf } from "../../../rows/cells";
import type { PriceGrid } from "./priceGrid";

/** Headings by what they are to us. */
export const HEADINGS = {
  id: "CUSIP",
  coupon: "WA Net Interest Rate",
  wac: "WA Current Interest Rate",
  wam: "WA Current Remaining Months to Maturity",
  age: "WA Loan Age",
  term: "WA Loan Term",
  factor: "Security Factor",
  margin: "WA Mortgage Margin",
  interestOnly: "Interest Only Security Indicator",
  delay: "Payment Delay Days",
} as const;

/** Headings without which a file is none of these. */
export const NEEDED_HEADINGS = ["id", "coupon", "wac", "wam", "age", "term"] as const;

export type Heading = keyof typeof HEADINGS;

/** What a published row is as terms of a pool; a term that cannot be had is #N/A, and `refusal` says why. */
export interface PublishedPool {
  readonly price: number | string;
  readonly coupon: string;
  readonly wac: string;
  readonly wam: unknown;
  readonly age: unknown;
  readonly refusal: string | null;
}

/** Numbers by which the files say that a value is not available or not applicable. */
const PLACEHOLDERS = new Set(["77.777", "99.999", "999", "9999", "99999"]);
const NOT_THERE = "#N/A";
/** Days that the stated delay counts more than ours: the month in which interest accrues. */
const MONTH = 31;

const isMissing = (text: string): boolean => text === "" || PLACEHOLDERS.has(text);

/**
 * A row of a published file as a pool.
 *
 * @param field - The field of a heading, trimmed; "" where the file has no such heading.
 * @param prices - Prices by coupon and term.
 * @param delayDays - The payment delay of the model.
 * @returns The pool's terms.
 */
export function publishedPool(
  field: (heading: Heading) => string,
  prices: PriceGrid,
  delayDays: number,
): PublishedPool {
  const percent = (heading: Heading) =>
    isMissing(field(heading)) ? NOT_THERE : `${field(heading)}%`;
  const months = (heading: Heading) =>
    isMissing(field(heading)) ? NOT_THERE : cellOf(field(heading));
  const terms = {
    coupon: percent("coupon"),
    wac: percent("wac"),
    wam: months("wam"),
    age: months("age"),
  };
  const refusal = refusalOf(field, delayDays);
  if (refusal !== null) return { ...terms, price: NOT_THERE, refusal };
  const found = priceOf(terms.coupon, field("term"), prices);
  return typeof found === "number"
    ? { ...terms, price: found, refusal: null }
    : { ...terms, price: NOT_THERE, refusal: found };
}

/** Why a security is no pool of fixed rates that the model values. */
function refusalOf(field: (heading: Heading) => string, delayDays: number): string | null {
  const factor = field("factor");
  if (factor !== "" && Number(factor) === 0) return `${HEADINGS.factor} is 0; the pool is paid off`;
  const margin = field("margin");
  if (!isMissing(margin)) {
    return `${HEADINGS.margin} is ${margin}; it must be blank or 77.777, a pool of fixed rates`;
  }
  if (field("interestOnly").toUpperCase() === "Y") {
    return `${HEADINGS.interestOnly} is Y; it must be N, a pool that repays principal`;
  }
  const delay = field("delay");
  if (!isMissing(delay) && Number(delay) !== delayDays + MONTH) {
    return `${HEADINGS.delay} is ${delay}; it must be ${delayDays + MONTH}, as pool.delay of the assumptions is ${delayDays}: give a file of the others and theirs`;
  }
  return null;
}

/** The price of a pool's coupon and term, or why there is none. */
function priceOf(coupon: string, term: string, prices: PriceGrid): number | string {
  try {
    if (coupon === NOT_THERE) return "coupon is #N/A";
    if (isMissing(term)) return `${HEADINGS.term} is #N/A`;
    const months = readCount(readNumber(term, HEADINGS.term), HEADINGS.term, 1);
    return prices.at(readRate(coupon, "coupon"), months);
  } catch (error) {
    if (error instanceof CalcError) return error.message;
    throw error;
  }
}
