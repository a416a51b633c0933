// A process of its own for engines that know nothing of the one under test: it gets a workbook and
// the functions' description, and answers with the workbook as calculated from nothing.
// @ts-check
const { parentPort } = require("node:worker_threads");
require("./typescriptInNode");
require("./customFunctionsGlobal");
const { bookOf } = require("../../src/host/bookOf");
const { snapshotOf } = require("../../src/host/snapshotOf");
const { nodePreset } = require("../../src/host/nodePreset");
const { Spreadsheet } = require("../../src/host/spreadsheet");
const { engineFacts } = require("./engineFacts");
const { customFunctionsFor } = require("./embeddedFunctions");

const custom = customFunctionsFor();

async function answer(/** @type {any} */ { wanted, book }) {
  const snapshot = snapshotOf(book);
  const { shown } = book;
  const preset = nodePreset();
  const fresh = new Spreadsheet({ preset, ...(await custom), sheets: [], snapshot, shown });
  const calculated = new Promise((resolve) => void fresh.onCalculated(() => resolve(undefined)));
  await calculated;
  await fresh.settle();
  return wanted === "facts" ? engineFacts(fresh) : bookOf(fresh);
}

parentPort?.on("message", async (question) => {
  parentPort?.postMessage(await answer(question));
});
