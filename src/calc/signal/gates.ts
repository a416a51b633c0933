import { REVERSION_LEVEL } from "../timeseries/reversionTest";
import type { GapEstimates } from "./gapEstimates";
import type { SignalSettings } from "./signalSettings";
import type { SwitchEdge } from "./switchEdge";

/** A reason to hold a call back. */
export interface Gate {
  readonly name:
    "units" | "history" | "staleness" | "reversion" | "break" | "momentum" | "edge" | "probability";
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
  /** On the carry that is judged by. */
  readonly edge: () => SwitchEdge | null;
  /** Whether the score is beyond a band; a neutral score has no edge to ask for. */
  readonly isCall: boolean;
  /** Whether value and carry alone would not make the same call. */
  readonly isMomentumAlone: boolean;
}

/** A gap of a few basis points throughout is almost surely one in percent. */
const LOOKS_LIKE_PERCENT = 3;

/**
 * The first gate that holds the call back, in the order in which a desk would ask.
 *
 * Units; enough history; fresh data; mean reversion, by a test that 5% of random walks pass; no break in
 * the last twelve months; more than momentum; gross edge of at least the cost; probability of winning.
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

const percent = (probability: number) => `${(100 * probability).toFixed(0)}%`;

type Check = (inputs: GateInputs) => Gate | null;

const hold = (name: Gate["name"], words: string, threshold: string): Gate => ({
  name,
  words,
  threshold,
  ofData: !["momentum", "edge", "probability"].includes(name),
});

const REVERSION_OPENS = `a random walk rejected at ${percent(REVERSION_LEVEL)}`;

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

  ({ estimates: { reversion }, settings }) => {
    const reverts = reversion !== null && reversion.test.reverts;
    if (!reverts && !settings.overrideReversion) {
      return hold("reversion", "no mean reversion detectable", REVERSION_OPENS);
    }
    return !reverts && settings.halfLife === null
      ? hold("reversion", "no half-life is given", "a half-life among the assumptions")
      : null;
  },

  ({ estimates: { brokeLately }, settings: { overrideBreak } }) =>
    brokeLately && !overrideBreak
      ? hold("break", "break in the last 12 months", "twelve months without a break of the mean")
      : null,

  ({ isCall, isMomentumAlone }) =>
    isCall && isMomentumAlone
      ? hold("momentum", "momentum alone makes the call", "value and carry that make the same call")
      : null,

  ({ edge: edgeOf, settings: { cost }, isCall }) => {
    const edge = isCall ? edgeOf() : null;
    return edge !== null && edge.gross < cost
      ? hold(
          "edge",
          `edge ${edge.gross.toFixed(1)} < cost ${cost.toFixed(1)} bp`,
          `a gross edge of ${cost} bp`,
        )
      : null;
  },

  ({ edge: edgeOf, settings: { minProbability }, isCall }) => {
    const edge = isCall ? edgeOf() : null;
    return edge !== null && edge.probability < minProbability
      ? hold(
          "probability",
          `P ${percent(edge.probability)} < ${percent(minProbability)}`,
          `a probability of ${percent(minProbability)}`,
        )
      : null;
  },
];
