// dist/cli.js: runs the program of the command line, with the machine code that the build kept for it where this
// version of Node takes it. To compile 16 MB again would cost each start as much as everything else does.
// @ts-check
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/**
 * Runs the program; its name holds a hash of its content, so that no code of another one is taken.
 *
 * @param {string} folder where this file lies
 * @returns {{ script: Script, cache: string }} the program, and the file for its machine code
 */
function start(folder) {
  const parts = join(folder, "cli");
  const name = existsSync(parts)
    ? readdirSync(parts).find((file) => /^program-.+\.js$/.test(file))
    : undefined;
  if (name === undefined) {
    process.stderr.write(`${parts} holds no program; run \`npm run build:cli\` first\n`);
    process.exit(2);
  }
  const filename = join(parts, name);
  const cache = filename.replace(/\.js$/, ".cache");
  const kept = existsSync(cache) ? { cachedData: readFileSync(cache) } : {};
  const script = new Script(wrap(readFileSync(filename, "utf8")), { filename, ...kept });
  const program = { exports: {} };
  // The program finds functions.js, and itself for its workers, by the place of this file.
  script.runInThisContext()(program.exports, createRequire(filename), program, __filename, folder);
  return { script, cache };
}

module.exports = { start };

if (require.main === module || !require("node:worker_threads").isMainThread) start(__dirname);
