// Writes test/released/<version>.json from the built functions.json: once, at a release.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { version } = require("../../package.json");

const target = path.join(__dirname, "../released", `${version}.json`);
if (fs.existsSync(target)) {
  console.error(`${target} is there already; a released report is never edited: raise the version`);
  process.exit(2);
}
const lists = require("../../src/catalogue/choices.json");
/** @param {string} argument @returns {string[]} the words that it takes */
const wordsOf = (argument) =>
  Object.keys(lists.find((list) => list.arguments.includes(argument))?.words ?? {});
/** @type {{ functions: { id: string, parameters: any[], result: any }[] }} */
const { functions } = JSON.parse(
  fs.readFileSync(path.join(__dirname, "../../dist/functions.json"), "utf8"),
);
const report = {
  version,
  functions: functions.map(({ id, parameters, result }) => ({
    id,
    parameters: parameters.map(({ name, type, dimensionality = "scalar", optional = false }) => ({
      name,
      type,
      dimensionality,
      optional,
      choices: wordsOf(`${id}.${name}`),
    })),
    result: result.dimensionality ?? "scalar",
  })),
};
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(target, `${JSON.stringify(report, null, 2)}\n`);
console.log(`wrote ${path.relative(process.cwd(), target)}`);
