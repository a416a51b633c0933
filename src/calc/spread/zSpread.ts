import { exponentAt, type DiscountCurve } from "../curve/discountCurve";
import { CalcError, invalid } from "../errors";
import { bp, type Bp } from "../units";

/** How a Z-spread and the zero rates under it compound. */
export const SPREAD_COMPOUNDINGS = ["semi", "continuous", "monthly", "annual"] as const;
export type SpreadCompounding = (typeof SPREAD_COMPOUNDINGS)[number];

const PERIODS: Readonly<Record<SpreadCompounding, number>> = {
  semi: 2,
  monthly: 12,
  annual: 1,
  continuous: Infinity,
};

const MOST_STEPS = 100;

/**
 * Z-spread of cash flows: the constant amount that, added to the curve's zero rates, makes them
 * worth their price. Static: the flows are what they are.
 *
 * @param dirty - What the flows cost, per 100, accrued interest included.
 * @param times - Years, above 0.
 * @param flows - Amounts per 100.
 * @param curve - Discount factors.
 * @param compounding - How zero rates and spread compound.
 * @returns Basis points.
 * @throws CalcError `invalid` when the flows or the price are not above 0; `unsolved` when no spread
 *   explains the price.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 10), exponents: Float64Array.of(0, 0.4) };
 * zSpread(100 * Math.exp(-0.05 * 3), [3], [100], flat, "continuous").toFixed(8); // => "100.00000000"
 */
export function zSpread(
  dirty: number,
  times: ArrayLike<number>,
  flows: ArrayLike<number>,
  curve: DiscountCurve,
  compounding: SpreadCompounding = "semi",
): Bp {
  if (!(dirty > 0)) throw invalid(`dirtyPrice is ${dirty}; a price above 0 was expected`);
  const periods = PERIODS[compounding];
  const n = times.length;
  // Growth over one compounding period at each time; over a year where it is continuous.
  const growth = Float64Array.from({ length: n }, (_, k) => {
    const time = times[k] as number;
    const zero = exponentAt(curve, time) / time;
    return periods === Infinity ? Math.exp(zero) : Math.exp(zero / periods);
  });
  const target = Math.log(dirty);
  let spread = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let value = 0;
    let slope = 0;
    for (let k = 0; k < n; k++) {
      const time = times[k] as number;
      const base = growth[k] as number;
      const shifted = periods === Infinity ? base * Math.exp(spread) : base + spread / periods;
      const flow =
        (flows[k] as number) * shifted ** -(periods === Infinity ? time : periods * time);
      value += flow;
      slope += (flow * time) / (periods === Infinity ? 1 : shifted);
    }
    if (!(value > 0)) throw unexplained(dirty);
    const move = ((Math.log(value) - target) * value) / slope;
    spread += move;
    if (Math.abs(move) < 1e-13) return bp(spread * 10_000);
    if (!Number.isFinite(move)) throw unexplained(dirty);
  }
  throw unexplained(dirty);
}

const unexplained = (dirty: number) =>
  new CalcError("unsolved", `no spread over the curve makes the cash flows worth ${dirty}`);
