import type { Bond } from "../bond/bond";
import { DAYS_IN_YEAR } from "../bond/datedCurve";
import { bondFlows } from "../bond/flows";
import { accrued } from "../bond/price";
import { invalid } from "../errors";
import { daySerial, type DaySerial } from "../units";
import { callDecisions } from "./callDecisions";
import { callWindows, putsLeft, type EarlyRedemption } from "./callSchedule";
import { callWhereDearer, putWhereCheaper } from "./exercise";
import { fittedLattice, relativeDiscounts, stepBack, type FittedLattice } from "./fittedLattice";
import type { Discount, ShortRate } from "./hullWhite";
import { lattice } from "./lattice";
import { latticeTimes } from "./latticeTimes";

/** What is paid some time after a decision to call. */
interface AfterNotice {
  readonly at: number;
  /** From the decision, in years. */
  readonly length: number;
  readonly amount: number;
}

/** A bond that may end early, laid on a lattice that fits a curve. */
export interface CallableBond {
  /** Interest accrued on the settlement day, per 100. */
  readonly accrued: number;
  /**
   * The clean price for which the issuer may call the bond on the settlement day itself, if it is in an
   * American window without notice; infinite otherwise.
   */
  readonly ceiling: number;
  readonly fitted: FittedLattice;
  /** What the bond pays, by time, per 100. */
  readonly paid: Float64Array;
  /** What the issuer pays to call it after that, by time, per 100; infinite where it may not. */
  readonly costs: Float64Array;
  /** What the holder gets who puts it after that, by time, per 100; 0 where it may not. */
  readonly puts: Float64Array;
  /** What is paid after a call's notice, by rising time. */
  readonly notices: readonly AfterNotice[];
  /** The curve's forward discount factor of each, and by node what a node's is over that. */
  readonly forwards: Float64Array;
  readonly ahead: readonly Float64Array[];
}

/**
 * The least length of the lattice's steps, in years: with it the bonds of the reference table that
 * can be called once are within 0.003 per 100 of the closed form.
 */
const STEP = 1 / 24;

/**
 * Lays a bond with calls and puts on a lattice: times meet the days of payments and choices; years are
 * ACT/365F.
 *
 * @param bond - The bond.
 * @param rights - Its calls and puts.
 * @param settlement - A day before maturity.
 * @param model - The short rate.
 * @param discount - The curve on the settlement day.
 * @param step - The least length of the lattice's steps, in years.
 * @returns The bond, to be valued at any spread over the curve.
 * @throws CalcError `invalid` when days are out of order or there is neither a call nor a put to come.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const rights = { calls: [{ day: serialOf(2028, 1, 15), price: price(100) }], exercise: "bermudan", noticeDays: 0, puts: [] };
 * const model = { meanReversion: 0.03, volatility: 0 };
 * const flat = (years) => Math.exp(-0.04 * years);
 * // Without volatility it is called, and a bond of two years.
 * callableValue(callableBond(bond, rights, serialOf(2026, 1, 15), model, flat), 0).toFixed(1); // => "101.8"
 */
export function callableBond(
  bond: Bond,
  rights: EarlyRedemption,
  settlement: DaySerial,
  model: ShortRate,
  discount: Discount,
  step: number = STEP,
): CallableBond {
  const { days, interest, principal } = bondFlows(bond, settlement);
  const windows = callWindows(rights, bond, settlement);
  const puts = putsLeft(rights, bond, settlement);
  const decisions = callDecisions(windows, rights.noticeDays, days, step * DAYS_IN_YEAR);
  const chosen = [...decisions, ...puts].map(({ day }) => day);
  const met = Float64Array.from(new Set([...days, ...chosen])).sort();
  const { times, at } = latticeTimes(
    met.map((day) => (day - settlement) / DAYS_IN_YEAR),
    step,
  );
  const levels = new Map(Array.from(met, (day, k) => [day, at[k] as number]));
  const levelOf = (day: number) => levels.get(day) as number;
  const paid = new Float64Array(times.length);
  days.forEach((day, k) => {
    paid[levelOf(day)] = (interest[k] as number) + (principal[k] as number);
  });
  const worth = ({ day, price }: { day: number; price: number }) =>
    price + accrued(bond, daySerial(day));
  const repaid = new Float64Array(times.length);
  for (const put of puts) repaid[levelOf(put.day)] = worth(put);
  const costs = new Float64Array(times.length).fill(Infinity);
  const notices: AfterNotice[] = [];
  for (const { day, redeemed, price } of decisions) {
    const cost = worth({ day: redeemed, price });
    if (redeemed === day) {
      costs[levelOf(day)] = cost;
      continue;
    }
    const after = (on: number, amount: number) =>
      notices.push({ at: levelOf(day), length: (on - day) / DAYS_IN_YEAR, amount });
    days.forEach((on, k) => {
      if (on > day && on <= redeemed) after(on, interest[k] as number);
    });
    after(redeemed, cost);
  }
  puts.forEach((put, i) => {
    if (!((costs[levelOf(put.day)] as number) < worth(put))) return;
    throw invalid(
      `puts, row ${i + 1}, has the price ${put.price}; it must have at most that for which the bond may be called on that day`,
    );
  });
  const fitted = fittedLattice(lattice(model, times), discount);
  const isOpen =
    rights.exercise === "american" &&
    rights.noticeDays === 0 &&
    rights.calls.some(({ day }) => day <= settlement);
  return {
    accrued: accrued(bond, settlement),
    ceiling: (isOpen ? windows[0]?.price : undefined) ?? Infinity,
    fitted,
    paid,
    costs,
    puts: repaid,
    notices,
    forwards: forwardsOf(fitted, notices),
    ahead: relativeDiscounts(fitted, notices),
  };
}

