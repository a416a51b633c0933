import { breakProbability, reversionOf } from "../../../src/calc/timeseries/breakProbability";
import {
  BREAK_VERDICTS,
  breakTest,
  breakVerdict,
  filteredShiftStatistics,
  shiftStatistics,
} from "../../../src/calc/timeseries/breakTest";
import {
  P_LEVELS,
  QUANTILES,
  ROWS,
  TRIMS,
  WHITE_NOISE,
} from "../../../src/calc/timeseries/breakTable";
import { leastSquares } from "../../../src/calc/numeric/leastSquares";
import { breakShare } from "../../study/breakStudy";
import { autoregressivePath, normalShocks } from "../../study/shocks";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";
import { G, seriesS } from "../../support/series";

const S = seriesS();
const value = (series: string, measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === series && it.measure === measure)?.value,
  );

describe("breakTest", () => {
  it.each([
    ["S", S],
    ["G", G],
  ] as const)("of %s agrees with exact fractions: row and F, robust and naive", (name, series) => {
    for (const robust of [true, false]) {
      const { row, f } = breakTest(series, { robust });
      const word = robust ? "robust" : "naive";
      expect(row).toBe(value(name, `break row ${word}`));
      expect(f / value(name, `break f ${word}`)).toBeCloseTo(1, 11);
    }
  });

  it("finds no break in S, which has none; the naive test is certain of one", () => {
    expect(breakVerdict(breakTest(S).p)).toBe("no break at 5%");
    expect(breakVerdict(breakTest(S, { robust: false }).p)).toBe("break, p < 0.001");
  });

  it("finds the break that is there, at its row", () => {
    const path = autoregressivePath(0.5, 120, normalShocks(3), 4, 70);
    const { row, p } = breakTest(path);
    expect(Math.abs(row - 71)).toBeLessThanOrEqual(1);
    expect(p).toBe(0.001);
  });

  it("counts missing rows in its answer, and only there", () => {
    const path = autoregressivePath(0.3, 60, normalShocks(4), 5, 30);
    const gappy = Float64Array.from([NaN, NaN, ...[...path].flatMap((it) => [it, NaN])]);
    for (const robust of [true, false]) {
      const whole = breakTest(path, { robust });
      expect(breakTest(gappy, { robust })).toEqual({ ...whole, row: 2 * whole.row + 1 });
    }
  });

  it("does not care for level and unit", () => {
    const { row, f, p } = breakTest(G);
    const moved = breakTest(G.map((it) => 500 - 3 * it));
    expect(moved).toEqual({ row, f: expect.closeTo(f, 9), p: expect.closeTo(p, 9) });
  });

  it("says what is wrong", () => {
    expect(() => breakTest(G, { trim: 0.04 })).toThrow(calcError("invalid", /0.05 to 0.25/));
    expect(() => breakTest(G, { trim: NaN })).toThrow(calcError("invalid", /trim is NaN/));
    expect(() => breakTest(G.subarray(0, 19))).toThrow(
      calcError("missing", /19 values; a break test needs 20/),
    );
    const step = Float64Array.from({ length: 30 }, (_, i) => (i < 15 ? 1 : 2));
    for (const robust of [true, false]) {
      expect(() => breakTest(new Float64Array(30), { robust })).toThrow(
        calcError("missing", /does not vary/),
      );
      expect(() => breakTest(step, { robust })).toThrow(calcError("missing", /without noise/));
    }
  });

  it("does not move when rows are appended", () => {
    expectPrefixInvariant(
      columnOf((history) => breakTest(history)),
      45,
    );
    expectPrefixInvariant(
      columnOf((history) => breakTest(history, { robust: false, trim: 0.1 })),
      45,
    );
  });
});

describe("the statistics", () => {
  const path = autoregressivePath(0.6, 40, normalShocks(5), 1);

  /** F of the last column, by two regressions. */
  const fOfLast = (columns: number[][], y: Float64Array) => {
    const squares = (residuals: Float64Array) => residuals.reduce((sum, it) => sum + it * it, 0);
    const without = squares(leastSquares(columns.slice(0, -1), y).residuals);
    const within = squares(leastSquares(columns, y).residuals);
    return (without - within) / (within / (y.length - columns.length));
  };
  const ones = (n: number) => new Array<number>(n).fill(1);
  const step = (n: number, k: number) => Array.from({ length: n }, (_, i) => Number(i >= k));

  it("are the F of a step beside a constant, and beside the value before", () => {
    for (const k of [4, 20, 33]) {
      expect(shiftStatistics(path)[k]).toBeCloseTo(fOfLast([ones(40), step(40, k)], path), 9);
      expect(filteredShiftStatistics(path)[k]).toBeCloseTo(
        fOfLast([ones(39), [...path.subarray(0, 39)], step(39, k)], path.subarray(1)),
        9,
      );
    }
  });
});

