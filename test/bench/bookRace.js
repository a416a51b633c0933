// Books of pools against pools one by one; what cells of pools and bonds take; a z-score among other calls.
//   node test/bench/bookRace.js first    prints the processor time of a session's first MBSOAS
// @ts-check
const { execFileSync } = require("node:child_process");
const { processorTime, race } = require("./processorTime");

/** @typedef {import("./bondRace").Row} Row */

const perSecond = (/** @type {number} */ ns) =>
  `${Math.round(1e9 / ns).toLocaleString("en")} a second a core`;

/**
 * Distinct pools as agencies have them outstanding: one in five of loans of 15 years, the others of 30; many young ones.
 *
 * @param {number} count
 * @param {number} seed
 * @returns {import("../support/bookCases").BookCase[]}
 */
function agencyPools(count, seed) {
  const { uniformStream } = require("../../src/calc/numeric/random");
  const { price, rate } = require("../../src/calc/units");
  const draw = uniformStream(seed);
  return Array.from({ length: count }, () => {
    const [term, oldest] = draw() < 0.2 ? [180, 150] : [360, 240];
    const coupon = (1.5 + 0.5 * Math.floor(12 * draw())) / 100;
    const wac = rate(coupon + 0.0045 + 0.008 * draw());
    const age = Math.floor(oldest * draw() ** 1.6);
    const wam = Math.max(12, term - age - Math.floor(6 * draw()));
    const fair = 100 + 400 * (coupon - 0.05) * Math.min(1, wam / 120);
    return { pool: { coupon: rate(coupon), wac, wam, age }, clean: price(fair + 2 * draw() - 1) };
  });
}

/** @returns {Row[]} */
function bookRows() {
  const { valueBook } = require("../../src/calc/oas/valueBook");
  const { plainKernel } = require("../../src/calc/oas/kernel/plainKernel");
  const { BOOK_MODELS, KEY_TENORS, measuredAlone } = require("../support/bookCases");
  const [it] = BOOK_MODELS;
  if (it === undefined) throw new Error("there is no model");
  const alone = agencyPools(200, 2);
  const [some, many] = [agencyPools(10_000, 1), agencyPools(100_000, 3)];
  const took = race(
    {
      alone: () => alone.forEach((pool) => measuredAlone(it.model, pool)),
      plain: () => valueBook(it.model, some, KEY_TENORS, () => plainKernel),
      some: () => valueBook(it.model, some, KEY_TENORS),
      many: () => valueBook(it.model, many, KEY_TENORS),
    },
    1,
    4,
  );
  const each = (/** @type {string} */ name, /** @type {readonly unknown[]} */ pools) =>
    (1e6 * (took[name] ?? NaN)) / pools.length;
  const other = each("alone", alone);
  const row = (
    /** @type {string} */ what,
    /** @type {number} */ ns,
    /** @type {number} */ goal,
  ) => ({
    ...{ what, ns, against: `one by one, ${perSecond(other)}`, other, goal, error: perSecond(ns) },
  });
  return [
    row("a pool of 10,000 in TypeScript: OAS, convexity, 6 durations", each("plain", some), 1 / 14),
    row("a pool of 10,000 in WebAssembly, the same", each("some", some), 1 / 45),
    row("a pool of 100,000 in WebAssembly, the same", each("many", many), 1 / 190),
  ];
}

/** Milliseconds of processor time. */
function cellTimes() {
  const { bondSpreadCells } = require("../../src/functions/bondSpread");
  const { couponStackRows } = require("../../src/functions/couponStack");
  const { BASE_CURVE } = require("../../src/functions/selfTest/workedSeries");
  const column = (/** @type {number} */ count, /** @type {(i: number) => unknown} */ cell) =>
    Array.from({ length: count }, (_, i) => [cell(i)]);
  const stack = (/** @type {number} */ up) =>
    couponStackRows(
      column(40, (i) => 0.02 + 0.001 * i),
      column(40, (i) => 80 + 0.6 * i + up),
      column(40, (i) => 0.029 + 0.00103 * i),
      column(40, (i) => 200 + 4 * (i % 30)),
      column(40, (i) => 2 * i),
      BASE_CURVE,
    );
  const bonds = /** @type {[any[][], any[][], any[][], any[][], any[][]]} */ ([
    [[46_038]],
    column(10_000, (i) => 46_300 + ((7 * i) % 10_700)),
    column(10_000, (i) => 0.02 + 0.0001 * (i % 500)),
    column(10_000, (i) => 92 + (i % 17)),
    BASE_CURVE,
  ]);
  let up = 0;
  return race(
    { stack: () => stack((up += 0.01)), bonds: () => bondSpreadCells(...bonds, [["Z"]]) },
    1,
    15,
  );
}

/** Milliseconds of processor time of the first MBSOAS, each in a process of its own. */
function firstOas() {
  const runs = Array.from({ length: 7 }, () =>
    Number(execFileSync(process.execPath, [__filename, "first"], { encoding: "utf8" })),
  );
  return Math.min(...runs);
}

/** A z-score of 10,000 points in a fresh process and after 500 calls of other functions; milliseconds. */
async function zScoreTimes() {
  const { normalStream } = require("../../src/calc/numeric/random");
  const { zScore } = require("../../src/calc/history/zScore");
  const { SAMPLE_CALLS } = require("../support/sampleCalls");
  const { worksheetFunctions } = require("../support/worksheetFunctions");
  const shock = normalStream(1);
  const history = Float64Array.from({ length: 10_000 }, () => 55 + shock());
  const z = () => {
    for (let i = 0; i < 200; i++) zScore(history);
  };
  const { z: fresh = NaN } = race({ z }, 1, 15);
  const functions = (await worksheetFunctions()).filter(({ id }) => id !== "SELFTEST");
  for (let i = 0; i < 500; i++) {
    const { id, call } = functions[i % functions.length] ?? { id: "", call: () => null };
    const { valid = [], bad = [] } = SAMPLE_CALLS.get(id) ?? {};
    try {
      call(...(i % 2 === 0 ? valid : bad));
    } catch (error) {
      // The bad calls are refused.
      if (i % 2 === 0) throw error;
    }
  }
  const { z: mixed = NaN } = race({ z }, 1, 15);
  return { fresh: fresh / 200, mixed: mixed / 200 };
}

function printFirst() {
  require("../support/typescriptInNode");
  require("./installCustomFunctions").installCustomFunctions();
  const { mbsOasCard } = require("../../src/functions/mortgageOas");
  const { BASE_CURVE } = require("../../src/functions/selfTest/workedSeries");
  console.log(
    processorTime(() => mbsOasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, undefined, "oas")),
  );
}

if (process.argv[2] === "first") printFirst();

module.exports = { bookRows, cellTimes, firstOas, zScoreTimes };
