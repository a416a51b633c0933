import { missing } from "../errors";
import { leastSquares } from "../numeric/leastSquares";
import { levenbergMarquardt } from "../numeric/levenbergMarquardt";
import { rate } from "../units";
import { smmFromCpr } from "./monthlySpeed";
import { modelCpr, SEASONS, type PrepaymentDials } from "./prepaymentModel";

const { max, min, round, sqrt } = Math;

/** A month of a pool whose speed was observed. */
export interface ObservedSpeed {
  /** Rate of the loans less the market's, decimal. */
  readonly incentive: number;
  /** Age of the loans at the end of the month. */
  readonly age: number;
  /** Observed, decimal. */
  readonly cpr: number;
  /** Calendar month, 1 to 12; null where it is not known: no season. */
  readonly month: number | null;
  /** Above 0; the greater, the more the row counts. */
  readonly weight: number;
}

/** A dial that may be fitted, where it begins, and its bounds. */
export interface FitDial {
  readonly name: keyof PrepaymentDials;
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** A fitted dial. */
export interface FittedDial {
  readonly name: keyof PrepaymentDials;
  readonly value: number;
  /** null where the dial is held. */
  readonly standardError: number | null;
  /** Why it is held; null where it was fitted. */
  readonly held: "not identified" | "at its bound" | null;
}

/** Dials fitted to observed speeds. */
export interface PrepaymentFit {
  readonly dials: readonly FittedDial[];
  /** Share of the speeds' weighted variance that the model explains. */
  readonly rSquared: number;
  readonly rows: number;
}

/** The search begins at several places where refinancing may lie. */
const STARTS = [0, -0.006, 0.008];

/**
 * Fits the prepayment model to observed speeds by bounded, weighted least squares of CPRs.
 *
 * A row whose age is one month more than that of the row before goes on with the same pool, whose fast
 * borrowers have left the more; any other row begins a pool with the fast share as it is. A dial whose
 * standard error is wider than half of its range cannot be told from these data: it is held where it
 * began, the worst one first, and the others are fitted again. Ages are whole months: at the nearest
 * whole `rampMonths` the others are fitted once more.
 *
 * @param rows - Observed months, pools one after the other, each in order of age.
 * @param dials - The dials to fit.
 * @param model - Everything else, and the starts.
 * @returns The dials in the order given, each with its standard error or why it is held.
 * @throws CalcError `missing` when there are too few rows.
 */
export function fitPrepayment(
  rows: readonly ObservedSpeed[],
  dials: readonly FitDial[],
  model: PrepaymentDials,
): PrepaymentFit {
  const held = new Map<string, FittedDial["held"]>();
  const values = new Map(dials.map(({ name, start }) => [name, start]));
  const errors = new Map<string, number>();
  /** Fits the dials that are not held; the values and errors of the others stay. */
  const refit = (free: readonly FitDial[], moves: readonly number[]): number => {
    if (rows.length <= free.length) {
      throw missing(
        `a fit of ${free.length} dials needs ${free.length + 1} rows or more; there are ${rows.length}`,
      );
    }
    const fit = fitFree(rows, free, { ...model, ...Object.fromEntries(values) }, moves);
    free.forEach(({ name }, j) => {
      values.set(name, fit.at[j] as number);
      errors.set(name, fit.standardErrors[j] as number);
    });
    return fit.sumOfSquares;
  };
  const left = () => dials.filter(({ name }) => !held.has(name));
  let sum = refit(dials, STARTS);
  for (;;) {
    const worst = worstIdentified(left(), errors);
    const bound = left().find(({ name, low, high }) => {
      const value = values.get(name) as number;
      return min(value - low, high - value) <= 1e-9 * (high - low);
    });
    const stuck = worst ?? bound;
    if (stuck === undefined) break;
    held.set(stuck.name, worst === undefined ? "at its bound" : "not identified");
    if (worst !== undefined) values.set(worst.name, worst.start);
    sum = refit(left(), [0]);
  }
  if (left().some(({ name }) => name === "rampMonths")) {
    values.set("rampMonths", round(values.get("rampMonths") as number));
    sum = refit(
      left().filter(({ name }) => name !== "rampMonths"),
      [0],
    );
  }
  return {
    dials: dials.map(({ name }) => ({
      name,
      value: values.get(name) as number,
      standardError: held.has(name) ? null : (errors.get(name) as number),
      held: held.get(name) ?? null,
    })),
    rSquared: 1 - sum / totalSquares(rows),
    rows: rows.length,
  };
}

interface FreeFit {
  readonly at: Float64Array;
  readonly sumOfSquares: number;
  readonly standardErrors: readonly number[];
}

function fitFree(
  rows: readonly ObservedSpeed[],
  free: readonly FitDial[],
  fixed: PrepaymentDials,
  moves: readonly number[],
): FreeFit {
  const evaluate = evaluator(rows, free, fixed);
  const problem = {
    residuals: rows.length,
    lower: Float64Array.from(free, ({ low }) => low),
    upper: Float64Array.from(free, ({ high }) => high),
    evaluate,
  };
  const from = Float64Array.from(free, ({ name }) => Number(fixed[name]));
  const mid = free.findIndex(({ name }) => name === "refiMid");
  const ends = moves.map((move) =>
    levenbergMarquardt(
      problem,
      from.map((value, j) => (j === mid ? value + move : value)),
    ),
  );
  const best = ends.reduce((a, b) => (b.sumOfSquares < a.sumOfSquares ? b : a));
  const jacobian = new Float64Array(rows.length * free.length);
  const residuals = new Float64Array(rows.length);
  evaluate(best.at, residuals, jacobian);
  return {
    at: best.at,
    sumOfSquares: best.sumOfSquares,
    standardErrors: standardErrors(rows.length, free, jacobian, best.sumOfSquares),
  };
}

/** Share of its range by which a dial is moved for its derivative. */
const SMALL = 1e-6;

/** Residuals √weight × (model − observed), and their derivatives by differences within the bounds. */
function evaluator(
  rows: readonly ObservedSpeed[],
  free: readonly FitDial[],
  fixed: PrepaymentDials,
) {
  const roots = Float64Array.from(rows, ({ weight }) => sqrt(weight));
  const cprs = new Float64Array(rows.length);
  return (at: Float64Array, residuals: Float64Array, jacobian: Float64Array): void => {
    const dials: Record<string, unknown> = { ...fixed };
    free.forEach(({ name }, j) => (dials[name] = at[j]));
    const model = dials as unknown as PrepaymentDials;
    observedAs(rows, model, cprs);
    rows.forEach(({ cpr }, i) => {
      residuals[i] = (roots[i] as number) * ((cprs[i] as number) - cpr);
    });
    free.forEach(({ name, low, high }, j) => {
      const value = at[j] as number;
      const move = SMALL * (high - low) * (value + SMALL * (high - low) > high ? -1 : 1);
      dials[name] = value + move;
      observedAs(rows, model, cprs);
      dials[name] = value;
      rows.forEach(({ cpr }, i) => {
        const moved = (roots[i] as number) * ((cprs[i] as number) - cpr);
        jacobian[j * rows.length + i] = (moved - (residuals[i] as number)) / move;
      });
    });
  };
}

/** Speeds of the rows by the model, burnout from month to month of one pool. */
function observedAs(
  rows: readonly ObservedSpeed[],
  dials: PrepaymentDials,
  cprs: Float64Array,
): void {
  let [fast, slow] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const { incentive, age, month } = rows[i] as ObservedSpeed;
    if (i === 0 || age !== (rows[i - 1] as ObservedSpeed).age + 1) {
      fast = dials.fastShare;
      slow = 1 - fast;
    }
    // The logistic form knows the difference of the two rates alone.
    const conditions = {
      wac: rate(incentive),
      mortgageRate: 0,
      loanAge: age,
      season: month === null ? 1 : (SEASONS[month - 1] as number),
    };
    const fastLeft = fast * (1 - smmFromCpr(modelCpr(dials, conditions, 1)));
    const slowLeft = slow * (1 - smmFromCpr(modelCpr(dials, conditions, dials.slowSpeed)));
    cprs[i] = 1 - ((fastLeft + slowLeft) / (fast + slow)) ** 12;
    // Shares of what is left: years of fast speeds would leave nothing to count.
    const left = fastLeft + slowLeft;
    fast = fastLeft / left;
    slow = slowLeft / left;
  }
}

