import { byDecile, judgedPaths, reliability, type Judged } from "./callStudy";
import { MIXTURE, TRUE_HALF_LIVES } from "./gapTruths";
import { bandLines } from "./bandStudy";
import { driverLines } from "./driverStudy";
import { intervalLines } from "./intervalStudy";
import { reversionShares } from "./reversionStudy";

/** One probability or interval: what it states, what simulation measures. */
export interface CalibrationLine {
  readonly what: string;
  readonly n: number;
  readonly stated: number;
  readonly measured: number;
  /** By how much the statement may be above the measurement, and below it. */
  readonly above: number;
  readonly below: number;
}

/** A statement that is too careful misleads nobody. */
const ANY = 1;

const nameOf = (halfLife: number | null) =>
  halfLife === null ? "a random walk" : `half-life ${halfLife} months`;

const lineOf = (what: string, judged: readonly Judged[], above: number, below: number) => {
  const { n, said, won } = reliability(judged);
  return { what, n, stated: said, measured: won, above, below };
};

/** P against the share that won, by tenths of P over the whole mixture: 3 points where 1,000 are counted. */
export const decileLines = (judged: readonly Judged[]): CalibrationLine[] =>
  byDecile(judged).flatMap((those, tenth) =>
    those.length === 0
      ? []
      : [
          lineOf(
            `P from ${tenth / 10} to ${(tenth + 1) / 10}`,
            those,
            those.length >= 1_000 ? 0.03 : ANY,
            those.length >= 1_000 ? 0.03 : ANY,
          ),
        ],
  );

/** P against the share that won, truth by truth. */
export const truthLines = (judged: readonly Judged[]): CalibrationLine[] =>
  TRUE_HALF_LIVES.map((halfLife) =>
    lineOf(
      `P, ${nameOf(halfLife)}`,
      judged.filter(({ truth }) => truth.halfLife === halfLife),
      0.05,
      ANY,
    ),
  );

/** The same for every length and rhythm. */
export const cellLines = (judged: readonly Judged[]): CalibrationLine[] =>
  MIXTURE.map((cell) =>
    lineOf(
      `P, ${nameOf(cell.halfLife)}, ${cell.rows} ${cell.periods === 12 ? "months" : "weeks"}`,
      judged.filter(({ truth }) => truth === cell),
      0.05,
      ANY,
    ),
  );

/** Share of paths with a call; of random walks at most 5%. */
export const callLines = (judged: readonly Judged[]): CalibrationLine[] =>
  TRUE_HALF_LIVES.map((halfLife) => {
    const those = judged.filter(({ truth }) => truth.halfLife === halfLife);
    const share = those.filter(({ isCall }) => isCall).length / those.length;
    const isNone = halfLife === null;
    return {
      what: `share with a call, ${nameOf(halfLife)}`,
      n: those.length,
      stated: isNone ? 0.05 : share,
      measured: share,
      above: ANY,
      below: 0,
    };
  });

/**
 * P where a call is made: held to what won over the mixture. Truth by truth it cannot be right too, for a call on a
 * random walk was made because its past looked like reversion; such calls are held to being rare.
 */
export const calledLines = (judged: readonly Judged[]): CalibrationLine[] => {
  const called = judged.filter(({ isCall }) => isCall);
  return [
    lineOf("P of calls, the mixture", called, 0.03, 0.03),
    ...TRUE_HALF_LIVES.map((halfLife) =>
      lineOf(
        `P of calls, ${nameOf(halfLife)}`,
        called.filter(({ truth }) => truth.halfLife === halfLife),
        ANY,
        ANY,
      ),
    ),
  ];
};

/** Size of the reversion gate, and coverage of the 90% interval of the half-life. */
export const reversionLines = (paths: number): CalibrationLine[] => [
  ...[24, 36, 60, 120, 240].map((rows) => ({
    what: `reversion test, share of random walks that pass, ${rows} rows`,
    n: paths,
    stated: 0.05,
    measured: reversionShares(null, rows, paths).rejected,
    above: ANY,
    below: 0.01,
  })),
  ...[36, 60, 120].flatMap((rows) =>
    [3, 12, 24].map((halfLife) => ({
      what: `90% interval of a half-life of ${halfLife} rows, ${rows} rows`,
      n: paths,
      stated: 0.9,
      measured: reversionShares(halfLife, rows, paths).held,
      above: 0.02,
      below: 0.04,
    })),
  ),
];

/** Lines by section. */
type Sections = ReadonlyMap<string, readonly CalibrationLine[]>;

/** What is said of a gap: P(win), calls, reversion, bands and its drivers. */
export const gapSections = (paths: number): Sections => {
  // A signal is quick, and a share of thousands tells 4 points from 5.
  const judged = judgedPaths(4 * paths);
  return new Map([
    ["P(win) over the mixture of truths, by tenths", decileLines(judged)],
    ["P(win), each truth alone", truthLines(judged)],
    ["P(win), each truth, length and rhythm", cellLines(judged)],
    ["Calls", callLines(judged)],
    ["P(win) where a call is made", calledLines(judged)],
    ["The reversion test and the half-life's interval", reversionLines(paths)],
    ["Bands", bandLines(paths)],
    ["Drivers that have nothing to do with a spread", driverLines(paths / 2)],
  ]);
};

/** What is said of returns. Each path is drawn again hundreds of times, so that half as many have to do. */
export const returnSections = (paths: number): Sections =>
  new Map([["95% intervals of SHARPECI and BOOTCI", intervalLines(paths / 2)]]);

/** What an exact statement is off by at the most, with so many draws: two standard errors. */
const chance = ({ n, measured }: CalibrationLine) =>
  2 * Math.sqrt(Math.max(measured * (1 - measured), 0.01) / n);

/** Whether a line is as stated, beyond what chance explains. */
export const isAsStated = (line: CalibrationLine): boolean => {
  const off = line.stated - line.measured;
  return off <= line.above + chance(line) && -off <= line.below + chance(line);
};
