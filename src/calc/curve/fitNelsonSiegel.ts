import { missing } from "../errors";
import { levenbergMarquardt, type SquaresProblem } from "../numeric/levenbergMarquardt";
import { slopeLoading, type NelsonSiegel } from "./nelsonSiegel";

const { exp, log, max, min } = Math;

/** `NS`: Nelson and Siegel's four parameters; `NSS`: with Svensson's second hump six. */
export const CURVE_MODELS = ["NSS", "NS"] as const;
export type CurveModel = (typeof CURVE_MODELS)[number];

/** Something that the curve should explain. */
export interface CurveTarget {
  /** Years, above 0, of its payments. */
  readonly times: Float64Array;
  /**
   * What the curve misses it by, from the discount factors at its times; writes the residual's
   * derivative by each of them into `slopes`.
   */
  readonly residual: (discounts: Float64Array, slopes: Float64Array) => number;
}

/** A fitted curve. */
export interface FittedCurve {
  readonly curve: NelsonSiegel;
  /** What it misses each target by. */
  readonly residuals: Float64Array;
  readonly sumOfSquares: number;
}

/** Where a hump's loading in the zero rate is greatest, in τ (Diebold and Li's 30 months at λ = 0.0609). */
const HUMP_AT = 1.7933;
/** How far a β may run; it only stops what runs away. */
const MOST_BETA = 10;
/** Starting τ, spread evenly by ratio between the bounds. */
const TAU_STARTS = 6;
/**
 * The Nelson–Siegel or Svensson curve that misses its targets by the least sum of squares.
 *
 * The sum has several local minima, so a search begins at each of several τ, for Svensson at pairs of
 * a shorter and a longer one, the β first brought to their best with the τ held. A τ is bounded so that
 * its hump lies between the shortest and the longest maturity: outside, a hump is a slope in disguise
 * and its size means nothing. Same targets, same answer.
 *
 * @param targets - What the curve should explain; at least as many as the model has parameters.
 * @param model - `NS` or `NSS`.
 * @returns The best curve that was found.
 * @throws CalcError `missing` when there are fewer targets than parameters.
 * @see M. Gilli, S. Große, E. Schumann, Calibrating the Nelson–Siegel–Svensson model, COMISEF 31, 2010
 *
 * @example
 * // Zero rates of a curve give the curve back.
 * const known = { beta0: 0.05, beta1: -0.02, beta2: 0.01, beta3: 0, tau1: 2, tau2: 1 };
 * const zero = (t) => 0.05 - 0.02 * (1 - Math.exp(-t / 2)) / (t / 2) + 0.01 * ((1 - Math.exp(-t / 2)) / (t / 2) - Math.exp(-t / 2));
 * const targets = [0.5, 1, 2, 5, 10, 30].map((t) => ({ times: Float64Array.of(t), residual: ([df], slopes) => { slopes[0] = -1 / (t * df); return -Math.log(df) / t - zero(t); } }));
 * fitNelsonSiegel(targets, "NS").curve.tau1.toFixed(6); // => "2.000000"
 */
export function fitNelsonSiegel(targets: readonly CurveTarget[], model: CurveModel): FittedCurve {
  const parameters = model === "NSS" ? 6 : 4;
  if (targets.length < parameters) {
    throw missing(
      `${model} has ${parameters} parameters; ${parameters} points or more are needed, there are ${targets.length}`,
    );
  }
  const ends = targets.map(({ times }) => times.at(-1) as number);
  const leastTau = min(...ends) / HUMP_AT;
  const mostTau = max(...ends) / HUMP_AT;
  const problem: Omit<SquaresProblem, "lower" | "upper"> = {
    residuals: targets.length,
    evaluate: evaluator(targets, model),
  };
  const found = starts(model, leastTau, mostTau).map((start) => {
    const { at } = levenbergMarquardt({ ...problem, ...bounds(start, start) }, start);
    const widest = (tau: number) => at.map((value, j) => (isTau(j) ? log(tau) : value));
    return levenbergMarquardt({ ...problem, ...bounds(widest(leastTau), widest(mostTau)) }, at);
  });
  const best = found.reduce((a, b) => (b.sumOfSquares < a.sumOfSquares ? b : a));
  const { at, residuals, sumOfSquares } = best;
  return { curve: curveAt(at, model), residuals, sumOfSquares };
}

/*
 * Parameters stand in the order β₀, β₁, β₂, ln τ₁, and for NSS β₃, ln τ₂: with logarithms a step of a
 * τ is a share of it.
 */

