import { backtestOverfitting } from "../../../src/calc/backtest/overfitting";
import {
  deflatedSharpe,
  expectedBest,
  momentsOf,
  sharpeInterval,
} from "../../../src/calc/backtest/sharpe";
import { atOnce } from "../../../src/calc/numeric/sliced";
import {
  middle95,
  stationaryDraws,
  type BootstrapSettings,
} from "../../../src/calc/backtest/stationaryBootstrap";
import { mean } from "../../../src/calc/numeric/statistics";
import { normalStream } from "../../../src/calc/numeric/random";
import { calcError } from "../../support/errors";
import { seriesS } from "../../support/series";

describe("the deflated Sharpe ratio", () => {
  const it0 = { sharpe: 0.25, n: 120, skew: -0.4, kurtosis: 4.5 };
  it("has the worked numbers", () => {
    expect(deflatedSharpe({ ...it0, trials: 1, variance: null }).toFixed(4)).toBe("0.9944");
    expect(expectedBest(50, 0.01).toFixed(4)).toBe("0.2276");
    expect(deflatedSharpe({ ...it0, trials: 50, variance: 0.01 }).toFixed(3)).toBe("0.590");
  });

  it("refuses a kurtosis that no distribution has: an excess kurtosis", () => {
    expect(() => deflatedSharpe({ ...it0, kurtosis: 0, trials: 1, variance: null })).toThrow(
      calcError("invalid", /kurtosis is 0 with a skew of -0\.4; it must be at least 1\.16/),
    );
  });

  it("expects of the best of N worthless variants what simulation gives", () => {
    const normal = normalStream(5);
    for (const trials of [5, 50]) {
      let sum = 0;
      for (let i = 0; i < 4000; i++) {
        let best = -Infinity;
        for (let k = 0; k < trials; k++) best = Math.max(best, normal());
        sum += best;
      }
      // The formula is an asymptote: within 3% of the simulated mean.
      expect(Math.abs(expectedBest(trials, 1) / (sum / 4000) - 1)).toBeLessThan(0.03);
    }
  });
});

describe("the interval of a Sharpe ratio", () => {
  it("covers the truth about 95 times of 100, fat tails or not", () => {
    const normal = normalStream(17);
    for (const fat of [false, true]) {
      let covered = 0;
      for (let i = 0; i < 1000; i++) {
        const returns = Float64Array.from({ length: 120 }, () => {
          const shock = normal();
          // A mixture of two normals: variance 1, kurtosis 5.3.
          const size = fat ? (normal() > 1.2816 ? 2.5 : Math.sqrt((1 - 0.1 * 6.25) / 0.9)) : 1;
          return 0.15 + size * shock;
        });
        const { low, high } = sharpeInterval(returns, 1, 1) ?? { low: 0, high: 0 };
        if (low <= 0.15 && 0.15 <= high) covered++;
      }
      expect(covered).toBeGreaterThan(925);
      expect(covered).toBeLessThan(975);
    }
  });
});

describe("the stationary bootstrap", () => {
  const drawn = (statistic: (values: Float64Array) => number, settings: BootstrapSettings) =>
    atOnce(stationaryDraws(seriesS(), statistic, settings));

  it("has the worked interval of the mean of S, within 0.3", () => {
    const [low, high] = middle95(drawn(mean, { block: 12, draws: 2000, seed: 1 }));
    expect(Math.abs(low - 52.5)).toBeLessThan(0.3);
    expect(Math.abs(high - 58.9)).toBeLessThan(0.3);
    const [iidLow, iidHigh] = middle95(drawn(mean, { block: 1, draws: 2000, seed: 1 }));
    expect(Math.abs(iidLow - 55.1)).toBeLessThan(0.15);
    expect(Math.abs(iidHigh - 57.1)).toBeLessThan(0.15);
  });

  it("depends on its seed and on nothing else", () => {
    const draw = (seed: number) => drawn(mean, { block: 12, draws: 100, seed });
    expect([...draw(1)]).toEqual([...draw(1)]);
    expect([...draw(1)]).not.toEqual([...draw(2)]);
  });
});

describe("the probability of backtest overfitting", () => {
  const strategies = (seed: number, edge: number) => {
    const normal = normalStream(seed);
    return Array.from({ length: 20 }, (_, s) =>
      Float64Array.from({ length: 200 }, () => (s === 3 ? edge : 0) + normal()),
    );
  };
  const average = (edge: number) =>
    mean(Array.from({ length: 20 }, (_, i) => backtestOverfitting(strategies(31 + i, edge), 10)));

  it.each([2, 3, 4, 5, 9])("is a half where %d strategies are noise", (count) => {
    const normal = normalStream(100 + count);
    const samples = Array.from({ length: 500 }, () =>
      backtestOverfitting(
        Array.from({ length: count }, () => Float64Array.from({ length: 60 }, () => normal())),
        6,
      ),
    );
    // One sample scatters by about .25; four standard errors of 500 are .045.
    expect(Math.abs(mean(samples) - 0.5)).toBeLessThan(0.045);
  });

  it("is about a half where the choice is luck, and small where one is true", () => {
    expect(Math.abs(average(0) - 0.5)).toBeLessThan(0.1);
    expect(average(0.25)).toBeLessThan(0.3);
    expect(average(0.5)).toBeLessThan(0.05);
  });

  it("counts rows that blocks do not divide", () => {
    const [a, b] = strategies(1, 0) as [Float64Array, Float64Array];
    expect(backtestOverfitting([a.slice(0, 47), b.slice(0, 47)], 6)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [7, /blocks is 7; it must be an even number from 2 to 16/],
    [18, /blocks is 18/],
  ])("refuses %i blocks", (blocks, words) => {
    expect(() => backtestOverfitting(strategies(1, 0), blocks)).toThrow(
      calcError("invalid", words),
    );
  });
});

describe("moments", () => {
  it("are those of the rows that are there", () => {
    const { n, skew, kurtosis } = momentsOf(Float64Array.of(1, 2, NaN, 3, 10));
    expect(n).toBe(4);
    // By hand: the mean is 4, the deviations −3, −2, −1 and 6.
    expect(skew).toBeCloseTo(180 / 4 / 12.5 ** 1.5, 12);
    expect(kurtosis).toBeCloseTo((81 + 16 + 1 + 1296) / 4 / 12.5 ** 2, 12);
  });
});
