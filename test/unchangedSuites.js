// Which unit suites `npm run check` may leave out: those that nothing changed for since all of them
// passed. `npm test` leaves none out.
// @ts-check
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
const STORE = path.join(ROOT, "node_modules/.cache/rotation/passedFiles.json");

/** Suites that read sources as text or start programs, which no import shows: they always run. */
const ALWAYS = /^test\/(architecture|build|catalogue|cli)\/.*\.test\.ts$/;
const READS_TEXTS =
  /^test\/(functions\/(prefixInvariance|missingIsNotZero)|calc\/backtest\/realData|host\/knownLimits)\.test\.ts$/;

/** It imports every function of the worksheet by a path that it computes, and so do the suites that use it. */
const BY_COMPUTED_PATH = "test/support/worksheetFunctions.ts";

/** A file that others import; a change of any other file (data, settings, documents) may reach every suite. */
const MODULE = /^(src|test)\/.*\.tsx?$/;
const DOCUMENT = /\.(md|png|svg)$/;

/** @typedef {Record<string, string>} Hashes a hash of each file's content by path, and the version of Node */

/** @returns {Hashes | undefined} of the project's files, committed or not; undefined outside a clone */
function hashFiles() {
  const listed = spawnSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (listed.status !== 0) return undefined;
  const files = listed.stdout
    .split("\0")
    .filter((file) => file !== "" && fs.existsSync(inRoot(file)));
  const installed = "node_modules/.package-lock.json";
  const of = [...files, ...(fs.existsSync(inRoot(installed)) ? [installed] : [])];
  return {
    node: process.version,
    ...Object.fromEntries(of.map((file) => [file, hash(inRoot(file))])),
  };
}

/** @param {string} file */
const inRoot = (file) => path.join(ROOT, file);

/** @param {string} file */
const hash = (file) => createHash("sha256").update(fs.readFileSync(file)).digest("base64");

/**
 * What Jest is told so that it runs the suites that a change can reach; nothing where all must run.
 *
 * @param {Hashes} now
 * @param {Hashes | undefined} passed the files when all suites last passed
 * @returns {string[]}
 */
function reachedSuites(now, passed) {
  if (passed === undefined) return [];
  const changed = Object.keys({ ...passed, ...now }).filter((file) => now[file] !== passed[file]);
  const reaching = changed.filter((file) => !DOCUMENT.test(file));
  // What imported a file that is gone cannot be asked for.
  if (reaching.some((file) => !MODULE.test(file) || !(file in now))) return [];
  const always = Object.keys(now).filter((file) => ALWAYS.test(file) || READS_TEXTS.test(file));
  const functions = reaching.some((file) => file.startsWith("src/")) ? [BY_COMPUTED_PATH] : [];
  return ["--findRelatedTests", ...reaching, ...functions, ...always];
}

/** @returns {Hashes | undefined} undefined before the first time */
function passedFiles() {
  try {
    return JSON.parse(fs.readFileSync(STORE, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {Hashes} hashes */
function keepPassed(hashes) {
  fs.mkdirSync(path.dirname(STORE), { recursive: true });
  fs.writeFileSync(STORE, JSON.stringify(hashes));
}

module.exports = { hashFiles, keepPassed, passedFiles, reachedSuites };
