import { incompleteBeta } from "../../calc/excel/beta";
import {
  chiSquared,
  fTail,
  gammaTail,
  quantile,
  studentTail,
} from "../../calc/excel/distributions";
import { logGamma } from "../../calc/excel/gamma";
import { BuiltinError } from "./arguments";
import { type Builtin, ofNumbers } from "./builtin";
import { degreesOf, requireChance } from "./chances";
import { requireAtLeast } from "./days";

const ofDegrees = (number: number): number => degreesOf("deg_freedom", number);
const ofTwo = (first: number, second: number): [number, number] => [
  degreesOf("deg_freedom1", first),
  degreesOf("deg_freedom2", second),
];

function chiRight(x: number, degrees: number): number {
  requireAtLeast("x", x, 0);
  return chiSquared(ofDegrees(degrees))(x, true);
}

function chiInverse(chance: number, degrees: number, upper: boolean): number {
  requireChance(chance, true);
  const tail = chiSquared(ofDegrees(degrees));
  if (chance === (upper ? 1 : 0)) return 0;
  requireChance(chance);
  return quantile(tail, chance, upper);
}

function fRight(x: number, first: number, second: number): number {
  requireAtLeast("x", x, 0);
  return fTail(...ofTwo(first, second))(x, true);
}

function fInverse(chance: number, first: number, second: number, upper: boolean): number {
  requireChance(chance, true);
  const tail = fTail(...ofTwo(first, second));
  if (chance === (upper ? 1 : 0)) return 0;
  requireChance(chance);
  return quantile(tail, chance, upper);
}

/** The chance to be above x, of either sign. */
function studentAbove(x: number, degrees: number): number {
  const above = studentTail(degrees)(Math.abs(x), true);
  return x >= 0 ? above : 1 - above;
}

function studentBothTails(x: number, degrees: number): number {
  requireAtLeast("x", x, 0);
  return 2 * studentTail(ofDegrees(degrees))(x, true);
}

function studentInverse(chance: number, degrees: number): number {
  requireChance(chance);
  const tail = studentTail(ofDegrees(degrees));
  if (chance === 0.5) return 0;
  return chance < 0.5 ? -quantile(tail, chance, true) : quantile(tail, 1 - chance, true);
}

function studentInverseBoth(chance: number, degrees: number): number {
  requireChance(chance, true);
  const tail = studentTail(ofDegrees(degrees));
  if (chance === 1) return 0;
  requireChance(chance);
  return quantile(tail, chance / 2, true);
}

function gammaInverse(chance: number, shape: number, scale: number): number {
  requireChance(chance, true);
  requireAtLeast("alpha", shape, 0, true);
  requireAtLeast("beta", scale, 0, true);
  if (chance === 0) return 0;
  requireChance(chance);
  return quantile(gammaTail(shape, scale), chance, false);
}

function betaInverse(chance: number, a: number, b: number, low = 0, high = 1): number {
  requireChance(chance);
  requireAtLeast("alpha", a, 0, true);
  requireAtLeast("beta", b, 0, true);
  if (!(low < high)) throw new BuiltinError("#NUM!", `A is ${low}, B ${high}; A must be below B`);
  // The odds x / (1 − x) of a beta variable are a positive variable.
  const odds = quantile(
    (x, upper) =>
      upper
        ? incompleteBeta(b, a, 1 / (1 + x), x / (1 + x))
        : incompleteBeta(a, b, x / (1 + x), 1 / (1 + x)),
    chance,
    false,
  );
  return low + ((high - low) * odds) / (1 + odds);
}

function fDensity(x: number, first: number, second: number): number {
  const [a, b] = [first / 2, second / 2];
  if (x === 0) return first === 2 ? 1 : first > 2 ? 0 : NaN;
  const log = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(first / second);
  return Math.exp(log + (a - 1) * Math.log(x) - (a + b) * Math.log1p((first * x) / second));
}

const F = "x deg_freedom1 deg_freedom2";
const F_CHANCE = "probability deg_freedom1 deg_freedom2";

/** Chi-squared, F, Student's t, gamma and beta: the tails, and the values that chances belong to. */
export const CONTINUOUS: readonly Builtin[] = [
  ...["CHISQ.DIST.RT", "CHIDIST"].map((name) => ofNumbers(name, "x deg_freedom", chiRight)),
  ofNumbers("CHISQ.INV", "probability deg_freedom", (p, n) => chiInverse(p, n, false)),
  ...["CHISQ.INV.RT", "CHIINV"].map((name) =>
    ofNumbers(name, "probability deg_freedom", (p, n) => chiInverse(p, n, true)),
  ),
  ofNumbers("F.DIST", `${F} cumulative`, (x, first, second, cumulative) => {
    requireAtLeast("x", x, 0);
    const degrees = ofTwo(first, second);
    return cumulative === 0 ? fDensity(x, ...degrees) : fTail(...degrees)(x, false);
  }),
  ...["F.DIST.RT", "FDIST"].map((name) => ofNumbers(name, F, fRight)),
  ofNumbers("F.INV", F_CHANCE, (p, a, b) => fInverse(p, a, b, false)),
  ...["F.INV.RT", "FINV"].map((name) =>
    ofNumbers(name, F_CHANCE, (p, a, b) => fInverse(p, a, b, true)),
  ),
  ofNumbers("T.DIST.RT", "x deg_freedom", (x, n) => studentAbove(x, ofDegrees(n))),
  ofNumbers("T.DIST.2T", "x deg_freedom", studentBothTails),
  ofNumbers("TDIST", "x deg_freedom tails", (x, n, tails) => {
    const count = Math.trunc(tails);
    if (count === 1 || count === 2) return (studentBothTails(x, n) * count) / 2;
    throw new BuiltinError("#NUM!", `tails is ${tails}; it must be 1 or 2`);
  }),
  ofNumbers("T.INV", "probability deg_freedom", studentInverse),
  ...["T.INV.2T", "TINV"].map((name) =>
    ofNumbers(name, "probability deg_freedom", studentInverseBoth),
  ),
  ...["GAMMA.INV", "GAMMAINV"].map((name) =>
    ofNumbers(name, "probability alpha beta", gammaInverse),
  ),
  ...["BETA.INV", "BETAINV"].map((name) =>
    ofNumbers(name, "probability alpha beta ? A B", betaInverse),
  ),
];
