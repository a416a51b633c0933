import type { Price } from "../units";
import { poolOas, PoolMeasures } from "./poolOas";
import type { PoolModel } from "./poolModel";
import { scaledSpeeds } from "./scaledSpeeds";

/** One way to see the model: which dial, and by how much. */
interface Setting {
  readonly name: string;
  readonly change: (model: PoolModel) => PoolModel;
}

/** A dial turned both ways. */
type Pair = readonly [Setting, Setting];

const share = (value: number): number => Math.max(0, Math.min(1, value));

const scaledRefinancing =
  (multiple: number) =>
  (model: PoolModel): PoolModel =>
    scaledSpeeds(model, multiple, 1);

const scaledTurnover =
  (multiple: number) =>
  (model: PoolModel): PoolModel =>
    scaledSpeeds(model, 1, multiple);

const movedLockIn =
  (move: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    dials: { ...model.dials, lockIn: share(model.dials.lockIn + move) },
  });

/** Today's spread of the mortgage rate and what it fades to: the whole path of mortgage rates. */
const movedRateSpread =
  (move: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    mortgageRate: {
      ...model.mortgageRate,
      rateSpread: model.mortgageRate.rateSpread + move,
      longRunSpread: model.mortgageRate.longRunSpread + move,
    },
  });

const movedFastShare =
  (move: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    dials: { ...model.dials, fastShare: share(model.dials.fastShare + move) },
  });

const scaledVolatility =
  (multiple: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    shortRate: { ...model.shortRate, volatility: model.shortRate.volatility * multiple },
  });

const otherReversion =
  (meanReversion: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    shortRate: { ...model.shortRate, meanReversion },
  });

/**
 * Two ways to turn each dial, as far as other fits of it lie. Refinancing: a fit of Freddie Mac's loans
 * (greatest speed .41) and the generic dials (.79). Turnover: that fit (.055) and as much upwards.
 * Lock-in and fast share: the dials of 2025 (.40, .70) on one side and a judgement on the other. Rate
 * spread: six tenths of the standard deviation of its yearly means, 2015 to 2026 (42 bp). Mean
 * reversion: a judgement.
 */
const PAIRS: readonly Pair[] = [
  [
    { name: "refinancing × 0.75", change: scaledRefinancing(0.75) },
    { name: "refinancing × 1.35", change: scaledRefinancing(1.35) },
  ],
  [
    { name: "turnover × 0.8", change: scaledTurnover(0.8) },
    { name: "turnover × 1.25", change: scaledTurnover(1.25) },
  ],
  [
    { name: "lock-in − 0.15", change: movedLockIn(-0.15) },
    { name: "lock-in + 0.10", change: movedLockIn(0.1) },
  ],
  [
    { name: "fast share − 0.15", change: movedFastShare(-0.15) },
    { name: "fast share + 0.15", change: movedFastShare(0.15) },
  ],
  [
    { name: "rate spread − 25 bp", change: movedRateSpread(-0.0025) },
    { name: "rate spread + 25 bp", change: movedRateSpread(0.0025) },
  ],
  [
    { name: "mean reversion 0.01", change: otherReversion(0.01) },
    { name: "mean reversion 0.06", change: otherReversion(0.06) },
  ],
];

const inWords = (multiple: number): string => String(Number(multiple.toFixed(3)));

/**
 * Volatility: that of the dials of 2025 (.0085) below and a judgement above, or the error of a fit to the
 * market both ways.
 */
const volatilityPair = (error: number | null): Pair => {
  const [low, high] = error === null ? [0.85, 1.25] : [1 - error, 1 + error];
  return [
    { name: `volatility × ${inWords(low)}`, change: scaledVolatility(low) },
    { name: `volatility × ${inWords(high)}`, change: scaledVolatility(high) },
  ];
};

/** An edge of a band and the setting that does most to it. */
interface BandEdge {
  /** Spreads continuous, decimal; durations in years. */
  readonly value: number;
  readonly setting: string;
}

/** How far a measure depends on the model. */
export interface ModelBand {
  readonly low: BandEdge;
  /** Of the dials as they are. */
  readonly base: number;
  readonly high: BandEdge;
}

/**
 * The model-risk band of an option-adjusted spread: one dial at a time turned both ways; what lowers
 * the spread and what raises it are combined by the root of the sum of squares.
 *
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @param volatilityError - Relative error of the volatility, from a fit to swaptions; null: × 0.85 and 1.25.
 * @returns The band, from fifteen valuations.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export const oasBand = (
  model: PoolModel,
  clean: Price,
  volatilityError: number | null = null,
): ModelBand => bandOf(model, volatilityError, 0, (it) => poolOas(it, clean));

/**
 * What published durations of pools differ by beside the dials, in years: vendors' are of other pools
 * and models. The rms error of the default dials over the published durations (docs/speeds.md).
 */
const DURATION_ERROR = 0.75;

/**
 * The band of an effective duration: the moves of `oasBand`, and the error of the model's durations
 * beside published ones as one more.
 *
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @param volatilityError - Relative error of the volatility, from a fit to swaptions; null: × 0.85 and 1.25.
 * @returns The band in years, from forty-five valuations.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export const durationBand = (
  model: PoolModel,
  clean: Price,
  volatilityError: number | null = null,
): ModelBand =>
  bandOf(
    model,
    volatilityError,
    DURATION_ERROR,
    (it) => new PoolMeasures(it, clean).effective.duration,
  );

/** The combined moves of a measure both ways; `beside` is a move of its own, down and up. */
function bandOf(
  model: PoolModel,
  volatilityError: number | null,
  beside: number,
  measure: (model: PoolModel) => number,
): ModelBand {
  const base = measure(model);
  let [down, up] = [beside * beside, beside * beside];
  let lowest = { move: 0, setting: "base" };
  let highest = { move: 0, setting: "base" };
  for (const pair of [...PAIRS, volatilityPair(volatilityError)]) {
    const moves = pair.map(({ name, change }) => ({
      move: measure(change(model)) - base,
      setting: name,
    }));
    moves.sort((one, other) => one.move - other.move);
    const [least, most] = moves as [typeof lowest, typeof lowest];
    down += Math.min(0, least.move) ** 2;
    up += Math.max(0, most.move) ** 2;
    if (least.move < lowest.move) lowest = least;
    if (most.move > highest.move) highest = most;
  }
  return {
    low: { value: base - Math.sqrt(down), setting: lowest.setting },
    base,
    high: { value: base + Math.sqrt(up), setting: highest.setting },
  };
}
