// HyperFormula, another spreadsheet engine, as a second opinion. It is under the GPL: it is installed
// for this comparison alone, and nothing ships it.
// @ts-check
const { readFileSync } = require("node:fs");

/** @typedef {number | string | boolean | null | { error: string }} Answer */
/** @typedef {Answer | Answer[][]} Answers */

/** Excel's calendar and rules as far as HyperFormula has settings for them. */
const SETTINGS = {
  licenseKey: "gpl-v3",
  useArrayArithmetic: true,
  evaluateNullToZero: true,
  leapYear1900: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  dateFormats: ["YYYY-MM-DD", "MM/DD/YYYY"],
  smartRounding: false,
  precisionEpsilon: 1e-15,
  caseSensitive: false,
  accentSensitive: true,
};

/** @returns {any} HyperFormula's class; undefined where it is not installed */
function load() {
  try {
    return require("hyperformula").HyperFormula;
  } catch {
    return undefined;
  }
}

/** @param {string} cell @returns {unknown} */
function cellOf(cell) {
  if (cell === "") return null;
  if (cell === "#N/A") return "=NA()";
  if (cell === "TRUE" || cell === "FALSE") return cell === "TRUE";
  return Number.isFinite(Number(cell)) ? Number(cell) : cell;
}

/** @param {any} value @returns {Answer} */
const answerOf = (value) =>
  typeof value === "object" && value !== null ? { error: value.value } : value;

/**
 * What HyperFormula makes of formulas.
 *
 * @param {string[]} formulas with their equals signs
 * @param {string} sheet a CSV file, the sheet D
 * @returns {(Answers | undefined)[]} undefined where it cannot read the formula
 */
function hyperFormulaAnswers(formulas, sheet) {
  const rows = readFileSync(sheet, "utf8").trim().split(/\r?\n/);
  const cells = rows.map((row) => row.split(",").map(cellOf));
  const engine = load().buildFromSheets({ D: cells }, SETTINGS);
  // It knows TRUE() alone.
  for (const name of ["TRUE", "FALSE"]) engine.addNamedExpression(name, `=${name}()`);
  return formulas.map((formula) => {
    try {
      const found = engine.calculateFormula(formula, engine.getSheetId("D"));
      return Array.isArray(found) ? found.map((row) => row.map(answerOf)) : answerOf(found);
    } catch {
      return undefined;
    }
  });
}

/** @returns {boolean} whether there is a HyperFormula to compare with */
const isInstalled = () => load() !== undefined;

module.exports = { hyperFormulaAnswers, isInstalled };
