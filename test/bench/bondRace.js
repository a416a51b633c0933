// The bond functions against a C program and QuantLib on the same 100,000 bonds, in turns; the worst
// error against the reference table beside the time.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { buildComparators, race } = require("./comparators");

const COUNT = 100_000;
/** Ten thousand rows of one spilled column. */
const SPILL = 10_000;

/**
 * One row of the table: nanoseconds a bond or pool; the goal is a ratio to the other's time.
 *
 * @typedef {{ what: string, ns: number, against: string, other: number | null, goal: number, error: string }} Row
 */

/** @returns {Row[]} none where the comparators are missing */
function bondRace() {
  const built = buildComparators(["bond.c", "ql.cpp", "brentYield.cpp"]);
  if (built === null) return [];
  const leastOf = race(contenders(readBonds(built.folder)), built.programs);
  fs.rmSync(built.folder, { recursive: true });
  const errors = worstErrors();
  /** @param {string} own @param {string} program @param {string} what @param {number} goal @param {string} [note] */
  const against = (own, program, what, goal, note = "") => {
    const {
      hash = "",
      run = null,
      why = "",
    } = built.programs.find(({ name }) => name === program) ?? {};
    return {
      what: `${own}, ${COUNT.toLocaleString("en")} bonds`,
      ns: leastOf(own),
      against: `${program} ${hash}${note}${run === null ? `: not measured, ${why}` : ""}`,
      other: run === null ? null : leastOf(`${program} ${what}`),
      goal,
      error: errors.get(own) ?? "",
    };
  };
  /** @param {string} own @param {string} bare @param {number} goal */
  const spilled = (own, bare, goal) => ({
    what: `${own}, ${SPILL.toLocaleString("en")} cells in one column`,
    ns: leastOf(own),
    against: `${bare}, bare`,
    other: leastOf(bare),
    goal,
    error: "",
  });
  return [
    against("price", "bond.c", "price", 3.5),
    against("yield", "bond.c", "yield", 2.5),
    against("duration and convexity", "bond.c", "durconv", 4),
    against("Z-spread, 10 nodes", "bond.c", "zspread", 2.2),
    against("price", "ql.cpp", "price", 1 / 100),
    against("yield", "ql.cpp", "yield", 1 / 250, ", its default solver"),
    against("yield", "brentYield.cpp", "brent", 1 / 250, ", QuantLib with Brent"),
    against("duration and convexity", "ql.cpp", "dur+conv", 1 / 150),
    against("Z-spread, 10 nodes", "ql.cpp", "zspread", 1 / 150),
    spilled("BONDPRICE", "price", 3),
    spilled("BONDYIELD", "yield", 3),
  ];
}

/**
 * The inputs that the comparison programs read.
 *
 * @param {string} folder where bonds.bin lies
 */
function readBonds(folder) {
  const bytes = fs.readFileSync(path.join(folder, "bonds.bin"));
  const column = (/** @type {number} */ i) =>
    /** @type {any} Indexing a typed array costs nothing here; its type says it may be missing. */ (
      new Float64Array(
        bytes.buffer.slice(
          bytes.byteOffset + 8 * COUNT * i,
          bytes.byteOffset + 8 * COUNT * (i + 1),
        ),
      )
    );
  const [settlement, maturity, coupon, yld, clean] = [0, 1, 2, 3, 4].map(column);
  return { settlement, maturity, coupon, yld, clean };
}

/** The ten nodes of bond.c: continuous zero rates by years. */
const NODES = [0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30];
const ZEROS = [0.043, 0.042, 0.04, 0.038, 0.038, 0.0395, 0.041, 0.043, 0.048, 0.0485];

/** @param {ReturnType<typeof readBonds>} bonds */
function contenders(bonds) {
  const { bondPrice, bondYield } = require("../../src/calc/bond/price");
  const { bondRisk } = require("../../src/calc/bond/risk");
  const { bondSpread } = require("../../src/calc/spread/bondSpread");
  const { bondPriceCells, bondYieldCells } = require("../../src/functions/bond");
  /** @type {any} One bond, filled for each row as a spilled column does. */
  const bond = {
    maturity: 0,
    coupon: 0,
    redemption: 100,
    frequency: 2,
    basis: 0,
    issue: null,
    firstCoupon: null,
    lastCoupon: null,
  };
  /** @type {any} The curve by years from settlement, which differs from row to row. */
  const curve = {
    settlement: 0,
    par: null,
    frequency: 2,
    discount: {
      times: Float64Array.of(0, ...NODES),
      exponents: Float64Array.of(0, ...NODES.map((time, i) => time * (ZEROS[i] ?? NaN))),
    },
  };
  const { settlement, yld, clean } = bonds;
  const out = new Float64Array(COUNT);
  /** @param {(i: number) => number} value */
  const each = (value) => ({
    count: COUNT,
    run: () => {
      for (let i = 0; i < COUNT; i++) {
        bond.maturity = bonds.maturity[i];
        bond.coupon = bonds.coupon[i];
        out[i] = value(i);
      }
    },
  });
  const column = (/** @type {any} */ values) => Array.from(values.slice(0, SPILL), (it) => [it]);
  const terms = [column(settlement), column(bonds.maturity), column(bonds.coupon)];
  const [yields, prices] = [column(yld), column(clean)];
  const [dates, maturities, coupons] = /** @type {[any, any, any]} */ (terms);
  return {
    price: each((i) => bondPrice(bond, settlement[i], yld[i])),
    yield: each((i) => bondYield(bond, settlement[i], clean[i])),
    "duration and convexity": each((i) => {
      const { modified, convexity } = bondRisk(bond, settlement[i], yld[i]);
      return modified + convexity;
    }),
    "Z-spread, 10 nodes": each((i) => {
      curve.settlement = settlement[i];
      return bondSpread(bond, clean[i], curve, "ZC");
    }),
    BONDPRICE: {
      count: SPILL,
      run: () => void bondPriceCells(dates, maturities, coupons, yields),
    },
    BONDYIELD: {
      count: SPILL,
      run: () => void bondYieldCells(dates, maturities, coupons, prices),
    },
  };
}

/** Worst errors over the rows of test/golden/bonds.csv that are paid by coupon periods. */
function worstErrors() {
  const { bondRows } = require("../support/bondRows");
  const { bondPrice, bondYield } = require("../../src/calc/bond/price");
  const { bondRisk } = require("../../src/calc/bond/risk");
  const { price, rate } = require("../../src/calc/units");
  let [clean, yld, duration, convexity] = [0, 0, 0, 0];
  for (const { row, bond, settlement, convention } of bondRows()) {
    if (bond.basis === 2 || bond.basis === 3) continue;
    const at = rate(Number(row.yield_in));
    const off = (/** @type {number} */ found, /** @type {string} */ name) =>
      Math.abs(found - Number(row[name]));
    clean = Math.max(clean, off(bondPrice(bond, settlement, at, convention), "clean"));
    const solved = bondYield(bond, settlement, price(Number(row.clean)), convention);
    yld = Math.max(yld, off(solved, "yield_solved"));
    const risk = bondRisk(bond, settlement, at, convention);
    duration = Math.max(duration, off(risk.modified, "mod_dur"));
    convexity = Math.max(convexity, off(risk.convexity, "convexity"));
  }
  const digits = (/** @type {number} */ error) => error.toExponential(1);
  return new Map([
    ["price", digits(clean)],
    ["yield", digits(yld)],
    ["duration and convexity", `${digits(duration)}, ${digits(convexity)}`],
  ]);
}

module.exports = { bondRace };
