/* The arguments that describe a pool of mortgages; shared by the mortgage functions. */
import { readCount, readPrice, readRate, shown } from "../../assumptions/humanValues";
import { readAccrued, type Accrued } from "../../assumptions/settlement";
import type { ParCurve } from "../../calc/curve/parCurve";
import { invalid } from "../../calc/errors";
import { tidy } from "../../calc/numeric/tidy";
import { checkedPool, type Pool } from "../../calc/mortgage/pool";
import type { Speed } from "../../calc/prepayment/speed";
import type { Price, Rate } from "../../calc/units";
import type { CaseArguments } from "../excel/elementwise";
import { required, type Reader } from "../excel/oneCell";
import type { Argument } from "../excel/grid";
import { delayReader, NOTHING_ACCRUED, USUAL_DELAY, type Delay } from "./settlement";
import { oneSpeed } from "./speed";

/** A pool at a speed, with its payment delay, as element-wise functions read it. */
export type PoolCase = Pool & {
  readonly speed: Speed;
  readonly delayDays: Delay;
  readonly accruedDays: Accrued;
};

const count =
  (low: number): Reader<number> =>
  (written, where) =>
    readCount(written, where, low);

/** No pool costs so little per 100 of its balance: such a price is a share of par. */
const LEAST_PRICE = 2;

/**
 * A pool's clean price per 100.
 *
 * @param written - 99.5, or in 32nds "99-16".
 * @param where - The argument's name, and the row where there is one.
 * @returns The price.
 * @throws CalcError `invalid` when it is none, or one per 1 of face value.
 */
export const poolPriceReader: Reader<Price> = (written, where) => {
  const value = readPrice(written, where);
  if (value > LEAST_PRICE) return value;
  throw invalid(
    `${where} is ${shown(value)}; it must be a price per 100, did you mean ${tidy(100 * value)}?`,
  );
};

/** The four terms of a pool, in the order in which all functions take them. */
export interface PoolTerms {
  readonly coupon: Argument;
  readonly wac: Argument;
  readonly wam: Argument;
  readonly age: Argument;
}

/**
 * The terms of a pool for `cases`; the pool is not checked yet.
 *
 * @param terms - The terms.
 * @returns The arguments with their readers.
 */
const poolArguments = (terms: PoolTerms): CaseArguments<Pool> => ({
  coupon: { argument: terms.coupon, reader: readRate },
  wac: { argument: terms.wac, reader: readRate },
  wam: { argument: terms.wam, reader: count(1) },
  age: { argument: terms.age, reader: count(0) },
});

/**
 * The arguments of a pool at a speed for `cases`.
 *
 * @param terms - The pool's terms.
 * @param speed - A speed a row.
 * @param delayDays - Payment delay.
 * @param accruedDays - Accrued days.
 * @returns The arguments with their readers and defaults.
 */
export const poolCaseArguments = (
  terms: PoolTerms,
  speed: Argument,
  delayDays: Argument,
  accruedDays: Argument,
): CaseArguments<PoolCase> => ({
  ...poolArguments(terms),
  speed: { argument: speed, reader: oneSpeed },
  delayDays: { argument: delayDays, reader: delayReader, otherwise: USUAL_DELAY },
  accruedDays: { argument: accruedDays, reader: readAccrued, otherwise: NOTHING_ACCRUED },
});

/** One coupon of a stack, by the names of the arguments. */
export interface StackCase {
  readonly coupons: Rate;
  readonly prices: Price;
  readonly wacs: Rate;
  readonly wams: number;
  readonly ages: number;
}

/**
 * The arguments of a stack of coupons for `caseRows`; the pools are not checked yet.
 *
 * @param columns - A column each.
 * @returns The arguments with their readers.
 */
export function stackArguments(
  columns: Readonly<Record<keyof StackCase, Argument>>,
): CaseArguments<StackCase> {
  const { coupons, prices, wacs, wams, ages } = columns;
  const terms = poolArguments({ coupon: coupons, wac: wacs, wam: wams, age: ages });
  return {
    coupons: terms.coupon,
    prices: { argument: prices, reader: poolPriceReader },
    wacs: terms.wac,
    wams: terms.wam,
    ages: terms.age,
  };
}

/**
 * One pool, checked.
 *
 * @param terms - Its terms, one cell each.
 * @returns The pool.
 */
export const onePool = (terms: PoolTerms): Pool =>
  checkedPool({
    coupon: required(terms.coupon, "coupon", readRate),
    wac: required(terms.wac, "wac", readRate),
    wam: required(terms.wam, "wam", count(1)),
    age: required(terms.age, "age", count(0)),
  });

/**
 * How far the curve carries a pool: mortgage rates are 10-year yields until its end.
 *
 * @param par - Par yields by tenor.
 * @param wam - Months until the pool's end.
 * @returns Words for a label.
 */
export function projectionLabel(par: ParCurve, wam: number): string {
  const last = par.tenors.at(-1) as number;
  return last >= wam / 12 ? "curve to the last flow" : `last forward held beyond ${last} years`;
}
