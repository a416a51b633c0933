import { invalid } from "../errors";
import { couponsTo, emptyCurve, exponentAt, type DiscountCurve } from "./discountCurve";
import type { ParCurve } from "./parCurve";

/** What the curve is made to price: cash flows, and what they cost. */
export interface Instrument {
  /** Years, rising, above 0; the last is a node of the curve. */
  readonly times: Float64Array;
  readonly amounts: Float64Array;
  readonly value: number;
  /** What a message calls it, such as "curve, row 3". */
  readonly name: string;
}

/**
 * The curve of log-linear discount factors that prices each instrument exactly.
 *
 * @param instruments - By rising last time.
 * @returns The curve with a node at each instrument's end.
 * @throws CalcError `invalid` when no discount factor prices an instrument, or its end does not
 *   follow the one before.
 *
 * @example
 * const bill = { times: Float64Array.of(0.5), amounts: Float64Array.of(100), value: 98, name: "bill" };
 * bootstrap([bill]).exponents[1].toFixed(12); // => (-Math.log(0.98)).toFixed(12)
 */
export function bootstrap(instruments: readonly Instrument[]): DiscountCurve {
  const curve = emptyCurve(instruments.length);
  instruments.forEach((instrument, i) => {
    const end = instrument.times.at(-1) as number;
    const before = curve.times[i] as number;
    if (!(end > before)) {
      throw invalid(
        `${instrument.name} ends after ${end} years, the one before after ${before}; it must be a later end`,
      );
    }
    curve.times[i + 1] = end;
    curve.exponents[i + 1] = solveNode(curve, i, instrument);
  });
  return curve;
}

const MOST_STEPS = 100;

/** The exponent of node i + 1, by Newton's method on the value, which is convex in the forward. */
function solveNode(curve: DiscountCurve, i: number, instrument: Instrument): number {
  const { times, amounts, value, name } = instrument;
  const from = curve.times[i] as number;
  const known = {
    times: curve.times.subarray(0, i + 1),
    exponents: curve.exponents.subarray(0, i + 1),
  };
  const start = known.exponents[i] as number;
  let rest = value;
  let first = 0;
  while (first < times.length && (times[first] as number) <= from) {
    rest -= (amounts[first] as number) * Math.exp(-exponentAt(known, times[first] as number));
    first++;
  }
  // The flows of the new segment, discounted to its beginning, must be worth this.
  const target = rest * Math.exp(start);
  if (!(target > 0)) throw unpriced(name, value);
  let forward = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let sum = 0;
    let moment = 0;
    for (let k = first; k < times.length; k++) {
      const time = (times[k] as number) - from;
      const flow = (amounts[k] as number) * Math.exp(-forward * time);
      sum += flow;
      moment += flow * time;
    }
    const move = (Math.log(sum / target) * sum) / moment;
    forward += move;
    if (Math.abs(move) < 1e-15 * Math.max(1, 1e2 * Math.abs(forward))) break;
    if (!Number.isFinite(forward)) throw unpriced(name, value);
  }
  return start + forward * ((times.at(-1) as number) - from);
}

const unpriced = (name: string, value: number) =>
  invalid(
    `${name}: no discount factor prices its cash flows at ${value}; it must be a yield that fits the rows before it`,
  );

/**
 * The curve of semiannual par yields at tenors, without dates: a tenor is so many years.
 *
 * @param par - The par yields; each is the coupon of a bond that costs 100 clean, paid every
 *   half-year counted back from the tenor.
 * @returns The curve with a node at each tenor.
 * @throws CalcError `invalid` when no curve has these par yields.
 *
 * @example
 * // A flat par curve is a flat curve: 1/1.02⁴ after two years.
 * const curve = bootstrapPar({ tenors: Float64Array.of(1, 2), yields: Float64Array.of(0.04, 0.04) });
 * Math.exp(-curve.exponents[2]).toFixed(12); // => "0.923845426027"
 */
export const bootstrapPar = (par: ParCurve): DiscountCurve =>
  bootstrap(
    Array.from(par.tenors, (tenor, i) => {
      const coupons = couponsTo(tenor);
      const coupon = 50 * (par.yields[i] as number);
      const accrued = coupon * (coupons - 2 * tenor);
      return {
        times: Float64Array.from({ length: coupons }, (_, k) => tenor - 0.5 * (coupons - 1 - k)),
        amounts: Float64Array.from({ length: coupons }, (_, k) =>
          k === coupons - 1 ? 100 + coupon : coupon,
        ),
        value: 100 + accrued,
        name: `curve, row ${i + 1}`,
      };
    }),
  );