/** So many ranges wide is the standard error of a dial that the data say nothing of. */
const KNOWN_BEFORE = 1000;

/** Standard errors of the free dials: s √(J′J)⁻¹. */
function standardErrors(
  m: number,
  free: readonly FitDial[],
  jacobian: Float64Array,
  sumOfSquares: number,
): readonly number[] {
  const s = sqrt(sumOfSquares / (m - free.length));
  // A row a dial that says next to nothing, so that there is an answer where the data are silent.
  const columns = free.map(({ low, high }, j) => {
    const column = new Float64Array(m + free.length);
    column.set(jacobian.subarray(j * m, (j + 1) * m));
    column[m + j] = max(s, 1e-12) / (KNOWN_BEFORE * (high - low));
    return column;
  });
  const { inverse } = leastSquares(columns, new Float64Array(m + free.length));
  return inverse.map((row, j) => s * sqrt(row[j] as number));
}

/** The dial whose standard error is the widest share of its range, if it is wider than half of it. */
function worstIdentified(
  free: readonly FitDial[],
  errors: ReadonlyMap<string, number>,
): FitDial | undefined {
  const share = ({ name, low, high }: FitDial) => (errors.get(name) as number) / (high - low);
  const wide = free.filter((dial) => share(dial) > 0.5);
  return wide.sort((a, b) => share(b) - share(a))[0];
}

function totalSquares(rows: readonly ObservedSpeed[]): number {
  let [weights, sum] = [0, 0];
  for (const { weight, cpr } of rows) {
    weights += weight;
    sum += weight * cpr;
  }
  const mean = sum / weights;
  return rows.reduce((total, { weight, cpr }) => total + weight * (cpr - mean) ** 2, 0);
}
