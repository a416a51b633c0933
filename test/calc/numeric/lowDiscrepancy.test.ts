import { createRequire } from "node:module";
import { brownianBridge, drawMotion } from "../../../src/calc/numeric/brownianBridge";
import { latticeRule } from "../../../src/calc/numeric/latticeRule";
import { GENERATING_NUMBERS } from "../../../src/calc/numeric/latticeRuleNumbers";
import { normalStream } from "../../../src/calc/numeric/random";

const { generatingNumbers } = createRequire(__filename)("../../../src/build/latticeRule.js") as {
  generatingNumbers: (dimensions: number) => number[];
};

describe("the lattice rule", () => {
  it("has the numbers that its script makes", () => {
    expect(GENERATING_NUMBERS.length).toBe(480);
    expect(GENERATING_NUMBERS.slice(0, 6)).toEqual(generatingNumbers(6));
  });

  it.each([256, 1024, 4096])("has %i points that are evenly spread in each coordinate", (count) => {
    const coordinates = new Float64Array(480);
    const rule = latticeRule(count, 7);
    const sums = new Float64Array(480);
    const halves = new Float64Array(480);
    let outside = 0;
    for (let i = 0; i < count; i++) {
      rule.fill(i, coordinates);
      coordinates.forEach((x, d) => {
        if (!(x > 0 && x < 1)) outside++;
        sums[d] = (sums[d] as number) + x / count;
        if (x < 0.5) halves[d] = (halves[d] as number) + 1;
      });
    }
    expect(outside).toBe(0);
    for (const sum of sums) expect(Math.abs(sum - 0.5)).toBeLessThan(1 / count);
    for (const half of halves) expect(Math.abs(half - count / 2)).toBeLessThanOrEqual(1);
  });

  it("integrates a smooth product far better than random points do", () => {
    const coordinates = new Float64Array(20);
    const error = (count: number) => {
      const rule = latticeRule(count, 3);
      let sum = 0;
      for (let i = 0; i < count; i++) {
        rule.fill(i, coordinates);
        sum += coordinates.reduce(
          (product, x, d) => product * (1 + (x * x - 1 / 3) / (d + 1) ** 2),
          1,
        );
      }
      return Math.abs(sum / count - 1);
    };
    // Of random points the error at 4,096 would be about .006.
    expect(error(4096)).toBeLessThan(1e-5);
    expect(error(256)).toBeLessThan(1e-3);
  });
});

describe("the Brownian bridge", () => {
  it("draws motions with the variances and covariances that are asked for", () => {
    const variances = Float64Array.of(0.5, 1.2, 3, 3.1, 7);
    const bridge = brownianBridge(variances);
    const normal = normalStream(11);
    const products = variances.map(() => 0);
    const [count, second] = [40_000, 2];
    const motion = new Float64Array(5);
    for (let i = 0; i < count; i++) {
      drawMotion(
        bridge,
        Float64Array.from(variances, () => normal()),
        motion,
      );
      motion.forEach((value, k) => {
        products[k] = (products[k] as number) + (value * (motion[second] as number)) / count;
      });
    }
    // Cov(W(s), W(t)) is the lesser variance; four standard errors of 40,000 draws.
    variances.forEach((variance, k) => {
      const least = Math.min(variance, variances[second] as number);
      const error = 4 * Math.sqrt((variance * 3 + least * least) / count);
      expect(Math.abs((products[k] as number) - least)).toBeLessThan(error);
    });
  });
});
