// Lists of choices for Excel's formula bar: custom enums of functions.json, from src/catalogue/choices.json. The
// generator links an enum only to an argument of its own type, which would then refuse what a cell may hold; here
// the argument stays a value of any type. Builds of Excel without custom enums pass over them.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");

/**
 * @typedef {import("./functionsMetadata").FunctionEntry} FunctionEntry
 * @typedef {{ name: string, stringValue: string, tooltip?: string }} EnumValue
 * @typedef {{ id: string, type: "string", values: EnumValue[] }} CustomEnum
 */

/**
 * @typedef {object} ChoiceList
 * @property {string} id the name of the enum
 * @property {string[]} arguments those that take it, as FUNCTION.argument
 * @property {boolean} [open] whether they take other values too: Excel's list would hide that
 * @property {Record<string, string>} words what each word means, or ""
 */

const FILE = path.join(__dirname, "../catalogue/choices.json");

/** @returns {ChoiceList[]} the lists of the sources */
const listsOfSources = () => JSON.parse(fs.readFileSync(FILE, "utf8"));

/**
 * Links arguments of one cell to their lists. One that takes a range keeps its free field.
 *
 * @param {readonly FunctionEntry[]} functions the functions
 * @param {readonly ChoiceList[]} [from] the lists
 * @returns {{ functions: FunctionEntry[], enums: CustomEnum[] }} the functions, and the lists that are used
 */
function withChoiceLists(functions, from = listsOfSources()) {
  const closed = from.filter(({ open }) => !open);
  /** @type {Set<string>} */
  const used = new Set();
  const linked = functions.map((entry) => ({
    ...entry,
    ...(entry.parameters && {
      parameters: entry.parameters.map((parameter) => {
        const list = closed.find((one) => one.arguments.includes(`${entry.id}.${parameter.name}`));
        if (list === undefined || parameter.dimensionality === "matrix") return parameter;
        used.add(list.id);
        return { ...parameter, customEnumId: list.id };
      }),
    }),
  }));
  const enums = closed.filter(({ id }) => used.has(id)).map(customEnum);
  return { functions: linked, enums };
}

/** @param {ChoiceList} list @returns {CustomEnum} the list as functions.json has it */
const customEnum = ({ id, words }) => ({
  id,
  type: "string",
  values: Object.entries(words).map(([word, meaning]) => ({
    name: word,
    stringValue: word,
    ...(meaning === "" ? {} : { tooltip: meaning }),
  })),
});

module.exports = { withChoiceLists };
