// The programs that the bond functions are measured against: built in a scratch folder, each run
// printing "who what 42.0 ns min 41.0" a line.
// @ts-check
const { execFileSync, spawnSync } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** The programs as they were handed to the project; never changed. */
const LIMITS = path.resolve(__dirname, "../../../shared/limits");

/** @param {string} file @returns {string} the first digits of its sha256 */
const hashOf = (file) =>
  crypto.createHash("sha256").update(fs.readFileSync(file)).digest("hex").slice(0, 12);

/**
 * Builds what can be built here.
 *
 * @returns {{ folder: string, programs: { name: string, hash: string, run: (() => Map<string, number>) | null, why: string }[] } | null}
 *   the folder with the inputs and the programs, each with the reason where it cannot run; null
 *   where ../shared/limits is missing
 */
function buildComparators() {
  if (!fs.existsSync(LIMITS)) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
  execFileSync("node", [path.join(LIMITS, "make-inputs.mjs"), folder]);
  const cpp = ["-O3", "-march=native", "-std=c++17"];
  const programs = [
    {
      source: path.join(LIMITS, "bond.c"),
      build: ["gcc", "-O3", "-march=native", '-DTAG="c"'],
      libraries: ["-lm"],
      args: [],
    },
    {
      source: path.join(LIMITS, "ql.cpp"),
      build: ["g++", ...cpp],
      libraries: ["-lQuantLib"],
      args: ["400"],
    },
    {
      source: path.join(__dirname, "brentYield.cpp"),
      build: ["g++", ...cpp],
      libraries: ["-lQuantLib"],
      args: ["400"],
    },
  ].map(({ source, build, libraries, args }) => {
    const { program, hash, why } = compile(folder, source, build, libraries);
    const run = () => readTimes(execFileSync(program, args, { cwd: folder, encoding: "utf8" }));
    return { name: path.basename(source), hash, run: why === "" ? run : null, why };
  });
  return { folder, programs };
}

/**
 * Compiles one program.
 *
 * @param {string} folder where to
 * @param {string} source its file
 * @param {readonly string[]} build compiler and options
 * @param {readonly string[]} libraries
 * @returns the program, the hash of its source, and why it cannot run; "" where it can
 */
function compile(folder, source, [compiler = "", ...options], libraries) {
  const program = path.join(folder, path.parse(source).name);
  const built = spawnSync(compiler, [...options, source, "-o", program, ...libraries], {
    encoding: "utf8",
  });
  const failed = built.status === 0 ? "" : `${compiler} does not build ${path.basename(source)}`;
  return { program, hash: hashOf(source), why: built.error ? `${compiler} is missing` : failed };
}

/** @param {string} printed @returns {Map<string, number>} nanoseconds by what was timed */
const readTimes = (printed) =>
  new Map(
    [...printed.matchAll(/^\S+ (\S+) ([\d.]+) ns/gm)].map(([, what = "", ns]) => [
      what,
      Number(ns),
    ]),
  );

module.exports = { buildComparators, compile, hashOf, LIMITS };
