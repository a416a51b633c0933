// Builds the functions for warehouses: `npm run build:udf` makes dist/udf (docs/warehouse.md).
// @ts-check
require("./bootstrap").ensureModules();
const fs = require("node:fs");
const path = require("node:path");
const { main, readArguments } = require("./commandLine");
const { runWebpack } = require("./runWebpack");
const { warehouseConfig } = require("./warehouseConfig");

/** @param {string[]} words the words after the script @returns {Promise<number>} the exit code */
async function buildWarehouse(words) {
  const { values } = readArguments(words, { values: ["out"] });
  const outputPath = path.resolve(__dirname, "../..", values.get("out") ?? "dist");
  if (!(await runWebpack([warehouseConfig({ outputPath })]))) return 1;
  const folder = path.join(outputPath, "udf");
  const sizes = fs
    .readdirSync(folder)
    .sort()
    .map((file) => `${file} ${Math.ceil(fs.statSync(path.join(folder, file)).size / 1000)} kB`);
  console.log(`${path.relative(process.cwd(), folder)}: ${sizes.join(", ")}`);
  return 0;
}

main(() => buildWarehouse(process.argv.slice(2)));
