// Option-adjusted spreads of mortgages: the lattice against our own simulation, that against a C
// program, and both against the plain way; the error in basis points beside the time.
// @ts-check
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { compile, hashOf, LIMITS } = require("./comparators");
const { least, processorTime } = require("./processorTime");

const ROUNDS = 15;
/** As the C programs do: many in a row, in one process. */
const WARM_UP = 60;
const RUNS = 5;
/** Standard error that the simulations are compared at, basis points. */
const WANTED_ERROR = 0.5;
const REPLICATES = 16;

/** @typedef {import("./bondRace").Row} Row */

/** @param {readonly number[]} values */
const deviationOf = (values) => {
  const mean = values.reduce((sum, it) => sum + it, 0) / values.length;
  return Math.sqrt(values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (values.length - 1));
};
const bp = (/** @type {number} */ value) => `${value.toFixed(3)} bp`;

/** @returns {Row[]} none where the comparators are missing */
function oasRace() {
  if (!fs.existsSync(LIMITS)) return [];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
  const programs = buildPrograms(folder);
  const ours = contenders();
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const note = (/** @type {string} */ key, /** @type {number} */ ns) =>
    times.set(key, [...(times.get(key) ?? []), ns]);
  const names = /** @type {(keyof typeof ours.runs)[]} */ (Object.keys(ours.runs));
  for (const name of names) for (let i = 0; i < WARM_UP; i++) ours.runs[name]();
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const took = processorTime(() => {
        for (let i = 0; i < RUNS; i++) ours.runs[name]();
      });
      note(name, (took * 1e6) / RUNS);
    }
    if (round % 3 === 0) {
      for (const [key, ns] of programs.oas.run?.() ?? []) note(key, ns);
      for (const [key, ns] of programs.bond.run?.() ?? []) note(key, ns);
    }
  }
  const naive = naiveSimulation();
  fs.rmSync(folder, { recursive: true });
  const timeOf = (/** @type {string} */ key) => least(times.get(key) ?? []);
  const { run: oasRun, hash, why } = programs.oas;
  /** @type {Row[]} */
  const rows = [
    {
      what: "OAS on the lattice, base pool",
      ns: timeOf("lattice"),
      against: `20,000 prices of bond.c ${programs.bond.hash}${programs.bond.why}`,
      other: programs.bond.run === null ? null : 20_000 * timeOf("bond"),
      goal: 1,
      error: `${bp(ours.latticeError)} from 4,096 paths (≤ 0.25 + 3 × ${bp(ours.latticeNoise)})`,
    },
    {
      what: "OAS on the lattice",
      ns: timeOf("lattice"),
      against: "our simulation, 1,024 paths kept",
      other: timeOf("simulation"),
      goal: 0.7,
      error: "",
    },
    {
      what: "OAS, duration and convexity on the lattice",
      ns: timeOf("risk"),
      against: "one OAS",
      other: timeOf("lattice"),
      goal: 3.3,
      error: "",
    },
    {
      what: "our simulation, 1,024 paths kept",
      ns: timeOf("simulation"),
      against: `oas.c ${hash}, single precision${why === "" ? "" : `: not measured, ${why}`}`,
      other: oasRun === null ? null : timeOf("oas 1024"),
      goal: 12,
      error: `${bp(ours.errorOf(1024))} standard error`,
    },
  ];
  const { count, error } = ours.fewest(WANTED_ERROR);
  const needed = naive.ns * (naive.error / WANTED_ERROR) ** 2;
  rows.push({
    what: `our simulation to ${WANTED_ERROR} bp: ${count} paths kept`,
    ns: ours.timeOf(count),
    against: `naive-oas.mjs ${naive.hash}: 1,024 paths ${(naive.ns / 1e6).toFixed(0)} ms at ${bp(naive.error)}, extrapolated as 1/√paths`,
    other: needed,
    goal: 1 / 500,
    error: `${bp(error)} standard error over ${REPLICATES} shifts; paths are made once, ${ours.makingOf(count).toFixed(0)} ms`,
  });
  return rows;
}

