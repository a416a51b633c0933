import { CalcError, missing } from "../errors";
import { BREAK_LEVEL, breakTest } from "../timeseries/breakTest";
import { changes, realisedVolatility } from "../series/changes";
import { halfLife } from "../timeseries/meanReversion";
import { observed, type History } from "../series/observed";
import { pctRank } from "../history/pctRank";
import { zScore, type ZMethod } from "../history/zScore";
import { mean, sampleStandardDeviation } from "../numeric/statistics";
import { bp, type Bp } from "../units";
import { reversionIn, type GapReversion } from "./gapReversion";

/** What a history of the gap says, apart from where the gap is now. */
export interface GapEstimates {
  /** Values in the history. */
  readonly n: number;
  /** Values that the statistics compare the last one with; fewer than asked for in a short history. */
  readonly window: number;
  readonly windowAsked: number;
  readonly periods: number;
  /** The gap now, basis points. */
  readonly last: Bp;
  /** z of the gap g is (g − centre) / spread; basis points both. */
  readonly centre: Bp;
  readonly spread: Bp;
  readonly percentile: number;
  /**
   * Gap three months ago, and standard deviation of three-month changes but the last; basis points.
   * null when the history is too short for them.
   */
  readonly quarter: { readonly ago: Bp; readonly deviation: Bp } | null;
  /** Basis points per √year. */
  readonly volatility: Bp;
  /** Mean of the window, basis points. */
  readonly mean: Bp;
  /** Months, over all values, bias taken off; null when the corrected coefficient shows no reversion. */
  readonly halfLife: number | null;
  /**
   * What all values say of their reversion: five years seldom tell a half-life of eight months from a random
   * walk, so the look-back of the statistics does not bind it. null when there are too few values.
   */
  readonly reversion: GapReversion | null;
  /** Whether the mean shifted within the last twelve months (robust test, 5%). */
  readonly brokeLately: boolean;
}

/**
 * Estimates from a history of the gap.
 *
 * @param history - Basis points, oldest first, NaN where missing; missing rows are dropped.
 * @param settings - Rows a year, look-back in months, method of the z-score.
 * @param ofAll - What all rows say of their reversion, where that is known; null: estimated.
 * @returns The estimates.
 * @throws CalcError `missing` when there are fewer than four values, or they do not vary.
 *
 * @example
 * gapEstimates(Float64Array.of(58, 61, 66, 72, 75, 71, 67, 70), { periods: 12, windowMonths: 60, zMethod: "std" }).n; // => 8
 */
export function gapEstimates(
  history: History,
  settings: { readonly periods: number; readonly windowMonths: number; readonly zMethod: ZMethod },
  ofAll: Pick<GapEstimates, "halfLife" | "reversion"> | null = null,
): GapEstimates {
  const values = observed(history);
  const { periods, zMethod } = settings;
  const quarter = Math.max(1, Math.round(periods / 4));
  if (values.length < 4) {
    throw missing(`gapHistory has ${values.length} values; 4 are needed`);
  }
  const windowAsked = Math.round((settings.windowMonths * periods) / 12);
  const window = Math.min(windowAsked, values.length - 1);
  const inWindow = values.subarray(values.length - 1 - window);
  const last = values[values.length - 1] as number;
  // A z-score is linear in the last value: two of them give centre and spread, whatever the method.
  const scoreAt = (gap: number) => {
    const moved = Float64Array.from(inWindow);
    moved[moved.length - 1] = gap;
    return zScore(moved, { method: zMethod });
  };
  const [scoreAt0, scoreAt1] = [scoreAt(0), scoreAt(1)];
  const spread = 1 / (scoreAt1 - scoreAt0);
  const quarterChanges = changes(inWindow, quarter).subarray(0, -1);
  return {
    n: values.length,
    window,
    windowAsked,
    periods,
    last: bp(last),
    centre: bp(-scoreAt0 * spread),
    spread: bp(spread),
    percentile: pctRank(inWindow),
    quarter:
      quarterChanges.length < 2
        ? null
        : {
            ago: bp(values[values.length - 1 - quarter] as number),
            deviation: bp(sampleStandardDeviation(quarterChanges)),
          },
    volatility: realisedVolatility(inWindow, { periods }),
    mean: bp(mean(inWindow.subarray(0, -1))),
    ...(ofAll ?? reversionOfAll(values, periods)),
    brokeLately: brokeWithinAYear(inWindow, periods),
  };
}

/** What does not depend on the look-back. */
const reversionOfAll = (values: Float64Array, periods: number) => ({
  halfLife: orNull(() => halfLife(values, true, 12 / periods)),
  reversion: orNull(() => reversionIn(values, periods)),
});

function brokeWithinAYear(values: Float64Array, periods: number): boolean {
  const test = orNull(() => breakTest(values));
  return test !== null && test.p <= BREAK_LEVEL && test.row > values.length - periods;
}

function orNull<T>(estimate: () => T): T | null {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof CalcError && error.reason === "missing") return null;
    throw error;
  }
}
