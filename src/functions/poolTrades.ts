import { readCount, readNumber, shown } from "../assumptions/humanValues";
import { numberOf, type Entered } from "../assumptions/numbers";
import { ownDials, poolModel } from "../assumptions/poolAssumptions";
import { about, invalid } from "../calc/errors";
import type { PricedPool } from "../calc/oas/couponStack";
import { scaledSpeeds } from "../calc/oas/scaledSpeeds";
import { SHIFTS } from "../calc/oas/shiftedPrice";
import { MOST_RATIO, CouponSwap, SWAP_HEDGES, type SwapHedge } from "../calc/trade/couponSwap";
import { PayUp } from "../calc/trade/payUp";
import { rate } from "../calc/units";
import type { ParCurve } from "../calc/curve/parCurve";
import type { Argument } from "./excel/grid";
import { choice, optional, zeroIsBlank, type Reader } from "./excel/oneCell";
import { card, forExcel, type Measure } from "./excel/results";
import { assumptionsTable } from "./terms/assumptionsTable";
import { curve as readCurve } from "./terms/curve";
import { pricedPoolRow, specifiedPoolRow } from "./terms/poolRow";

const inBp = (decimal: number) => decimal * 10_000;

/** The model of a pool and its price. */
function priced(argument: Argument, name: string, entered: Entered, par: ParCurve): PricedPool {
  const { pool, price } = pricedPoolRow(argument, name);
  return { model: poolModel(entered, pool, par), clean: price };
}

/** A measure after each of the parallel moves. */
const afterShifts = (name: string, of: (shift: number) => number): Measure[] =>
  SHIFTS.map((shift) => [`${name}${shift < 0 ? "Down" : "Up"}${Math.abs(shift)}`, () => of(shift)]);

/**
 * Up in coupon: a lower coupon is sold and an upper one bought at a hedge ratio. What it costs, picks up in spread and in carry, and the risk to rates that is left, by the model of MBSOAS. Amounts are per 100 of face of the lower coupon. A pool is a row of clean price, coupon, wac, wam and age.
 * @customfunction COUPONSWAP
 * @param {any[][]} lower The coupon that is sold, one row: clean price per 100, net coupon, rate of the loans as decimals, months left, age in months.
 * @param {any[][]} upper The coupon that is bought, the same fields in the same units.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS, and funding for the carry. Defaults where omitted.
 * @param {any} [hedge] How much is bought: "duration" (default), the same dollar duration; "face"; "value", the same market value; or the face bought for one sold, such as 1.4.
 * @param {any} [field] "ALL" (default) for the card, or one measure: ratio (face bought for one sold); price, paid less received, clean; lowerOas, upperOas, oasPickup in basis points, continuous; carry32 (a month's yield over funding) and oasCarry32 (a month's OAS) in 32nds; what is left, of the value sold: duration in years, convexity in years², krd2, krd5, krd10, krd30. "scenarios" adds gain32Down100, gain32Down50, gain32Up50 and gain32Up100: 32nds after a parallel move of so many basis points, both spreads held.
 * @returns {any[][]} A card, or the one measure.
 */
export function couponSwapCard(
  lower: any[][],
  upper: any[][],
  curve: any[][],
  assumptions?: any[][],
  hedge?: any,
  field?: any,
): any[][] {
  return forExcel(() => {
    const entered = assumptionsTable(assumptions, "assumptions");
    const par = readCurve(curve, "curve");
    const swap = new CouponSwap(
      priced(lower, "lower", entered, par),
      priced(upper, "upper", entered, par),
      optional(hedge, "hedge", hedgeReader, "duration"),
      rate(numberOf(entered, "funding")),
    );
    let residual: Float64Array | undefined;
    const keyRate = (i: number) => (residual ??= swap.keyRates(KEY_TENORS))[i] as number;
    return card(
      [
        ["ratio", () => swap.ratio],
        ["price", () => swap.price],
        ["lowerOas", () => inBp(swap.lowerOas)],
        ["upperOas", () => inBp(swap.upperOas)],
        ["oasPickup", () => inBp(swap.upperOas - swap.lowerOas)],
        ["carry32", () => swap.carry32],
        ["oasCarry32", () => swap.oasCarry32],
        ["duration", () => swap.duration],
        ["convexity", () => swap.convexity],
        ...Array.from(KEY_TENORS, (tenor, i): Measure => [`krd${tenor}`, () => keyRate(i)]),
      ],
      field,
      {
        word: "scenarios",
        measures: afterShifts("gain32", (shift) => swap.gainAfter(shift)),
      },
    );
  });
}

