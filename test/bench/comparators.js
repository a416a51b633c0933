// The programs that the functions are measured against: built in a scratch folder, each run printing
// "who what 42.0 ns min 41.0" a line.
// @ts-check
const { execFileSync, spawnSync } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { least, processorTime } = require("./processorTime");

/** The programs as they were handed to the project; never changed. */
const LIMITS = path.resolve(__dirname, "../../../shared/limits");

/** @param {string} file @returns {string} the first digits of its sha256 */
const hashOf = (file) =>
  crypto.createHash("sha256").update(fs.readFileSync(file)).digest("hex").slice(0, 12);

const C = { build: ["gcc", "-O3", "-march=native"], libraries: ["-lm"], args: [] };
const QUANTLIB = {
  build: ["g++", "-O3", "-march=native", "-std=c++17"],
  libraries: ["-lQuantLib"],
  args: ["400"],
};
const PROGRAMS = [
  { source: path.join(LIMITS, "bond.c"), ...C, build: [...C.build, '-DTAG="c"'] },
  { source: path.join(LIMITS, "ql.cpp"), ...QUANTLIB },
  { source: path.join(__dirname, "brentYield.cpp"), ...QUANTLIB },
  { source: path.join(LIMITS, "mbs.c"), ...C },
];

/**
 * Builds what can be built here.
 *
 * @param {readonly string[]} names file names of the programs that are wanted
 * @returns {{ folder: string, programs: { name: string, hash: string, run: (() => Map<string, number>) | null, why: string }[] } | null}
 *   the folder with the inputs and the programs, each with the reason where it cannot run; null
 *   where ../shared/limits is missing
 */
function buildComparators(names) {
  if (!fs.existsSync(LIMITS)) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
  execFileSync("node", [path.join(LIMITS, "make-inputs.mjs"), folder]);
  const wanted = PROGRAMS.filter(({ source }) => names.includes(path.basename(source)));
  const programs = wanted.map(({ source, build, libraries, args }) => {
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
    [...printed.matchAll(/^.*?(\S+) ([\d.]+) ns(?: min ([\d.]+))?/gm)].map(
      ([, what = "", median, min = median]) => [what, Number(min)],
    ),
  );

const ROUNDS = 5;

/**
 * What is measured: one run does `count` pieces of work, and of several passes a round the least counts.
 *
 * @typedef {{ count: number, run: () => void, passes?: number }} Contender
 */

/**
 * Runs ours and theirs in turns.
 *
 * @param {Record<string, Contender>} ours
 * @param {readonly { name: string, run: (() => Map<string, number>) | null }[]} programs
 * @returns {(key: string) => number} the least in nanoseconds, of ours by name, of theirs by
 *   program and what it timed
 */
function race(ours, programs) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const note = (/** @type {string} */ key, /** @type {number} */ ns) =>
    times.set(key, [...(times.get(key) ?? []), ns]);
  for (const { run } of Object.values(ours)) for (let i = 0; i < 3; i++) run();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, run } of programs) {
      for (const [what, ns] of run?.() ?? []) note(`${name} ${what}`, ns);
      for (const [own, { run, count, passes = 1 }] of Object.entries(ours)) {
        const took = Array.from({ length: passes }, () => processorTime(run));
        note(own, (least(took) * 1e6) / count);
      }
    }
  }
  return (key) => least(times.get(key) ?? []);
}

module.exports = { buildComparators, compile, hashOf, LIMITS, race };
