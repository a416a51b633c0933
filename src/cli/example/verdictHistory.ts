import { historySettings, signalSettings } from "../../assumptions/signalAssumptions";
import { CalcError } from "../../calc/errors";
import { gapEstimates } from "../../calc/signal/gapEstimates";
import { rotationSignal } from "../../calc/signal/rotationSignal";
import { bp } from "../../calc/units";

/** What the rotation signal said in a month, by what was known then; null where it says nothing. */
export interface MonthVerdict {
  readonly month: string;
  /** Basis points; null where a leg is missing. */
  readonly gap: number | null;
  readonly score: number | null;
  readonly z: number | null;
  /** Probability that the indicated switch wins, on nominal carry. */
  readonly probability: number | null;
  readonly text: string;
}

/**
 * The signal month by month, walked forward: each month is judged by the gaps up to it alone.
 *
 * Settings are the defaults; there is no risk-adjusted gap, so that carry is left out.
 *
 * @param gaps - Gap of each month in basis points, oldest first; null where a leg is missing.
 * @param windowMonths - Look-back in months; 60 by default.
 * @returns A verdict for each month.
 */
export function verdictHistory(
  gaps: readonly { readonly month: string; readonly gap: number | null }[],
  windowMonths = 60,
): MonthVerdict[] {
  const settings = signalSettings(new Map());
  const statistics = { ...historySettings(new Map()), windowMonths };
  const values = Float64Array.from(gaps, ({ gap }) => gap ?? NaN);
  return gaps.map(({ month, gap }, i): MonthVerdict => {
    const nothing = { month, gap, score: null, z: null, probability: null };
    if (gap === null) return { ...nothing, text: "#N/A: a leg is missing" };
    try {
      const estimates = gapEstimates(values.subarray(0, i + 1), statistics);
      const { score, z, text, nominal } = rotationSignal(bp(gap), estimates, null, settings, null);
      return { month, gap, score, z, probability: nominal?.probability ?? null, text };
    } catch (error) {
      if (!(error instanceof CalcError)) throw error;
      return { ...nothing, text: `#N/A: ${error.message}` };
    }
  });
}
