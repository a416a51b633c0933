// How fast it is, as ratios in one run: `npm run bench`. Processor time, the least of rounds in which the
// compared things take turns; a missed goal is printed, not hidden. The page alone is timed by the clock.
// @ts-check
require("../support/typescriptInNode");
const { installCustomFunctions } = require("./installCustomFunctions");
const { race } = require("./processorTime");

installCustomFunctions();

/** @type {string[][]} */
const rows = [["what", "time", "against", "time", "ratio", "goal", "", "worst error"]];
const time = (/** @type {number} */ ms) => {
  if (ms < 1e-3) return `${(1e6 * ms).toFixed(0)} ns`;
  return ms < 1 ? `${(1000 * ms).toFixed(1)} µs` : `${ms.toFixed(2)} ms`;
};

/** @param {string} what @param {number} ms @param {string} against @param {number} other @param {number | null} goal */
function ratio(what, ms, against, other, goal) {
  rows.push([what, time(ms), against, time(other), ...compared(ms / other, goal)]);
}

/** @param {number} it @param {number | null} goal */
const compared = (it, goal) => [
  it.toFixed(2),
  goal === null ? "printed" : `≤ ${goal.toFixed(2).replace(/\.?0+$/, "")}`,
  goal === null || it <= goal ? "" : "MISSED",
];

const megabytes = (/** @type {number} */ value) => `${value.toFixed(0)} MB`;

/** A row against another program: a goal below 1 is so many times faster. @param {import("./bondRace").Row} row */
function programRow({ what, ns, against, other, goal, error }) {
  const isFaster = goal < 1;
  const wanted = isFaster ? `${(1 / goal).toFixed(0)}× faster` : `≤ ${goal}`;
  const it = other === null ? NaN : ns / other;
  const shown = isFaster ? `1/${(1 / it).toFixed(0)}` : it.toFixed(2);
  rows.push([
    what,
    time(ns / 1e6),
    against,
    other === null ? "" : time(other / 1e6),
    other === null ? "" : shown,
    wanted,
    other === null || it <= goal ? "" : "MISSED",
    error,
  ]);
}

/** @param {string} what @param {number} ms @param {number} goal */
function absolute(what, ms, goal) {
  rows.push([what, time(ms), "", "", "", `≤ ${goal} ms`, ms <= goal ? "" : "MISSED"]);
}

