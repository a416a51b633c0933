// Changes the formulas one at a time, and counts the changes that no test of theirs notices:
//   npm run mutants -- src/calc/spread            a folder
//   npm run mutants -- src/calc/signal/gates.ts   a file
//   npm run mutants -- --every 7 src/calc/spread  changes within every seventh line: a sample
// Without a path: what a call is made of. A change that lives shows a sentence that no test says.
// @ts-check
const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");
const { resolve } = require("node:path");

const root = resolve(__dirname, "../..");

/** Rooms whose score is watched. */
const WATCHED = ["spread", "signal", "history", "mortgage", "oas"].map(
  (room) => `src/calc/${room}`,
);

/** @param {string} path @returns {string[]} the files of a folder of src, or the file */
function filesOf(path) {
  if (!existsSync(resolve(root, path)))
    throw new Error(`${path} is not there; give a file or a folder of src`);
  if (!statSync(resolve(root, path)).isDirectory()) return [path];
  return readdirSync(resolve(root, path), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${path}/${file}`)
    .sort();
}

/**
 * What Stryker takes for a sample: single lines, counted through all files so that short ones have their share.
 *
 * @param {readonly string[]} files
 * @param {number} every
 * @returns {string[]}
 */
function linesOf(files, every) {
  let count = 0;
  return files.flatMap((file) =>
    readFileSync(resolve(root, file), "utf8")
      .split("\n")
      .flatMap((line, i) => {
        const isCode = line.trim() !== "" && !/^\s*(\/?\*|\/\/|import)/.test(line);
        return isCode && count++ % every === 0 ? [`${file}:${i + 1}-${i + 1}`] : [];
      }),
  );
}

/** @param {readonly string[]} words @returns {string[]} what is changed */
function mutated(words) {
  const [flag, count, ...rest] = words;
  const isSample = flag === "--every";
  const every = Number(count);
  if (isSample && !(Number.isInteger(every) && every > 1))
    throw new Error(`--every is ${count}; it must be a whole number above 1`);
  const paths = isSample ? rest : words;
  const files = (paths.length > 0 ? paths : WATCHED).flatMap(filesOf);
  return isSample ? linesOf(files, every) : files;
}

/** @returns {Promise<void>} */
async function main() {
  process.chdir(root);
  const { Stryker } = await import("@stryker-mutator/core");
  const results = await new Stryker({
    mutate: mutated(process.argv.slice(2)),
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
