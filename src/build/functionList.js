// Writes docs/functions.md: `npm run function-list`, or with --check compares it.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { readArguments, main, UsageError } = require("./commandLine");
const { functionSources } = require("./functionSources");
const { byName, signature } = require("./functionsMetadata");

const FILE = "docs/functions.md";

const HEAD = `# Functions

Made by \`npm run function-list\` from the comments of the worksheet functions. Each description in full, with its
arguments and their units, is in Excel's function wizard, in help.html and in the pane's _Functions_.

**Signs and units.** Rates, yields and returns are decimals (5% is 0.05, and \`"5%"\` is understood); spreads and costs
basis points; prices per 100 (\`"99-16+"\` is understood); durations years. gap = MBS − corporate. A z-score above 0 means
mortgages cheap, below 0 mortgages rich. Series are one row or one column, oldest first.
`;

/**
 * Makes the list of functions.
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

/**
 * Makes the list of where each function is.
 *
 * @param {ReadonlyMap<string, import("./functionSources").FunctionSource>} sources by name
 * @returns {string} a Markdown table: wrapper, calculation, worked numbers, tests
 */
function sourceList(sources) {
  const rows = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) => {
      const columns = [[source.wrapper], source.calculations, source.workedNumbers, source.tests];
      return `| ${name} | ${columns.map(links).join(" | ")} |`;
    });
  return [
    "| function | wrapper | calculation | worked numbers | tests of its own |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** @param {readonly string[]} files @returns {string} links from docs, named by the file */
const links = (files) =>
  files
    .map((file) => `[${path.basename(file).replace(/(\.test)?\.ts$/, "")}](../${file})`)
    .join(", ") || "–";

/** @param {string} text @returns {string} the text up to its first full stop */
const firstSentence = (text) => /^.*?[^.\d](?=\.(\s|$))/s.exec(text)?.[0] ?? text;

/** @param {string} text @returns {string} the text as a table cell holds it, HTML shown and not run */
const cell = (text) => text.replace(/\s+/g, " ").replace(/[\\|]/g, "\\$&").replace(/</g, "&lt;");

module.exports = { functionList, sourceList };

if (require.main === module) {
  main(async () => {
    const root = path.join(__dirname, "../..");
    const { values, flags } = readArguments(process.argv.slice(2), {
      values: ["functions"],
      flags: ["check"],
    });
    const source = values.get("functions") ?? path.join(root, "dist/functions.json");
    if (!fs.existsSync(source)) {
      throw new UsageError(`${source} is not there; build first: npm run build:cli`);
    }
    const metadata = JSON.parse(fs.readFileSync(source, "utf8"));
    const page = [
      HEAD,
      functionList(metadata),
      "\n## Where each function is\n",
      sourceList(functionSources(root)),
    ].join("\n");
    const file = path.join(root, FILE);
    const { format } = await import("prettier");
    const wanted = await format(page, { parser: "markdown" });
    if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === wanted) {
      console.log(`${FILE} lists the functions as they are`);
      return 0;
    }
    if (flags.has("check")) {
      console.log(`${FILE} lists other functions than functions.json; run npm run function-list`);
      return 1;
    }
    fs.writeFileSync(file, wanted);
    console.log(`${FILE} is written`);
    return 0;
  });
}
