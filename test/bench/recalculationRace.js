// What a cell costs that is calculated again, in the bundle that users get: CPU time, and the memory
// that stays in use. `npm run bench -- --against FOLDER` races another checkout in the same run.
// @ts-check
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const webpack = require("webpack");
const { least } = require("./processorTime");

const ROOT = path.resolve(__dirname, "../..");
/** Formulas, and how many runs: one of 40,000 is long enough by itself. */
const RUNS = new Map([
  [5_000, 3],
  [40_000, 1],
]);
/** Edits a run; the first ones warm up. */
const EDITS = 3;

/**
 * @typedef {object} Costs
 * @property {number} first CPU microseconds a formula, of the first calculation
 * @property {number} again the same, of the last calculation after an edit
 * @property {number} heap bytes
 *
 * @typedef {{ which: "ours" | "plain", n: number, here: Costs, there: Costs | null }} Raced
 */

/**
 * Bundles recalculation.ts with the engine of a checkout, as its command line is bundled.
 *
 * @param {string} checkout the folder
 * @param {string} outputPath where to
 * @returns {Promise<string>} the bundle
 */
async function bundle(checkout, outputPath) {
  const { cliConfig } = require(path.join(checkout, "src/build/cliConfig"));
  /** @type {import("webpack").Configuration} */
  const config = cliConfig({ mode: "production", outputPath });
  const host = path.join(checkout, "src/host");
  const isWanted = (/** @type {unknown} */ plugin) =>
    Object(plugin).constructor.name !== "LicenseWebpackPlugin";
  const compiler = webpack({
    ...config,
    entry: { recalculation: path.join(__dirname, "recalculation.ts") },
    cache: false,
    plugins: [
      ...(config.plugins ?? []).filter(isWanted),
      new webpack.NormalModuleReplacementPlugin(/^\.\.\/\.\.\/src\/host\//, (request) => {
        request.request = request.request.replace("../../src/host", host);
      }),
    ],
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
      else resolve(undefined);
    });
  });
  return path.join(outputPath, "recalculation.js");
}

/**
 * @param {string} program
 * @param {string} which
 * @param {number} n
 * @returns {Costs}
 */
function run(program, which, n) {
  const args = ["--expose-gc", program, which, String(n), String(EDITS)];
  const { first, again, heap } = JSON.parse(execFileSync("node", args, { encoding: "utf8" }));
  return { first, again: again.at(-1), heap };
}

/** @param {Costs[]} all @returns {Costs} of each the least */
function leastCosts(all) {
  const leastOf = (/** @type {keyof Costs} */ key) => least(all.map((costs) => costs[key]));
  return { first: leastOf("first"), again: leastOf("again"), heap: leastOf("heap") };
}

/**
 * Calculates columns of formulas of the add-in's and of plain ones, the checkouts in turns.
 *
 * @param {string | undefined} against another checkout, with its packages installed
 * @returns {Promise<Raced[]>} of each the least
 */
async function recalculationRace(against) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
  const here = await bundle(ROOT, path.join(folder, "here"));
  const there = against && (await bundle(path.resolve(against), path.join(folder, "there")));
  /** @type {Raced[]} */
  const raced = [];
  for (const [n, runs] of RUNS) {
    for (const which of /** @type {const} */ (["ours", "plain"])) {
      /** @type {Costs[]} */
      const costsHere = [];
      /** @type {Costs[]} */
      const costsThere = [];
      for (let i = 0; i < runs; i++) {
        costsHere.push(run(here, which, n));
        if (there) costsThere.push(run(there, which, n));
      }
      raced.push({
        which,
        n,
        here: leastCosts(costsHere),
        there: there ? leastCosts(costsThere) : null,
      });
    }
  }
  fs.rmSync(folder, { recursive: true });
  return raced;
}

/**
 * The rows of the table: what, here, against what, there, and the ratio that is to be reached.
 *
 * @param {readonly Raced[]} raced
 * @returns {{ what: string, here: number, against: string, there: number, goal: number | null, unit: "ms" | "MB" }[]}
 */
function recalculationRows(raced) {
  const rows = [];
  for (const { which, n, here, there } of raced) {
    const name = `${which === "ours" ? "SPREADGAP" : "=A1*2+B1"} × ${n}`;
    if (there) {
      const ms = /** @type {const} */ ({ against: "the other checkout", unit: "ms" });
      const again = { ...ms, what: `${name}: a cell again`, here: here.again / 1e3 };
      rows.push({ ...again, there: there.again / 1e3, goal: n > 5_000 ? 0.4 : 0.5 });
      const first = { ...ms, what: `${name}: a cell first`, here: here.first / 1e3 };
      rows.push({ ...first, there: there.first / 1e3, goal: 1 / 1.5 });
      const heap = { ...ms, what: `${name}: memory`, here: here.heap / 1e6, goal: 0.8 };
      rows.push({ ...heap, there: there.heap / 1e6, unit: /** @type {const} */ ("MB") });
    } else if (which === "ours") {
      const plain = raced.find((other) => other.which === "plain" && other.n === n);
      rows.push({
        what: `${name}: a cell again`,
        here: here.again / 1e3,
        against: "=A1*2+B1",
        there: (plain?.here.again ?? NaN) / 1e3,
        goal: 1.5,
        unit: /** @type {const} */ ("ms"),
      });
    }
  }
  return rows;
}

module.exports = { recalculationRace, recalculationRows };

if (require.main === module) {
  void recalculationRace(process.argv[2]).then((raced) => {
    for (const { what, here, there, unit } of recalculationRows(raced)) {
      const shown = [here, there].map((value) => `${value.toFixed(3)} ${unit}`);
      console.log([what, ...shown, (here / there).toFixed(2)].join("  "));
    }
  });
}
