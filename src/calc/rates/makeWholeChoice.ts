import type { Bond } from "../bond/bond";
import type { BondPayments } from "../bond/bondPayments";
import { daySerial, price, type DaySerial } from "../units";
import { callDecisions, type CallDecision } from "./callDecisions";
import type { EarlyRedemption } from "./callSchedule";
import type { FittedLattice } from "./fittedLattice";
import type { TimeGrid } from "./laidChoices";

/** A call for what the payments until a day are worth at a spread over the curve; par at the least. */
export interface MakeWholeChoice {
  /** Over the curve, continuous, decimal. */
  readonly spread: number;
  /** The time of the day until which payments count: that of the first call, or maturity. */
  readonly end: number;
  /** What is repaid on that day; 0 at maturity, where it is one of the payments. */
  readonly repaid: number;
  /** Par with accrued interest, by time; infinite where there is no choice. */
  readonly par: Float64Array;
}

/**
 * When the issuer's make-whole call is looked at: until the day before the first call, or maturity. Its
 * price is fixed days before the redemption, so that a notice changes nothing.
 *
 * @param rights - The calls, with a make-whole spread or none.
 * @param bond - The bond.
 * @param settlement - The day on which the bond is bought.
 * @param marks - Days of payments, rising.
 * @param spacing - The least distance of two decisions in days.
 * @returns By rising day; none without a make-whole call, or when the first call has come.
 */
export function makeWholeDecisions(
  { makeWholeSpread, calls }: EarlyRedemption,
  bond: Bond,
  settlement: DaySerial,
  marks: ArrayLike<number>,
  spacing: number,
): CallDecision[] {
  const end = calls[0]?.day ?? bond.maturity;
  if (makeWholeSpread === undefined || end <= settlement + 1) return [];
  const window = { from: daySerial(settlement + 1), to: daySerial(end - 1), price: price(100) };
  return callDecisions([window], 0, marks, spacing);
}

/**
 * A make-whole call on a lattice.
 *
 * @param decisions - When it is looked at.
 * @param rights - The calls, with a make-whole spread.
 * @param bond - The bond.
 * @param payments - What it pays.
 * @param grid - The lattice's times.
 * @returns The call; null where there are no decisions.
 */
export function makeWholeChoice(
  decisions: readonly CallDecision[],
  { makeWholeSpread = 0, calls }: EarlyRedemption,
  bond: Bond,
  { outstanding, accrued }: BondPayments,
  { count, levelOf }: TimeGrid,
): MakeWholeChoice | null {
  if (decisions.length === 0) return null;
  const [first] = calls;
  const par = new Float64Array(count).fill(Infinity);
  for (const { day } of decisions) par[levelOf(day)] = 100 * outstanding(day) + accrued(day);
  return {
    spread: makeWholeSpread,
    end: levelOf(first?.day ?? bond.maturity),
    repaid: first === undefined ? 0 : first.price * outstanding(first.day) + accrued(first.day),
    par,
  };
}

/**
 * What a make-whole call costs today.
 *
 * @param choice - The call; null is none.
 * @param fitted - The lattice on its curve.
 * @param paid - What the bond pays, by time.
 * @param accrued - Interest accrued today.
 * @returns Clean, per 100; infinite without one.
 */
export function makeWholePrice(
  choice: MakeWholeChoice | null,
  { discounts, lattice: { times } }: FittedLattice,
  paid: Float64Array,
  accrued: number,
): number {
  if (choice === null) return Infinity;
  const { spread, end, repaid } = choice;
  const factor = (i: number) => (discounts[i] as number) * Math.exp(-spread * (times[i] as number));
  let value = repaid * factor(end);
  for (let i = 1; i <= end; i++) value += (paid[i] as number) * factor(i);
  return Math.max(100, value - accrued);
}
