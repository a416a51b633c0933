import { realisedVolatility } from "../../../src/calc/series/changes";
import { spreadBeta } from "../../../src/calc/timeseries/spreadBeta";
import { mean } from "../../../src/calc/numeric/statistics";
import { autoregressivePath, normalShocks } from "../../study/shocks";

/*
 * Pitfall 10: rows that overlap, taken for independent ones. Two spreads that have nothing to do
 * with each other are each shown as a mean over the last rows, as month means shown daily are.
 */

const SERIES = 300;
const ROWS = 240;

/** A random walk as its mean over so many rows shows it. */
const smoothed = (over: number, shock: () => number) => {
  const walk = autoregressivePath(1, ROWS, shock);
  return Float64Array.from({ length: ROWS - over + 1 }, (_, i) => mean(walk.subarray(i, i + over)));
};

/** 5% points of Student's t, two-sided, for 236, 77 and 17 degrees of freedom. */
const T = { overlapping: 1.97, everyThird: 1.991, everyTwelfth: 2.11 } as const;

type Test = (a: Float64Array, b: Float64Array) => boolean;
const every = (rows: number, values: Float64Array) => values.filter((_, i) => i % rows === 0);
const significant = (a: Float64Array, b: Float64Array, t: number, lags = 0) => {
  const { beta, se } = spreadBeta(a, b, lags);
  return Math.abs(beta / se) > t;
};

/** The mistake: each overlapping row counts as a new one. */
const asIfIndependent: Test = (a, b) => significant(a, b, T.overlapping);
const neweyWest: Test = (a, b) => significant(a, b, T.overlapping, 3);
const everyThird: Test = (a, b) => significant(every(3, a), every(3, b), T.everyThird);
const everyTwelfth: Test = (a, b) => significant(every(12, a), every(12, b), T.everyTwelfth);

/** Shares of unrelated pairs that each test calls related. */
function sizes(over: number, tests: readonly Test[]): number[] {
  const shock = normalShocks(1_000 + over);
  const found = tests.map(() => 0);
  for (let i = 0; i < SERIES; i++) {
    const [a, b] = [smoothed(over, shock), smoothed(over, shock)];
    tests.forEach((test, k) => (found[k] = (found[k] as number) + Number(test(a, b))));
  }
  return found.map((it) => it / SERIES);
}

describe("overlapping rows", () => {
  const isASize = (share: number | undefined) => {
    expect(share).toBeLessThanOrEqual(0.1);
  };

  it("over 3 rows: Newey and West's error and every third row hold 5% below 10% (the wrong variant fails)", () => {
    const [robust, apart, wrong] = sizes(3, [neweyWest, everyThird, asIfIndependent]);
    isASize(robust);
    isASize(apart);
    expect(wrong).toBeGreaterThan(0.12);
    expect(() => {
      isASize(wrong);
    }).toThrow();
  });

  it("over 12 rows: every twelfth row does; as if independent, four of ten pairs look related (the wrong variant fails)", () => {
    const [apart, wrong] = sizes(12, [everyTwelfth, asIfIndependent]);
    isASize(apart);
    expect(wrong).toBeGreaterThan(0.4);
    expect(() => {
      isASize(wrong);
    }).toThrow();
  });
});

describe("changes over several rows", () => {
  it("count as parts of a year: a walk is as volatile by 3 rows as by one (the wrong variant fails)", () => {
    const walk = autoregressivePath(1, 4_000, normalShocks(3));
    const byRow = realisedVolatility(walk, { lag: 1 });
    const agrees = (volatility: number) => {
      // Overlapping changes over 3 rows: a standard error of 2% in 4,000 rows.
      expect(Math.abs(volatility / byRow - 1)).toBeLessThan(0.08);
    };
    agrees(realisedVolatility(walk, { lag: 3 }));
    const scaledByRows = realisedVolatility(walk, { lag: 3, periods: 3 * 12 });
    expect(scaledByRows / byRow).toBeGreaterThan(1.6);
    expect(() => {
      agrees(scaledByRows);
    }).toThrow();
  });
});
