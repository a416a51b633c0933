// A batch from Parquet to Parquet against its calculation alone, and what rows cost that have words.
//   node test/bench/batchRace.js calculation FILE    prints the processor time of answering the pools of a CSV file
// @ts-check
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { least } = require("./processorTime");

const ROOT = path.resolve(__dirname, "../..");
const [POOLS, ROUNDS] = [20_000, 2];
const TERMS = ["price", "coupon", "wac", "wam", "age"];
const FIELDS = ["oas", "duration", "convexity", "krd"];

/** @param {string} file @returns {string[][]} rows of fields that hold no commas */
const fieldsOf = (file) =>
  fs
    .readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

/** Milliseconds of processor time that the answers take, in blocks as a batch has them. @param {string} file */
function calculationTime(file) {
  require("../support/typescriptInNode");
  const { pools } = require("../../src/rows/pools");
  const { BLOCK_ROWS } = require("../../src/cli/batch/block");
  const curve = fieldsOf(path.join(path.dirname(file), "curve.csv")).slice(1);
  const [header = [], ...rows] = fieldsOf(file);
  const blocks = [];
  for (let i = 0; i < rows.length; i += BLOCK_ROWS) {
    const some = rows.slice(i, i + BLOCK_ROWS);
    const column = (/** @type {string} */ term) =>
      Float64Array.from(some, (row) => Number(row[header.indexOf(term)]));
    blocks.push({ rows: some.length, cells: new Map(TERMS.map((term) => [term, column(term)])) });
  }
  const before = process.cpuUsage();
  const calculation = pools.prepare({
    ...{ kind: "pools", fields: FIELDS, assumptions: null, keyTenors: null },
    curve: curve.map((row) => row.map(Number)),
  });
  for (const block of blocks) calculation.answer(block);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/**
 * Milliseconds of processor time; the start of the program is not counted.
 *
 * @returns {Promise<{ batch: number, calculation: number, words: number }>}
 */
async function batchRace() {
  const { writePools } = require("../cluster/pools");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-batch-race-"));
  const here = (/** @type {string} */ name) => path.join(folder, name);
  writePools(here("pools.csv"), here("curve.csv"), POOLS);
  const [header = "", ...lines] = fs.readFileSync(here("pools.csv"), "utf8").trimEnd().split("\n");
  fs.writeFileSync(here("one.csv"), `${header}\n${lines[0]}\n`);
  const blank = lines.map((line) => line.replace(/^([^,]*),[^,]*/, "$1,"));
  fs.writeFileSync(here("bad.csv"), `${[header, ...blank].join("\n")}\n`);
  const preload = here("preload.js");
  fs.writeFileSync(
    preload,
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); require("fs").writeSync(1, String((user + system) / 1e3)); });',
  );
  /** @param {string} from @param {string} to */
  const batch = (from, to) => {
    const files = ["--in", here(from), "--out", here(to), "--curve", here("curve.csv"), "--quiet"];
    const program = path.join(ROOT, "dist/cli.js");
    const command = ["-r", preload, program, "batch", "pools", ...files, "--fields", FIELDS.join()];
    try {
      return Number(execFileSync(process.execPath, command, { encoding: "utf8" }));
    } catch (error) {
      const { status, stdout } = /** @type {{ status: number, stdout: string }} */ (error);
      // Rows with words end it with 2.
      if (status !== 2) throw error;
      return Number(stdout);
    }
  };
  try {
    const values = lines.map((line) => line.split(","));
    const { parquetWriteBuffer } = await import("hyparquet-writer");
    const columnData = header.split(",").map((name, i) => ({
      ...{ name, type: /** @type {"STRING" | "DOUBLE"} */ (i === 0 ? "STRING" : "DOUBLE") },
      data: values.map((row) => (i === 0 ? row[i] : Number(row[i]))),
    }));
    fs.writeFileSync(here("pools.parquet"), Buffer.from(parquetWriteBuffer({ columnData })));
    const words = [__filename, "calculation", here("pools.csv")];
    const runs = {
      start: () => batch("one.csv", "one.parquet"),
      batch: () => batch("pools.parquet", "out.parquet"),
      words: () => batch("bad.csv", "bad.parquet"),
      calculation: () => Number(execFileSync(process.execPath, words, { encoding: "utf8" })),
    };
    /** @type {Record<string, number[]>} */
    const times = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, run] of Object.entries(runs)) (times[name] ??= []).push(run());
    }
    const [start = NaN, whole = NaN, bad = NaN, calculation = NaN] = Object.keys(runs).map((name) =>
      least(times[name] ?? []),
    );
    return { batch: whole - start, calculation, words: bad - start };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module && process.argv[2] === "calculation") {
  console.log(calculationTime(process.argv[3] ?? ""));
} else if (require.main === module) batchRace().then(console.log);

module.exports = { batchRace };
