import { CalcError, missing } from "../errors";
import { observed } from "../series/observed";
import type { Sliced } from "../numeric/sliced";
import { bp, years, type Bp, type Years } from "../units";
import { backtest, type Backtest } from "./backtest";
import { gapPositions, type GapRule } from "./gapRule";
import { backtestOverfitting } from "./overfitting";
import { deflatedSharpe, momentsOf, sharpeRatio } from "./sharpe";
import { spreadReturns } from "./spreadReturns";
import { ratioTimes, studentisedInterval, type StudentisedSettings } from "./studentisedBootstrap";

/** The rule with how it is traded and what it earns by: one variant of it. */
export interface RuleVariant extends GapRule {
  /** Rows from a signal to the return that it earns, 1 or more: less looks ahead. */
  readonly lag: number;
  /** One way. */
  readonly cost: Bp;
  readonly mbsDuration: Years;
  readonly corporateDuration: Years;
}

/** The rule of the method notes on monthly rows, by their example durations and cost. */
export const DOCUMENTED_RULE: RuleVariant = {
  window: 60,
  enter: 1.5,
  exit: 0.5,
  lag: 1,
  cost: bp(10),
  mbsDuration: years(5.6),
  corporateDuration: years(6.1),
};

/** Two spreads on the same dates. */
export interface SpreadPair {
  /** Basis points, oldest first, NaN where missing. */
  readonly mbs: Float64Array;
  readonly corporate: Float64Array;
  /** Rows a year. */
  readonly periods: number;
}

/** What a result has to stand up to. */
export interface StudySettings {
  /** All variants that were tried, whether or not the one that is studied is among them. */
  readonly tried: readonly RuleVariant[];
  /** How many were tried in all, 1 or more. */
  readonly trials: number;
  readonly bootstrap: StudentisedSettings;
}

/** A part of the rows that count. */
export interface SubPeriod {
  /** Rows of the history, counted from 0. */
  readonly first: number;
  readonly last: number;
  readonly net: Bp;
  /** A year. */
  readonly sharpe: number;
}

/** What a rule would have earned, and whether that can be told from luck. */
export interface RuleStudy {
  readonly backtest: Backtest;
  /** A year, after costs. */
  readonly sharpe: number;
  /** Ends of its 95% interval by a studentised bootstrap; both 0 where nothing was earned or lost. */
  readonly low: number;
  readonly high: number;
  /** Sharpe ratio a year of mortgages held against corporates throughout the same rows. */
  readonly held: number;
  readonly thirds: readonly SubPeriod[];
  /** Probability of a Sharpe ratio above 0, were this the only variant tried. */
  readonly alone: number;
  /** The same after all variants that were tried. */
  readonly deflated: number;
  /** Probability of overfitting; null without two variants that have 20 rows in common. */
  readonly overfitting: number | null;
  /** Whether the interval is above 0 and the deflated probability above 95%. */
  readonly beyondLuck: boolean;
}

/** Fewer rows say nothing of a Sharpe ratio. */
const FEWEST_ROWS = 12;
const OVERFITTING_BLOCKS = 10;
const SURE = 0.95;

/**
 * MBS less corporate excess returns by the proxy of {@link spreadReturns}.
 *
 * @param pair - The spreads.
 * @param variant - Its durations.
 * @returns Decimals; NaN in the first row and beside a missing one.
 */
function differenceReturns(
  { mbs, corporate, periods }: SpreadPair,
  variant: Pick<RuleVariant, "mbsDuration" | "corporateDuration">,
): Float64Array {
  const ofCorporates = spreadReturns(corporate, variant.corporateDuration, periods);
  return spreadReturns(mbs, variant.mbsDuration, periods).map(
    (it, t) => it - (ofCorporates[t] as number),
  );
}

/**
 * What a variant of the documented rule would have earned.
 *
 * @param pair - The spreads.
 * @param variant - The rule, its lag, cost and durations.
 * @returns The backtest.
 * @throws CalcError as {@link gapPositions} and {@link backtest} do.
 *
 * @example
 * const months = Float64Array.from({ length: 24 }, (_, t) => (t % 2 === 0 ? 100 : 104));
 * const pair = { mbs: months, corporate: months.map(() => 60), periods: 12 };
 * const rule = { window: 12, enter: 0.5, exit: 0.25, lag: 1, cost: bp(0), mbsDuration: 5, corporateDuration: 5 };
 * backtestVariant(pair, rule).rows; // => 11
 */
export function backtestVariant(pair: SpreadPair, variant: RuleVariant): Backtest {
  const { mbs, corporate, periods } = pair;
  const gap = mbs.map((it, t) => it - (corporate[t] as number));
  const { cost, lag } = variant;
  return backtest(gapPositions(gap, variant), differenceReturns(pair, variant), {
    cost,
    lag,
    overlap: 1,
    periods,
  });
}

