import { missing } from "../errors";
import { leastSquares } from "../numeric/leastSquares";
import { levenbergMarquardt } from "../numeric/levenbergMarquardt";
import {
  FITTED_DIALS,
  ObservedSpeeds,
  type FittableDial,
  type ObservedSpeed,
} from "./observedSpeeds";
import type { PrepaymentDials } from "./prepaymentModel";

const { max, min, round, sqrt } = Math;

/** A dial that may be fitted, where it begins and is held, and its bounds. */
export interface FitDial {
  readonly name: FittableDial;
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** A fitted dial. */
export interface FittedDial {
  readonly name: FittableDial;
  readonly value: number;
  /** null where the dial is held. */
  readonly standardError: number | null;
  /** Why it is held; null where it was fitted. */
  readonly held: "not identified" | "at its bound" | null;
}

/** Dials fitted to observed speeds. */
export interface PrepaymentFit {
  readonly dials: readonly FittedDial[];
  /** Share of the speeds' weighted variance that the model explains; null where they are all alike. */
  readonly rSquared: number | null;
  readonly rows: number;
}

/** Where the middle of refinancing is looked for first: least squares has more than one minimum. */
const MIDS = [0, -0.006, 0.008];

/** A dial is known when its standard error is no wider than this share of its range. */
const KNOWN = 0.5;

/**
 * Fits the prepayment model to observed speeds by bounded, weighted least squares of CPRs.
 *
 * A dial whose standard error is wider than half of its range cannot be told from these data: it is
 * held where it began, the worst one first, and the others are fitted again. The ramp is a whole
 * number of months: with the nearest one the others are fitted once more.
 *
 * @param rows - Observed months, pools one after the other, each in order of age.
 * @param dials - The dials to fit.
 * @param model - Everything else.
 * @returns The dials in the order given, each with its standard error or why it is held.
 * @throws CalcError `missing` when there are too few rows.
 */
export function fitPrepayment(
  rows: readonly ObservedSpeed[],
  dials: readonly FitDial[],
  model: PrepaymentDials,
): PrepaymentFit {
  if (rows.length <= dials.length) {
    throw missing(
      `a fit of ${dials.length} dials needs ${dials.length + 1} rows or more; there are ${rows.length}`,
    );
  }
  const lower = Float64Array.from(dials, ({ low }) => low);
  const upper = Float64Array.from(dials, ({ high }) => high);
  const hold = (j: number, value: number) => (lower[j] = upper[j] = value);
  const evaluate = evaluator(rows, dials, model);
  const problem = { residuals: rows.length, lower, upper, evaluate };
  const start = Float64Array.from(dials, (dial) => dial.start);
  const mid = dials.findIndex(({ name }) => name === "refiMid");
  let best = (mid < 0 ? [0] : MIDS)
    .map((move) =>
      levenbergMarquardt(
        problem,
        start.map((it, j) => (j === mid ? it + move : it)),
      ),
    )
    .reduce((a, b) => (b.sumOfSquares < a.sumOfSquares ? b : a));

  const jacobian = new Float64Array(rows.length * dials.length);
  const residuals = new Float64Array(rows.length);
  let known = dials.map((_, j) => j);
  const settle = () => {
    for (;;) {
      evaluate(best.at, residuals, jacobian);
      const told = identified(dials, known, jacobian, best.sumOfSquares);
      if (told.length === known.length) return;
      for (const j of known) if (!told.includes(j)) hold(j, start[j] as number);
      known = told;
      best = levenbergMarquardt(problem, best.at);
    }
  };
  settle();
  const ramp = dials.findIndex(({ name }) => name === "rampMonths");
  if (known.includes(ramp)) {
    hold(ramp, round(best.at[ramp] as number));
    best = levenbergMarquardt(problem, best.at);
    settle();
  }

  const isInside = (j: number) => {
    const { low, high } = dials[j] as FitDial;
    const value = best.at[j] as number;
    return min(value - low, high - value) > 1e-9 * (high - low);
  };
  const free = known.filter(isInside);
  const errors = standardErrors(dials, free, jacobian, best.sumOfSquares);
  const total = totalSquares(rows);
  return {
    dials: dials.map(({ name }, j) => {
      const place = free.indexOf(j);
      const why = known.includes(j) ? "at its bound" : "not identified";
      return {
        name,
        value: best.at[j] as number,
        standardError: place < 0 ? null : (errors[place] as number),
        held: place < 0 ? why : null,
      };
    }),
    rSquared: total > 0 ? 1 - best.sumOfSquares / total : null,
    rows: rows.length,
  };
}

/** Residuals √weight × (model − observed), with their derivatives. */
function evaluator(
  rows: readonly ObservedSpeed[],
  dials: readonly FitDial[],
  model: PrepaymentDials,
) {
  const m = rows.length;
  const speeds = new ObservedSpeeds(rows, model.seasons);
  const observed = Float64Array.from(rows, ({ cpr }) => cpr);
  const roots = Float64Array.from(rows, ({ weight }) => sqrt(weight));
  const columns = dials.map(({ name }) => FITTED_DIALS.indexOf(name));
  const moving: { -readonly [K in keyof PrepaymentDials]: PrepaymentDials[K] } = { ...model };
  return (at: Float64Array, residuals: Float64Array, jacobian: Float64Array): void => {
    dials.forEach(({ name }, j) => (moving[name] = at[j] as number));
    speeds.fill(moving);
    const { cprs, slopes } = speeds;
    for (let i = 0; i < m; i++) {
      residuals[i] = (roots[i] as number) * ((cprs[i] as number) - (observed[i] as number));
    }
    for (let j = 0; j < columns.length; j++) {
      const column = (columns[j] as number) * m;
      for (let i = 0; i < m; i++) {
        jacobian[j * m + i] = (roots[i] as number) * (slopes[column + i] as number);
      }
    }
  };
}

/** The dials that the data tell apart: the one known least is left out until all are known. */
function identified(
  dials: readonly FitDial[],
  known: readonly number[],
  jacobian: Float64Array,
  sumOfSquares: number,
): number[] {
  const told = [...known];
  while (told.length > 0) {
    const errors = standardErrors(dials, told, jacobian, sumOfSquares, LEAST_SCATTER);
    const shares = errors.map((error, k) => {
      const { low, high } = dials[told[k] as number] as FitDial;
      return error / (high - low);
    });
    const widest = max(...shares);
    if (widest <= KNOWN) break;
    told.splice(shares.indexOf(widest), 1);
  }
  return told;
}

/** So many ranges wide is the standard error of a dial that the data say nothing of. */
const UNKNOWN = 100;
/** Speeds are published in so small steps at best: without scatter everything would seem known. */
const LEAST_SCATTER = 1e-5;

/** Standard errors of some of the dials, the others held: s √(J′J)⁻¹. */
function standardErrors(
  dials: readonly FitDial[],
  some: readonly number[],
  jacobian: Float64Array,
  sumOfSquares: number,
  leastScatter = 0,
): number[] {
  const m = jacobian.length / dials.length;
  const scatter = sqrt(sumOfSquares / (m - some.length));
  // A row a dial that says next to nothing, so that there is an answer where the data are silent.
  const columns = some.map((j, k) => {
    const { low, high } = dials[j] as FitDial;
    const column = new Float64Array(m + some.length);
    column.set(jacobian.subarray(j * m, (j + 1) * m));
    column[m + k] = max(scatter, LEAST_SCATTER) / (UNKNOWN * (high - low));
    return column;
  });
  const { inverse } = leastSquares(columns, new Float64Array(m + some.length));
  return inverse.map((row, k) => max(scatter, leastScatter) * sqrt(row[k] as number));
}

/** Weighted squares of the speeds around their mean; 0 where they differ by a binary tail at most. */
function totalSquares(rows: readonly ObservedSpeed[]): number {
  let [weights, sum, squares] = [0, 0, 0];
  for (const { weight, cpr } of rows) {
    weights += weight;
    sum += weight * cpr;
    squares += weight * cpr * cpr;
  }
  const mean = sum / weights;
  const around = rows.reduce((total, { weight, cpr }) => total + weight * (cpr - mean) ** 2, 0);
  return around > 1e-24 * squares ? around : 0;
}
