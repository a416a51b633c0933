import { changes, realisedVolatility } from "../../../src/calc/series/changes";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";
import { G } from "../../support/series";

const value = (measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === "G" && it.measure === measure)?.value,
  );

describe("changes", () => {
  it("overlap when they go over several rows", () => {
    expect([...changes(Float64Array.of(1, 4, 9, 16))]).toEqual([3, 5, 7]);
    expect([...changes(Float64Array.of(1, 4, 9, 16), 3)]).toEqual([15]);
    expect(changes(Float64Array.of(1, 4), 5)).toHaveLength(0);
  });
});

describe("realisedVolatility", () => {
  it.each([
    ["volatility", {}],
    ["volatility of the last 12", { window: 12 }],
    ["volatility lag 3", { lag: 3 }],
  ] as const)("of G agrees with plain Python: %s", (measure, options) => {
    expect(realisedVolatility(G, options)).toBeCloseTo(value(measure), 11);
  });

  it("scales with the square root of the rows a year", () => {
    expect(realisedVolatility(G, { periods: 252 })).toBeCloseTo(
      value("volatility") * Math.sqrt(252 / 12),
      10,
    );
  });

  it("drops missing rows; the change then spans the hole", () => {
    expect(realisedVolatility(Float64Array.of(1, NaN, 4, 9))).toBe(
      realisedVolatility(Float64Array.of(1, 4, 9)),
    );
  });

  it("never shortens a window, and needs two changes", () => {
    expect(() => realisedVolatility(G, { window: 60 })).toThrow(
      calcError("missing", /window is 60 changes but the series has only 23/),
    );
    expect(() => realisedVolatility(Float64Array.of(1, 2))).toThrow(
      calcError("missing", /1 changes .* needs 2/),
    );
  });

  it.each([
    [{ periods: 0 }, /periods is 0/],
    [{ window: 1 }, /window is 1/],
    [{ lag: 0.5 }, /lag is 0.5/],
  ])("refuses %p", (options, words) => {
    expect(() => realisedVolatility(G, options)).toThrow(calcError("invalid", words));
  });

  it("does not move when rows are appended", () => {
    expectPrefixInvariant(columnOf((history) => realisedVolatility(history, { window: 5 })));
  });
});
