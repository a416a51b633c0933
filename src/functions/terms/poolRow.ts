/* Pools as a row or a column of a sheet, where a function compares two of them. */
import { readCount, readNumber, readRate, shown } from "../../assumptions/humanValues";
import { about, invalid } from "../../calc/errors";
import { checkedPool, type Pool } from "../../calc/mortgage/pool";
import type { Price } from "../../calc/units";
import type { Argument } from "../excel/grid";
import type { Reader } from "../excel/oneCell";
import { record, type RecordCells } from "../excel/record";
import { poolPriceReader } from "./poolTerms";

const PRICED = ["price", "coupon", "wac", "wam", "age"];

/** A pool and its clean price. */
export interface PoolAtPrice {
  readonly pool: Pool;
  readonly price: Price;
}

const count =
  (low: number): Reader<number> =>
  (written, where) =>
    readCount(written, where, low);

/** Coupon, wac, wam and age from a place on. */
const poolFrom = (cells: RecordCells, first: number): Pool =>
  checkedPool({
    coupon: cells.needed(first, readRate),
    wac: cells.needed(first + 1, readRate),
    wam: cells.needed(first + 2, count(1)),
    age: cells.needed(first + 3, count(0)),
  });

/**
 * A pool at a price.
 *
 * @param argument - As Excel hands it over: clean price, coupon, wac, wam, age.
 * @param name - The argument's name.
 * @returns The pool and its price.
 * @throws CalcError `invalid` when there are other numbers of cells or one is wrong; `missing` when one
 *   is blank.
 */
export function pricedPoolRow(argument: Argument, name: string): PoolAtPrice {
  const cells = record(argument, name, PRICED, PRICED.length);
  return { price: cells.needed(0, poolPriceReader), pool: about(name, () => poolFrom(cells, 1)) };
}

const SPECIFIED = [...PRICED.slice(1), "refinancing", "turnover"];

/** A pool whose borrowers answer to rates as a multiple of what others do. */
export interface SpecifiedPool {
  readonly pool: Pool;
  /** Multiple of refinancing. */
  readonly refinancing: number;
  /** Multiple of turnover. */
  readonly turnover: number;
}

/**
 * A specified pool.
 *
 * @param argument - As Excel hands it over: coupon, wac, wam, age, multiple of refinancing (1), multiple of
 *   turnover (1).
 * @param name - The argument's name.
 * @returns The pool.
 * @throws CalcError `invalid` when there are other numbers of cells or one is wrong; `missing` when one
 *   that has no default is blank.
 */
export function specifiedPoolRow(argument: Argument, name: string): SpecifiedPool {
  const cells = record(argument, name, SPECIFIED, 4);
  return {
    pool: about(name, () => poolFrom(cells, 0)),
    refinancing: cells.optional(4, multiple, 1),
    turnover: cells.optional(5, multiple, 1),
  };
}

/** More would be another pool, or percent; 0 is how older Excel hands a blank cell over. */
const MOST_MULTIPLE = 5;

const multiple: Reader<number> = (written, where) => {
  const value = readNumber(written, where, "a multiple such as 0.8");
  if (value > 0 && value <= MOST_MULTIPLE) return value;
  throw invalid(
    `${where} is ${shown(written)}; it must be a multiple above 0, at most ${MOST_MULTIPLE}, such as 0.8; without its cell it is 1`,
  );
};
