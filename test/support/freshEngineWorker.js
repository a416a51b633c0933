// A process of its own for engines that know nothing of the one under test: it gets a workbook and
// the functions' description, and answers with the workbook as calculated from nothing.
// @ts-check
const { parentPort } = require("node:worker_threads");
require("./typescriptInNode");
require("./customFunctionsGlobal");
const { bookOf, snapshotOf } = require("../../src/host/bookSnapshot");
const { nodePreset } = require("../../src/host/nodePreset");
const { Spreadsheet } = require("../../src/host/spreadsheet");
const { customFunctionsFor } = require("./embeddedFunctions");

const custom = customFunctionsFor();

async function answer(/** @type {any} */ book) {
  const snapshot = snapshotOf(book);
  const fresh = new Spreadsheet({ preset: nodePreset(), ...(await custom), sheets: [], snapshot });
  const calculated = new Promise((resolve) => void fresh.onCalculated(() => resolve(undefined)));
  await calculated;
  await fresh.settle();
  return bookOf(fresh);
}

parentPort?.on("message", async (book) => {
  parentPort?.postMessage(await answer(book));
});
