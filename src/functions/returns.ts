import { readNumber, readPrice, readRate } from "../assumptions/humanValues";
import { totalReturn, type HoldingPeriod } from "../calc/returns/totalReturn";
import { rate } from "../calc/units";
import { cases, oneCase } from "./excel/elementwise";
import { choice, optional } from "./excel/oneCell";
import { card, forExcel } from "./excel/results";

/**
 * Realised total return of a bond or mortgage pool over one holding period, as a decimal, not annualised: price, coupon and paydown. One answer a row.
 * @customfunction TOTALRETURN
 * @param {any[][]} startPrice Clean price per 100 at the start, for example 98 or "98-16+".
 * @param {any[][]} endPrice Clean price per 100 at the end.
 * @param {any[][]} [income] Coupon interest received, per 100 of face value at the start; 0 by default.
 * @param {any[][]} [startAccrued] Accrued interest per 100 at the start; 0 by default.
 * @param {any[][]} [endAccrued] Accrued interest per 100 at the end; 0 by default.
 * @param {any[][]} [paydown] Share of the face value repaid at par, a decimal: 0.0075 or "0.75%"; 0 by default.
 * @param {any[][]} [output] "total" (default), or "parts" for one case: a card of price, coupon, paydown and total, which sum exactly.
 * @returns {any[][]} The return of each row as a decimal, or the card.
 */
export function totalReturnCells(
  startPrice: any[][],
  endPrice: any[][],
  income?: any[][],
  startAccrued?: any[][],
  endAccrued?: any[][],
  paydown?: any[][],
  output?: any[][],
): any[][] {
  return forExcel(() => {
    const wanted = optional(output, "output", choice(["total", "parts"]), "total");
    const amount = (argument: any) => ({ argument, reader: readNumber, otherwise: 0 });
    const args = {
      startPrice: { argument: startPrice, reader: readPrice },
      endPrice: { argument: endPrice, reader: readPrice },
      income: amount(income),
      startAccrued: amount(startAccrued),
      endAccrued: amount(endAccrued),
      paydown: { argument: paydown, reader: readRate, otherwise: rate(0) },
    };
    if (wanted === "total") {
      return cases<HoldingPeriod>(args, (period) => totalReturn(period).total);
    }
    const only = totalReturn(oneCase<HoldingPeriod>(args, 'output is "parts"'));
    return card([
      ["price", only.price],
      ["coupon", only.coupon],
      ["paydown", only.paydown],
      ["total", only.total],
    ]);
  });
}
