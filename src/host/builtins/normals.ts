import { inverseNormal } from "../../calc/numeric/normal";
import { normalProbability } from "../../calc/numeric/normalDistribution";
import { type Builtin, ofNumbers } from "./builtin";
import { requireChance } from "./chances";
import { requireAtLeast } from "./days";

const ROOT_2 = Math.SQRT2;
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const errorFunction = (x: number): number => {
  // Near 0 the difference of two halves would lose digits.
  if (Math.abs(x) < 0.5) {
    let [sum, term] = [x, x];
    for (let n = 1; n < 30; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  return Math.sign(x) * (1 - 2 * normalProbability(-Math.abs(x) * ROOT_2));
};
const complement = (x: number): number =>
  x < 0.5 ? 1 - errorFunction(x) : 2 * normalProbability(-x * ROOT_2);

function normal(x: number, mean: number, deviation: number, cumulative: number): number {
  requireAtLeast("standard_dev", deviation, 0, true);
  const z = (x - mean) / deviation;
  return cumulative === 0 ? density(z) / deviation : normalProbability(z);
}

function normalInverse(chance: number, mean: number, deviation: number): number {
  requireChance(chance);
  requireAtLeast("standard_dev", deviation, 0, true);
  return mean + deviation * inverseNormal(chance);
}

const lognormalInverse = (chance: number, mean: number, deviation: number): number =>
  Math.exp(normalInverse(chance, mean, deviation));

function lognormal(x: number, mean: number, deviation: number, cumulative: number): number {
  requireAtLeast("x", x, 0, true);
  const found = normal(Math.log(x), mean, deviation, cumulative);
  return cumulative === 0 ? found / x : found;
}

/** Standard and other normal distributions, with their tails, and what comes from them. */
export const NORMALS: readonly Builtin[] = [
  ofNumbers("NORM.S.DIST", "z cumulative", (z, all) => normal(z, 0, 1, all)),
  ofNumbers("NORMSDIST", "z", (z) => normalProbability(z)),
  ofNumbers("NORM.S.INV", "probability", (p) => normalInverse(p, 0, 1)),
  ofNumbers("NORMSINV", "probability", (p) => normalInverse(p, 0, 1)),
  ofNumbers("NORM.DIST", "x mean standard_dev cumulative", normal),
  ofNumbers("NORMDIST", "x mean standard_dev cumulative", normal),
  ofNumbers("NORM.INV", "probability mean standard_dev", normalInverse),
  ofNumbers("NORMINV", "probability mean standard_dev", normalInverse),
  ofNumbers("LOGNORM.DIST", "x mean standard_dev cumulative", lognormal),
  ofNumbers("LOGNORMDIST", "x mean standard_dev", (x, mean, deviation) =>
    lognormal(x, mean, deviation, 1),
  ),
  ofNumbers("LOGNORM.INV", "probability mean standard_dev", lognormalInverse),
  ofNumbers("LOGINV", "probability mean standard_dev", lognormalInverse),
  ofNumbers("ERF", "lower_limit ? upper_limit", (from, ...to) =>
    to.reduce((found, end) => errorFunction(end) - found, errorFunction(from)),
  ),
  ofNumbers("ERF.PRECISE", "x", errorFunction),
  ofNumbers("ERFC", "x", complement),
  ofNumbers("ERFC.PRECISE", "x", complement),
];
