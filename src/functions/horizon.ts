import {
  readFlag,
  readNumber,
  readRate,
  readSpread,
  type Written,
} from "../assumptions/humanValues";
import { bondHorizon, type BondHolding } from "../calc/returns/bondHorizon";
import { horizonReturn, type HorizonCase } from "../calc/returns/horizonReturn";
import { bp, rate, years, type Bp, type Rate } from "../calc/units";
import { couponReader } from "./terms/bondTerms";
import { cases, oneCase } from "./excel/elementwise";
import { tenor, yearsFromZero } from "./excel/oneCell";
import { finiteCell, forExcel } from "./excel/results";

/**
 * Return over a horizon to second order in the rate shift, as a decimal, not annualised: yield, roll, rates, spread, convexity, loss and cost. An approximation: beyond about 100 basis points value the cash flows. One answer a row.
 * @customfunction HORIZONRETURN
 * @param {any[][]} yld Yield a year, a decimal such as 0.0503 or "5.03%".
 * @param {any[][]} duration Duration in years.
 * @param {any[][]} [convexity] Convexity in years², raw; 0 by default. A screen that shows it divided by 100 has −1.6 where −160 belongs.
 * @param {any[][]} [rateShiftBp] Parallel change of the Treasury curve in basis points; 0 by default.
 * @param {any[][]} [spreadChangeBp] Change of the spread in basis points; 0 by default.
 * @param {any[][]} [horizon] Horizon in years; 1 by default, 0 is at once.
 * @param {any[][]} [spreadDuration] Spread duration in years; the duration by default. It ages like the duration.
 * @param {any[][]} [rollBp] Return from rolling down the curve over the horizon in basis points; 0 by default.
 * @param {any[][]} [lossBp] Expected loss in basis points a year; 0 by default.
 * @param {any[][]} [costBp] Cost, paid once, in basis points; 0 by default.
 * @param {any[][]} [aged] TRUE (default): durations are shorter by the horizon at its end, as a bond's are; FALSE: they stay, as a pool's nearly do. In years either way.
 * @returns {any[][]} The return over the horizon of each row as a decimal.
 */
export function horizonReturnCells(
  yld: any[][],
  duration: any[][],
  convexity?: any[][],
  rateShiftBp?: any[][],
  spreadChangeBp?: any[][],
  horizon?: any[][],
  spreadDuration?: any[][],
  rollBp?: any[][],
  lossBp?: any[][],
  costBp?: any[][],
  aged?: any[][],
): any[][] {
  return forExcel(() => {
    const spread = (argument: any) => ({ argument, reader: spreadOf, otherwise: bp(0) });
    return cases<HorizonCase>(
      {
        yld: { argument: yld, reader: rateOf },
        duration: { argument: duration, reader: yearsFromZero },
        convexity: { argument: convexity, reader: readNumber, otherwise: 0 },
        rateShiftBp: spread(rateShiftBp),
        spreadChangeBp: spread(spreadChangeBp),
        horizon: { argument: horizon, reader: yearsFromZero, otherwise: years(1) },
        spreadDuration: { argument: spreadDuration, reader: yearsFromZero, otherwise: null },
        rollBp: spread(rollBp),
        lossBp: spread(lossBp),
        costBp: spread(costBp),
        aged: { argument: aged, reader: flagOf, otherwise: true },
      },
      horizonReturn,
    );
  });
}

/**
 * Return of a semiannual bond over a horizon, exactly, as a decimal and not annualised: bought at one yield, sold at another, coupons reinvested at simple interest.
 * @customfunction BONDHORIZON
 * @param {any} yld Yield today as a decimal, semiannual.
 * @param {any} coupon Coupon a year as a decimal: 0.045, not 4.5.
 * @param {any} years Maturity in years, a multiple of 0.5.
 * @param {any} horizon Holding period in years, a multiple of 0.5, not beyond maturity.
 * @param {any} exitYield Yield at the horizon as a decimal.
 * @param {any} [reinvestment] Rate that coupons earn until the horizon, simple; the yield today by default.
 * @returns {any} The return over the horizon as a decimal.
 */
export function bondHorizonCell(
  yld: any,
  coupon: any,
  years: any,
  horizon: any,
  exitYield: any,
  reinvestment?: any,
): any {
  return forExcel(() =>
    finiteCell(
      bondHorizon(
        oneCase<BondHolding>(
          {
            yld: { argument: yld, reader: rateOf },
            coupon: { argument: coupon, reader: couponReader },
            years: { argument: years, reader: tenor },
            horizon: { argument: horizon, reader: tenor },
            exitYield: { argument: exitYield, reader: rateOf },
            reinvestment: { argument: reinvestment, reader: rateOf, otherwise: null },
          },
          "one holding is",
        ),
      ),
    ),
  );
}

/*
 * Eleven arguments of thousands of rows: a number that is in order is taken without the words that
 * a refusal would need.
 */
const spreadOf = (written: Written, where: string): Bp =>
  typeof written === "number" ? bp(written) : readSpread(written, where);
const rateOf = (written: Written, where: string): Rate =>
  typeof written === "number" && written <= 1 && written >= -1
    ? rate(written)
    : readRate(written, where);
const flagOf = (written: Written, where: string): boolean =>
  typeof written === "boolean" ? written : readFlag(written, where);
