import { discountFactor } from "../curve/discountCurve";
import type { ParCurve } from "../curve/parCurve";
import {
  accruedDays,
  accruedPeriods,
  couponDate,
  couponNumber,
  type Basis,
  type Frequency,
} from "../date/couponGrid";
import { isoFromSerial, packedDay, serialOfPacked } from "../date/serial";
import { invalid, missing } from "../errors";
import { rate, type Bp, type DaySerial, type Rate } from "../units";
import { bootstrapDated, DAYS_IN_YEAR, tenorEnd } from "./datedCurve";

/** A floating-rate note without caps and floors. */
export interface FloatingNote {
  readonly maturity: DaySerial;
  /** What it pays over the index, basis points. */
  readonly quotedMarginBp: Bp;
  /** Payments a year; the index is set as often. */
  readonly frequency: Frequency;
  readonly basis: Basis;
  /** Coupon a year of the running period, as it was set; null: that of the projected index. */
  readonly currentCoupon: Rate | null;
  /** The index from settlement to the next payment, for discounting; null: the projected one. */
  readonly stubIndex: Rate | null;
}

/** A par curve from which an index is projected, on its day. */
export interface IndexCurve {
  /** The discount factor of a day. */
  readonly worth: (day: number) => number;
  /** The last day for which it projects. */
  readonly end: DaySerial;
}

/** The index in all periods to come: one rate for all, or the forward rates of a curve. */
export type IndexPath = Rate | IndexCurve;

/** What a note still pays, a period each; rates are decimals a year, times years of the day count. */
export interface NotePeriods {
  /** The index from settlement, then from payment to payment. */
  readonly index: readonly number[];
  /** The time over which each index discounts. */
  readonly time: readonly number[];
  /** Interest paid at the end of each, per 100. */
  readonly interest: readonly number[];
  /** Interest accrued at settlement, per 100. */
  readonly accrued: number;
}

/**
 * Puts a par curve on a day, to project an index from it.
 *
 * @param par - Semiannual par yields by tenor.
 * @param settlement - The day.
 * @returns The curve and where it ends.
 * @throws CalcError `invalid` when no curve has these par yields.
 *
 * @example
 * const par = { tenors: Float64Array.of(0.5, 1), yields: Float64Array.of(0.04, 0.04) };
 * indexCurve(par, serialOf(2026, 1, 15)).worth(serialOf(2027, 1, 15)).toFixed(10); // => (1.02 ** -2).toFixed(10)
 */
export function indexCurve(par: ParCurve, settlement: DaySerial): IndexCurve {
  const discount = bootstrapDated(par, settlement);
  // Notes of one list pay on the same days.
  const known = new Map<number, number>();
  const worth = (day: number) => {
    const found = known.get(day) ?? discountFactor(discount, (day - settlement) / DAYS_IN_YEAR);
    known.set(day, found);
    return found;
  };
  return { worth, end: tenorEnd(settlement, par.tenors[par.tenors.length - 1] as number) };
}

/**
 * The periods that a note has left, with the index in each.
 *
 * @param note - The note.
 * @param settlement - A day before maturity; a payment on that day belongs to the seller.
 * @param path - The index to come.
 * @returns A row a payment.
 * @throws CalcError `invalid` when settlement is not before maturity; `missing` when a curve ends before
 *   the note, or it does not know the running coupon because settlement is between two payments.
 *
 * @example
 * const note = { maturity: serialOf(2027, 1, 15), quotedMarginBp: bp(50), frequency: 2, basis: 0, currentCoupon: null, stubIndex: null };
 * Array.from(notePeriods(note, serialOf(2026, 1, 15), rate(0.0375)).interest, (it) => it.toFixed(4)); // => ["2.1250", "2.1250"]
 */
export function notePeriods(
  note: FloatingNote,
  settlement: DaySerial,
  path: IndexPath,
): NotePeriods {
  const { maturity, frequency, basis } = note;
  if (!(settlement < maturity)) {
    throw invalid(
      `settlement is ${isoFromSerial(settlement)}; it must be a day before maturity, ${isoFromSerial(maturity)}`,
    );
  }
  if (typeof path !== "number" && maturity > path.end) {
    throw missing(
      `maturity is ${isoFromSerial(maturity)}, but index ends on ${isoFromSerial(path.end)}; forward rates are not extrapolated`,
    );
  }
  const anchor = packedDay(maturity);
  const start = packedDay(settlement);
  const number = couponNumber(anchor, frequency, start);
  const count = -number;
  const index = new Array<number>(count);
  const times = new Array<number>(count);
  const interest = new Array<number>(count);
  const margin = note.quotedMarginBp / 10_000;
  let before = couponDate(anchor, frequency, number);
  const passed = accruedPeriods(anchor, frequency, basis, before, start) / frequency;
  let [paidOn, from]: [number, number] = [serialOfPacked(before), settlement];
  let running = 0;
  for (let k = 0; k < count; k++) {
    const end = couponDate(anchor, frequency, number + 1 + k);
    const day = serialOfPacked(end);
    const whole = yearsOfPeriod(note, before, end, day - paidOn);
    const time = k === 0 ? whole - passed : whole;
    const projected =
      typeof path === "number" ? path : (path.worth(from) / path.worth(day) - 1) / time;
    const coupon =
      k === 0 ? firstCoupon(note, projected + margin, passed > 0, path) : projected + margin;
    if (k === 0) running = coupon;
    index[k] = k === 0 ? (note.stubIndex ?? projected) : projected;
    times[k] = time;
    interest[k] = 100 * coupon * whole;
    before = end;
    paidOn = from = day;
  }
  return { index, time: times, interest, accrued: 100 * running * passed };
}

