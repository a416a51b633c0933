import { rate, type Rate } from "../units";

/**
 * Discount factors by time, their logarithm linear between nodes: the forward rate is constant in
 * each segment. Beyond the last node the last forward holds, for projection only.
 */
export interface DiscountCurve {
  /** Years, rising, the first 0. */
  readonly times: Float64Array;
  /** −ln of the discount factors, the first 0. */
  readonly exponents: Float64Array;
}

/**
 * A curve that has nothing but today's node.
 *
 * @param nodes - How many nodes will be set.
 * @returns The curve with the arrays to fill from index 1 on.
 */
export const emptyCurve = (nodes: number): DiscountCurve => ({
  times: new Float64Array(nodes + 1),
  exponents: new Float64Array(nodes + 1),
});

/**
 * The segment in which a time lies; a node belongs to the segment that ends there.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns The number of the node at which the segment begins.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.4) };
 * [segmentAt(flat, 2), segmentAt(flat, 3)]; // => [0, 1]
 */
export function segmentAt(curve: DiscountCurve, time: number): number {
  const { times } = curve;
  let [low, high] = [0, times.length - 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time > (times[middle + 1] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The forward rate of a segment, continuously compounded.
 *
 * @param curve - The curve.
 * @param segment - The number of the node at which it begins.
 * @returns Decimal a year.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.4) };
 * segmentForward(flat, 1).toFixed(12); // => "0.040000000000"
 */
export function segmentForward(curve: DiscountCurve, segment: number): number {
  const { times, exponents } = curve;
  const [from, to] = [times[segment] as number, times[segment + 1] as number];
  return ((exponents[segment + 1] as number) - (exponents[segment] as number)) / (to - from);
}

/**
 * −ln of the discount factors at many times, for loops: rising times are looked up in one walk.
 *
 * @param curve - The curve.
 * @param times - Years, 0 or more.
 * @param count - How many of them.
 * @param exponents - Filled with as many exponents.
 * @returns The array that was filled.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.4) };
 * Array.from(exponentsAt(flat, [1, 20], 2, new Float64Array(2)), (it) => it.toFixed(12)); // => ["0.040000000000", "0.800000000000"]
 */
export function exponentsAt(
  curve: DiscountCurve,
  times: ArrayLike<number>,
  count: number,
  exponents: Float64Array,
): Float64Array {
  const { times: nodes, exponents: atNodes } = curve;
  const lastSegment = nodes.length - 2;
  // The segment that holds until a time beyond it, or before it, is asked for.
  let segment = -1;
  let [from, to, low, slope] = [Infinity, -Infinity, 0, 0];
  for (let k = 0; k < count; k++) {
    const time = times[k] as number;
    if (!(time > from && time <= to)) {
      if (segment < 0 || time <= from) segment = segmentAt(curve, time);
      while (segment < lastSegment && time > (nodes[segment + 1] as number)) segment++;
      const next = nodes[segment + 1] as number;
      from = nodes[segment] as number;
      low = atNodes[segment] as number;
      slope = ((atNodes[segment + 1] as number) - low) / (next - from);
      to = segment === lastSegment ? Infinity : next;
    }
    exponents[k] = low + slope * (time - from);
  }
  return exponents;
}

/**
 * −ln of the discount factor at a time.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns The exponent.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.4) };
 * exponentAt(flat, 20).toFixed(12); // => "0.800000000000"
 */
export function exponentAt(curve: DiscountCurve, time: number): number {
  const segment = segmentAt(curve, time);
  const from = curve.times[segment] as number;
  return (curve.exponents[segment] as number) + segmentForward(curve, segment) * (time - from);
}

/**
 * The discount factor at a time.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns Value today of 1 paid then.
 */
export const discountFactor = (curve: DiscountCurve, time: number): number =>
  Math.exp(-exponentAt(curve, time));

/**
 * The curve as it will be when its forward rates come true.
 *
 * @param curve - The curve today.
 * @param from - Years until then, 0 or more.
 * @returns The curve from that day on; the same beyond its last node.
 *
 * @example
 * const curve = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.48) };
 * exponentAt(forwardCurve(curve, 1), 3).toFixed(12); // => "0.140000000000"
 */
export function forwardCurve(curve: DiscountCurve, from: number): DiscountCurve {
  const start = exponentAt(curve, from);
  const later = curve.times.filter((time) => time > from);
  // Beyond the last node the last forward holds: any time gives its line.
  const times = later.length > 0 ? later : Float64Array.of(from + 1);
  return {
    times: Float64Array.of(0, ...times.map((time) => time - from)),
    exponents: Float64Array.of(0, ...times.map((time) => exponentAt(curve, time) - start)),
  };
}

/**
 * The zero rate at a time, continuously compounded; at time 0 the first forward.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns Decimal a year.
 */
export const zeroRate = (curve: DiscountCurve, time: number): Rate =>
  rate(time > 0 ? exponentAt(curve, time) / time : segmentForward(curve, 0));

/**
 * A continuously compounded rate as one that compounds some times a year.
 *
 * @param continuous - Decimal a year.
 * @param frequency - Times a year.
 * @returns Decimal a year.
 *
 * @example
 * compounding(0.05, 2).toFixed(8); // => "0.05063024"
 */
export const compounding = (continuous: number, frequency: number): Rate =>
  rate(frequency * Math.expm1(continuous / frequency));

/**
 * The coupon at which a bond on the curve costs its face value, clean: paid every half-year counted
 * back from its end, interest accruing evenly over a short first period.
 *
 * @param curve - The curve.
 * @param time - Maturity in years, above 0.
 * @returns Semiannual par yield, decimal.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 2, 10), exponents: Float64Array.of(0, 0.08, 0.4) };
 * parYieldAt(flat, 5).toFixed(10); // => (2 * Math.expm1(0.02)).toFixed(10)
 */
export function parYieldAt(curve: DiscountCurve, time: number): Rate {
  const coupons = couponsTo(time);
  let annuity = 0;
  for (let k = 0; k < coupons; k++) annuity += discountFactor(curve, time - 0.5 * k);
  const accrued = coupons - 2 * time;
  return rate((2 * (1 - discountFactor(curve, time))) / (annuity - accrued));
}

/**
 * How many half-yearly coupons a bond of a maturity pays.
 *
 * @param time - Years, above 0.
 * @returns Their number: the first comes after at most half a year.
 */
export const couponsTo = (time: number): number => Math.ceil(2 * time - 1e-9);
