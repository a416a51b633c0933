/* The arguments that describe a bond, in Excel's order; shared by the bond functions. */
import { readDate, readNumber, readPrice, readRate, shown } from "../../assumptions/humanValues";
import type { Bond, YieldConvention } from "../../calc/bond/bond";
import { BASES, FREQUENCIES, type Basis, type Frequency } from "../../calc/date/couponGrid";
import { invalid } from "../../calc/errors";
import { price, type DaySerial, type Price, type Rate } from "../../calc/units";
import type { CaseArgument, CaseArguments } from "../excel/elementwise";
import { choice, zeroIsBlank, type Reader } from "../excel/oneCell";
import type { Argument } from "../excel/grid";

/** A bond and the day on which it is settled. */
export type SettledBond = Bond & {
  readonly settlement: DaySerial;
  readonly convention: YieldConvention;
};

const frequencies: ReadonlySet<number> = new Set(FREQUENCIES);
const bases: ReadonlySet<number> = new Set(BASES);

/** Reader of coupons a year: 1, 2, 4 or 12; 0 counts as blank. */
const frequencyOr = (otherwise: Frequency): Reader<Frequency> =>
  zeroIsBlank((written, where) => {
    const expected = "1, 2, 4 or 12 coupons a year";
    const value = readNumber(written, where, expected);
    if (!frequencies.has(value)) {
      throw invalid(`${where} is ${shown(value)}; it must be ${expected}`);
    }
    return value as Frequency;
  }, otherwise);

/** Reader of coupons a year where they are half-yearly by default. */
export const frequencyReader = frequencyOr(2);
/** Reader of coupons a year where they are quarterly by default. */
export const quarterlyReader = frequencyOr(4);

/** Reader of Excel's code of a day count. */
export const basisReader: Reader<Basis> = (written, where) => {
  const expected = "0 (30/360 US), 1 (ACT/ACT), 2 (ACT/360), 3 (ACT/365) or 4 (30E/360)";
  const value = readNumber(written, where, expected);
  if (!bases.has(value)) throw invalid(`${where} is ${shown(value)}; it must be ${expected}`);
  return value as Basis;
};

/** Reader of a coupon: a rate, 0 or more. */
export const couponReader: Reader<Rate> = (written, where) => {
  const coupon = readRate(written, where);
  if (coupon < 0) {
    throw invalid(`${where} is ${coupon}; it must be a coupon of 0 or more as a decimal`);
  }
  return coupon;
};

const redemptionReader = zeroIsBlank(readPrice, price(100));
const optionalDay = zeroIsBlank<DaySerial, null>(readDate, null);
const conventionReader = choice(["street", "treasury", "excel", "true"]);

/** The optional arguments that follow the coupon and the yield or price. */
export interface OptionalTerms {
  readonly redemption: Argument;
  readonly frequency: Argument;
  readonly basis: Argument;
  readonly issue: Argument;
  readonly firstCoupon: Argument;
  readonly convention?: Argument;
  readonly lastCoupon: Argument;
}

type TermArguments = { readonly [K in keyof SettledBond]: CaseArgument<SettledBond[K]> };

/**
 * The arguments of a bond for `cases`.
 *
 * @param settlement - As Excel hands it over.
 * @param maturity - As Excel hands it over.
 * @param coupon - As Excel hands it over.
 * @param terms - The optional arguments.
 * @returns The arguments with their readers and defaults, in Excel's order.
 */
export const bondArguments = (
  settlement: Argument,
  maturity: Argument,
  coupon: Argument,
  terms: OptionalTerms,
): TermArguments => ({
  settlement: { argument: settlement, reader: readDate },
  maturity: { argument: maturity, reader: readDate },
  coupon: { argument: coupon, reader: couponReader },
  redemption: { argument: terms.redemption, reader: redemptionReader, otherwise: price(100) },
  frequency: { argument: terms.frequency, reader: frequencyReader, otherwise: 2 },
  basis: { argument: terms.basis, reader: basisReader, otherwise: 0 },
  issue: { argument: terms.issue, reader: optionalDay, otherwise: null },
  firstCoupon: { argument: terms.firstCoupon, reader: optionalDay, otherwise: null },
  convention: { argument: terms.convention, reader: conventionReader, otherwise: "street" },
  lastCoupon: { argument: terms.lastCoupon, reader: optionalDay, otherwise: null },
});

/** The terms that every bond has. */
export type PlainTerms = Pick<Bond, "maturity" | "coupon" | "frequency" | "basis">;

/**
 * A bond that is paid back at 100 and has no odd period.
 *
 * @param terms - Its other terms.
 * @returns The bond.
 */
export const plainBond = ({ maturity, coupon, frequency, basis }: PlainTerms): Bond => ({
  maturity,
  coupon,
  frequency,
  basis,
  redemption: price(100),
  issue: null,
  firstCoupon: null,
  lastCoupon: null,
});

/** A bond without odd periods and the day on which it is settled. */
export type SettledTerms = PlainTerms & { readonly settlement: DaySerial };

/**
 * The arguments of a bond without odd periods for `cases`.
 *
 * @param settlement - As Excel hands it over.
 * @param maturity - As Excel hands it over.
 * @param coupon - As Excel hands it over.
 * @param frequency - As Excel hands it over.
 * @param basis - As Excel hands it over.
 * @returns The arguments with their readers and defaults, in Excel's order.
 */
export const settledArguments = (
  settlement: Argument,
  maturity: Argument,
  coupon: Argument,
  frequency: Argument,
  basis: Argument,
): CaseArguments<SettledTerms> => ({
  settlement: { argument: settlement, reader: readDate },
  maturity: { argument: maturity, reader: readDate },
  coupon: { argument: coupon, reader: couponReader },
  frequency: { argument: frequency, reader: frequencyReader, otherwise: 2 },
  basis: { argument: basis, reader: basisReader, otherwise: 0 },
});

/** A bond without odd periods, the day on which it is settled, and what it costs. */
export type PricedBond = SettledTerms & {
  /** Clean, per 100. */
  readonly price: Price;
};

/**
 * The arguments of a priced bond for `cases`.
 *
 * @param settlement - As Excel hands it over.
 * @param maturity - As Excel hands it over.
 * @param coupon - As Excel hands it over.
 * @param clean - The clean price, as Excel hands it over.
 * @param frequency - As Excel hands it over.
 * @param basis - As Excel hands it over.
 * @returns The arguments with their readers and defaults, in Excel's order.
 */
export const pricedArguments = (
  settlement: Argument,
  maturity: Argument,
  coupon: Argument,
  clean: Argument,
  frequency: Argument,
  basis: Argument,
): CaseArguments<PricedBond> => ({
  settlement: { argument: settlement, reader: readDate },
  maturity: { argument: maturity, reader: readDate },
  coupon: { argument: coupon, reader: couponReader },
  price: { argument: clean, reader: readPrice },
  frequency: { argument: frequency, reader: frequencyReader, otherwise: 2 },
  basis: { argument: basis, reader: basisReader, otherwise: 0 },
});
