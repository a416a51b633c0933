import type { Bond } from "../bond/bond";
import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import { daySerial, type DaySerial, type Price } from "../units";

/** A day from which or on which a bond may be repaid early, and the clean price for it. */
export interface Call {
  readonly day: DaySerial;
  /** Per 100 of face value; interest accrued is paid on top. */
  readonly price: Price;
}

/**
 * When the issuer may call.
 *
 * - `bermudan`: on the days of the calls;
 * - `european`: on one day;
 * - `american`: on any day from a call's day until that of the next, the last one until maturity.
 */
export const EXERCISES = ["bermudan", "american", "european"] as const;
export type Exercise = (typeof EXERCISES)[number];

/** Who may end a bond before maturity, and when. */
export interface EarlyRedemption {
  /** The issuer's, by rising day. */
  readonly calls: readonly Call[];
  readonly exercise: Exercise;
  /** Days between the issuer's decision and the redemption. */
  readonly noticeDays: number;
  /** The holder's, by rising day; on these days only. */
  readonly puts: readonly Call[];
  /**
   * What a make-whole call adds to the curve, continuous, decimal: on any day before the first of the
   * calls the issuer may pay what the bond would be worth if it ended then. None where it is left out.
   */
  readonly makeWholeSpread?: number | undefined;
}

/** Days on which the issuer may repay at one price. */
export interface CallWindow {
  readonly from: DaySerial;
  /** The last of them. */
  readonly to: DaySerial;
  readonly price: Price;
}

/**
 * The days on which a bond may still be called. A call on the settlement day or before has passed, and
 * so has one that would have had to be announced by then.
 *
 * @param rights - The calls and how they are exercised.
 * @param bond - The bond.
 * @param settlement - The day on which the bond is bought.
 * @returns Windows by rising day; none where there are puts to come but no calls.
 * @throws CalcError `invalid` when days do not rise, a call is not before maturity or its price is not
 *   above 0, or neither a call nor a put is left.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const calls = [2025, 2028].map((year) => ({ day: serialOf(year, 1, 15), price: price(100) }));
 * const rights = { calls, exercise: "american", noticeDays: 30, puts: [] };
 * callWindows(rights, bond, serialOf(2026, 1, 15)).map(({ from, to }) => [isoFromSerial(from), isoFromSerial(to)]); // => [["2026-02-15", "2028-01-14"], ["2028-01-15", "2031-01-14"]]
 */
export function callWindows(
  rights: EarlyRedemption,
  bond: Bond,
  settlement: DaySerial,
): readonly CallWindow[] {
  const { calls, exercise, noticeDays } = rights;
  checkCalls(calls, "calls", bond);
  if (exercise === "european" && calls.length > 1) {
    throw invalid(
      `calls has ${calls.length} rows; it must have one where exercise is "european", or exercise must be "bermudan"`,
    );
  }
  const earliest = settlement + 1 + noticeDays;
  const windows = calls.flatMap(({ day, price }, i) => {
    const next = calls[i + 1]?.day ?? bond.maturity;
    const [from, to] = exercise === "american" ? [Math.max(day, earliest), next - 1] : [day, day];
    return from >= earliest && from <= to
      ? [{ from: daySerial(from), to: daySerial(to), price }]
      : [];
  });
  const isMadeWhole = rights.makeWholeSpread !== undefined && calls.length === 0;
  if (windows.length === 0 && !isMadeWhole && putsLeft(rights, bond, settlement).length === 0) {
    const notice = noticeDays > 0 ? ` and ${noticeDays} days of notice` : "";
    throw invalid(
      `calls has no day after settlement, ${isoFromSerial(settlement)}${notice}; there must be one call to come or more`,
    );
  }
  return windows;
}

/**
 * The puts that are still to come.
 *
 * @param rights - The puts.
 * @param bond - The bond.
 * @param settlement - Puts on this day and before it have passed.
 * @returns By rising day.
 * @throws CalcError `invalid` when days do not rise, or a put is not before maturity or its price is not
 *   above 0.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const puts = [2025, 2028].map((year) => ({ day: serialOf(year, 1, 15), price: price(100) }));
 * putsLeft({ puts }, bond, serialOf(2026, 1, 15)).length; // => 1
 */
export function putsLeft(
  { puts }: Pick<EarlyRedemption, "puts">,
  bond: Bond,
  settlement: DaySerial,
): readonly Call[] {
  checkCalls(puts, "puts", bond);
  return puts.filter(({ day }) => day > settlement);
}

function checkCalls(calls: readonly Call[], name: string, bond: Bond): void {
  calls.forEach(({ day, price }, i) => {
    const where = `${name}, row ${i + 1},`;
    const before = calls[i - 1]?.day ?? -Infinity;
    if (!(price > 0)) {
      throw invalid(`${where} has the price ${price}; it must have a clean price above 0`);
    }
    if (!(day > before)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)} after ${isoFromSerial(before as DaySerial)}; days must rise`,
      );
    }
    if (!(day < bond.maturity)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)}; it must be a day before maturity, ${isoFromSerial(bond.maturity)}`,
      );
    }
  });
}
