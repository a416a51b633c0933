import { rate, type Bp, type Rate } from "../units";
import { firstGate, type Gate } from "./gates";
import type { GapEstimates } from "./gapEstimates";
import type { SignalSettings } from "./signalSettings";
import { reverseSwitch, switchEdge, type Switch, type SwitchEdge } from "./switchEdge";

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
  /** One of a closed list, at most 40 characters: {@link callTexts}. */
  readonly text: string;
  /** The first gate that holds the call back, or null. */
  readonly gate: Gate | null;
  /** The switch that the score points to, on the nominal gap as carry; null without a half-life. */
  readonly nominal: SwitchEdge | null;
  /** The same on the risk-adjusted gap; null without one. */
  readonly riskAdjusted: SwitchEdge | null;
  readonly towards: "corporates" | "mortgages";
}

/** Every text without a hold; a hold is "HOLD: " and the gate's words. */
export const callTexts = [
  "ROTATE TO CORPORATES",
  "LEAN CORPORATES",
  "NEUTRAL",
  "LEAN MBS",
  "ROTATE TO MBS",
] as const;

/**
 * The rotation signal at a gap.
 *
 * Value is z/2; carry the risk-adjusted gap a year over duration × volatility of the gap; momentum
 * the three-month change against the direction, over two of its standard deviations. Each is
 * clipped to −1..1 and weighted; where one cannot be had the other weights are scaled up. Above
 * 0 mortgages are cheap; below 0 the score points out of them.
 *
 * The score is a measurement and never gated. The text is: it says HOLD and why as long as the
 * history is too short or stale, nothing reverts, the mean broke lately, or the edge does not pay.
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
export function rotationSignal(
  gap: Bp,
  estimates: GapEstimates,
  adjustedGap: Bp | null,
  settings: SignalSettings,
  staleness: number | null,
): RotationSignal {
  const z = (gap - estimates.centre) / estimates.spread;
  const gapVol = settings.gapVol ?? estimates.volatility;
  const parts: SignalParts = {
    value: clip(z / 2),
    carry: adjustedGap === null ? null : clip(adjustedGap / (settings.duration * gapVol)),
    momentum: momentumOf(gap, estimates),
  };
  const score = weighted(parts, settings);
  const towards = score > 0 ? "mortgages" : "corporates";
  const halfLife = settings.halfLife ?? estimates.halfLife;
  const edgeOn = (carry: Bp | null): SwitchEdge | null => {
    if (halfLife === null || carry === null) return null;
    const toCorporates: Switch = {
      gap,
      fair: settings.fairGap ?? estimates.mean,
      halfLife,
      gapVol,
      duration: settings.duration,
      carry,
      cost: settings.cost,
      horizon: settings.horizon,
      fairError: settings.fairError,
    };
    return switchEdge(towards === "corporates" ? toCorporates : reverseSwitch(toCorporates));
  };
  const nominal = edgeOn(gap);
  const call = callOf(score, settings);
  const gate = firstGate({
    estimates,
    settings,
    staleness,
    edge: nominal,
    isCall: call !== "NEUTRAL",
  });
  const assumed = settings.overrideHistory || settings.overrideReversion || settings.overrideBreak;
  return {
    score,
    parts,
    z,
    gate,
    text: gate === null ? `${call}${assumed ? " (assumed)" : ""}` : `HOLD: ${gate.words}`,
    nominal,
    riskAdjusted: edgeOn(adjustedGap),
    towards,
  };
}

/**
 * P(win) of the indicated switch, for a cell: missing while a gate of the data holds.
 *
 * @param signal - The signal.
 * @returns A probability on nominal carry, or null when history, staleness, reversion or a break
 * leave nothing to say.
 */
export const confidenceOf = (signal: RotationSignal): Rate | null =>
  signal.nominal === null || signal.gate?.ofData === true ? null : rate(signal.nominal.probability);

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

function callOf(score: number, { enter, lean }: SignalSettings): (typeof callTexts)[number] {
  if (Math.abs(score) < lean || score === 0) return "NEUTRAL";
  if (score > 0) return score >= enter ? "ROTATE TO MBS" : "LEAN MBS";
  return score <= -enter ? "ROTATE TO CORPORATES" : "LEAN CORPORATES";
}

const clip = (value: number) => Math.max(-1, Math.min(1, value));
