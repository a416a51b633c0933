import { incompleteBeta } from "../../calc/excel/beta";
import { logChoose } from "../../calc/excel/distributions";
import { incompleteGamma, logGamma } from "../../calc/excel/gamma";
import { BuiltinError } from "./arguments";
import { type Builtin, ofNumbers } from "./builtin";
import { requireChance } from "./chances";
import { requireAtLeast } from "./days";

function poisson(count: number, mean: number, cumulative: number): number {
  const n = Math.trunc(count);
  requireAtLeast("x", n, 0);
  requireAtLeast("mean", mean, 0);
  if (cumulative !== 0) return incompleteGamma(n + 1, mean, true);
  if (mean === 0) return n === 0 ? 1 : 0;
  return Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
}

/** p^n, 1 for 0^0. */
const logPower = (p: number, n: number): number => (n === 0 ? 0 : n * Math.log(p));

function binomial(count: number, trials: number, chance: number, cumulative: number): number {
  const [n, of] = [Math.trunc(count), Math.trunc(trials)];
  requireAtLeast("number_s", n, 0);
  requireAtLeast("trials", of, n);
  requireChance(chance, true);
  if (cumulative === 0) {
    return Math.exp(logChoose(of, n) + logPower(chance, n) + logPower(1 - chance, of - n));
  }
  return n === of ? 1 : incompleteBeta(of - n, n + 1, 1 - chance, chance);
}

function negativeBinomial(
  failures: number,
  successes: number,
  chance: number,
  all: number,
): number {
  const [n, r] = [Math.trunc(failures), Math.trunc(successes)];
  requireAtLeast("number_f", n, 0);
  requireAtLeast("number_s", r, 1);
  requireChance(chance);
  if (all !== 0) return incompleteBeta(r, n + 1, chance, 1 - chance);
  return Math.exp(logChoose(n + r - 1, n) + r * Math.log(chance) + n * Math.log1p(-chance));
}

/** As many of a kind in a sample without putting back. */
function hypergeometric(
  hits: number,
  sample: number,
  kind: number,
  population: number,
  all: number,
): number {
  const [x, n, k, size] = [hits, sample, kind, population].map(Math.trunc) as [
    number,
    number,
    number,
    number,
  ];
  const least = Math.max(0, n + k - size);
  if (!(n > 0 && n <= size && k > 0 && k <= size && x >= 0 && x <= Math.min(n, k))) {
    throw new BuiltinError("#NUM!", `there cannot be ${x} of ${k} in ${n} of ${size}`);
  }
  if (x < least) {
    if (all !== 0) return 0;
    throw new BuiltinError("#NUM!", `sample_s is ${x}; it must be at least ${least}`);
  }
  const chance = (value: number): number =>
    Math.exp(logChoose(k, value) + logChoose(size - k, n - value) - logChoose(size, n));
  if (all === 0) return chance(x);
  let sum = 0;
  for (let it = least; it <= x; it++) sum += chance(it);
  return Math.min(1, sum);
}

/** Distributions of counts, for numbers of any size. */
export const COUNTS: readonly Builtin[] = [
  ...["POISSON.DIST", "POISSON"].map((name) => ofNumbers(name, "x mean cumulative", poisson)),
  ...["BINOM.DIST", "BINOMDIST"].map((name) =>
    ofNumbers(name, "number_s trials probability_s cumulative", binomial),
  ),
  ofNumbers("NEGBINOM.DIST", "number_f number_s probability_s cumulative", negativeBinomial),
  ofNumbers("NEGBINOMDIST", "number_f number_s probability_s", (n, r, p) =>
    negativeBinomial(n, r, p, 0),
  ),
  ofNumbers(
    "HYPGEOM.DIST",
    "sample_s number_sample population_s number_pop cumulative",
    hypergeometric,
  ),
  ofNumbers("HYPGEOMDIST", "sample_s number_sample population_s number_pop", (x, n, k, size) =>
    hypergeometric(x, n, k, size, 0),
  ),
];
