import type { Price } from "../units";
import { poolOas } from "./poolOas";
import type { PoolModel } from "./poolModel";

/** One way to see the model: which dial, and by how much. */
interface Setting {
  readonly name: string;
  readonly change: (model: PoolModel) => PoolModel;
}

const scaledRefinancing =
  (multiple: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    dials: { ...model.dials, refiMultiple: model.dials.refiMultiple * multiple },
  });

const scaledTurnover =
  (multiple: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    dials: { ...model.dials, turnover: model.dials.turnover * multiple },
  });

const movedFastShare =
  (move: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    dials: { ...model.dials, fastShare: Math.max(0, Math.min(1, model.dials.fastShare + move)) },
  });

const scaledVolatility =
  (multiple: number) =>
  (model: PoolModel): PoolModel => ({
    ...model,
    shortRate: { ...model.shortRate, volatility: model.shortRate.volatility * multiple },
  });

const otherReversion =
  (meanReversion: number) =>
  (it: PoolModel): PoolModel => ({ ...it, shortRate: { ...it.shortRate, meanReversion } });

/** Two ways to turn each dial, judged to be as likely to be right as the base. */
const PAIRS: readonly (readonly [Setting, Setting])[] = [
  [
    { name: "refinancing × 0.8", change: scaledRefinancing(0.8) },
    { name: "refinancing × 1.2", change: scaledRefinancing(1.2) },
  ],
  [
    { name: "turnover × 0.8", change: scaledTurnover(0.8) },
    { name: "turnover × 1.2", change: scaledTurnover(1.2) },
  ],
  [
    { name: "fast share − 0.15", change: movedFastShare(-0.15) },
    { name: "fast share + 0.15", change: movedFastShare(0.15) },
  ],
  [
    { name: "volatility × 0.85", change: scaledVolatility(0.85) },
    { name: "volatility × 1.15", change: scaledVolatility(1.15) },
  ],
  [
    { name: "mean reversion 0.01", change: otherReversion(0.01) },
    { name: "mean reversion 0.06", change: otherReversion(0.06) },
  ],
];

/** An option-adjusted spread and the setting that makes it. */
export interface BandEdge {
  /** Continuous, decimal. */
  readonly oas: number;
  readonly setting: string;
}

/** How far the spread depends on the model. */
export interface OasBand {
  readonly low: BandEdge;
  readonly median: BandEdge;
  readonly high: BandEdge;
}

/**
 * The model-risk band of an option-adjusted spread: the base; one dial at a time turned both ways; and
 * all dials at once turned the way that lowers the spread, and the way that raises it.
 *
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @returns The least, the median and the greatest of the thirteen spreads.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export function oasBand(model: PoolModel, clean: Price): OasBand {
  const spreadAt = ({ name, change }: Setting): BandEdge => ({
    oas: poolOas(change(model), clean),
    setting: name,
  });
  const edges = [spreadAt({ name: "base", change: (same) => same })];
  const worse: Setting[] = [];
  const better: Setting[] = [];
  for (const [one, other] of PAIRS) {
    const [first, second] = [spreadAt(one), spreadAt(other)];
    edges.push(first, second);
    const oneIsWorse = first.oas <= second.oas;
    worse.push(oneIsWorse ? one : other);
    better.push(oneIsWorse ? other : one);
  }
  const together = (settings: readonly Setting[]) => (same: PoolModel) =>
    settings.reduce((changed, { change }) => change(changed), same);
  edges.push(
    spreadAt({ name: "all adverse", change: together(worse) }),
    spreadAt({ name: "all benign", change: together(better) }),
  );
  edges.sort((a, b) => a.oas - b.oas);
  const last = edges.length - 1;
  return {
    low: edges[0] as BandEdge,
    median: edges[last / 2] as BandEdge,
    high: edges[last] as BandEdge,
  };
}