/** Years of interest that a whole period pays, by its packed days and its actual number of days. */
function yearsOfPeriod(
  { basis, frequency }: FloatingNote,
  start: number,
  end: number,
  days: number,
): number {
  if (basis === 1) return 1 / frequency;
  if (basis === 2) return days / 360;
  return basis === 3 ? days / 365 : accruedDays(basis, start, end) / 360;
}

/** The coupon of the running period. */
function firstCoupon(
  { currentCoupon }: FloatingNote,
  projected: number,
  isRunning: boolean,
  path: IndexPath,
): number {
  if (currentCoupon !== null) return currentCoupon;
  if (isRunning && typeof path !== "number") {
    throw missing(
      "currentCoupon is blank; a curve does not know the coupon of the running period, which was set before settlement",
    );
  }
  return projected;
}

/** What payments are worth, and the fall of its logarithm for a rise of the margin. */
function worthAt({ index, time, interest }: NotePeriods, margin: number) {
  let [growth, slope, value, falling] = [1, 0, 0, 0];
  for (let k = 0; k < time.length; k++) {
    const factor = 1 + ((index[k] as number) + margin) * (time[k] as number);
    if (!(factor > 0)) return null;
    growth *= factor;
    slope += (time[k] as number) / factor;
    const paid = (interest[k] as number) + (k === time.length - 1 ? 100 : 0);
    value += paid / growth;
    falling += (paid / growth) * slope;
  }
  return { value, falling };
}

/**
 * What a note costs at a discount margin: each payment is discounted by simple interest over each
 * period, at the index of that period plus the margin.
 *
 * @param periods - The periods that are left.
 * @param margin - Discount margin, decimal.
 * @returns Clean price per 100.
 * @throws CalcError `invalid` when a period would grow by −100% or less.
 * @see F. J. Fabozzi, S. V. Mann, Floating-Rate Securities, chapter 3
 *
 * @example
 * const note = { maturity: serialOf(2027, 1, 15), quotedMarginBp: bp(50), frequency: 2, basis: 0, currentCoupon: null, stubIndex: null };
 * notePrice(notePeriods(note, serialOf(2026, 1, 15), rate(0.0375)), rate(0.0025)).toFixed(8); // => (2.125 / 1.02 + 102.125 / 1.02 ** 2).toFixed(8)
 */
export function notePrice(periods: NotePeriods, margin: Rate): number {
  const found = worthAt(periods, margin);
  if (found === null) {
    throw invalid(
      `discountMarginBp is ${margin * 10_000}; it must be a margin at which the index still discounts`,
    );
  }
  return found.value - periods.accrued;
}

const MOST_STEPS = 200;
/** A price as near as this, relatively, is met; with a day left a margin has no more digits. */
const MET = 1e-13;

/**
 * The discount margin at which a note costs its price: the inverse of `notePrice`. The logarithm of
 * the value is convex in the margin, so that Newton's method ends from any start.
 *
 * @param periods - The periods that are left.
 * @param clean - Clean price per 100.
 * @returns Discount margin, decimal.
 * @throws CalcError `invalid` when no margin explains the price.
 *
 * @example
 * const note = { maturity: serialOf(2027, 1, 15), quotedMarginBp: bp(50), frequency: 2, basis: 0, currentCoupon: null, stubIndex: null };
 * noteMargin(notePeriods(note, serialOf(2026, 1, 15), rate(0.0375)), 2.125 / 1.02 + 102.125 / 1.02 ** 2).toFixed(12); // => "0.002500000000"
 */
export function noteMargin(periods: NotePeriods, clean: number): Rate {
  const dirty = clean + periods.accrued;
  let [margin, move] = [0, 0];
  for (let step = 0; step < MOST_STEPS && dirty > 0; step++) {
    const at = worthAt(periods, margin);
    if (at === null) {
      // Too far down: half the way back.
      if (step === 0) break;
      move /= 2;
      margin -= move;
      continue;
    }
    const off = Math.log(at.value / dirty);
    move = (off * at.value) / at.falling;
    margin += move;
    if (Math.abs(off) < MET) return rate(margin);
  }
  throw invalid(
    `price is ${clean}, with accrued interest ${dirty}; it must be a price that some discount margin explains`,
  );
}
