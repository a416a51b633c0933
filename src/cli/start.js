// dist/cli.js: runs the program of the command line, whose parts lie in the folder cli, each loaded when a command
// asks for it. Where the build kept V8's machine code of a part, and this version of Node takes it, the part is not
// compiled again: that would cost each start as much as everything else does.
// @ts-check
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/**
 * Runs the program; the names of its parts hold hashes of their content, so that no code of other ones is taken.
 *
 * @param {string} folder where this file lies
 * @param {string} [self] the file that its threads run
 * @returns {Map<string, Script>} the parts that are loaded, more of them as it runs, by the files for their machine code
 */
function start(folder, self = __filename) {
  const parts = join(folder, "cli");
  const name = existsSync(parts)
    ? readdirSync(parts).find((file) => /^program-.+\.js$/.test(file))
    : undefined;
  if (name === undefined) {
    process.stderr.write(`${parts} holds no program; run \`npm run build:cli\` first\n`);
    process.exit(2);
  }
  const loaded = new Map();
  const requireOther = createRequire(join(parts, name));

  /** @param {string} file @returns {unknown} what the part exports */
  const load = (file) => {
    const filename = join(parts, file);
    const cache = filename.replace(/\.js$/, ".cache");
    const kept = existsSync(cache) ? { cachedData: readFileSync(cache) } : {};
    // The build writes ASCII; read as UTF-8 it would take three times as long.
    const script = new Script(wrap(readFileSync(filename, "latin1")), { filename, ...kept });
    loaded.set(cache, script);
    const part = { exports: {} };
    // The program finds functions.js by the folder.
    script.runInThisContext()(part.exports, requirePart, part, self, folder);
    return part.exports;
  };
  /** @param {string} wanted @returns {unknown} a part, or a module of Node */
  const requirePart = (wanted) => (wanted.startsWith("./") ? load(wanted) : requireOther(wanted));

  load(name);
  return loaded;
}

module.exports = { start };

if (require.main === module || !require("node:worker_threads").isMainThread) start(__dirname);
