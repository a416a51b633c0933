// Writes llms.txt and SKILL.md from functions.json: what an agent has to know before it asks.
// @ts-check
const { byName, signature } = require("./functionsMetadata");

/**
 * @typedef {import("./functionsMetadata").Metadata} Metadata
 */

const WHAT =
  "Relative value of agency mortgages against corporates and Treasuries: worksheet functions RV.NAME of Excel, " +
  "also on a command line and as tools of an agent, all offline. A measurement, not investment advice.";

const UNITS = [
  "Rates, yields, returns and probabilities are decimals: 5% is 0.05. Spreads and costs are basis points. Prices are per 100. Durations are years.",
  "The gap is mortgages minus corporates. A z-score above 0 means that mortgages are cheap.",
  "Series are one row or one column, oldest first. A missing value is #N/A, never 0.",
  "An error has words that say which argument must be what: put that right, do not guess.",
];

/** @param {string} [text] a description @returns {string} its first sentence */
const sentence = (text = "") => (text.split(/(?<=\.)\s/)[0] ?? "").trim();

/**
 * Makes llms.txt (llmstxt.org): a title, what it is, and where to read on.
 *
 * @param {Metadata} metadata functions.json, with the addresses of the help page
 * @param {string} version package.json's version
 * @returns {string} the file
 */
function llmsText(metadata, version) {
  const functions = byName(metadata.functions);
  const links = functions.map(
    (entry) => `- [${signature(entry)}](${entry.helpUrl}): ${sentence(entry.description)}`,
  );
  const [help = ""] = (functions[0]?.helpUrl ?? "").split("#");
  return `# Rotation ${version}

> ${WHAT}

${UNITS.map((line) => `- ${line}`).join("\n")}

## Read on

- [Help](${help}): every function, its arguments and its result
- [functions.json](${help.replace(/help\.html$/, "functions.json")}): the same for programs

## Functions

${links.join("\n")}
`;
}

/**
 * Makes SKILL.md (agentskills.io): when to use the functions, and how to call them.
 *
 * @param {Metadata} metadata functions.json
 * @returns {string} the file
 */
function skillText(metadata) {
  const functions = byName(metadata.functions);
  const list = functions.map((entry) => `- \`${entry.name}\`: ${sentence(entry.description)}`);
  return `---
name: rotation
description: Calculates spreads, returns, prepayments, option-adjusted spreads and the relative value of mortgages against corporates and Treasuries, with units and words for every error. Use it in place of arithmetic of your own on bonds, pools and histories of spreads.
---

# Rotation

${WHAT}

## How to call it

From the folder of the project, after \`npm run build:cli\`:

- formulas: \`node dist/cli.js eval "=RV.SPREADGAP(101,62)"\`, with \`--data NAME=FILE.csv\` for a sheet NAME
- what a file of histories holds: \`node dist/cli.js read FILE --json\`
- a file of pools, bonds or series: \`node dist/cli.js batch --help\`
- a workbook without Excel: \`node dist/cli.js recalc BOOK.xlsx --out BOOK2.xlsx\`
- as tools: \`node dist/cli.js mcp --root FOLDER\`; \`describe_function\` has each argument with its unit

## Rules

${UNITS.map((line) => `- ${line}`).join("\n")}
- Say of a result which inputs are examples: what nobody gave is missing, and is not to be made up.

## Functions

Each is called RV.NAME:

${list.join("\n")}
`;
}

module.exports = { llmsText, skillText };