const KEY_TENORS = Float64Array.of(2, 5, 10, 30);

const hedgeWord = choice(SWAP_HEDGES);

const hedgeReader: Reader<SwapHedge> = zeroIsBlank((written, where) => {
  if (typeof written === "string" && !/\d/.test(written)) return hedgeWord(written, where);
  const value = readNumber(written, where, "a word, or a ratio of faces such as 1.4");
  if (value > 0 && value <= MOST_RATIO) return value;
  throw invalid(
    `${where} is ${shown(written)}; it must be one of ${SWAP_HEDGES.join(", ")}, or a ratio of faces above 0, at most ${MOST_RATIO}`,
  );
}, "duration");

/**
 * What a specified pool is worth over the TBA of its coupon, in 32nds: both at the TBA's option-adjusted spread by the model of MBSOAS, the pool with its own loans, its own speeds as multiples of the dials or dials of its own; less the rolls that its holder gives up.
 * @customfunction PAYUP
 * @param {any[][]} pool The specified pool, one row: net coupon, rate of the loans as decimals, months left, age in months, multiple of refinancing (1), multiple of turnover (1).
 * @param {any[][]} tba What a forward trade delivers, one row: clean price per 100, net coupon (the pool's), rate of the loans as decimals, months left, age in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Defaults where omitted.
 * @param {any} [field] "ALL" (default) for the card, or one measure: oas of the TBA in basis points, continuous; value, the pool's clean price at it; payUp32, that less the TBA's price; rollGivenUp32, the present value of rolls given up; netPayUp32, payUp32 less that; duration and tbaDuration in years, convexity and tbaConvexity in years². "scenarios" adds payUp32Down100, payUp32Down50, payUp32Up50 and payUp32Up100 after a parallel move of so many basis points, the spread held.
 * @param {any[][]} [poolDials] Dials of the pool's own: rows of key and value, keys prepay.* only; prepay.set brings a whole set, such as "protected".
 * @param {any} [roll32] What a month's roll of the TBA is worth over financing in 32nds, as advantage32 of DOLLARROLL; 0 by default.
 * @param {any} [rollMonths] For how many months rolls are given up, 1 by default, 120 at most.
 * @returns {any[][]} A card, or the one measure.
 */
export function payUpCard(
  pool: any[][],
  tba: any[][],
  curve: any[][],
  assumptions?: any[][],
  field?: any,
  poolDials?: any[][],
  roll32?: any,
  rollMonths?: any,
): any[][] {
  return forExcel(() => {
    const entered = assumptionsTable(assumptions, "assumptions");
    const par = readCurve(curve, "curve");
    const { pool: terms, refinancing, turnover } = specifiedPoolRow(pool, "pool");
    const own = assumptionsTable(poolDials, "poolDials");
    const dials = about("poolDials", () => ownDials(entered, own));
    const model = { ...poolModel(entered, terms, par), dials };
    const it = new PayUp(
      scaledSpeeds(model, refinancing, turnover),
      priced(tba, "tba", entered, par),
      {
        advantage32: optional(roll32, "roll32", rollReader, 0),
        months: optional(rollMonths, "rollMonths", rollMonthsReader, 1),
      },
    );
    return card(
      [
        ["oas", () => inBp(it.oas)],
        ["value", () => it.value],
        ["payUp32", () => it.payUp32],
        ["rollGivenUp32", () => it.rollGivenUp32],
        ["netPayUp32", () => it.payUp32 - it.rollGivenUp32],
        ["duration", () => it.effective.duration],
        ["tbaDuration", () => it.tbaEffective.duration],
        ["convexity", () => it.effective.convexity],
        ["tbaConvexity", () => it.tbaEffective.convexity],
      ],
      field,
      {
        word: "scenarios",
        measures: afterShifts("payUp32", (shift) => it.payUpAfter(shift)),
      },
    );
  });
}

/** A month's roll has never been worth three points. */
const MOST_ROLL = 96;

const rollReader: Reader<number> = (written, where) => {
  const value = readNumber(written, where);
  if (Math.abs(value) <= MOST_ROLL) return value;
  throw invalid(`${where} is ${value}; it must be -${MOST_ROLL} to ${MOST_ROLL} 32nds a month`);
};

/** Beyond ten years nobody knows what a roll is worth. */
const MOST_ROLLS = 120;

const rollMonthsReader: Reader<number> = zeroIsBlank((written, where) => {
  const months = readCount(written, where, 1);
  if (months <= MOST_ROLLS) return months;
  throw invalid(`${where} is ${months}; it must be at most ${MOST_ROLLS}`);
}, 1);
