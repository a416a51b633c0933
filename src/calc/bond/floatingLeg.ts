import { couponDate, couponNumber } from "../date/couponGrid";
import { isoFromSerial, packedDay, serialOfPacked } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial } from "../units";
import type { Bond } from "./bond";
import type { BondPayments, FloatingLeg } from "./bondPayments";

/** Payments a year of the floating period. */
const QUARTERLY = 4;

/**
 * The payments of a fixed-to-float bond: its own until the floating period, then the index projected
 * from a curve and the margin.
 *
 * @param bond - The bond.
 * @param fixed - Its payments if the coupon held until maturity.
 * @param leg - The floating period.
 * @param settlement - A day before the floating period.
 * @param worth - The curve's discount factor of a day, from which the index is projected.
 * @returns Payments, with the part of the floating ones that the index makes.
 * @throws CalcError `invalid` when the period has begun or does not begin on a coupon day.
 *
 * @example
 * const bond = { maturity: serialOf(2027, 7, 15), coupon: rate(0.04), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const fixed = { days: Float64Array.of(46_218, 46_402, 46_583), periods: Float64Array.of(1, 2, 3), interest: Float64Array.of(2, 2, 2), principal: Float64Array.of(0, 0, 100), accrued: () => 0, outstanding: () => 1 };
 * const leg = { from: serialOf(2027, 1, 15), marginBp: bp(100) };
 * // 90 and 91 days at 1% of 360, and no interest of the index on a curve of nothing.
 * Array.from(floatingPayments(bond, fixed, leg, serialOf(2026, 1, 15), () => 1).interest, (it) => it.toFixed(4)); // => ["2.0000", "2.0000", "0.2500", "0.2528"]
 */
export function floatingPayments(
  bond: Bond,
  fixed: BondPayments,
  { from, marginBp }: FloatingLeg,
  settlement: DaySerial,
  worth: (day: number) => number,
): BondPayments {
  const begin = fixed.days.indexOf(from);
  if (!(from > settlement)) {
    throw invalid(
      `floatFrom is ${isoFromSerial(from)}; it must be a day after settlement, ${isoFromSerial(settlement)}: from that day on the bond is a note, see FRNMARGIN`,
    );
  }
  if (begin < 0 || !(from < bond.maturity)) {
    throw invalid(
      `floatFrom is ${isoFromSerial(from)}; it must be a coupon day before maturity, ${isoFromSerial(bond.maturity)}`,
    );
  }
  const anchor = packedDay(bond.maturity);
  const count = -couponNumber(anchor, QUARTERLY, packedDay(from));
  const days = Array.from({ length: count }, (_, k) =>
    serialOfPacked(couponDate(anchor, QUARTERLY, k + 1 - count)),
  );
  const rows = days.map((day, k) => {
    const start = days[k - 1] ?? from;
    const { outstanding } = fixed;
    const index = 100 * outstanding(start) * (worth(start) / worth(day) - 1);
    const margin = (100 * outstanding(start) * (marginBp / 10_000) * (day - start)) / 360;
    const left = outstanding(day);
    return {
      index,
      interest: index + margin,
      principal: day === bond.maturity ? 100 * left : 100 * (outstanding(start) - left),
      periods: (fixed.periods[begin] as number) + ((k + 1) * bond.frequency) / QUARTERLY,
    };
  });
  const joined = (of: "periods" | "interest" | "principal") =>
    Float64Array.of(...fixed[of].subarray(0, begin + 1), ...rows.map((row) => row[of]));
  return {
    ...fixed,
    days: Float64Array.of(...fixed.days.subarray(0, begin + 1), ...days),
    periods: joined("periods"),
    interest: joined("interest"),
    principal: joined("principal"),
    index: Float64Array.from(rows, ({ index }) => index),
    // Calls of the floating period are on its payment days.
    accrued: (day) => (day < from ? fixed.accrued(day) : 0),
  };
}
