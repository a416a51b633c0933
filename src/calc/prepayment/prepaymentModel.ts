import type { Rate } from "../units";
import { smmFromCpr } from "./monthlySpeed";
import { seasonOf, type Seasons } from "./seasons";

const { atan, exp, max, min } = Math;

/**
 * The dials of the prepayment model, all assumptions: the keys `prepay.*`. Two populations, one that
 * refinances readily and one that is slow to; burnout follows because the fast leave first.
 *
 * @see S. Richard, R. Roll, "Prepayments on fixed-rate mortgage-backed securities", Journal of Portfolio Management 15(3), 1989
 */
export interface PrepaymentDials {
  /** How refinancing answers to rates: a logistic curve of the incentive, or the OTS's arctangent. */
  readonly form: "logistic" | "ots";
  /** Greatest refinancing speed, CPR; the logistic form's, as are the next two. */
  readonly refiMax: number;
  /** Incentive at which refinancing has half of it, decimal. */
  readonly refiMid: number;
  /** Width of the curve, decimal. */
  readonly refiWidth: number;
  /** Moves and other sales of houses, CPR. */
  readonly turnover: number;
  /** Age in months at which a loan is seasoned. */
  readonly rampMonths: number;
  /** Multiple of all speeds. */
  readonly multiplier: number;
  /** Fast share of today's balance. */
  readonly fastShare: number;
  /** The slow share's refinancing as a multiple of the fast share's. */
  readonly slowSpeed: number;
  /** Share of turnover that is lost where the loan's rate is far below the market's. */
  readonly lockIn: number;
  /** Incentive at which half of that is lost, decimal. */
  readonly lockMid: number;
  /** Width of that curve, decimal. */
  readonly lockWidth: number;
  /** Turnover by calendar month of payment, January first, as a multiple of the year's. */
  readonly seasons: Seasons;
  /** No speed is greater, CPR. */
  readonly maxCpr: number;
  /** Multiple of refinancing alone, whatever its form: no assumption, 1 but where a band varies it. */
  readonly refiMultiple: number;
}

/**
 * How far a loan is seasoned.
 *
 * @param dials - The model.
 * @param loanAge - Age at the end of the month; below 1 it counts as 1.
 * @returns 0 to 1.
 *
 * @example
 * seasoning({ rampMonths: 30 }, 3); // => 0.1
 */
export const seasoning = (
  { rampMonths }: Pick<PrepaymentDials, "rampMonths">,
  loanAge: number,
): number => min(1, max(1, loanAge) / rampMonths);

/**
 * Refinancing of the fast share, seasoned.
 *
 * @param dials - The model.
 * @param wac - Rate of the loans, decimal.
 * @param mortgageRate - Rate at which a new loan is to be had, decimal.
 * @returns CPR, decimal; rises with the incentive.
 *
 * @example
 * // Half of the greatest speed where the incentive is 60 bp
 * refinancing({ form: "logistic", refiMax: 0.5, refiMid: 0.006, refiWidth: 0.0022, refiMultiple: 1 }, rate(0.06), 0.054).toFixed(6); // => "0.250000"
 */
export function refinancing(
  dials: Pick<PrepaymentDials, "form" | "refiMax" | "refiMid" | "refiWidth" | "refiMultiple">,
  wac: Rate,
  mortgageRate: number,
): number {
  if (dials.form === "ots")
    return dials.refiMultiple * officeOfThriftSupervision(wac, mortgageRate);
  const greatest = dials.refiMultiple * dials.refiMax;
  return greatest / (1 + exp(-(wac - mortgageRate - dials.refiMid) / dials.refiWidth));
}

/**
 * The refinancing curve of the Office of Thrift Supervision's net portfolio value model: of the
 * ratio of the loan's rate to the market's.
 */
function officeOfThriftSupervision(wac: Rate, mortgageRate: number): number {
  // No market rate above 0 is the greatest incentive there is.
  const ratio = mortgageRate > 0 ? wac / mortgageRate : Infinity;
  return 0.2406 - 0.1389 * atan(5.952 * (1.089 - ratio));
}

