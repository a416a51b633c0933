import { autoregression } from "../../src/calc/timeseries/meanReversion";
import { median } from "../../src/calc/numeric/statistics";
import { autoregressivePath, normalShocks } from "./shocks";

/** Medians of estimated half-lives, in rows. */
export interface HalfLives {
  readonly uncorrected: number;
  /** With the bias of φ taken off; a path without detectable reversion counts as the longest. */
  readonly corrected: number;
  /** Share of paths in which no reversion is detectable. */
  readonly undetectable: number;
}

const halfLifeOrNever = (phi: number) =>
  phi >= 1 ? Infinity : phi <= 0 ? 0 : Math.log(0.5) / Math.log(phi);

/** Half-lives estimated from simulated paths of an AR(1) whose half-life is known. */
export function estimatedHalfLives(trueHalfLife: number, rows: number, paths: number): HalfLives {
  const phi = 0.5 ** (1 / trueHalfLife);
  const shock = normalShocks(500 + rows);
  const [uncorrected, corrected] = [new Float64Array(paths), new Float64Array(paths)];
  for (let i = 0; i < paths; i++) {
    const fit = autoregression(autoregressivePath(phi, rows, shock));
    uncorrected[i] = halfLifeOrNever(fit.phi);
    corrected[i] = halfLifeOrNever(fit.correctedPhi);
  }
  return {
    uncorrected: median(uncorrected),
    corrected: median(corrected),
    undetectable: corrected.filter((it) => it === Infinity).length / paths,
  };
}
