import { mirrored } from "../timeseries/predictive";
import { rate, type Bp, type Rate } from "../units";
import { callTextOf, leaningOf } from "./callText";
import { firstGate, type Gate } from "./gates";
import { gapOutlook } from "./gapBelief";
import type { GapEstimates } from "./gapEstimates";
import type { SignalSettings } from "./signalSettings";
import { edgeOver, reverseTerms, type SwitchEdge } from "./switchEdge";

/**
 * Each part from −1 to 1, above 0 for mortgages; carry is null without a risk-adjusted gap,
 * momentum without a few changes over three months.
 */
export interface SignalParts {
  readonly value: number;
  readonly carry: number | null;
  readonly momentum: number | null;
}

/** The signal at one gap. */
export interface RotationSignal {
  /** −1 (corporates) to 1 (mortgages): a measurement, never gated. */
  readonly score: number;
  readonly parts: SignalParts;
  readonly z: number;
  /** One of a closed list (`callTexts`), at most 40 characters, or a hold. */
  readonly text: string;
  /** The first gate that holds the call back, or null. */
  readonly gate: Gate | null;
  /** The switch that the score points to, on the nominal gap as carry; null where the history says nothing of the gap to come. */
  readonly nominal: SwitchEdge | null;
  /** The same on the risk-adjusted gap; null without one. */
  readonly riskAdjusted: SwitchEdge | null;
  /** The carry that the gates judge by: risk-adjusted wherever there is one, for an option premium is no carry. */
  readonly judgedOn: "risk-adjusted carry" | "nominal carry";
  /** Whether the switch is more likely to win on one basis and to lose on the other. */
  readonly basesDisagree: boolean;
  readonly towards: "corporates" | "mortgages";
}

/**
 * The rotation signal at a gap.
 *
 * Value is z/2; carry the risk-adjusted gap a year over duration × volatility of the gap; momentum
 * the three-month change against the direction, over two of its standard deviations. Each is
 * clipped to −1..1 and weighted; where one cannot be had the other weights are scaled up. Above
 * 0 mortgages are cheap; below 0 the score points out of them.
 *
 * The score is a measurement and never gated. The text is: it says HOLD and why as long as the
 * history is too short or stale, a random walk is not rejected, the mean broke lately, momentum alone
 * makes the call, or the edge on the judged carry does not pay. Edge and probability are integrated over
 * what the history leaves open of level, reversion and volatility.
 *
 * @param gap - The gap to judge, basis points: the last of the history, or another to see what
 * would change the call.
 * @param estimates - Of the history; held fixed.
 * @param adjustedGap - Risk-adjusted gap, basis points a year, or null.
 * @param settings - Weights, bands, costs and gates.
 * @param staleness - Business days that the data are older than their rhythm allows, or null when
 * that cannot be judged.
 * @returns Score, parts, text, gate and the edge of the indicated switch.
 * @see Asness, Ilmanen and Maloney, "Market timing: sin a little", Journal of Investment Management
 * 15(3), 2017, for value with momentum
 */
export const rotationSignal = (
  gap: Bp,
  estimates: GapEstimates,
  adjustedGap: Bp | null,
  settings: SignalSettings,
  staleness: number | null,
): RotationSignal => signalAt(estimates, adjustedGap, settings, staleness)(gap);

/**
 * {@link rotationSignal} at many gaps: what does not depend on the gap is reckoned once.
 *
 * @param estimates - As there.
 * @param adjustedGap - As there.
 * @param settings - As there.
 * @param staleness - As there.
 * @returns The signal at a gap.
 *
 * @example
 * const [estimates, settings] = [{ centre: 55, spread: 8, quarter: null, volatility: 14, periods: 12, reversion: null }, { weightValue: 1, fairGap: null, halfLife: null, gapVol: null }];
 * signalAt({ ...estimates, last: 39, mean: 55, n: 9 }, null, { ...settings, minMonths: 36 }, null)(39).gate.name; // => "history"
 */
