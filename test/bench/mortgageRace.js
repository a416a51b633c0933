// Cash flows and yields of pools against a C program on the same 2,000 pools, in turns; the worst
// error against the reference tables beside the time.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { buildComparators, race } = require("./comparators");

const COUNT = 2_000;
/** As often does mbs.c go through them in a run. */
const TIMES = 25;
/** Pools of one pass, which is over before a busy machine turns to another program. */
const PASS = 200;

/** @typedef {import("./bondRace").Row} Row */

/** @returns {Row[]} none where the comparator is missing */
function mortgageRace() {
  const built = buildComparators(["mbs.c"]);
  if (built === null) return [];
  const leastOf = race(contenders(readPools(built.folder)), built.programs);
  fs.rmSync(built.folder, { recursive: true });
  const { hash = "", run = null, why = "" } = built.programs[0] ?? {};
  const errors = worstErrors();
  /** @param {keyof typeof errors} own @param {string} what @param {number} goal */
  const against = (own, what, goal) => ({
    what: `${own}, ${COUNT.toLocaleString("en")} pools`,
    ns: leastOf(own),
    against: `mbs.c ${hash}${run === null ? `: not measured, ${why}` : ""}`,
    other: run === null ? null : leastOf(`mbs.c ${what}`),
    goal,
    error: errors[own],
  });
  return [
    against("cash flows and average life", "flowsWAL", 2),
    against("yield at constant PSA", "flowsYield", 1 / 2),
  ];
}

/**
 * The inputs that mbs.c reads.
 *
 * @param {string} folder where pools.bin lies
 */
function readPools(folder) {
  const bytes = fs.readFileSync(path.join(folder, "pools.bin"));
  const all = new Float64Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const column = (/** @type {number} */ i) =>
    /** @type {any} Indexing a typed array costs nothing here; its type says it may be missing. */ (
      all.slice(i * COUNT, (i + 1) * COUNT)
    );
  const [wac, coupon, psa, clean, wam, age] = [0, 1, 2, 3, 4, 5].map(column);
  return { wac, coupon, psa, clean, wam, age };
}

/** @param {ReturnType<typeof readPools>} pools */
function contenders(pools) {
  const { fillPoolFlows, roomForFlows } = require("../../src/calc/mortgage/cashFlows");
  const { poolYield } = require("../../src/calc/mortgage/poolValue");
  /** @type {any} One pool at a speed, filled for each row as a spilled column does; no delay, as in mbs.c. */
  const it = {
    pool: { coupon: 0, wac: 0, wam: 0, age: 0 },
    speed: { kind: "psa", percent: 0 },
    timing: { delayDays: 0, accruedDays: 0 },
  };
  const flows = roomForFlows(480);
  const out = new Float64Array(COUNT);
  let first = 0;
  /** @param {(i: number) => number} value */
  const each = (value) => ({
    count: PASS,
    passes: (TIMES * COUNT) / PASS,
    run: () => {
      first = (first + PASS) % COUNT;
      for (let i = first; i < first + PASS; i++) {
        it.pool.coupon = pools.coupon[i];
        it.pool.wac = pools.wac[i];
        it.pool.wam = pools.wam[i];
        it.pool.age = pools.age[i];
        it.speed.percent = 100 * pools.psa[i];
        out[i] = value(i);
      }
    },
  });
  return {
    "cash flows and average life": each(() => fillPoolFlows(flows, it.pool, it.speed, 100) / 1200),
    "yield at constant PSA": each((i) => poolYield(it, pools.clean[i], "mortgage")),
  };
}

/** Worst errors: of average lives in years and yields over mbs_grid.csv, of flows in dollars of Fabozzi's 400 million. */
function worstErrors() {
  const { golden } = require("../support/golden");
  const { fillPoolFlows, poolFlows, roomForFlows } = require("../../src/calc/mortgage/cashFlows");
  const { poolYield } = require("../../src/calc/mortgage/poolValue");
  const { price, rate } = require("../../src/calc/units");
  const flows = roomForFlows(480);
  let [life, yld, dollars] = [0, 0, 0];
  for (const row of golden("mbs_grid.csv")) {
    const of = (/** @type {string} */ name) => Number(row[name]);
    const pool = {
      coupon: rate(of("net")),
      wac: rate(of("wac")),
      wam: of("wam"),
      age: of("age"),
    };
    const isPsa = row.speed_type === "PSA";
    /** @type {import("../../src/calc/prepayment/speed").Speed} */
    const speed = isPsa
      ? { kind: "psa", percent: of("speed") }
      : { kind: "cpr", cpr: rate(of("speed") / 100) };
    const timing = { delayDays: of("actual_delay"), accruedDays: of("settle_days_into_accrual") };
    const late = (timing.delayDays - timing.accruedDays) / 360;
    const found = fillPoolFlows(flows, pool, speed, 100) / 1200 + late;
    life = Math.max(life, Math.abs(found - of("wal_years")));
    const solved = poolYield({ pool, speed, timing }, price(of("price_clean")));
    yld = Math.max(yld, Math.abs(solved - of("bey")));
  }
  const fabozzi = { coupon: rate(0.075), wac: rate(0.08125), wam: 357, age: 3 };
  for (const percent of [100, 165]) {
    const { interest, scheduled, prepaid } = poolFlows(fabozzi, { kind: "psa", percent }, 4e8);
    golden(`fabozzi_400mm_${percent}psa_recomputed.csv`).forEach((row, i) => {
      const paid = [interest, scheduled, prepaid].reduce((sum, it) => sum + (it[i] ?? NaN), 0);
      dollars = Math.max(dollars, Math.abs(paid - Number(row.cash_flow)));
    });
  }
  const digits = (/** @type {number} */ error) => error.toExponential(1);
  return {
    "cash flows and average life": `$${digits(dollars)}, ${digits(life)}`,
    "yield at constant PSA": digits(yld),
  };
}

module.exports = { mortgageRace };
