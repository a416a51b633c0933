// Ten thousand cells of ours against ten thousand of a built-in function, in the embedded engine.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { least } = require("./processorTime");

/** @param {() => boolean} isTrue */
async function until(isTrue) {
  for (const end = performance.now() + 30_000; !isTrue();) {
    if (performance.now() > end) throw new Error("the engine has not calculated in 30 s");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/**
 * Times the calculation of n cells that were written in one call, the two functions in turn.
 *
 * @param {number} n Cells.
 * @returns {Promise<{ gap: number, builtIn: number }>} Milliseconds of processor time, the least.
 */
async function engineRace(n) {
  const { nodePreset } = require("../../src/host/nodePreset");
  const { Spreadsheet } = require("../../src/host/spreadsheet");
  const { spreadGapCells } = require("../../src/functions/spread");
  const metadata = JSON.parse(
    fs.readFileSync(path.join(__dirname, "../../dist/functions.json"), "utf8"),
  );
  const values = Array.from({ length: n }, (_, i) => [101 + (i % 50), 62]);
  const book = new Spreadsheet({
    preset: nodePreset(),
    metadata,
    functions: new Map([["SPREADGAP", /** @type {any} */ (spreadGapCells)]]),
    sheets: [{ name: "Bench", cells: values, rowCount: n + 10, columnCount: 20 }],
  });
  const sheet = book.workbook.getSheetByName("Bench");
  if (!sheet) throw new Error("the engine has no sheet Bench");
  /** @type {{ gap: number[], builtIn: number[] }} */
  const times = { gap: [], builtIn: [] };
  const formulas = { gap: "RV.SPREADGAP", builtIn: "ATAN2" };
  for (let round = 0; round < 4; round++) {
    for (const which of /** @type {const} */ (["gap", "builtIn"])) {
      const column = sheet.getRange(0, 4, n, 1);
      const last = () => book.read("Bench", `E${n}`)[0]?.[0];
      column.clear();
      await until(() => last() === null);
      const before = process.cpuUsage();
      column.setFormulas(
        Array.from({ length: n }, (_, i) => [`=${formulas[which]}(A${i + 1},B${i + 1})`]),
      );
      await until(() => typeof last() === "number");
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times[which].push((user + system) / 1e3);
      const expected = which === "gap" ? 39 : Math.atan2(62, 101);
      const [[first] = []] = book.read("Bench", "E1");
      if (!(Math.abs(Number(first) - expected) < 1e-9)) {
        throw new Error(`${which}: E1 is ${String(first)}`);
      }
    }
  }
  return { gap: least(times.gap), builtIn: least(times.builtIn) };
}

module.exports = { engineRace };
