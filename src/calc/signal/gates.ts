import type { GapEstimates } from "./gapEstimates";
import type { SignalSettings } from "./signalSettings";
import type { SwitchEdge } from "./switchEdge";

/** A reason to hold a call back. */
export interface Gate {
  readonly name: "units" | "history" | "staleness" | "reversion" | "break" | "edge" | "probability";
  /** At most 34 characters, so that "HOLD: " and they are at most 40. */
  readonly words: string;
  /** What would open it, in words. */
  readonly threshold: string;
  /** The data are at fault: even the probability means nothing then. */
  readonly ofData: boolean;
}

/** What the gates look at. */
export interface GateInputs {
  readonly estimates: GapEstimates;
  readonly settings: SignalSettings;
  readonly staleness: number | null;
  readonly edge: SwitchEdge | null;
  /** Whether the score is beyond a band; a neutral score has no edge to ask for. */
  readonly isCall: boolean;
}

/** A gap of a few basis points throughout is almost surely one in percent. */
const LOOKS_LIKE_PERCENT = 3;

/**
 * The first gate that holds the call back, in the order in which a desk would ask.
 *
 * Units; enough history; fresh data; mean reversion; no break in the last twelve months; gross edge
 * of at least the cost; probability of winning.
 *
 * @param inputs - Estimates, settings, staleness, edge.
 * @returns The gate, or null when all are open.
 */
export function firstGate(inputs: GateInputs): Gate | null {
  for (const gate of GATES) {
    const found = gate(inputs);
    if (found !== null) return found;
  }
  return null;
}

type Check = (inputs: GateInputs) => Gate | null;

const hold = (name: Gate["name"], words: string, threshold: string): Gate => ({
  name,
  words,
  threshold,
  ofData: name !== "edge" && name !== "probability",
});

const GATES: readonly Check[] = [
  ({ estimates: { last, mean, spread } }) =>
    Math.abs(last) < LOOKS_LIKE_PERCENT && Math.abs(mean) < LOOKS_LIKE_PERCENT && spread < 1
      ? hold("units", "gap looks like percent, not bp", "a gap history in basis points")
      : null,

  ({ estimates: { n, periods }, settings: { minMonths, overrideHistory } }) => {
    const needed = Math.round((minMonths * periods) / 12);
    return n >= needed || overrideHistory
      ? null
      : hold("history", `${n} obs < ${needed}`, `${needed} observations (${minMonths} months)`);
  },

  ({ staleness, settings: { staleDays } }) =>
    staleness === null || staleness <= staleDays
      ? null
      : hold(
          "staleness",
          `data ${staleness} days overdue > ${staleDays}`,
          `data at most ${staleDays} business days overdue`,
        ),

  ({ estimates: { halfLife }, settings }) => {
    if (halfLife === null && !settings.overrideReversion) {
      return hold("reversion", "no mean reversion detectable", "a corrected coefficient below 1");
    }
    return (settings.halfLife ?? halfLife) === null
      ? hold("reversion", "no half-life is given", "a half-life among the assumptions")
      : null;
  },

  ({ estimates: { brokeLately }, settings: { overrideBreak } }) =>
    brokeLately && !overrideBreak
      ? hold("break", "break in the last 12 months", "twelve months without a break of the mean")
      : null,

  ({ edge, settings: { cost }, isCall }) =>
    isCall && edge !== null && edge.gross < cost
      ? hold(
          "edge",
          `edge ${edge.gross.toFixed(1)} < cost ${cost.toFixed(1)} bp`,
          `a gross edge of ${cost} bp`,
        )
      : null,

  ({ edge, settings: { minProbability }, isCall }) =>
    isCall && edge !== null && edge.probability < minProbability
      ? hold(
          "probability",
          `P ${percent(edge.probability)} < ${percent(minProbability)}`,
          `a probability of ${percent(minProbability)}`,
        )
      : null,
];

const percent = (probability: number) => `${(100 * probability).toFixed(0)}%`;
