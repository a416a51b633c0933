import {
  DEVIATION,
  MEAN,
  MEDIAN,
  ratioTimes,
  studentisedInterval,
  type Studentised,
} from "../../src/calc/backtest/studentisedBootstrap";
import { atOnce } from "../../src/calc/numeric/sliced";
import type { CalibrationLine } from "./calibration";
import { autoregressivePath, normalShocks } from "./shocks";

/** A true Sharpe ratio a row: about .5 a year of months. */
const RATIO = 0.15;

/** Draws an interval; the functions take 2,000. */
const DRAWS = 400;

const STATISTICS: readonly {
  readonly name: string;
  readonly statistic: Studentised;
  /** The true value, where rows have this standard deviation and a mean of RATIO of it. */
  readonly truth: (deviation: number) => number;
}[] = [
  { name: "SHARPECI", statistic: ratioTimes(1), truth: () => RATIO },
  { name: "BOOTCI mean", statistic: MEAN, truth: (deviation) => RATIO * deviation },
  { name: "BOOTCI median", statistic: MEDIAN, truth: (deviation) => RATIO * deviation },
  { name: "BOOTCI sd", statistic: DEVIATION, truth: (deviation) => deviation },
];

/** Share of 95% intervals that hold the truth, by statistic. */
export function intervalShares(
  phi: number,
  rows: number,
  paths: number,
): ReadonlyMap<string, number> {
  const shock = normalShocks(6_000 + rows + 100 * phi);
  const deviation = 1 / Math.sqrt(1 - phi * phi);
  const held = new Map<string, number>(STATISTICS.map(({ name }) => [name, 0]));
  for (let i = 0; i < paths; i++) {
    const values = autoregressivePath(phi, rows, shock).map((it) => it + RATIO * deviation);
    for (const { name, statistic, truth } of STATISTICS) {
      const settings = { block: null, draws: DRAWS, seed: 1 + i };
      const [low, high] = atOnce(studentisedInterval(values, statistic, settings));
      const value = truth(deviation);
      if (low <= value && value <= high) held.set(name, (held.get(name) ?? 0) + 1);
    }
  }
  return new Map([...held].map(([name, count]) => [name, count / paths]));
}

/** What the help says that an interval holds. */
function stated(name: string, rows: number, phi: number): number {
  if (name === "BOOTCI median") return 0.925;
  if (name !== "BOOTCI sd") return 0.95;
  if (phi <= 0.5) return 0.93;
  return rows <= 60 ? 0.83 : 0.9;
}

/** SHARPECI and BOOTCI: 2 points where rows are independent or follow on weakly, 4 where strongly. */
export const intervalLines = (paths: number): CalibrationLine[] =>
  [60, 120].flatMap((rows) =>
    [0, 0.5, 0.85].flatMap((phi) =>
      [...intervalShares(phi, rows, paths)].map(([name, measured]) => {
        const within = phi > 0.5 ? 0.04 : 0.02;
        const what = `95% interval of ${name}, ${rows} rows, ${phi === 0 ? "independent" : `AR(${phi})`}`;
        return {
          what,
          n: paths,
          stated: stated(name, rows, phi),
          measured,
          above: within,
          below: within,
        };
      }),
    ),
  );