/**
 * What lock-in leaves of turnover: who has a rate below the market's moves less.
 *
 * @param dials - The model.
 * @param incentive - Rate of the loans less the market's, decimal.
 * @returns Share of turnover, 1 − `lockIn` to 1.
 *
 * @example
 * turnoverLeft({ lockIn: 0.4, lockMid: -0.01, lockWidth: 0.005 }, -0.01).toFixed(6); // => "0.800000"
 */
export const turnoverLeft = (
  { lockIn, lockMid, lockWidth }: Pick<PrepaymentDials, "lockIn" | "lockMid" | "lockWidth">,
  incentive: number,
): number => 1 - lockIn / (1 + exp((incentive - lockMid) / lockWidth));

/** What a month's speed depends on beside the dials. */
export interface SpeedConditions {
  /** Rate of the loans, decimal. */
  readonly wac: Rate;
  /** Age of the loans at the end of the month. */
  readonly loanAge: number;
  /** Rate at which a new loan is to be had, decimal. */
  readonly mortgageRate: number;
  /** Multiple of turnover. */
  readonly season: number;
}

/**
 * Speed of one population: CPR = seasoning × multiplier × (readiness × refinancing + turnover ×
 * season × what lock-in leaves), at most `maxCpr`.
 *
 * @param dials - The model.
 * @param month - The month's conditions.
 * @param readiness - Refinancing as a multiple of the fast share's: 1, or `slowSpeed`.
 * @returns CPR, decimal.
 *
 * @example
 * const dials = { form: "logistic", refiMax: 0.5, refiMid: 0.006, refiWidth: 0.0022, turnover: 0.065, rampMonths: 30, multiplier: 1, fastShare: 0.7, slowSpeed: 0.2, lockIn: 0, lockMid: -0.01, lockWidth: 0.005, seasons: Array(12).fill(1), maxCpr: 0.85, refiMultiple: 1 };
 * modelCpr(dials, { wac: rate(0.06), loanAge: 30, mortgageRate: 0.054, season: 1 }, 1).toFixed(6); // => "0.315000"
 */
export function modelCpr(
  dials: PrepaymentDials,
  { wac, loanAge, mortgageRate, season }: SpeedConditions,
  readiness: number,
): number {
  const refinanced = readiness * refinancing(dials, wac, mortgageRate);
  const moved = dials.turnover * season * turnoverLeft(dials, wac - mortgageRate);
  const seasoned = seasoning(dials, loanAge) * dials.multiplier * (refinanced + moved);
  return min(dials.maxCpr, seasoned);
}

/**
 * Speeds of a whole pool along a path of mortgage rates; what is left of each population is weighed
 * month by month.
 *
 * @param dials - The model.
 * @param wac - Rate of the loans, decimal.
 * @param age - Age of the loans today in months.
 * @param mortgageRates - By month, decimal.
 * @param firstMonth - Calendar month of month 1, or null.
 * @returns CPR by month, decimal.
 *
 * @example
 * const dials = { form: "logistic", refiMax: 0.5, refiMid: 0.006, refiWidth: 0.0022, turnover: 0.065, rampMonths: 30, multiplier: 1, fastShare: 0.7, slowSpeed: 0.2, lockIn: 0, lockMid: -0.01, lockWidth: 0.005, seasons: Array(12).fill(1), maxCpr: 0.85, refiMultiple: 1 };
 * poolSpeeds(dials, rate(0.06), 60, [0.054], null)[0].toFixed(4); // => "0.2599"
 */
export function poolSpeeds(
  dials: PrepaymentDials,
  wac: Rate,
  age: number,
  mortgageRates: ArrayLike<number>,
  firstMonth: number | null,
): Float64Array {
  let fast = dials.fastShare;
  let slow = 1 - dials.fastShare;
  return Float64Array.from(mortgageRates, (mortgageRate, i) => {
    const month = i + 1;
    const conditions = {
      wac,
      loanAge: age + month,
      mortgageRate,
      season: seasonOf(dials.seasons, firstMonth, month),
    };
    const fastLeft = fast * (1 - smmFromCpr(modelCpr(dials, conditions, 1)));
    const slowLeft = slow * (1 - smmFromCpr(modelCpr(dials, conditions, dials.slowSpeed)));
    const survived = (fastLeft + slowLeft) / (fast + slow);
    [fast, slow] = [fastLeft, slowLeft];
    return 1 - survived ** 12;
  });
}
