import { readDate, readPrice, readRate, shown } from "../assumptions/humanValues";
import { discountFactor } from "../calc/curve/discountCurve";
import type { ParCurve } from "../calc/curve/parCurve";
import { movedPar } from "../calc/curve/rateMove";
import { invalid, missing } from "../calc/errors";
import { callableBond, straightValue } from "../calc/rates/callableBond";
import { curveRisk, optionAdjustedSpread, zeroRisk } from "../calc/rates/callableOas";
import type { Call } from "../calc/rates/callSchedule";
import { hullWhite, type Discount } from "../calc/rates/hullWhite";
import { yieldToWorst } from "../calc/rates/yieldToWorst";
import { bondSpread, datedCurve } from "../calc/spread/bondSpread";
import { rate, type Price, type Rate } from "../calc/units";
import { plainBond, pricedArguments } from "./terms/bondTerms";
import { oneCase } from "./excel/elementwise";
import { optional, type Reader } from "./excel/oneCell";
import { grid, size, width, type Argument } from "./excel/grid";
import { isBlank, NOT_AVAILABLE, plain } from "./excel/cellContent";
import { curve as readCurve } from "./terms/curve";
import { rateMoveReader } from "./terms/rateMove";
import { card, forExcel } from "./excel/results";

/**
 * Option-adjusted spread of a callable bond, what its calls cost, and how its price answers to rates. Hull–White short rate on a lattice fitted to the curve; the bond may be called on the given days only. Make-whole calls are refused.
 * @customfunction BONDOAS
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. A tenor ends so many months after settlement.
 * @param {any[][]} calls Two columns: days on which the bond may be called, rising, before maturity, and clean prices per 100. Days up to settlement have passed.
 * @param {any} [hwVol] Volatility of the short rate a year as a decimal, 0.0005 to 0.05; 0.0085 by default, that is 85 bp.
 * @param {any} [hwMeanReversion] Mean reversion of the short rate a year, 0 to 0.5; 0.03 by default.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [field] "ALL" (default) for the card, or one measure: oas, zSpread and optionCost (their difference) in basis points, continuous; effectiveDuration in years and effectiveConvexity in years², not halved, for the par yields of the curve 25 bp up and down; straightPrice, clean without the calls at the oas; yieldToWorst; workoutDate, its day.
 * @param {any} [move] What moves for the effective measures: "par" (default), the par yields at the curve's tenors, as MBSOAS and BONDKRD have it; or "zero", its continuous zero rates.
 * @returns {any[][]} A card, or the one measure.
 */
export function bondOasCard(
  settlement: any,
  maturity: any,
  coupon: any,
  price: any,
  curve: any[][],
  calls: any[][],
  hwVol?: any,
  hwMeanReversion?: any,
  frequency?: any,
  basis?: any,
  field?: any,
  move?: any,
): any[][] {
  return forExcel(() => {
    const it = oneCase(
      pricedArguments(settlement, maturity, coupon, price, frequency, basis),
      "an option-adjusted spread is",
    );
    const par = readCurve(curve, "curve");
    const schedule = readCalls(calls);
    const model = hullWhite(
      optional(hwVol, "hwVol", volatilityReader, rate(0.0085)),
      optional(hwMeanReversion, "hwMeanReversion", readRate, rate(0.03)),
    );
    const bond = plainBond(it);
    const moves = optional(move, "move", rateMoveReader, "par");
    const discountOf = (yields: ParCurve): Discount => {
      const { discount } = datedCurve(yields, it.settlement);
      return (years) => discountFactor(discount, years);
    };
    const dated = datedCurve(par, it.settlement);
    const laid = callableBond(bond, schedule, it.settlement, model, discountOf(par));
    const spread = optionAdjustedSpread(laid, it.price);
    const oas = spread * 10_000;
    const zSpread = bondSpread(bond, it.price, dated, "ZC");
    const risk =
      moves === "zero"
        ? zeroRisk(laid, spread)
        : curveRisk(laid, spread, (by) => discountOf(movedPar(par, by)));
    const worst = yieldToWorst(bond, schedule, it.settlement, it.price);
    return card(
      [
        ["oas", oas],
        ["zSpread", zSpread],
        ["optionCost", zSpread - oas],
        ["effectiveDuration", risk.duration],
        ["effectiveConvexity", risk.convexity],
        ["straightPrice", straightValue(laid, spread) - laid.accrued],
        ["yieldToWorst", worst.yield],
        ["workoutDate", worst.day],
      ],
      field,
    );
  });
}

/** Reader of the volatility: none at all is no option, so a 0 is refused and not taken for one. */
const volatilityReader: Reader<Rate> = (written, where) => {
  const volatility = readRate(written, where);
  if (!(volatility >= 0.0005)) {
    throw invalid(
      `${where} is ${volatility}; it must be a volatility of the short rate from 0.0005 to 0.05 a year, such as 0.0085 for 85 bp`,
    );
  }
  return volatility;
};

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

/** The calls of an argument: two columns, day and clean price. */
function readCalls(argument: Argument): Call[] {
  const cells = grid(argument, "calls");
  if (cells === null) throw missing("calls is missing; give days and clean prices");
  if (width(cells) !== 2) {
    throw invalid(
      `calls is a range of ${size(cells)}; it must be two columns, day and clean price`,
    );
  }
  return cells.map((row, i) => {
    const read = <T>(j: 0 | 1, what: string, reader: Reader<T>): T => {
      const where = `calls, row ${i + 1}, ${what}`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      return reader(value, where);
    };
    return { day: read(0, "day", readDate), price: read(1, "price", callPriceReader) };
  });
}
