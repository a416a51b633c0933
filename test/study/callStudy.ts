import { historySettings, signalSettings } from "../../src/assumptions/signalAssumptions";
import { gapEstimates } from "../../src/calc/signal/gapEstimates";
import { judgedEdge, rotationSignal } from "../../src/calc/signal/rotationSignal";
import { gapPath, MIXTURE, type GapTruth } from "./gapTruths";
import { normalShocks } from "./shocks";

/** What was said of one path, and what came. */
export interface Judged {
  readonly truth: GapTruth;
  readonly probability: number;
  readonly won: boolean;
  readonly isCall: boolean;
}

/** Mean probability and share that won of some paths. */
export interface Reliability {
  readonly n: number;
  readonly said: number;
  readonly won: number;
}

const settings = signalSettings(new Map());
const statistics = historySettings(new Map());

/** Judges so many paths of every truth of the mixture, by the default settings and nominal carry. */
export function judgedPaths(paths: number): Judged[] {
  return MIXTURE.flatMap((truth, cell) => {
    const shock = normalShocks(7_000 + cell);
    return Array.from({ length: paths }, (): Judged => {
      const { seen, halfAYearOn } = gapPath(truth, shock);
      const estimates = gapEstimates(seen, { ...statistics, periods: truth.periods });
      const signal = rotationSignal(estimates.last, estimates, null, settings, null);
      const way = signal.towards === "corporates" ? 1 : -1;
      const earned =
        settings.duration * (halfAYearOn - estimates.last) - estimates.last * settings.horizon;
      return {
        truth,
        probability: judgedEdge(signal)?.probability ?? NaN,
        won: way * earned > settings.cost,
        isCall: signal.gate === null && signal.text !== "NEUTRAL",
      };
    });
  });
}

/** Mean probability against the share that won. */
export function reliability(judged: readonly Judged[]): Reliability {
  const n = judged.length;
  return {
    n,
    said: judged.reduce((sum, { probability }) => sum + probability, 0) / n,
    won: judged.filter(({ won }) => won).length / n,
  };
}

/** The paths whose probability is in each tenth, from 0 to 1. */
export const byDecile = (judged: readonly Judged[]): readonly (readonly Judged[])[] =>
  Array.from({ length: 10 }, (_, tenth) =>
    judged.filter(({ probability }) => Math.min(9, Math.floor(10 * probability)) === tenth),
  );
