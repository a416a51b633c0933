// Runs the studies in full: simulations that are too long for every test run. Each prints its
// result; what is printed is kept in RESULTS.md and, the critical values, in calc/history.
//   node test/study/run.js             all of it (`npm run study`)
//   node test/study/run.js breakTable  makes src/calc/timeseries/breakTable.ts again; so cointegrationTable
//   node test/study/run.js book        a book of pools against pools alone (BOOK.md)
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const prettier = require("prettier");
require("../support/typescriptInNode");

const ROOT = path.join(__dirname, "../..");

/**
 * Writes a file that a study makes.
 *
 * @param {string} file From the project's folder.
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is what was there before.
 */
async function keep(file, text) {
  const place = path.join(ROOT, file);
  const options = await prettier.resolveConfig(place);
  const formatted = await prettier.format(text, { ...options, filepath: place });
  const before = fs.existsSync(place) ? fs.readFileSync(place, "utf8") : "";
  if (formatted !== before) fs.writeFileSync(place, formatted);
  console.log(`${file}: ${formatted === before ? "as before" : "CHANGED"}`);
  return formatted === before;
}

async function main() {
  const same = [];
  const only = process.argv[2] ?? "all";
  const started = process.cpuUsage().user;
  if (only === "all" || only === "breakTable") {
    const { breakTableFile } = require("./breakTable");
    same.push(await keep("src/calc/timeseries/breakTable.ts", breakTableFile()));
  }
  if (only === "all" || only === "cointegrationTable") {
    const { cointegrationTableFile } = require("./cointegrationTable");
    same.push(await keep("src/calc/timeseries/cointegrationTable.ts", cointegrationTableFile()));
  }
  if (only === "all" || only === "results") {
    const { results } = require("./results");
    const text = results();
    console.log(text);
    same.push(await keep("test/study/RESULTS.md", text));
  }
  if (only === "all" || only === "calibration") {
    const { calibrationPage } = require("./calibrationPage");
    const text = calibrationPage(3_000);
    console.log(text);
    same.push(await keep("docs/calibration.md", text));
  }
  if (only === "all" || only === "book") {
    const { bookResults } = require("./bookStudy");
    same.push(await keep("test/study/BOOK.md", bookResults()));
  }
  if (only === "all" || only === "realData") {
    const { SHARED_DATA } = require("../support/sharedData");
    if (fs.existsSync(SHARED_DATA)) {
      const { realDataResults } = require("./realDataStudy");
      same.push(await keep("test/study/REALDATA.md", realDataResults()));
    } else console.log("test/study/REALDATA.md: not run, ../shared/data is missing");
  }
  console.log(`${((process.cpuUsage().user - started) / 1e6).toFixed(0)} s of processor time`);
  // Same seeds, same numbers: a change is for a person to look at and commit.
  process.exitCode = same.every(Boolean) ? 0 : 1;
}

void main();
