// Keeps the machine code of the command line's parts beside them, as V8 has it after a formula was evaluated.
// @ts-check
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

/** Evaluated once, so that what an answer needs is compiled. */
const FORMULA = "=RV.SPREADGAP(101,62)";

/**
 * @param {string} folder the built folder with cli.js and functions.js
 * @throws {Error} when the command line cannot evaluate a formula
 */
function keepMachineCode(folder) {
  const cli = path.join(folder, "cli.js");
  const { status, stderr } = spawnSync(process.execPath, [__filename, cli, "eval", FORMULA], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the command line does not start: ${stderr}`);
}

module.exports = { keepMachineCode };

if (require.main === module) {
  const [, , cli = ""] = process.argv;
  process.argv.splice(1, 1);
  const { exit } = process;
  const loaded = require(cli).start(path.dirname(cli));
  process.exit = /** @type {typeof process.exit} */ (
    (code) => {
      for (const [cache, script] of loaded) fs.writeFileSync(cache, script.createCachedData());
      exit(code);
    }
  );
}