async function main() {
  const { bookRows, cellTimes, firstOas, zScoreTimes } = require("./bookRace");
  const z = await zScoreTimes();
  ratio(
    "ZSCORE, 10,000 points, after 500 other calls",
    z.mixed,
    "in a fresh process",
    z.fresh,
    1.3,
  );
  bookRows().forEach(programRow);
  const { batchRace } = require("./batchRace");
  const job = await batchRace();
  const alone = "its calculation alone";
  ratio("batch pools, 20,000 rows, Parquet to Parquet", job.batch, alone, job.calculation, 1.3);
  ratio("batch pools, 20,000 rows with words", job.words, "20,000 with answers", job.batch, 1);
  const cellsOf = cellTimes();
  absolute("COUPONSTACK, 40 rows at new prices", cellsOf.stack ?? NaN, 10);
  absolute("BONDSPREAD Z, 10,000 rows", cellsOf.bonds ?? NaN, 40);
  absolute("the first MBSOAS of a session", firstOas(), 15);

  const { zScore } = require("../../src/calc/history/zScore");
  const { pctRank } = require("../../src/calc/history/pctRank");
  const { historySummary } = require("../../src/calc/history/summary");
  const { normalStream } = require("../../src/calc/numeric/random");
  const { daySerial } = require("../../src/calc/units");
  const { series } = require("../../src/functions/excel/series");
  const { gapReceiptRows } = require("../../src/functions/gapReceipt");

  const n = 10_000;
  const shock = normalStream(1);
  let level = 55;
  /** @type {any} Indexing a typed array costs nothing here; its type says it may be missing. */
  const history = Float64Array.from(
    { length: n },
    () => (level = 55 + 0.98 * (level - 55) + shock()),
  );
  const cells = Array.from(history, (value) => [value]);
  const dates = Array.from({ length: n }, (_, i) =>
    daySerial(30_000 + 7 * Math.floor(i / 5) + (i % 5)),
  );

  /** The same work without options, missing rows or checks. */
  const plainZ = () => {
    let sum = 0;
    for (let i = 0; i < n - 1; i++) sum += history[i];
    const centre = sum / (n - 1);
    let squares = 0;
    for (let i = 0; i < n - 1; i++) squares += /** @type {number} */ (history[i] - centre) ** 2;
    return /** @type {number} */ (history[n - 1] - centre) / Math.sqrt(squares / (n - 2));
  };
  const plainRank = () => {
    const last = history[n - 1];
    let [below, equal] = [0, 0];
    for (let i = 0; i < n - 1; i++) {
      const value = history[i];
      if (value < last) below++;
      else if (value === last) equal++;
    }
    return (below + equal / 2) / (n - 1);
  };
  if (Math.abs(plainZ() - zScore(history)) > 1e-9) throw new Error("the plain z-score is another");
  if (plainRank() !== pctRank(history)) throw new Error("the plain rank is another");

  const statistics = race(
    {
      z: () => zScore(history),
      plainZ,
      rank: () => pctRank(history),
      plainRank,
      summary: () => historySummary({ dates, values: history }),
      convert: () => series(cells, "history"),
      copy: () => cells.map((row) => [...row]),
    },
    20,
  );
  const of = (/** @type {string} */ name) => statistics[name] ?? NaN;
  ratio("ZSCORE, 10,000 points", of("z"), "plain loop", of("plainZ"), 2);
  ratio("PCTRANK, 10,000 points", of("rank"), "plain loop", of("plainRank"), 2);
  ratio("cells → numbers, 10,000 × 1", of("convert"), "copy of the cells", of("copy"), null);
  ratio("HISTORY, 10,000 points", of("summary"), "ZSCORE", of("z"), 6);

  const short = cells.slice(-240);
  const months = Array.from({ length: 240 }, (_, i) => [30_000 + 30 * i]);
  const receipt = race({ receipt: () => gapReceiptRows([["corpOas", 62]], short, months) }, 5);
  absolute("GAPRECEIPT, 240 months", receipt.receipt ?? NaN, 5);

  const { rotationSignalCells } = require("../../src/functions/signal");
  const daily = Array.from({ length: 6_300 }, (_, i) => [60 + 20 * Math.sin(i / 200) + (i % 7)]);
  const aYear = [["periodsPerYear", 252]];
  const detailed = race({ detail: () => rotationSignalCells(daily, -20, 5.6, aYear, "detail") }, 1);
  absolute("ROTATIONSIGNAL, detail, 25 years of days", detailed.detail ?? NaN, 150);

  const { whatMustHappenRows } = require("../../src/functions/scenarios");
  const correlations = [
    [1, -0.3, -0.2, -0.5],
    [-0.3, 1, 0.55, 0.1],
    [-0.2, 0.55, 1, 0],
    [-0.5, 0.1, 0, 1],
  ];
  const nearest = race(
    {
      move: () =>
        whatMustHappenRows(
          [[0.0503, 5.6, -160, null, 0, false, -6]],
          [[0.0459, 6.1, 45, null, 3.6, true]],
          1,
          [[90], [35], [28], [20]],
          correlations,
        ),
    },
    20,
  );
  absolute("WHATMUSTHAPPEN", nearest.move ?? NaN, 5);

  const { mbsKrdRows, mbsOasPriceCell } = require("../../src/functions/mortgageOas");
  const { BASE_CURVE } = require("../../src/functions/selfTest/workedSeries");
  const pool = /** @type {const} */ ([0.05, 0.0595, 357, 3]);
  const keyRates = race(
    {
      tents: () => mbsKrdRows(99.75, ...pool, BASE_CURVE),
      // As many valuations as six key rates need: two each, and one for the spread.
      valuations: () => {
        for (let i = 0; i < 13; i++) mbsOasPriceCell(25, ...pool, BASE_CURVE);
      },
    },
    3,
  );
  const [tents = NaN, valuations = NaN] = [keyRates.tents, keyRates.valuations];
  ratio("MBSKRD, 6 key tenors", tents, "13 × MBSOASPRICE", valuations, 1.3);

  const { bondKrdRows, bondSpreadCells } = require("../../src/functions/bondSpread");
  const ofBond = race(
    {
      tents: () => bondKrdRows("2026-01-16", "2036-01-16", 0.055, 101.25, BASE_CURVE),
      // As many valuations as six key rates need: two each, and one for the spread.
      spreads: () => {
        for (let i = 0; i < 13; i++) {
          bondSpreadCells([["2026-01-16"]], [["2036-01-16"]], [[0.055]], [[101.25]], BASE_CURVE);
        }
      },
    },
    10,
  );
  const spreads = ofBond.spreads ?? NaN;
  ratio("BONDKRD, 6 key tenors", ofBond.tents ?? NaN, "13 × BONDSPREAD", spreads, null);

  const { poolRace } = require("./poolRace");
  const pools = poolRace(race);
  const valued = pools.valuations ?? NaN;
  ratio("MBSHORIZON, exit at a held OAS", pools.horizon ?? NaN, "2 × MBSOASPRICE", valued, 1.5);
  ratio("PROASFIT, 8 coupons", pools.fit ?? NaN, "COUPONSTACK, 40 rows", pools.stack ?? NaN, 1.5);

  const { hwFitRows } = require("../../src/functions/hwFit");
  const swaptions = [0.5, 1, 2, 3, 4, 5, 7, 8, 9, 10].flatMap((expiry, i) =>
    [1, 2, 5, 7, 10, 20].map((tenor) => [expiry, tenor, 90 - i - tenor / 4]),
  );
  const fitted = race({ fit: () => hwFitRows(swaptions, BASE_CURVE) }, 3);
  absolute("HWFIT, 60 swaptions", fitted.fit ?? NaN, 100);

  const { callableRace } = require("./callableRace");
  const { times: callable, row: treeRow } = callableRace(race);
  absolute("BONDOAS, 10 years, Bermudan", callable.bermudan ?? NaN, 1.5);
  absolute("BONDOAS, 10 years, American", callable.american ?? NaN, 1.5);
  absolute("BONDOAS, 10 years, American, 30 days of notice", callable.notice ?? NaN, 3);
  absolute("BONDOAS, 10 years, American, lognormal", callable.lognormal ?? NaN, 5);
  programRow(treeRow);

  const { validationRace } = require("./validationRace");
  const checked = validationRace(race, history);
  const backtested = "backtest, 25 years of days: z of 252, hysteresis, cost, drawdown";
  ratio(backtested, checked.backtest ?? NaN, "ZSCORE, 10,000 points", checked.z ?? NaN, 8);
  const ranked = "rolling percentile rank, 2,520 over 10,000";
  ratio(ranked, checked.rank ?? NaN, "PCTRANK at every row", checked.naiveRank ?? NaN, 0.125);
  absolute("SHARPECI, 2,000 draws of 300 months", checked.sharpe ?? NaN, 50);
  absolute("PBO, 10 blocks, 50 strategies of 300 months", checked.overfitting ?? NaN, 50);

  const { bondRace } = require("./bondRace");
  const { mortgageRace } = require("./mortgageRace");
  const programRows = [...bondRace(), ...mortgageRace()];
  programRows.forEach(programRow);
  if (programRows.length === 0)
    rows.push(["bonds and pools", "", "not measured: ../shared/limits is missing"]);

  const { oasRace } = require("./oasRace");
  const oasRows = oasRace();
  oasRows.forEach(programRow);
  if (oasRows.length === 0) rows.push(["OAS", "", "not measured: ../shared/limits is missing"]);

  const { engineRace } = require("./engineRace");
  const { gap, builtIn } = await engineRace(n);
  ratio("SPREADGAP, 10,000 cells in the engine", gap, "ATAN2, 10,000 cells", builtIn, 1.5);

  const { recalculationRace, recalculationRows } = require("./recalculationRace");
  const [flag, against] = process.argv.slice(2);
  const raced = await recalculationRace(flag === "--against" ? against : undefined);
  for (const { what, here, against: other, there, goal, unit } of recalculationRows(raced)) {
    if (unit === "ms") ratio(what, here, other, there, goal);
    else
      rows.push([what, megabytes(here), other, megabytes(there), ...compared(here / there, goal)]);
  }

  const { pageRace } = require("./pageRace");
  const { firstView, loading, editing } = await pageRace();
  absolute("workbench, 2,000 × 8 and 500 RV formulas: first view", firstView, 3_000);
  absolute("its longest block while cells are edited", editing, 200);
  rows.push(["its longest block while it loads", time(loading), "", "", "", "printed", ""]);
  const { firstGridRace } = require("./firstGridRace");
  const grid = await firstGridRace(flag === "--against" ? against : undefined);
  const usable = "workbench: first grid that can be used, processor time";
  if (grid.there !== null) ratio(usable, grid.here, "the other checkout's", grid.there, 0.6);
  else rows.push([usable, time(grid.here), "", "", "", "printed", ""]);
  const { blockRace } = require("./blockRace");
  for (const { what, block } of await blockRace()) {
    absolute(`workbench: longest block, ${what}`, block, 200);
  }

  const widths = rows.reduce(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)),
    /** @type {number[]} */ ([]),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  // The engine leaves timers behind.
  process.exit(0);
}

void main();
