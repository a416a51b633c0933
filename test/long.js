// The checks that take long or need what is not installed for every test: `npm run test:long`.
//   node test/long.js                  all parts
//   node test/long.js NAME …           the parts of these names
//   node test/long.js --seed NUMBER    the random formulas of an earlier run
// A part that cannot be had here is skipped by name. Ends with one line: N passed, N failed, N skipped.
// @ts-check
require("../src/build/bootstrap").ensureModules();
require("./support/typescriptInNode");
const { existsSync } = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const { conditionalFormats } = require("./long/conditionalFormats");
const { hyperFormulaAnswers, isInstalled } = require("./long/hyperFormula");
const { randomFormulas } = require("./long/randomFormulas");
const { readByOthers, withoutPython } = require("./long/xlsxByOthers");
const { answersOf, CORPUS_SHEET, corpusLines, judge } = require("./support/engineCorpus");
const { SHORT_LINES } = require("./support/engineCorpusShort");

const ROOT = path.join(__dirname, "..");
const NEW_FORMULAS = 2000;

/** @typedef {{ passed: number, failed: string[] }} Outcome */
/** @typedef {{ name: string, missing: () => string | undefined, run: () => Promise<Outcome> }} Part */

const words = process.argv.slice(2);
const place = words.indexOf("--seed");
/** Another one each time, so that every run tries new formulas; it is printed. */
const seed = place === -1 ? Date.now() % 1_000_000 : Number(words[place + 1]);
const wanted = words.filter((_, i) => place === -1 || (i !== place && i !== place + 1));

const withoutHyperFormula = () =>
  isInstalled() ? undefined : "hyperformula is not installed; npm install brings it";

/**
 * A part that runs a suite of what was built, at its full length.
 *
 * @param {string} name
 * @param {string} suite the suite, as a pattern of its path
 * @param {Record<string, string>} env what makes it long
 * @param {string} tests the tests of it, as a pattern of their names
 * @returns {Part}
 */
const built = (name, suite, env, tests = "") => ({
  name,
  missing: () =>
    existsSync(path.join(ROOT, "dist/workbench.html"))
      ? undefined
      : "the workbench is not built; npm run build -- --url https://… builds it",
  run: async () => {
    const jest = path.join(ROOT, "node_modules/jest/bin/jest.js");
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[jest, "-c", "test/jest.config.js", "--selectProjects=built", "--json"],
        ...[`--testPathPattern=${suite}`, `--testNamePattern=${tests}`],
      ],
      { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...env } },
    );
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(stdout);
    const isRight = numFailedTests + numRuntimeErrorTestSuites === 0;
    return { passed: numPassedTests, failed: isRight ? [] : [stderr] };
  },
});

/** @type {Part[]} */
const PARTS = [
  {
    name: "corpus-by-hyperformula",
    missing: withoutHyperFormula,
    run: async () => {
      const lines = corpusLines();
      const formulas = lines.map((/** @type {{ f: string }} */ { f }) => f);
      const other = hyperFormulaAnswers(formulas, CORPUS_SHEET);
      const ours = await answersOf(formulas);
      /** @type {Outcome} */
      const outcome = { passed: 0, failed: [] };
      for (const [i, line] of lines.entries()) {
        const theirs = other[i];
        // What HyperFormula and the corpus agree on must be right here, too.
        if (theirs === undefined || judge(line, theirs) !== "right") continue;
        const verdict = judge(line, ours[i] ?? null);
        if (verdict === "right" || SHORT_LINES.has(line.f)) outcome.passed++;
        else outcome.failed.push(`${line.f}: ${verdict}, ${JSON.stringify(ours[i])}`);
      }
      return outcome;
    },
  },
  {
    name: "random-by-hyperformula",
    missing: withoutHyperFormula,
    run: async () => {
      console.log(`     seed ${seed}`);
      const formulas = randomFormulas(seed, NEW_FORMULAS);
      const other = hyperFormulaAnswers(formulas, CORPUS_SHEET);
      const ours = await answersOf(formulas);
      /** @type {Outcome} */
      const outcome = { passed: 0, failed: [] };
      for (const [i, formula] of formulas.entries()) {
        const theirs = other[i];
        const code = /** @type {{ error?: string } | null | undefined} */ (theirs)?.error;
        const expected = code === undefined ? { v: theirs } : { e: code };
        const verdict = judge(expected, ours[i] ?? null);
        if (verdict === "right") outcome.passed++;
        else {
          const said = `${JSON.stringify(ours[i])}, HyperFormula ${JSON.stringify(theirs)}`;
          outcome.failed.push(`${formula}: ${verdict}, ${said}`);
        }
      }
      return outcome;
    },
  },
  { name: "xlsx-by-others", missing: withoutPython, run: readByOthers },
  { name: "conditional-formats", missing: withoutPython, run: conditionalFormats },
  // Sixty formulas by keyboard, of which `npm test` types fifteen.
  built("typed-formulas", "built/typing", { TYPE_ALL: "1" }),
  // Two thousand edits by keyboard, of which `npm test` makes 80.
  built("many-edits", "built/pasting", { MANY_EDITS: "1" }, "listeners"),
  // Three hundred formulas of the corpus by keyboard.
  built("typed-corpus", "built/pageCorpus", { TYPE_CORPUS: "300" }, "typed"),
  // Twenty kills of the browser in the middle of a write, of which `npm test` has two.
  built("killed-browsers", "built/store", { KILLS: "20" }, "killed"),
];

/** What is tested is what the sources say now. */
function buildCommandLine() {
  const build = spawnSync(process.execPath, ["src/build/build.js", "--only", "cli"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (build.status !== 0 || !existsSync(path.join(ROOT, "dist/cli.js"))) {
    throw new Error(`the command line cannot be built: ${build.stderr}`);
  }
}

async function main() {
  const names = PARTS.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(`there is no part ${unknown}; the parts are ${names.join(", ")}`);
  }
  const parts = PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (parts.some(({ missing }) => missing() === undefined)) buildCommandLine();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, missing, run } of parts) {
    const reason = missing();
    if (reason !== undefined) {
      total.skipped++;
      console.log(`skip ${name}: ${reason}`);
      continue;
    }
    const { passed, failed } = await run();
    for (const line of failed) console.log(`     ${line}`);
    console.log(`${failed.length === 0 ? "ok  " : "FAIL"} ${name}: ${passed} right`);
    total[failed.length === 0 && passed > 0 ? "passed" : "failed"]++;
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exitCode = 1;
});
