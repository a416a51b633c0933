// Keeps the machine code of the command line's parts beside them, as V8 has it after a formula was evaluated.
// @ts-check
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { isMainThread, parentPort } = require("node:worker_threads");

/** Evaluated once, so that what an answer needs is compiled. */
const FORMULA = "=RV.SPREADGAP(101,62)";

/** The environment variable by which this file, as a program, finds cli.js in each of its threads. */
const CLI = "ROTATION_CLI";

/**
 * @param {string} folder the built folder with cli.js and functions.js
 * @throws {Error} when the command line cannot evaluate a formula
 */
function keepMachineCode(folder) {
  const { status, stderr } = spawnSync(process.execPath, [__filename, "eval", FORMULA], {
    encoding: "utf8",
    env: { ...process.env, [CLI]: path.join(folder, "cli.js") },
  });
  if (status !== 0) throw new Error(`the command line does not start: ${stderr.slice(-2_000)}`);
}

/** Runs the command line as cli.js does, and writes what it compiled when a thread has its answer. */
function runAndKeep() {
  const cli = process.env[CLI] ?? "";
  const loaded = require(cli).start(path.dirname(cli), __filename);
  const keep = () => {
    for (const [cache, script] of loaded) fs.writeFileSync(cache, script.createCachedData());
  };
  if (parentPort === null) {
    const { exit } = process;
    process.exit = /** @type {typeof process.exit} */ (
      (code) => {
        keep();
        exit(code);
      }
    );
    return;
  }
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message) => {
    keep();
    post(message);
  };
}

module.exports = { keepMachineCode };

if (require.main === module || !isMainThread) runAndKeep();
