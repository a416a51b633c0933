/* A bond of a row that may be called, as BONDOAS values it. */
import { DAYS_IN_YEAR } from "../calc/bond/datedCurve";
import type { Bond } from "../calc/bond/bond";
import { discountFactor } from "../calc/curve/discountCurve";
import type { ParCurve } from "../calc/curve/parCurve";
import { movedPar } from "../calc/curve/rateMove";
import { invalid } from "../calc/errors";
import { callableBond, type CallableBond } from "../calc/rates/callableBond";
import { curveRisk, optionAdjustedSpread, type EffectiveRisk } from "../calc/rates/callableOas";
import type { EarlyRedemption } from "../calc/rates/callSchedule";
import type { Discount } from "../calc/rates/hullWhite";
import { yieldToWorst } from "../calc/rates/yieldToWorst";
import { datedCurve } from "../calc/spread/bondSpread";
import { zSpread } from "../calc/spread/zSpread";
import type { DaySerial, Price } from "../calc/units";
import { redemptionArguments } from "../functions/terms/callTerms";
import { paymentArguments } from "../functions/terms/paymentTerms";
import { plainBond } from "../functions/terms/bondTerms";
import { shortRateArguments } from "../functions/terms/shortRate";
import { cellOf } from "./cells";
import { textOf } from "./plainText";

/** BONDOAS's measures, under its names. */
export const CALL_MEASURES = [
  "oas",
  "zSpread",
  "optionCost",
  "effectiveDuration",
  "effectiveConvexity",
  "yieldToWorst",
] as const;
export type CallMeasure = (typeof CALL_MEASURES)[number];

/** BONDOAS's arguments that a row may have. */
export const CALL_TERMS = [
  "calls",
  "exercise",
  "noticeDays",
  "hwVol",
  "hwMeanReversion",
  "volKind",
];

/** A callable bond at its price. */
export class CallableRow {
  private readonly laid: CallableBond;
  private readonly rights: EarlyRedemption;
  private readonly spread: number;
  private readonly bond: Bond;
  private readonly settlement: DaySerial;
  private knownRisk?: EffectiveRisk;

  /**
   * @param bond - The bond.
   * @param clean - Its price.
   * @param par - The curve.
   * @param cell - What the row holds of a term.
   */
  constructor(
    bond: Bond & { readonly settlement: DaySerial },
    private readonly clean: Price,
    private readonly par: ParCurve,
    cell: (term: string) => unknown,
  ) {
    this.bond = plainBond(bond);
    this.settlement = bond.settlement;
    this.rights = redemptionArguments({
      calls: callCells(cell("calls")),
      exercise: cell("exercise"),
      noticeDays: cell("noticeDays"),
      puts: null,
      makeWholeBp: null,
    });
    const model = shortRateArguments(cell("hwVol"), cell("hwMeanReversion"), cell("volKind"));
    const schedule = paymentArguments({
      couponSteps: null,
      sinking: null,
      floatFrom: null,
      floatBp: null,
    });
    const discount = this.discountOf(par);
    this.laid = callableBond(this.bond, this.rights, this.settlement, model, discount, schedule);
    this.spread = optionAdjustedSpread(this.laid, clean);
  }

  measure(name: CallMeasure): number {
    switch (name) {
      case "oas":
        return 10_000 * this.spread;
      case "zSpread":
        return this.zSpread;
      case "optionCost":
        return this.zSpread - 10_000 * this.spread;
      case "effectiveDuration":
        return this.risk.duration;
      case "effectiveConvexity":
        return this.risk.convexity;
      case "yieldToWorst": {
        const { bond, rights, settlement, clean, laid } = this;
        return yieldToWorst(bond, rights, settlement, clean, laid.payments).yield;
      }
    }
  }

  private get risk(): EffectiveRisk {
    return (this.knownRisk ??= curveRisk(this.laid, this.spread, (by) =>
      this.discountOf(movedPar(this.par, by)),
    ));
  }

  private get zSpread(): number {
    const { days, interest, principal } = this.laid.payments;
    const times = days.map((day) => (day - this.settlement) / DAYS_IN_YEAR);
    const amounts = interest.map((paid, k) => paid + (principal[k] as number));
    const { discount } = datedCurve(this.par, this.settlement);
    return zSpread(this.clean + this.laid.accrued, times, amounts, discount, "continuous");
  }

  private discountOf(yields: ParCurve): Discount {
    const { discount } = datedCurve(yields, this.settlement);
    return (years) => discountFactor(discount, years);
  }
}

/**
 * The calls of a row, `2028-01-15 100; 2029-01-15 100`, as the worksheet's table of days and prices.
 *
 * @param held - What the row holds.
 * @returns The table; nothing, and the word none, as they are.
 * @throws CalcError `invalid` when a call is no day and price.
 */
function callCells(held: unknown): unknown {
  const text = textOf(held);
  if (text === null || /^\s*(none)?\s*$/i.test(text)) return held;
  return text.split(";").map((part) => {
    const [day, clean, ...more] = part.trim().split(/\s+/);
    if (day === undefined || clean === undefined || more.length > 0) {
      throw invalid(
        `calls has "${part.trim()}"; it must be a day and a clean price, such as 2028-01-15 100, with ; between calls`,
      );
    }
    return [day, cellOf(clean)];
  });
}