describe("breakProbability", () => {
  const law = { rows: 60, trim: 0.15, reversion: 0.4 };

  it("gives a tabulated probability at its quantile, and 0.001 beyond the last", () => {
    const quantiles = QUANTILES[1]?.[2]?.[4] as readonly number[];
    expect([ROWS[2], TRIMS[1]]).toEqual([60, 0.15]);
    quantiles.forEach((f, k) =>
      expect(breakProbability(f, law)).toBeCloseTo(P_LEVELS[k] as number, 12),
    );
    expect(breakProbability(1e9, law)).toBe(0.001);
    expect(breakProbability(0, law)).toBe(1);
  });

  it("falls with F, and needs a larger F nearer a random walk and for a smaller trim", () => {
    let before = 1;
    for (let f = 0.1; f < 40; f += 0.1) {
      const p = breakProbability(f, law);
      expect(p).toBeLessThanOrEqual(before);
      before = p;
    }
    expect(breakProbability(10, { ...law, reversion: 0 })).toBeGreaterThan(
      breakProbability(10, law),
    );
    expect(breakProbability(10, { ...law, trim: 0.05 })).toBeGreaterThan(breakProbability(10, law));
    expect(breakProbability(10, { ...law, rows: 9_000 })).toBe(
      breakProbability(10, { ...law, rows: 2_000 }),
    );
  });

  it("has Andrews' critical values for long white noise", () => {
    // 15% trimming, one parameter: J. Stock and M. Watson, Introduction to Econometrics, the QLR
    // table, after D. Andrews. Our quantiles have standard errors of 0.04, 0.05 and 0.11.
    const [, , , at10, at5, , at1] = WHITE_NOISE[1]?.[4] as readonly number[];
    expect(Math.abs((at10 as number) - 7.12)).toBeLessThan(0.12);
    expect(Math.abs((at5 as number) - 8.68)).toBeLessThan(0.15);
    expect(Math.abs((at1 as number) - 12.16)).toBeLessThan(0.33);
  });

  it("measures reversion over the whole length", () => {
    expect(reversionOf(1.2, 59)).toBe(0);
    expect(reversionOf(0.95, 400)).toBe(0.5);
    expect(reversionOf(0, 1e6)).toBeCloseTo(1, 4);
  });
});

describe("breakVerdict", () => {
  it.each([
    [0.001, "break, p < 0.001"],
    [0.0011, "break at 1%"],
    [0.01, "break at 1%"],
    [0.0101, "break at 5%"],
    [0.05, "break at 5%"],
    [0.0501, "no break at 5%"],
  ])("of %d is %s", (p, words) => {
    expect(breakVerdict(p)).toBe(words);
    expect(BREAK_VERDICTS).toContain(words);
  });
});

/* The same numbers as in test/study/RESULTS.md. */
describe("the size of the test at 5%", () => {
  const lengths = [60, 240] as const;

  it.each(lengths.flatMap((rows) => [0, 0.5, 0.85].map((phi) => [rows, phi] as const)))(
    "is within 2 points for %d rows and φ = %d",
    (rows, phi) => {
      const size = breakShare({ phi, rows, series: 2_000 });
      expect(Math.abs(size - 0.05)).toBeLessThan(0.02);
    },
  );

  it("holds for shocks with fat tails", () => {
    const size = breakShare({ phi: 0.85, rows: 60, series: 2_000, fat: true });
    expect(Math.abs(size - 0.05)).toBeLessThan(0.02);
  });

  it.each(lengths)("is lost by the naive test in persistent series of %d rows", (rows) => {
    const naive = (phi: number) => breakShare({ phi, rows, series: 500, robust: false });
    // Right for white noise, for which its critical values are; wrong for any spread.
    expect(Math.abs(naive(0) - 0.05)).toBeLessThan(0.03);
    expect(naive(0.5)).toBeGreaterThan(0.3);
    expect(naive(0.85)).toBeGreaterThan(0.8);
  });

  it("leaves power: a shift of two standard deviations in the middle", () => {
    const power = (rows: number, phi: number) => breakShare({ phi, rows, series: 500, shift: 2 });
    expect(power(60, 0)).toBeGreaterThan(0.95);
    expect(power(60, 0.5)).toBeGreaterThan(0.6);
    expect(power(240, 0.85)).toBeGreaterThan(0.7);
    // Little against a persistent series in 60 rows, and said so in the results.
    expect(power(60, 0.85)).toBeGreaterThan(0.15);
  });
});
