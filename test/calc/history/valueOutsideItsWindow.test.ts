import { pctRank } from "../../../src/calc/history/pctRank";
import { zScore, type ZScoreOptions } from "../../../src/calc/history/zScore";
import { mean, sampleStandardDeviation } from "../../../src/calc/numeric/statistics";
import { gapEstimates } from "../../../src/calc/signal/gapEstimates";
import { changes } from "../../../src/calc/series/changes";
import { G } from "../../support/series";

/*
 * Pitfall 6: the value that is judged inside what it is judged by. The numbers are those of the
 * method notes; the wrong variants stand here and miss them.
 */

const last = (values: Float64Array) => values[values.length - 1] as number;

/** The mistake: the value stands once more among those before it. */
const including = (values: Float64Array, options: ZScoreOptions = {}) =>
  zScore(Float64Array.from([...values, last(values)]), options);

describe("a z-score whose window holds the value itself", () => {
  type Score = (values: Float64Array, options?: ZScoreOptions) => number;
  it.each<[ZScoreOptions, number]>([
    [{}, -1.871],
    [{ window: 12 }, -1.889],
    [{ method: "ewma" }, -1.552],
    [{ method: "mad" }, -1.602],
  ])("is not ours, %j: %d (the wrong variant fails)", (options, worked) => {
    const expectation = (score: Score) => {
      expect(score(G, options)).toBeCloseTo(worked, 3);
    };
    expectation(zScore);
    expect(() => {
      expectation(including);
    }).toThrow();
    expect(Math.abs(including(G, options))).toBeLessThan(Math.abs(worked) - 0.05);
  });

  it("would be −1.708 for series G", () => {
    const byHand = (last(G) - mean(G)) / sampleStandardDeviation(G);
    expect(byHand.toFixed(3)).toBe("-1.708");
    expect(including(G)).toBeCloseTo(byHand, 12);
  });

  it("cannot pass (n − 1) ÷ √n, whatever happens", () => {
    const collapse = Float64Array.from([...G.subarray(0, -1), -1e6]);
    expect(Math.abs(including(collapse))).toBeLessThan(23 / Math.sqrt(24));
    expect(Math.abs(zScore(collapse))).toBeGreaterThan(1e5);
  });
});

it("a rank among values with itself is not 0 for the lowest (the wrong variant fails)", () => {
  const expectation = (rank: (values: Float64Array) => number) => {
    expect(rank(G)).toBe(0);
  };
  const amongItself = (values: Float64Array) => pctRank(values, last(values));
  expectation((values) => pctRank(values));
  expect(amongItself(G)).toBeCloseTo(0.5 / 24, 12);
  expect(() => {
    expectation(amongItself);
  }).toThrow();
});

describe("the signal's estimates", () => {
  const estimates = gapEstimates(G, { periods: 12, windowMonths: 60, zMethod: "std" });

  it("leave the gap of now out of its fair value: 57.57 (the wrong variant fails)", () => {
    const expectation = (fair: number) => {
      expect(fair.toFixed(2)).toBe("57.57");
    };
    expectation(estimates.mean);
    expectation(estimates.centre);
    expect(() => {
      expectation(mean(G));
    }).toThrow();
  });

  it("leave the last change out of what it is measured by: momentum .389 (the wrong variant fails)", () => {
    const quarterly = changes(G, 3);
    const momentum = (deviation: number) => -last(quarterly) / (2 * deviation);
    const expectation = (deviation: number) => {
      expect(momentum(deviation).toFixed(3)).toBe("0.389");
    };
    expectation(estimates.quarter?.deviation ?? NaN);
    expect(() => {
      expectation(sampleStandardDeviation(quarterly));
    }).toThrow();
  });
});
