import { readRate, readNumber, readSpread } from "../assumptions/humanValues";
import { attribution } from "../calc/returns/attribution";
import { excessReturn } from "../calc/returns/excessReturn";
import { bp, type Bp } from "../calc/units";
import { optional, positive, required, tenor, yearsFromZero } from "./excel/oneCell";
import { complete, sameLength } from "./excel/series";
import { card, forExcel } from "./excel/results";

/**
 * Excess return over Treasuries with the same key-rate durations: what is left of a return when the part that Treasuries and cash would have earned is taken off.
 * @customfunction EXCESSRETURN
 * @param {any} totalReturn Total return of the period as a decimal.
 * @param {any[][]} keyRateDurations Key-rate durations of what is held in years, one row or column.
 * @param {any[][]} treasuryDurations Durations of the Treasuries at the same key rates in years, as many.
 * @param {any[][]} treasuryReturns Their returns of the period as decimals, as many.
 * @param {any} cash Return of cash of the period as a decimal; it stands for what the key rates leave.
 * @returns {any[][]} A card: matchedReturn as a decimal, excess in basis points, cashWeight as a decimal (below 0: borrowed).
 */
export function excessReturnCard(
  totalReturn: any,
  keyRateDurations: any[][],
  treasuryDurations: any[][],
  treasuryReturns: any[][],
  cash: any,
): any[][] {
  return forExcel(() => {
    const krds = complete(keyRateDurations, "keyRateDurations");
    const durations = complete(treasuryDurations, "treasuryDurations");
    const returns = complete(treasuryReturns, "treasuryReturns");
    sameLength({ keyRateDurations: krds, treasuryDurations: durations, treasuryReturns: returns });
    returns.forEach((value, i) => readRate(value, `treasuryReturns, row ${i + 1},`));
    const it = excessReturn(required(totalReturn, "totalReturn", readRate), {
      keyRateDurations: krds,
      durations,
      returns,
      cash: required(cash, "cash", readRate),
    });
    return card([
      ["matchedReturn", it.matchedReturn],
      ["excess", it.excess],
      ["cashWeight", it.cashWeight],
    ]);
  });
}

/**
 * A realised return in parts that sum, in basis points: carry, roll, parallel, curve, spread, convexity, paydown, and the residual, with a word when it is too large.
 * @customfunction ATTRIBUTION
 * @param {any} totalReturn Total return of the period as a decimal.
 * @param {any} yld Yield a year at the start as a decimal.
 * @param {any} months Length of the period in months.
 * @param {any} duration Duration in years.
 * @param {any} parallelBp Parallel change of the Treasury curve in basis points.
 * @param {any} [rollBp] Contribution of roll to the return in basis points; 0 by default.
 * @param {any} [curveBp] Contribution of the curve's change of shape in basis points; 0 by default.
 * @param {any} [convexity] Convexity in years², raw; 0 by default.
 * @param {any} [spreadDuration] Spread duration in years; the duration by default.
 * @param {any} [spreadChangeBp] Change of the spread in basis points; 0 by default.
 * @param {any} [paydownBp] Contribution of paydown to the return in basis points; 0 by default.
 * @returns {any[][]} A card: the parts, residual and total in basis points, then what the residual's size says (above 5 basis points a month or 10% of the total a part is missing).
 */
export function attributionCard(
  totalReturn: any,
  yld: any,
  months: any,
  duration: any,
  parallelBp: any,
  rollBp?: any,
  curveBp?: any,
  convexity?: any,
  spreadDuration?: any,
  spreadChangeBp?: any,
  paydownBp?: any,
): any[][] {
  return forExcel(() => {
    const part = (argument: any, name: string): Bp => optional(argument, name, readSpread, bp(0));
    const it = attribution({
      totalReturn: required(totalReturn, "totalReturn", readRate),
      yld: required(yld, "yld", readRate),
      months: required(months, "months", positive("months")),
      duration: required(duration, "duration", tenor),
      convexity: optional(convexity, "convexity", readNumber, 0),
      spreadDuration: optional(spreadDuration, "spreadDuration", yearsFromZero, null),
      parallel: required(parallelBp, "parallelBp", readSpread),
      spreadChange: part(spreadChangeBp, "spreadChangeBp"),
      roll: part(rollBp, "rollBp"),
      curve: part(curveBp, "curveBp"),
      paydown: part(paydownBp, "paydownBp"),
    });
    return card([
      ["carry", it.carry],
      ["roll", it.roll],
      ["parallel", it.parallel],
      ["curve", it.curve],
      ["spread", it.spread],
      ["convexity", it.convexity],
      ["paydown", it.paydown],
      ["residual", it.residual],
      ["total", it.total],
      ["residualFlag", it.flag ?? "small"],
    ]);
  });
}
