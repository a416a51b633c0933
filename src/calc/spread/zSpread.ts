import { exponentsAt, type DiscountCurve } from "../curve/discountCurve";
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
/** The error that is left is of the order of the cube of the last move, some times over: below 1e-9 bp. */
const LAST_MOVE = 1e-5;

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
  return zSpreadOf(dirty, { count: times.length, times, amounts: flows }, curve, compounding);
}

/** By time, on the curve: −ln of the discount factor; and growth of 1 over a compounding period, 1 where continuous. */
let exponents = new Float64Array(64);
let growth = new Float64Array(64);

/**
 * The same of flows that stand in arrays which may be longer, for loops over many bonds.
 *
 * @param dirty - What the flows cost, per 100, accrued interest included.
 * @param flows - How many there are, their times in years, above 0, and amounts per 100.
 * @param curve - Discount factors.
 * @param compounding - How zero rates and spread compound.
 * @returns Basis points.
 * @throws CalcError as {@link zSpread} does.
 *
 * @example
 * // What pays 105 in a year for 100 has 100 bp over a flat annual rate of 4%.
 * const flat = { times: Float64Array.of(0, 10), exponents: Float64Array.of(0, 10 * Math.log(1.04)) };
 * zSpreadOf(100, { count: 1, times: [1], amounts: [105] }, flat, "annual").toFixed(8); // => "100.00000000"
 */
export function zSpreadOf(
  dirty: number,
  flows: {
    readonly count: number;
    readonly times: ArrayLike<number>;
    readonly amounts: ArrayLike<number>;
  },
  curve: DiscountCurve,
  compounding: SpreadCompounding,
): Bp {
  if (!(dirty > 0)) throw invalid(`dirtyPrice is ${dirty}; it must be a price above 0`);
  const { count, times, amounts } = flows;
  const periods = PERIODS[compounding];
  if (growth.length < count) {
    exponents = new Float64Array(2 * count);
    growth = new Float64Array(2 * count);
  }
  exponentsAt(curve, times, count, exponents);
  for (let k = 0; k < count; k++) {
    growth[k] = Math.exp((exponents[k] as number) / ((times[k] as number) * periods));
  }
  const target = Math.log(dirty);
  let spread = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    // Value, and −1 and 1 times its first and second derivatives.
    let value = 0;
    let slope = 0;
    let bend = 0;
    for (let k = 0; k < count; k++) {
      const time = times[k] as number;
      const shifted = (growth[k] as number) + spread / periods;
      // A power by way of its logarithm takes half the time of `**`; on the curve itself it is known.
      let exponent = exponents[k] as number;
      if (spread !== 0) {
        exponent =
          periods === Infinity ? exponent + spread * time : periods * time * Math.log(shifted);
      }
      const present = (amounts[k] as number) * Math.exp(-exponent);
      const fall = time / shifted;
      value += present;
      slope += present * fall;
      bend += present * fall * (fall + 1 / (periods * shifted));
    }
    if (!(value > 0)) throw unexplained(dirty);
    const duration = slope / value;
    const newton = (Math.log(value) - target) / duration;
    // Halley's step on the logarithm, which bends little.
    const turn = 1 - (newton * (bend / value - duration * duration)) / (2 * duration);
    const move = turn > 0.5 && turn < 2 ? newton / turn : newton;
    spread += move;
    if (Math.abs(move) < LAST_MOVE) return bp(spread * 10_000);
    if (!Number.isFinite(move)) throw unexplained(dirty);
  }
  throw unexplained(dirty);
}

const unexplained = (dirty: number) =>
  new CalcError("unsolved", `no spread over the curve makes the cash flows worth ${dirty}`);
