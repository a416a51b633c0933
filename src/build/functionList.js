// Writes the list of functions into README.md: `npm run function-list`, or with --check compares it.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { UsageError, readArguments, main } = require("./commandLine");
const { byName, signature } = require("./functionsMetadata");

const START = "<!-- functions -->";
const END = "<!-- /functions -->";

/**
 * Makes the list.
 *
 * @param {import("./functionsMetadata").Metadata} metadata functions.json
 * @returns {string} a Markdown table: the call, and the first sentence of what it computes
 */
function functionList(metadata) {
  const rows = byName(metadata.functions).map(
    (entry) => `| \`${signature(entry)}\` | ${cell(firstSentence(entry.description ?? ""))} |`,
  );
  return ["| function | what it computes |", "|---|---|", ...rows].join("\n");
}

/** @param {string} text @returns {string} the text up to its first full stop */
const firstSentence = (text) => /^.*?[^.\d](?=\.(\s|$))/s.exec(text)?.[0] ?? text;

/** @param {string} text @returns {string} the text as a table cell holds it, HTML shown and not run */
const cell = (text) => text.replace(/\s+/g, " ").replace(/[\\|]/g, "\\$&").replace(/</g, "&lt;");

/**
 * Puts the list between the two markers.
 *
 * @param {string} readme the README
 * @param {import("./functionsMetadata").Metadata} metadata functions.json
 * @returns {string} the README with the list of today
 */
function withFunctionList(readme, metadata) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) {
    throw new UsageError(`README.md has no block from ${START} to ${END}; one was expected`);
  }
  return `${readme.slice(0, start + START.length)}\n\n${functionList(metadata)}\n\n${readme.slice(end)}`;
}

module.exports = { functionList, withFunctionList };

if (require.main === module) {
  main(() => {
    const root = path.join(__dirname, "../..");
    const { values, flags } = readArguments(process.argv.slice(2), {
      values: ["functions"],
      flags: ["check"],
    });
    const source = values.get("functions") ?? path.join(root, "dist/functions.json");
    if (!fs.existsSync(source)) {
      throw new UsageError(`${source} is not there; build first: npm run build:cli`);
    }
    const file = path.join(root, "README.md");
    const readme = fs.readFileSync(file, "utf8");
    const wanted = withFunctionList(readme, JSON.parse(fs.readFileSync(source, "utf8")));
    if (readme === wanted) {
      console.log("README.md lists the functions as they are");
      return 0;
    }
    if (flags.has("check")) {
      console.log("README.md lists other functions than functions.json; run npm run function-list");
      return 1;
    }
    fs.writeFileSync(file, wanted);
    console.log("README.md: the list of functions was written anew");
    return 0;
  });
}