/**
 * Studies a variant of the documented rule: what it would have earned, how unsure that is, and what is
 * left of it after all variants that were tried.
 *
 * @param pair - The spreads.
 * @param variant - The variant.
 * @param settings - The variants tried, and how the interval is drawn.
 * @returns The work; it looks at draws × rows.
 * @throws CalcError as {@link backtestVariant} does, and `missing` when fewer than 12 rows count.
 *
 * @example
 * const months = Float64Array.from({ length: 60 }, (_, t) => 100 + 5 * Math.sin(t));
 * const pair = { mbs: months, corporate: months.map(() => 60), periods: 12 };
 * const rule = { window: 12, enter: 1, exit: 0.5, lag: 1, cost: bp(1), mbsDuration: 5, corporateDuration: 5 };
 * const settings = { tried: [rule], trials: 1, bootstrap: { block: 6, draws: 100, seed: 1 } };
 * ruleStudy(pair, rule, settings).next().value.overfitting; // => null
 */
export function* ruleStudy(
  pair: SpreadPair,
  variant: RuleVariant,
  { tried, trials, bootstrap }: StudySettings,
): Sliced<RuleStudy> {
  const { periods } = pair;
  const result = backtestVariant(pair, variant);
  const net = observed(result.path.net);
  if (net.length < FEWEST_ROWS) {
    throw missing(
      `${net.length} rows have a position and a return; ${FEWEST_ROWS} or more are needed: the history is too short for a window of ${variant.window} rows`,
    );
  }
  const ratio = (values: Float64Array) => sharpeRatio(values, periods);
  const nets = commonRows(tried.map((one, i) => netOf(pair, one, i + 1)));
  const variance = varianceOf(nets.map((path) => sharpeRatio(path, 1)));
  const { n, skew, kurtosis, deviation } = momentsOf(net);
  const [low, high] =
    deviation > 0
      ? yield* studentisedInterval(net, ratioTimes(Math.sqrt(periods)), bootstrap)
      : [0, 0];
  const skill = (count: number, ofVariants: number | null): number =>
    deviation > 0
      ? deflatedSharpe({
          sharpe: sharpeRatio(net, 1),
          n,
          skew,
          kurtosis,
          trials: count,
          variance: ofVariants,
        })
      : 0;
  const deflated = skill(trials, variance);
  return {
    backtest: result,
    sharpe: ratio(net),
    low,
    high,
    held: ratio(heldThroughout(pair, variant, result.path.net)),
    thirds: thirdsOf(result.path.net, ratio),
    alone: skill(1, null),
    deflated,
    overfitting: overfittingOf(nets),
    beyondLuck: low > 0 && deflated > SURE,
  };
}

/** A variant that was tried on other histories may have no row in these. */
function netOf(pair: SpreadPair, variant: RuleVariant, number: number): Float64Array {
  try {
    return backtestVariant(pair, variant).path.net;
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    throw new CalcError(error.reason, `the variant tried as number ${number}: ${error.message}`);
  }
}

/** Of two or more ratios, n − 1; null of one, and where all are the same rule in effect. */
function varianceOf(ratios: readonly number[]): number | null {
  if (ratios.length < 2) return null;
  const mean = ratios.reduce((sum, it) => sum + it, 0) / ratios.length;
  const variance = ratios.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (ratios.length - 1);
  return variance > 0 ? variance : null;
}

/** Returns of the difference in the rows that count for the rule. */
const heldThroughout = (pair: SpreadPair, variant: RuleVariant, net: Float64Array): Float64Array =>
  differenceReturns(pair, variant).filter((_, t) => !Number.isNaN(net[t]));

function thirdsOf(net: Float64Array, ratio: (values: Float64Array) => number): SubPeriod[] {
  const rows = Array.from(net.keys()).filter((t) => !Number.isNaN(net[t]));
  const third = Math.floor(rows.length / 3);
  return [rows.slice(0, third), rows.slice(third, 2 * third), rows.slice(2 * third)].map((part) => {
    const values = Float64Array.from(part, (t) => net[t] as number);
    return {
      first: part[0] as number,
      last: part[part.length - 1] as number,
      net: bp(values.reduce((sum, it) => sum + it, 0)),
      sharpe: ratio(values),
    };
  });
}

/** The rows in which every variant counts: over others they cannot be compared. */
const commonRows = (nets: readonly Float64Array[]): Float64Array[] =>
  nets.map((path) => path.filter((_, t) => nets.every((other) => !Number.isNaN(other[t]))));

const overfittingOf = (nets: readonly Float64Array[]): number | null =>
  nets.length < 2 || (nets[0]?.length ?? 0) < 2 * OVERFITTING_BLOCKS
    ? null
    : backtestOverfitting(nets, OVERFITTING_BLOCKS);
