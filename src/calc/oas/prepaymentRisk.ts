import { missing } from "../errors";
import { levenbergMarquardt } from "../numeric/levenbergMarquardt";
import { mean } from "../numeric/statistics";
import type { PricedPool } from "./couponStack";
import type { PoolModel } from "./poolModel";
import { poolOas } from "./poolOas";
import { scaledSpeeds } from "./scaledSpeeds";

const { sqrt } = Math;

/** What investors ask for the risk that speeds are not those of the model, as shares of the dials. */
export interface PrepaymentRisk {
  /** Refinancing is valued as 1 + so much of the dials': above 0, fear of more of it. */
  readonly refinancing: number;
  /** Turnover is valued as 1 + so much of the dials': below 0, fear of less of it. */
  readonly turnover: number;
}

/** Nothing is asked for it: the dials as they are. */
const NO_PREPAYMENT_RISK: PrepaymentRisk = { refinancing: 0, turnover: 0 };

/**
 * The model by which a pool is valued where prepayments themselves are a risk that is paid for: both
 * speeds are moved by their premium, once and for all.
 *
 * The idea is Levin and Davidson's, that spreads of coupons differ because investors fear understated
 * refinancing and overstated turnover, and that a valuation with both fears in it has one spread. Theirs
 * has random factors that drift with time; multiples that do not change are this add-in's own.
 *
 * @param model - The pool and its model.
 * @param risk - The premiums.
 * @returns The model with the dials moved.
 * @see A. Levin, A. Davidson, "Prepayment risk- and option-adjusted valuation of MBS", Journal of Portfolio Management 31(4), 2005
 *
 * @example
 * riskNeutral({ dials: { refiMultiple: 1, turnover: 0.08 } }, { refinancing: 0.25, turnover: -0.25 }).dials; // => { refiMultiple: 1.25, turnover: 0.06 }
 */
export const riskNeutral = (
  model: PoolModel,
  { refinancing, turnover }: PrepaymentRisk,
): PoolModel => scaledSpeeds(model, 1 + refinancing, 1 + turnover);

/** Premiums beyond are another model, not a premium. */
export const [LEAST_PREMIUM, MOST_PREMIUM] = [-0.8, 2];
/** Two premiums that move the coupons' spreads closer together than this (sin²) cannot be told apart. */
const ALIKE = 1e-4;
const FEWEST = 3;
const STEP = 1e-4;
/** Spreads that differ by less are one, decimal: 10⁻⁶ bp. */
const KNOWN_TO = 1e-10;

/** The premiums at which a stack of coupons has one spread, as nearly as there is one. */
export interface PrepaymentRiskFit {
  readonly risk: PrepaymentRisk;
  /** Why the premium of turnover was not fitted, or where a premium came to rest. */
  readonly held: "none" | "turnover, not identified" | "at its bound";
  /** Option-adjusted spreads by the dials as they are, continuous, decimal, one a coupon. */
  readonly oas: Float64Array;
  /** The same by the dials moved. */
  readonly proas: Float64Array;
}

/**
 * The two premiums that leave the least spread between coupons: the sum of squares of each one's
 * spread less the mean of all, the coupons weighing alike.
 *
 * @param pools - Three or more, at their prices.
 * @param turnover - The premium of turnover that holds where the coupons do not tell it.
 * @returns The premiums, and the spreads without and with them.
 * @throws CalcError `missing` for fewer than three coupons; `invalid` when no spread within ±5,000 bp
 *   explains a price.
 */
export function fitPrepaymentRisk(
  pools: readonly PricedPool[],
  turnover: number,
): PrepaymentRiskFit {
  if (pools.length < FEWEST) {
    throw missing(
      `there are ${pools.length} coupons with prices; two premiums and a level need ${FEWEST} or more`,
    );
  }
  const spreads = (risk: PrepaymentRisk) =>
    Float64Array.from(pools, ({ model, clean }) => poolOas(riskNeutral(model, risk), clean));
  const both = search(spreads, pools.length, null);
  const isTold = !both.areAlike;
  const { risk } = isTold ? both : search(spreads, pools.length, turnover);
  const isAtBound = [risk.refinancing, ...(isTold ? [risk.turnover] : [])].some(
    (it) => it === LEAST_PREMIUM || it === MOST_PREMIUM,
  );
  return {
    risk,
    held: isAtBound ? "at its bound" : isTold ? "none" : "turnover, not identified",
    oas: spreads(NO_PREPAYMENT_RISK),
    proas: spreads(risk),
  };
}

/**
 * How far spreads lie from their mean.
 *
 * @param spreads - The spreads.
 * @returns Root of the mean square, in their unit.
 *
 * @example
 * dispersion([10, 14]); // => 2
 */
export function dispersion(spreads: ArrayLike<number>): number {
  const level = mean(spreads);
  return sqrt(mean(Float64Array.from(spreads, (it) => (it - level) ** 2)));
}

type Spreads = (risk: PrepaymentRisk) => Float64Array;

const centred = (values: Float64Array): Float64Array => {
  const level = mean(values);
  return values.map((it) => it - level);
};

/** Whether both premiums move the spreads in the same proportion, by their slopes around their means. */
function areAlike([one, other]: readonly Float64Array[]): boolean {
  const product = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, it, i) => sum + it * (b[i] as number), 0);
  const [a, b] = [one as Float64Array, other as Float64Array];
  return !(1 - product(a, b) ** 2 / (product(a, a) * product(b, b)) > ALIKE);
}

/** The least squares from no premiums on; with one of turnover given, along that of refinancing. */
function search(spreads: Spreads, coupons: number, held: number | null) {
  let slopes: Float64Array[] = [];
  const { at } = levenbergMarquardt(
    {
      residuals: coupons,
      lower: Float64Array.of(LEAST_PREMIUM, held ?? LEAST_PREMIUM),
      upper: Float64Array.of(MOST_PREMIUM, held ?? MOST_PREMIUM),
      // Nearly linear, and each point takes a valuation of every coupon and premium.
      firstDamping: 1e-5,
      leastGain: 1e-7,
      evaluate: ([refinancing, turnover], residuals, jacobian) => {
        const risk = { refinancing: refinancing as number, turnover: turnover as number };
        const now = spreads(risk);
        residuals.set(centred(now).map((it) => (Math.abs(it) < KNOWN_TO ? 0 : it)));
        slopes = (["refinancing", "turnover"] as const).map((name) => {
          const moved = spreads({ ...risk, [name]: risk[name] + STEP });
          return centred(moved.map((it, i) => (it - (now[i] as number)) / STEP));
        });
        slopes.forEach((slope, j) => {
          jacobian.set(slope, j * coupons);
        });
      },
    },
    Float64Array.of(0, held ?? 0),
  );
  return {
    risk: { refinancing: at[0] as number, turnover: at[1] as number },
    areAlike: areAlike(slopes),
  };
}