/**
 * The same bond on another curve: the lattice knows none, so that only what fits it is made again.
 *
 * @param bond - The bond on its lattice.
 * @param discount - The other curve.
 * @returns The bond, to be valued at any spread over that curve.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const rights = { calls: [{ day: serialOf(2028, 1, 15), price: price(100) }], exercise: "bermudan", noticeDays: 0, puts: [] };
 * const flat = (level) => (years) => Math.exp(-level * years);
 * const laid = callableBond(bond, rights, serialOf(2026, 1, 15), { meanReversion: 0.03, volatility: 0 }, flat(0.04));
 * callableValue(onCurve(laid, flat(0.03)), 0.01).toFixed(6) === callableValue(laid, 0).toFixed(6); // => true
 */
export function onCurve(bond: CallableBond, discount: Discount): CallableBond {
  const fitted = fittedLattice(bond.fitted.lattice, discount);
  // A normal rate's deviations know no curve.
  const ahead = fitted.byNode === null ? bond.ahead : relativeDiscounts(fitted, bond.notices);
  return { ...bond, fitted, forwards: forwardsOf(fitted, bond.notices), ahead };
}

const forwardsOf = (
  { discount, discounts, lattice: { times } }: FittedLattice,
  notices: readonly AfterNotice[],
): Float64Array =>
  Float64Array.from(
    notices,
    ({ at, length }) => discount((times[at] as number) + length) / (discounts[at] as number),
  );

/**
 * Value of a bond with its calls and puts: going backwards, the issuer calls where going on is worth
 * more, and the holder puts where it is worth less.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Over the curve, continuous, decimal; it weighs on the choices too.
 * @returns Per 100 of face value, interest accrued included.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const rights = { calls: [{ day: serialOf(2028, 1, 15), price: price(100) }], exercise: "american", noticeDays: 30, puts: [] };
 * const model = { meanReversion: 0.03, volatility: 0.01 };
 * const laid = callableBond(bond, rights, serialOf(2026, 1, 15), model, (years) => Math.exp(-0.04 * years));
 * callableValue(laid, 0) < straightValue(laid, 0); // => true
 */
export function callableValue(bond: CallableBond, spread: number): number {
  const { fitted, paid, costs, puts, notices } = bond;
  const { lowest, highest, deviations, times } = fitted.lattice;
  const last = times.length - 1;
  let after: Float64Array = new Float64Array(deviations.length).fill(paid[last] as number);
  let before: Float64Array = new Float64Array(deviations.length);
  let notice = notices.length;
  for (let i = last - 1; i >= 0; i--) {
    stepBack(fitted, i, spread, after, before);
    [after, before] = [before, after];
    const [low, high] = [lowest[i] as number, highest[i] as number];
    const put = puts[i] as number;
    const going = put > 0 ? after.slice() : null;
    const cost = costs[i] as number;
    if (cost < Infinity) callWhereDearer(after, low, high, () => cost);
    const end = notice;
    while (notices[notice - 1]?.at === i) notice--;
    if (notice < end) callWhereDearer(after, low, high, costAfter(bond, spread, notice, end));
    if (going !== null) addPut(after, going, low, high, put);
    const coupon = paid[i] as number;
    if (coupon !== 0) for (let j = low; j <= high; j++) after[j] = (after[j] as number) + coupon;
  }
  return after[lowest[0] as number] as number;
}

/** What a put adds to the value of going on, whether or not the bond is called at another node. */
function addPut(
  values: Float64Array,
  going: Float64Array,
  low: number,
  high: number,
  put: number,
): void {
  const kept = putWhereCheaper(going.slice(), low, high, put);
  for (let j = low; j <= high; j++) {
    values[j] = (values[j] as number) + (kept[j] as number) - (going[j] as number);
  }
}

/** What the payments after a notice are worth when the decision is made, by node. */
function costAfter(
  { notices, ahead, forwards }: Pick<CallableBond, "notices" | "ahead" | "forwards">,
  spread: number,
  from: number,
  end: number,
): (node: number) => number {
  const worth = (k: number) => {
    const { length, amount } = notices[k] as AfterNotice;
    return amount * (forwards[k] as number) * Math.exp(-spread * length);
  };
  const [scale, relative] = [worth(from), ahead[from] as Float64Array];
  const alone = (node: number) => scale * (relative[node] as number);
  if (end - from === 1) return alone;
  const more = costAfter({ notices, ahead, forwards }, spread, from + 1, end);
  return (node) => alone(node) + more(node);
}

/**
 * Value of the same payments without the choices.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Over the curve, continuous, decimal.
 * @returns Per 100 of face value, interest accrued included.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const rights = { calls: [{ day: serialOf(2028, 1, 15), price: price(100) }], exercise: "bermudan", noticeDays: 0, puts: [] };
 * const model = { meanReversion: 0.03, volatility: 0.01 };
 * const laid = callableBond(bond, rights, serialOf(2026, 1, 15), model, () => 1);
 * straightValue(laid, 0.02).toFixed(4); // => (100 * Math.exp((-0.02 * 1826) / 365)).toFixed(4)
 */
export function straightValue({ paid, fitted }: CallableBond, spread: number): number {
  const { discounts, lattice: it } = fitted;
  let value = 0;
  for (let i = 0; i < paid.length; i++) {
    if (paid[i] === 0) continue;
    value +=
      (paid[i] as number) * (discounts[i] as number) * Math.exp(-spread * (it.times[i] as number));
  }
  return value;
}