export function signalAt(
  estimates: GapEstimates,
  adjustedGap: Bp | null,
  settings: SignalSettings,
  staleness: number | null,
): (gap: Bp) => RotationSignal {
  const { duration, cost, horizon } = settings;
  const assumed = {
    fair: settings.fairGap,
    fairError: settings.fairError,
    halfLife: settings.halfLife,
    gapVol: settings.gapVol,
  };
  const outlook = once(() => gapOutlook(assumed, estimates.reversion, estimates.periods, horizon));
  const mirror = once(() => {
    const straight = outlook();
    return straight && mirrored(straight);
  });
  const gapVol = settings.gapVol ?? estimates.volatility;
  const carry = adjustedGap === null ? null : clip(adjustedGap / (duration * gapVol));
  const isAssumed =
    settings.overrideHistory || settings.overrideReversion || settings.overrideBreak;

  return (gap) => {
    const z = (gap - estimates.centre) / estimates.spread;
    const parts = { value: clip(z / 2), carry, momentum: momentumOf(gap, estimates) };
    const score = weighted(parts, settings);
    const towards = score > 0 ? "mortgages" : "corporates";
    const edgeOn = (earned: Bp | null): SwitchEdge | null => {
      const ahead = towards === "corporates" ? outlook() : mirror();
      if (ahead === null || earned === null) return null;
      const terms = { gap, duration, carry: earned, cost, horizon };
      return edgeOver(towards === "corporates" ? terms : reverseTerms(terms), ahead);
    };
    const nominal = once(() => edgeOn(gap));
    const riskAdjusted = once(() => edgeOn(adjustedGap));
    const basesDisagree = once(() => {
      const [one, other] = [nominal(), riskAdjusted()];
      if (one === null || other === null) return false;
      return one.probability >= 0.5 !== other.probability >= 0.5;
    });
    const leaning = leaningOf(score, settings);
    const withoutMomentum = leaningOf(weighted({ ...parts, momentum: null }, settings), settings);
    const gate = firstGate({
      estimates,
      settings,
      staleness,
      edge: adjustedGap === null ? nominal : riskAdjusted,
      isCall: leaning.side !== null,
      isMomentumAlone: withoutMomentum.side !== leaning.side,
    });
    return {
      score,
      parts,
      z,
      gate,
      text: gate === null ? callTextOf(leaning, isAssumed, basesDisagree()) : `HOLD: ${gate.words}`,
      judgedOn: adjustedGap === null ? "nominal carry" : "risk-adjusted carry",
      // Asked for at a few gaps only, where a search for another call goes over hundreds.
      get nominal() {
        return nominal();
      },
      get riskAdjusted() {
        return riskAdjusted();
      },
      get basesDisagree() {
        return basesDisagree();
      },
      towards,
    };
  };
}

/**
 * The edge that the gates judge.
 *
 * @param signal - The signal.
 * @returns On risk-adjusted carry wherever there is one, else on nominal carry; null without an edge.
 *
 * @example
 * judgedEdge({ judgedOn: "nominal carry", nominal: { probability: 0.6 }, riskAdjusted: null }).probability; // => 0.6
 */
export const judgedEdge = (signal: RotationSignal): SwitchEdge | null =>
  signal.judgedOn === "nominal carry" ? signal.nominal : signal.riskAdjusted;

/**
 * P(win) of the indicated switch, for a cell: missing while a gate of the data holds.
 *
 * @param signal - The signal.
 * @returns A probability on the carry that is judged by, or null when history, staleness, reversion or a
 * break leave nothing to say.
 *
 * @example
 * confidenceOf({ judgedOn: "nominal carry", nominal: { probability: 0.6 }, riskAdjusted: null, gate: null }); // => 0.6
 */
export function confidenceOf(signal: RotationSignal): Rate | null {
  const edge = judgedEdge(signal);
  return edge === null || signal.gate?.ofData === true ? null : rate(edge.probability);
}

/** 0 for a gap that always moved alike: there is no scale to measure its change by. */
function momentumOf(gap: Bp, { quarter }: GapEstimates): number | null {
  if (quarter === null) return null;
  return quarter.deviation > 0 ? clip(-(gap - quarter.ago) / (2 * quarter.deviation)) : 0;
}

function weighted(parts: SignalParts, settings: SignalSettings): number {
  const terms = [
    [parts.value, settings.weightValue],
    [parts.carry, settings.weightCarry],
    [parts.momentum, settings.weightMomentum],
  ] as const;
  let [sum, total] = [0, 0];
  for (const [part, weight] of terms) {
    if (part === null) continue;
    sum += weight * part;
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** Reckons a value when it is first asked for. */
function once<T>(reckon: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => (found ??= { value: reckon() }).value;
}

const clip = (value: number) => Math.max(-1, Math.min(1, value));
