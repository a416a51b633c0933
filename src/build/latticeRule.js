// Makes the generating numbers of src/calc/numeric/latticeRuleNumbers.ts: `node src/build/latticeRule.js`.
// @ts-check
/*
 * Component by component: each number is the one that, given those before it, makes the mean-square
 * error of randomly shifted points least in a Korobov space of smoothness 2 with weights 1/j² (J. Dick,
 * F. Kuo, I. Sloan, "High-dimensional integration: the quasi-Monte Carlo way", Acta Numerica 22, 2013,
 * section 5). One list serves several numbers of points: a number is judged by the worst, over these,
 * of its error against the best number's error (R. Cools, F. Kuo, D. Nuyens, "Constructing embedded
 * lattice rules for multivariate integration", SIAM Journal on Scientific Computing 28(6), 2006).
 */
const fs = require("node:fs");
const path = require("node:path");

const DIMENSIONS = 480;
const COUNTS = [256, 1024, 4096];
const MOST = 4096;

/**
 * @param {number} dimensions How many numbers are wanted.
 * @returns {number[]} Odd numbers below half of 4,096: a number and 4,096 less it are alike.
 */
function generatingNumbers(dimensions) {
  // 1 + weight × 2π² B₂(x), by place, is what one dimension multiplies a point's error by.
  const kernel = COUNTS.map((count) =>
    Float64Array.from({ length: count }, (_, i) => {
      const x = i / count;
      return 2 * Math.PI ** 2 * (x * x - x + 1 / 6);
    }),
  );
  const products = COUNTS.map((count) => new Float64Array(count).fill(1));
  const numbers = [];
  for (let j = 1; j <= dimensions; j++) {
    const weight = 1 / j ** 2;
    const errors = [];
    for (let z = 1; z < MOST / 2; z += 2) {
      errors.push(
        COUNTS.map((count, c) => {
          const [k, p] = [kernel[c] ?? [], products[c] ?? []];
          let sum = 0;
          for (let i = 0, place = 0; i < count; i++, place = (place + z) & (count - 1)) {
            sum += (p[i] ?? 0) * (k[place] ?? 0);
          }
          return sum / count;
        }),
      );
    }
    // Numbers are compared by what they add to the squared error; it may be far below what is there.
    const base = products.map((p) => p.reduce((a, b) => a + b, 0) / p.length - 1);
    const total = errors.map((of) => of.map((it, c) => (base[c] ?? 0) + weight * it));
    const best = COUNTS.map((_, c) => Math.min(...total.map((of) => of[c] ?? Infinity)));
    const worst = total.map((of) => Math.max(...of.map((it, c) => it / (best[c] ?? 1))));
    const z = 2 * worst.indexOf(Math.min(...worst)) + 1;
    numbers.push(z);
    COUNTS.forEach((count, c) => {
      const [k, p] = [kernel[c] ?? [], products[c] ?? []];
      for (let i = 0; i < count; i++)
        p[i] = (p[i] ?? 0) * (1 + weight * (k[(i * z) & (count - 1)] ?? 0));
    });
  }
  return numbers;
}

module.exports = { generatingNumbers };

if (require.main === module) {
  const rows = [];
  const numbers = generatingNumbers(DIMENSIONS);
  for (let i = 0; i < numbers.length; i += 16)
    rows.push(`  ${numbers.slice(i, i + 16).join(", ")},`);
  fs.writeFileSync(
    path.join(__dirname, "../calc/numeric/latticeRuleNumbers.ts"),
    `/** Generating numbers of a rank-1 lattice rule of up to ${MOST} points, by dimension; made by src/build/latticeRule.js. */
// prettier-ignore
export const GENERATING_NUMBERS: readonly number[] = [
${rows.join("\n")}
];
`,
  );
}
