// Conditional formats of other programs' workbooks are written here, and openpyxl and LibreOffice find the same ones.
// @ts-check
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { isDeepStrictEqual } = require("node:util");
const { spawnSync } = require("node:child_process");
const { readXlsx } = require("../../src/xlsx/readXlsx");
const { writeXlsx } = require("../../src/xlsx/writeXlsx");
const { AHEAD_COLORS } = require("../../src/workbook/cellLooks");

const PYTHON = "/usr/bin/python3";
const SCRIPT = path.join(__dirname, "conditionalFormats.py");
const GOLDEN = path.join(__dirname, "../golden/conditionalFormats");

/**
 * @typedef {Record<string, any> & { type: string, formula: string[], look: any, scale: any }} Rule as openpyxl reads it
 * @typedef {{ passed: number, failed: string[] }} Outcome
 */

/** @param {string} program @param {readonly string[]} words */
const started = (program, words) =>
  spawnSync(program, words, { encoding: "utf8", timeout: 120_000 });

/** @param {string} file @returns {Rule[][]} the rules of each sheet */
const rulesOf = (file) => JSON.parse(started(PYTHON, [SCRIPT, file]).stdout || "[]");

/** Excel's default for the place where an icon begins: from the number itself on. @param {any} scale */
const withDefaults = (scale) =>
  scale && [
    scale[0].map((/** @type {any[]} */ [type, value, from]) => [
      type,
      type === "min" || type === "max" ? null : value,
      from ?? true,
    ]),
    ...scale.slice(1),
  ];

/**
 * What a rule of theirs is in a file of ours: one by date is a formula, a text with a quote has it doubled in
 * the formula, and the lowest and highest number have no number beside them.
 * @param {Rule} rule
 */
const expected = (rule) => ({
  ...rule,
  type: rule.type === "timePeriod" ? "expression" : rule.type,
  formula: rule.formula.map((text) => text.replaceAll('"5" gap"', '"5"" gap"')),
  scale: withDefaults(rule.scale),
});

/**
 * What LibreOffice 7.4 leaves of a rule: no deviations and no stop; a rule without a look is written with one,
 * rules about blanks become formulas, those about ranks get a formula that means nothing.
 * @param {Rule} rule
 */
function leftByOffice({ type, sqref, formula, look, scale }) {
  const isCompared = ["cellIs", "expression", "containsBlanks"].includes(type);
  return {
    sqref,
    type: type === "containsBlanks" ? "expression" : type,
    formula: isCompared ? formula.map((text) => text.replace(/^\$?Rules\.|[\s$]/g, "")) : [],
    fill: look?.fill ?? null,
    colors: scale?.[1] ?? null,
    values: withDefaults(scale)?.[0].map((/** @type {any[]} */ point) => point.slice(0, 2)) ?? null,
  };
}

/** @param {Outcome} outcome @param {string} what @param {unknown} found @param {unknown} wanted */
function compare(outcome, what, found, wanted) {
  if (isDeepStrictEqual(found, wanted)) outcome.passed++;
  else outcome.failed.push(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/** @param {Outcome} outcome @param {string} who @param {readonly object[]} found @param {readonly object[]} wanted */
function compareAll(outcome, who, found, wanted) {
  compare(outcome, `${who}: the number of rules`, found.length, wanted.length);
  for (const [i, rule] of wanted.entries())
    compare(outcome, `${who}: rule ${i + 1}`, found[i], rule);
}

/** The scale of the scenarios: colours as far to either side of 0 as the number that is furthest. */
const SCENARIOS = {
  sheets: [
    {
      name: "Scenarios",
      ...{ columns: [], rows: [], merged: [] },
      cells: [-37.9, 19, 47.6].map((value, row) => ({ row, column: 0, value })),
      formats: [{ ranges: ["A1:A3"], rule: { kind: "colorScale", points: AHEAD_COLORS } }],
    },
  ],
  names: [],
  styles: [],
};
const FURTHEST = "MAX(MAX($A$1:$A$3),-MIN($A$1:$A$3))";

/** @param {string} file @param {string} folder @returns {string} what LibreOffice makes of it */
function byOffice(file, folder) {
  const out = path.join(folder, "office");
  started("soffice", [
    ...["--headless", `-env:UserInstallation=file://${folder}/profile`],
    ...["--convert-to", "xlsx", "--outdir", out, file],
  ]);
  return path.join(out, path.basename(file));
}

/** Writes, and lets the others read. @returns {Promise<Outcome>} */
async function conditionalFormats() {
  const folder = mkdtempSync(path.join(tmpdir(), "formats-"));
  /** @type {Outcome} */
  const outcome = { passed: 0, failed: [] };
  const hasOffice = started("soffice", ["--version"]).error === undefined;
  if (!hasOffice) console.log("     skip LibreOffice: it is not installed");
  try {
    for (const name of ["openpyxl.xlsx", "xlsxwriter.xlsx"]) {
      const theirs = path.join(GOLDEN, name);
      const ours = path.join(folder, name);
      writeFileSync(ours, writeXlsx(await readXlsx(readFileSync(theirs))));
      const [found, wanted] = [rulesOf(ours), rulesOf(theirs)];
      for (const [i, rules] of wanted.entries()) {
        const mine = (found[i] ?? []).map((rule) => ({ ...rule, scale: withDefaults(rule.scale) }));
        compareAll(outcome, `openpyxl, ${name}, sheet ${i + 1}`, mine, rules.map(expected));
      }
      // It shares the bars' details of Excel 2010 out among rules of its own.
      if (!hasOffice || name !== "openpyxl.xlsx") continue;
      const office = rulesOf(byOffice(ours, folder));
      const left = (office[0] ?? []).map(leftByOffice);
      compareAll(outcome, `LibreOffice, ${name}`, left, (found[0] ?? []).map(leftByOffice));
    }
    const scenarios = path.join(folder, "scenarios.xlsx");
    writeFileSync(scenarios, writeXlsx(/** @type {any} */ (SCENARIOS)));
    for (const file of hasOffice ? [scenarios, byOffice(scenarios, folder)] : [scenarios]) {
      const [points, colors] = rulesOf(file)[0]?.[0]?.scale ?? [];
      compare(
        outcome,
        `the scale of the scenarios in ${path.basename(path.dirname(file))}`,
        [points?.map((/** @type {any[]} */ point) => point.slice(0, 2)), colors],
        [
          [
            ["formula", `-${FURTHEST}`],
            ["num", "0"],
            ["formula", FURTHEST],
          ],
          ["FFF4B16A", "FFFFFFFF", "FF8FC1EA"],
        ],
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
}

module.exports = { conditionalFormats };