/** @param {string} folder */
function buildPrograms(folder) {
  const native = ["-O3", "-march=native"];
  const bond = compile(
    folder,
    path.join(LIMITS, "bond.c"),
    ["gcc", ...native, '-DTAG="c"'],
    ["-lm"],
  );
  execFileSync("node", [path.join(LIMITS, "make-inputs.mjs"), folder]);
  const sobol = compile(
    folder,
    path.join(LIMITS, "qlsobol.cpp"),
    ["g++", ...native, "-std=c++17"],
    ["-lQuantLib"],
  );
  const single = ["-mprefer-vector-width=512", "-ffast-math", "-DREAL=float", '-DTAG="f32"'];
  const oas = compile(folder, path.join(LIMITS, "oas.c"), ["gcc", ...native, ...single], ["-lm"]);
  const why = sobol.why || oas.why;
  if (why === "") execFileSync(sobol.program, { cwd: folder });
  const printed = (/** @type {string} */ program) =>
    execFileSync(program, { cwd: folder, encoding: "utf8" });
  return {
    bond: {
      hash: bond.hash,
      why: bond.why === "" ? "" : `: not measured, ${bond.why}`,
      run:
        bond.why === ""
          ? () =>
              [...printed(bond.program).matchAll(/^\S+ price [\d.]+ ns min ([\d.]+)/gm)].map(
                ([, ns]) => /** @type {[string, number]} */ (["bond", Number(ns)]),
              )
          : null,
    },
    oas: {
      hash: oas.hash,
      why,
      run:
        why === ""
          ? () =>
              [
                ...printed(oas.program).matchAll(
                  /N=(\d+):.*pass\+solve [\d.]+ ms \(min ([\d.]+)\)/g,
                ),
              ].map(
                ([, count, ms]) =>
                  /** @type {[string, number]} */ ([`oas ${count}`, Number(ms) * 1e6]),
              )
          : null,
    },
  };
}

/** Our own ways, on the base pool at 99.75. */
function contenders() {
  const { latticeRule } = require("../../src/calc/numeric/latticeRule");
  const { shortRatePaths } = require("../../src/calc/rates/shortRatePaths");
  const { poolOas, PoolMeasures } = require("../../src/calc/oas/poolOas");
  const { spreadAtValue } = require("../../src/calc/oas/projectedFlows");
  const { simulatedProjection } = require("../../src/calc/oas/simulatedOas");
  const { modelOf } = require("../support/pools");
  const model = modelOf(0.05, 3);
  const clean = /** @type {import("../../src/calc/units").Price} */ (99.75);
  const wait = 1 / 12 + 24 / 360;
  const drawn = (/** @type {number} */ count, /** @type {number} */ seed) =>
    shortRatePaths(model.shortRate, 360, wait, latticeRule(count, seed));
  const simulated = (/** @type {ReturnType<typeof drawn>} */ paths) =>
    spreadAtValue(simulatedProjection(model, paths), clean);
  const spreads = (/** @type {number} */ count, /** @type {number} */ replicates) =>
    Array.from({ length: replicates }, (_, i) => 10_000 * simulated(drawn(count, i + 1)));
  const kept = drawn(1024, 1);
  const many = spreads(4096, 4);
  const mean = many.reduce((sum, it) => sum + it, 0) / many.length;
  const errorOf = (/** @type {number} */ count) => deviationOf(spreads(count, REPLICATES));
  return {
    runs: {
      lattice: () => poolOas(model, clean),
      risk: () => new PoolMeasures(model, clean).effective,
      simulation: () => simulated(kept),
    },
    latticeError: Math.abs(10_000 * poolOas(model, clean) - mean),
    latticeNoise: deviationOf(many) / Math.sqrt(many.length),
    errorOf,
    /** The fewest paths whose standard error is small enough. @param {number} wanted */
    fewest(wanted) {
      for (const count of [128, 256, 512, 1024, 2048]) {
        const error = errorOf(count);
        if (error <= wanted) return { count, error };
      }
      return { count: 4096, error: errorOf(4096) };
    },
    /** @param {number} count @returns nanoseconds of one OAS on paths that are there */
    timeOf(count) {
      const paths = drawn(count, 1);
      return least(
        Array.from({ length: ROUNDS }, () => 1e6 * processorTime(() => simulated(paths))),
      );
    },
    /** @param {number} count @returns milliseconds of making the paths */
    makingOf(count) {
      return processorTime(() => drawn(count, 2));
    },
  };
}

/** The plain way at 1,024 paths: its time as it stands, its error over seeds put in place of its own. */
function naiveSimulation() {
  const file = path.join(LIMITS, "naive-oas.mjs");
  const read = (/** @type {string} */ printed) =>
    /1024 paths: ([\d.]+) ms, OAS ([-\d.]+) bp/.exec(printed)?.slice(1).map(Number) ?? [];
  const [ms = NaN] = read(execFileSync("node", [file], { encoding: "utf8" }));
  // Four rounds: the fewest that its median needs.
  const source = fs.readFileSync(file, "utf8").replace("round < 7", "round < 4");
  const oas = Array.from({ length: REPLICATES }, (_, seed) => {
    const seeded = source.replace("let seed = 42", `let seed = ${7919 * (seed + 1)}`);
    const args = ["--input-type=module", "--eval", seeded];
    return read(execFileSync("node", args, { encoding: "utf8" }))[1] ?? NaN;
  });
  return { ns: ms * 1e6, error: deviationOf(oas), hash: hashOf(file) };
}

module.exports = { oasRace };
