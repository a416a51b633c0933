// Changes the formulas one at a time, and counts the changes that no test of theirs notices:
//   npm run mutants -- src/calc/spread            a folder
//   npm run mutants -- src/calc/signal/gates.ts   a file
// Without a path: what a call is made of. A change that lives shows a sentence that no test says.
// @ts-check
const { statSync, existsSync } = require("node:fs");
const { resolve } = require("node:path");

const root = resolve(__dirname, "../..");

/** Rooms whose score is watched. */
const WATCHED = ["spread", "signal", "history", "mortgage", "oas"].map(
  (room) => `src/calc/${room}`,
);

/** @param {string} path @returns {string} what Stryker takes */
function mutated(path) {
  if (!existsSync(resolve(root, path)))
    throw new Error(`${path} is not there; give a file or a folder of src`);
  return statSync(resolve(root, path)).isDirectory() ? `${path}/**/*.ts` : path;
}

/** @returns {Promise<void>} */
async function main() {
  process.chdir(root);
  const { Stryker } = await import("@stryker-mutator/core");
  const given = process.argv.slice(2);
  const results = await new Stryker({
    mutate: (given.length > 0 ? given : WATCHED).map(mutated),
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    jest: { configFile: "test/mutants/jest.config.js", enableFindRelatedTests: true },
    coverageAnalysis: "perTest",
    // A message's words are its tests' business; that there is one is a mutant of its own.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["dist", ".cache", "test/built", "findings"],
    reporters: ["clear-text", "progress-append-only", "html"],
    htmlReporter: { fileName: ".cache/mutants/index.html" },
    tempDirName: ".cache/mutants/copy",
    concurrency: 2,
    ignoreStatic: true,
    timeoutMS: 20_000,
    disableTypeChecks: false,
    allowEmpty: false,
  }).runMutationTest();
  const alive = results.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  console.log(`${results.length - alive.length} of ${results.length} changes are noticed`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