function curveAt(at: Float64Array, model: CurveModel): NelsonSiegel {
  const [beta0, beta1, beta2, logTau1, beta3, logTau2] = at as unknown as readonly number[];
  const tau1 = exp(logTau1 as number);
  return {
    beta0: beta0 as number,
    beta1: beta1 as number,
    beta2: beta2 as number,
    beta3: model === "NSS" ? (beta3 as number) : 0,
    tau1,
    tau2: model === "NSS" ? exp(logTau2 as number) : tau1,
  };
}

const isTau = (j: number): boolean => j === 3 || j === 5;

/** A flat curve with τ spread evenly by ratio, for NSS each pair of a shorter and a longer one. */
function starts(model: CurveModel, leastTau: number, mostTau: number): Float64Array[] {
  const flat = 0.04;
  const step = log(mostTau / leastTau) / (TAU_STARTS - 1);
  const logTaus = Array.from({ length: TAU_STARTS }, (_, i) => log(leastTau) + i * step);
  return logTaus.flatMap((first, i) =>
    model === "NS"
      ? [Float64Array.of(flat, 0, 0, first)]
      : logTaus.slice(i + 1).map((second) => Float64Array.of(flat, 0, 0, first, 0, second)),
  );
}

/** The β within theirs, the τ between those of two points. */
const bounds = (from: Float64Array, to: Float64Array) => ({
  lower: from.map((value, j) => (isTau(j) ? value : -MOST_BETA)),
  upper: to.map((value, j) => (isTau(j) ? value : MOST_BETA)),
});

/** Residuals and their derivatives by the parameters, through the discount factors. */
function evaluator(targets: readonly CurveTarget[], model: CurveModel): SquaresProblem["evaluate"] {
  // Par bonds share most of their days: each is evaluated once.
  const days = [...new Set(targets.flatMap(({ times }) => Array.from(times)))];
  const dayOf = new Map(days.map((time, k) => [time, k]));
  const rooms = targets.map(({ times }) => ({
    days: Int32Array.from(times, (time) => dayOf.get(time) as number),
    discounts: new Float64Array(times.length),
    slopes: new Float64Array(times.length),
  }));
  const count = model === "NSS" ? 6 : 4;
  const allDiscounts = new Float64Array(days.length);
  // Derivatives of the discount factors by each parameter, a day after the other.
  const byParameter = new Float64Array(count * days.length);
  const gradient = new Float64Array(count);
  return (at, residuals, jacobian) => {
    const curve = curveAt(at, model);
    for (let k = 0; k < days.length; k++) {
      const time = days[k] as number;
      const zero = zeroAndSlopes(curve, time, byParameter, count * k, count);
      const discount = exp(-zero * time);
      allDiscounts[k] = discount;
      for (let j = count * k; j < count * (k + 1); j++) {
        byParameter[j] = -time * discount * (byParameter[j] as number);
      }
    }
    for (let i = 0; i < targets.length; i++) {
      const room = rooms[i] as (typeof rooms)[number];
      const { discounts, slopes } = room;
      for (let k = 0; k < discounts.length; k++) {
        discounts[k] = allDiscounts[room.days[k] as number] as number;
      }
      residuals[i] = (targets[i] as CurveTarget).residual(discounts, slopes);
      gradient.fill(0);
      for (let k = 0; k < discounts.length; k++) {
        const from = count * (room.days[k] as number);
        for (let j = 0; j < count; j++) {
          gradient[j] =
            (gradient[j] as number) + (slopes[k] as number) * (byParameter[from + j] as number);
        }
      }
      for (let j = 0; j < count; j++) jacobian[j * residuals.length + i] = gradient[j] as number;
    }
  };
}

/** The zero rate at a time; writes its derivatives by the parameters from `from` on. */
function zeroAndSlopes(
  curve: NelsonSiegel,
  time: number,
  byParameter: Float64Array,
  from: number,
  count: number,
): number {
  const x1 = time / curve.tau1;
  const decay1 = exp(-x1);
  const slope1 = slopeLoading(x1);
  const hump1 = slope1 - decay1;
  byParameter[from] = 1;
  byParameter[from + 1] = slope1;
  byParameter[from + 2] = hump1;
  // By ln τ the slope's loading changes by the hump's, the hump's by itself less x e^−x.
  byParameter[from + 3] = curve.beta1 * hump1 + curve.beta2 * (hump1 - x1 * decay1);
  const zero = curve.beta0 + curve.beta1 * slope1 + curve.beta2 * hump1;
  if (count === 4) return zero;
  const x2 = time / curve.tau2;
  const decay2 = exp(-x2);
  const hump2 = slopeLoading(x2) - decay2;
  byParameter[from + 4] = hump2;
  byParameter[from + 5] = curve.beta3 * (hump2 - x2 * decay2);
  return zero + curve.beta3 * hump2;
}
