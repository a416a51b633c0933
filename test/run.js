// Runs every check and test, and ends with one line: N passed, N failed. Needs nothing but Node.
//   node test/run.js          all of it (`npm test`)
//   node test/run.js --quick  types, lint, rules and the quick unit tests (`npm run check`); what no
//                             change has reached since it passed is left out
// @ts-check
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { ensureModules } = require("../src/build/bootstrap");
const { hashFiles, keepPassed, passedFiles, reachedSuites } = require("./unchangedSuites");

const ROOT = path.join(__dirname, "..");
const bin = (/** @type {string} */ program) => path.join("node_modules", program);
/** Where the production build of the tests claims to be served. */
const URL = "https://rotation.example.com/app";

/** Longest that one step may take, in milliseconds: a runner that hangs is a failure with a name. */
const LONGEST = 30 * 60_000;

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, command: string[], jest?: boolean }} Step */

const quick = process.argv.includes("--quick");
/** @param {string} tool @param {string[]} words */
const cached = (tool, ...words) =>
  quick ? [...words, "--cache", "--cache-location", `node_modules/.cache/rotation/${tool}`] : words;

/** What the compiler keeps for the next time. @param {string} name */
const keptTypes = (name) =>
  quick ? ["--incremental", "--tsBuildInfoFile", `node_modules/.cache/rotation/${name}.json`] : [];

/** @type {Step[]} */
const CHECKS = [
  { name: "types", command: [bin("typescript/bin/tsc"), "-p", ".", ...keptTypes("types")] },
  {
    name: "types of calc alone",
    command: [bin("typescript/bin/tsc"), "-p", "src/calc", ...keptTypes("calcTypes")],
  },
  {
    name: "types of the kernel",
    command: [bin("typescript/bin/tsc"), "-p", "src/calc/oas/kernel/assembly"],
  },
  { name: "kernel as it was compiled", command: ["src/build/kernel.js", "--check"] },
  {
    name: "lint",
    command: cached("eslint", bin("eslint/bin/eslint.js"), "."),
  },
  {
    name: "format",
    command: cached(
      "prettier",
      bin("prettier/bin/prettier.cjs"),
      "--check",
      "--log-level",
      "warn",
      ".",
    ),
  },
  { name: "unused code and packages", command: [bin("knip/bin/knip.js")] },
  { name: "manifest", command: ["src/build/checkManifest.js"] },
];
/** @type {Step} */
const UNIT = { name: "unit tests", command: jestCommand("unit"), jest: true };
/** @type {Step} */
const LONG = { name: "unit tests of over five seconds", command: jestCommand("long"), jest: true };
/** @type {Step[]} */
const BUILD = [
  { name: "production build", command: ["src/build/build.js", "--url", URL] },
  { name: "scripts for warehouses", command: ["src/build/buildWarehouse.js"] },
  { name: "list of functions", command: ["src/build/functionList.js", "--check"] },
];
/** @type {Step} */
const BUILT = { name: "tests of what was built", command: jestCommand("built"), jest: true };

/** @param {string} project @returns {string[]} */
function jestCommand(project) {
  const workers = Math.max(2, os.availableParallelism() - 1);
  const settings = ["-c", "test/jest.config.js", `--selectProjects=${project}`, `-w=${workers}`];
  return [bin("jest/bin/jest.js"), ...settings];
}

/**
 * Runs one step; its output is shown when it has ended, so that two steps do not mix.
 *
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function run(step) {
  const started = Date.now();
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "rotation-")), "jest.json");
  const words = step.jest ? [...step.command, "--json", `--outputFile=${report}`] : step.command;
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST,
    killSignal: "SIGKILL",
  });
  let output = "";
  // With --json Jest's standard output is the report itself; what a reader wants is on the other.
  child.stdout.on("data", (data) => (output += step.jest ? "" : data));
  child.stderr.on("data", (data) => (output += data));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (child.killed) output += `\n${step.name} was ended after ${LONGEST / 60_000} minutes`;
  const count = step.jest
    ? countOf(report, status)
    : { passed: +(status === 0), failed: +(status !== 0), skipped: 0 };
  fs.rmSync(path.dirname(report), { recursive: true, force: true });
  if (output.trim() !== "" && (step.jest || count.failed > 0)) console.log(output.trimEnd());
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${count.failed === 0 ? "ok  " : "FAIL"} ${step.name}: ${line(count)} (${seconds} s)`,
  );
  return count;
}

/** @param {string} report @param {unknown} status @returns {Count} */
function countOf(report, status) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    fs.readFileSync(report, "utf8"),
  );
  // A suite that could not start, or a runner that fails for another reason, is a failure too.
  const failed = numFailedTests + numRuntimeErrorTestSuites || (status === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

/** @param {Count} count */
const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @param {Step[]} steps @returns {Promise<Count[]>} */
async function inOrder(steps) {
  const counts = [];
  for (const step of steps) counts.push(await run(step));
  return counts;
}

async function main() {
  ensureModules();
  // Found, or installed where that is allowed, before anything waits for it.
  if (!quick) process.env.CHROME_PATH = require("../src/build/findBrowser").findBrowser();
  // Tests have the machine to themselves, one step after the other: what a browser does beside them
  // has made them three times slower.
  const files = quick ? hashFiles() : undefined;
  const reached = files === undefined ? [] : reachedSuites(files, passedFiles());
  const unit = { ...UNIT, command: [...UNIT.command, ...reached] };
  const lanes = quick ? [CHECKS, [unit]] : [CHECKS, BUILD];
  const counts = (await Promise.all(lanes.map(inOrder))).flat();
  if (!quick) counts.push(...(await inOrder([UNIT, LONG, BUILT])));
  const total = counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
  if (files !== undefined && total.failed === 0) keepPassed(files);
  if (reached.length > 0) console.log("suites that no change reached since they passed: left out");
  console.log(line(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});
