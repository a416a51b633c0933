import type { BondPayments } from "../bond/bondPayments";
import { DAYS_IN_YEAR } from "../bond/datedCurve";
import { invalid } from "../errors";
import type { DaySerial, Price } from "../units";
import type { CallDecision } from "./callDecisions";
import type { Call } from "./callSchedule";

/** Times of a lattice by day. */
export interface TimeGrid {
  readonly count: number;
  /** The index of a day that the lattice meets. */
  readonly levelOf: (day: number) => number;
}

/** What is paid some time after a decision to call. */
export interface AfterNotice {
  /** The time of the decision. */
  readonly at: number;
  /** From the decision, in years. */
  readonly length: number;
  readonly amount: number;
}

/** What ending a bond on a day costs at a clean price, per 100 outstanding at settlement. */
const worth = ({ outstanding, accrued }: BondPayments, day: DaySerial, price: Price): number =>
  price * outstanding(day) + accrued(day);

/**
 * What the issuer's calls cost.
 *
 * @param decisions - By rising day.
 * @param payments - What the bond pays.
 * @param grid - The lattice's times.
 * @returns The cost of calls without notice by time, infinite where there is none; and what is paid
 *   after a notice, by rising time of the decision: the redemption, and payments until then.
 *
 * @example
 * const payments = { days: [50_010], interest: [2], principal: [0], accrued: () => 1, outstanding: () => 1 };
 * const decision = { day: daySerial(50_000), redeemed: daySerial(50_073), price: price(100) };
 * callCosts([decision], payments, { count: 1, levelOf: () => 0 }).notices.map(({ length, amount }) => [length.toFixed(4), amount]); // => [["0.0274", 2], ["0.2000", 101]]
 */
export function callCosts(
  decisions: readonly CallDecision[],
  payments: BondPayments,
  { count, levelOf }: TimeGrid,
): { costs: Float64Array; notices: AfterNotice[] } {
  const { days, interest, principal } = payments;
  const costs = new Float64Array(count).fill(Infinity);
  const notices: AfterNotice[] = [];
  for (const { day, redeemed, price } of decisions) {
    const at = levelOf(day);
    const cost = worth(payments, redeemed, price);
    if (redeemed === day) {
      costs[at] = cost;
      continue;
    }
    const after = (on: number, amount: number) =>
      notices.push({ at, length: (on - day) / DAYS_IN_YEAR, amount });
    days.forEach((on, k) => {
      if (on > day && on <= redeemed) after(on, (interest[k] as number) + (principal[k] as number));
    });
    after(redeemed, cost);
  }
  return { costs, notices };
}

/**
 * What the holder gets who puts a bond.
 *
 * @param puts - By rising day.
 * @param payments - What the bond pays.
 * @param costs - Those of calls without notice, by time.
 * @param grid - The lattice's times.
 * @returns By time; 0 where there is no put.
 * @throws CalcError `invalid` when the bond may be called on the day of a put for less.
 *
 * @example
 * const payments = { accrued: () => 1, outstanding: () => 1 };
 * putAmounts([{ day: daySerial(50_000), price: price(99) }], payments, [Infinity], { count: 1, levelOf: () => 0 })[0]; // => 100
 */
export function putAmounts(
  puts: readonly Call[],
  payments: BondPayments,
  costs: ArrayLike<number>,
  { count, levelOf }: TimeGrid,
): Float64Array {
  const amounts = new Float64Array(count);
  puts.forEach(({ day, price }, i) => {
    const amount = worth(payments, day, price);
    if ((costs[levelOf(day)] as number) < amount) {
      throw invalid(
        `puts, row ${i + 1}, has the price ${price}; it must have at most that for which the bond may be called on that day`,
      );
    }
    amounts[levelOf(day)] = amount;
  });
  return amounts;
}

/**
 * When the index of a floating period is set: then the interest of the period is worth its amount less
 * what that is worth at the period's end.
 *
 * @param payments - What the bond pays.
 * @param grid - The lattice's times.
 * @returns By rising time; none without an index.
 *
 * @example
 * const payments = { days: [50_000, 50_073], index: [1], interest: [2, 1.5], principal: [0, 100], outstanding: () => 1 };
 * indexResets(payments, { count: 2, levelOf: (day) => (day === 50_000 ? 0 : 1) }); // => [{ at: 0, length: 0.2, amount: 100 }]
 */
export function indexResets(
  { days, index, outstanding }: BondPayments,
  { levelOf }: TimeGrid,
): AfterNotice[] {
  if (index === undefined) return [];
  const fixed = days.length - index.length;
  return Array.from(index, (_, k) => {
    const [start, end] = [days[fixed + k - 1] as number, days[fixed + k] as number];
    const length = (end - start) / DAYS_IN_YEAR;
    return { at: levelOf(start), length, amount: 100 * outstanding(start) };
  });
}
