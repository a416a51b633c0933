// A 10-year bond that may be called at any time: the cell, and one price of it beside QuantLib's tree.
// @ts-check
const { spawnSync } = require("node:child_process");
const path = require("node:path");

/** @typedef {import("./bondRace").Row} Row */

/** @param {(contenders: Record<string, () => unknown>, calls: number) => Record<string, number>} race */
function callableRace(race) {
  const { bondOasCard } = require("../../src/functions/bondOas");
  const { BASE_CURVE } = require("../../src/functions/selfTest/workedSeries");
  const { callableBond } = require("../../src/calc/rates/callableBond");
  const { callableValue } = require("../../src/calc/rates/callableValue");
  const { serialOf } = require("../../src/calc/date/serial");
  const calls = [
    ["2029-01-16", 102],
    ["2030-01-16", 101],
    ["2031-01-16", 100],
  ];
  /** @param {unknown[]} more */
  const cell = (...more) =>
    bondOasCard("2026-01-16", "2036-01-16", 0.055, 101.25, BASE_CURVE, calls, ...more);
  const blank = Array(6).fill(null);
  const settlement = serialOf(2026, 1, 16);
  /** @type {any} */
  const bond = { maturity: serialOf(2036, 1, 16), coupon: 0.05, redemption: 100, frequency: 2 };
  Object.assign(bond, { basis: 0, issue: null, firstCoupon: null, lastCoupon: null });
  /** @type {any} */
  const rights = { exercise: "american", noticeDays: 0, puts: [] };
  rights.calls = [{ day: serialOf(2029, 1, 16), price: 100 }];
  const model = { meanReversion: 0.03, volatility: 0.0085 };
  const flat = (/** @type {number} */ years) => Math.exp(-0.04 * years);
  /** @param {number} [step] */
  const price = (step) =>
    callableValue(callableBond(bond, rights, settlement, model, flat, undefined, step), 0);
  const times = race(
    {
      bermudan: () => cell(),
      american: () => cell(...blank, "american"),
      notice: () => cell(...blank, "american", 30),
      lognormal: () => cell(0.22, ...blank.slice(1), "american", 0, null, "lognormal"),
      price: () => price(),
    },
    20,
  );
  return { times, row: againstTree(times.price ?? NaN, price) };
}

/**
 * @param {number} ms One price of ours.
 * @param {(step?: number) => number} price
 * @returns {Row}
 */
function againstTree(ms, price) {
  const program = path.join(__dirname, "callableTree.py");
  const { stdout = "" } = spawnSync("/usr/bin/python3", [program], { encoding: "utf8" });
  const [, tree = "", ns = ""] = /^tree ([\d.]+) (\d+) ns/.exec(stdout ?? "") ?? [];
  const daily = price(1 / 365);
  const off = (/** @type {number} */ value) => `${Math.abs(value - daily).toFixed(4)} per 100`;
  return {
    what: "price of a 10-year American bond on the lattice",
    ns: 1e6 * ms,
    against: `QuantLib's tree, 200 steps${ns === "" ? ": not measured, its module is missing" : ""}`,
    other: ns === "" ? null : Number(ns),
    goal: 1 / 20,
    error: `${off(price())} from daily calls${ns === "" ? "" : `, the tree ${off(Number(tree))}`}`,
  };
}

module.exports = { callableRace };
