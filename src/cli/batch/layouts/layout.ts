/* What the layouts of published files have in common: fields by heading become the terms of a pool. */
import { readCount, readNumber, readRate } from "../../../assumptions/humanValues";
import { CalcError } from "../../../calc/errors";
import { cellOf } from "../../../rows/cells";
import type { Records } from "../read/recordSource";
import type { PriceGrid } from "./priceGrid";

/** What a published row is as terms of a pool; a term that cannot be had is #N/A, and `refusal` says why. */
export interface PublishedPool {
  readonly price: number | string;
  readonly coupon: string;
  readonly wac: string;
  readonly wam: unknown;
  readonly age: unknown;
  readonly refusal: string | null;
}

/** A row's fields by heading, trimmed; "" where the file has no such heading. */
export type FieldOf = (heading: string) => string;

/** Headings of what every layout has. */
export interface TermHeadings {
  readonly id: string;
  readonly coupon: string;
  readonly wac: string;
  readonly wam: string;
  readonly age: string;
  readonly term: string;
}

/** A form in which pools are published. */
export interface Layout {
  /** In what a result says of itself. */
  readonly name: string;
  /** What sentences say that a file must be. */
  readonly description: string;
  /** Which records are pools, where the file has no headings. */
  readonly records: Records | null;
  readonly headings: TermHeadings;
  /** Why a security is no pool of fixed rates that the model values; null where it is one. */
  refusal(field: FieldOf, delayDays: number): string | null;
}

/** Numbers by which the files say that a value is not available or not applicable. */
const PLACEHOLDERS = new Set(["77.777", "99.999", "999", "9999", "99999"]);
const NOT_THERE = "#N/A";

/**
 * Whether a field holds nothing.
 *
 * @param text - The field.
 * @returns Whether it is blank or a placeholder.
 */
export const isMissing = (text: string): boolean => text === "" || PLACEHOLDERS.has(text);

/**
 * A row of a published file as a pool.
 *
 * @param layout - Its layout.
 * @param field - Its fields.
 * @param prices - Prices by coupon and term.
 * @param delayDays - The payment delay of the model.
 * @returns The pool's terms.
 */
export function publishedPool(
  layout: Layout,
  field: FieldOf,
  prices: PriceGrid,
  delayDays: number,
): PublishedPool {
  const { headings } = layout;
  const percent = (heading: string) =>
    isMissing(field(heading)) ? NOT_THERE : `${field(heading)}%`;
  const months = (heading: string) =>
    isMissing(field(heading)) ? NOT_THERE : cellOf(field(heading));
  const terms = {
    coupon: percent(headings.coupon),
    wac: percent(headings.wac),
    wam: months(headings.wam),
    age: months(headings.age),
  };
  const refusal = layout.refusal(field, delayDays);
  if (refusal !== null) return { ...terms, price: NOT_THERE, refusal };
  const found = priceOf(terms.coupon, field(headings.term), headings.term, prices);
  return typeof found === "number"
    ? { ...terms, price: found, refusal: null }
    : { ...terms, price: NOT_THERE, refusal: found };
}

/** The price of a pool's coupon and term, or why there is none. */
function priceOf(
  coupon: string,
  term: string,
  heading: string,
  prices: PriceGrid,
): number | string {
  try {
    if (coupon === NOT_THERE) return "coupon is #N/A";
    if (isMissing(term)) return `${heading} is #N/A`;
    const months = readCount(readNumber(term, heading), heading, 1);
    return prices.at(readRate(coupon, "coupon"), months);
  } catch (error) {
    if (error instanceof CalcError) return error.message;
    throw error;
  }
}
