// `npm run test:engines [-- 24]`: the unit suites and the built command line on the releases of Node that
// README recommends. Their engines differ in the last bit of exp, log and pow: no worked number, text or
// row order may. It needs a build (`npm run build:cli`) and the package registry.
// @ts-check
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const RELEASES = ["22", "24"];
const asked = process.argv.slice(2);
if (asked.some((release) => !RELEASES.includes(release))) {
  console.error(`the release is ${asked.join(", ")}; it must be ${RELEASES.join(" or ")}`);
  process.exit(2);
}

/** Not in package.json: `npm ci` brings no binaries. */
const program = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-engines-"));

/** @param {string} release @returns {string} the path of its program */
function install(release) {
  const alias = `node${release}`;
  const words = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
  execFileSync("npm", [...words, `${alias}@npm:${program}@${release}`], { stdio: "ignore" });
  const bin = path.join(folder, "node_modules", alias, "bin");
  return path.join(bin, process.platform === "win32" ? "node.exe" : "node");
}

/** @param {string} node @param {string[]} words @returns {string | null} what it says; null where it failed */
function run(node, words) {
  const { status, stdout, stderr } = spawnSync(node, words, { cwd: ROOT, encoding: "utf8" });
  if (status === 0) return stdout;
  console.error(`${stdout}${stderr}`.slice(-4000));
  return null;
}

/** @param {string} what @param {boolean} isGood */
function check(what, isGood) {
  console.log(`${isGood ? "passed" : "FAILED"}: ${what}`);
  if (!isGood) process.exitCode = 1;
}

const SUITES = ["node_modules/jest/bin/jest.js", "-c", "test/jest.config.js"];
process.on("exit", () => {
  fs.rmSync(folder, { recursive: true, force: true });
});
for (const release of asked.length > 0 ? asked : RELEASES) {
  const node = install(release);
  const version = (run(node, ["--version"]) ?? "").trim();
  const card = run(node, ["dist/cli.js", "eval", "=INDEX(RV.SELFTEST(),1,2)"]) ?? "";
  check(`${version}: the worked numbers`, card.includes('"value":"passed"'));
  const help = run(node, ["dist/cli.js", "batch", "--help"]) ?? "";
  check(`${version}: the help of batch`, help.startsWith("Usage: node dist/cli.js batch"));
  check(`${version}: the unit suites`, run(node, [...SUITES, "--selectProjects", "unit"]) !== null);
}
