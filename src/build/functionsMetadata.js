// Finishes the functions.json that custom-functions-metadata generates, and refuses what Excel would.
// @ts-check
const { withChoiceLists } = require("./choiceLists");
const { nameProblem } = require("./functionNames");

/**
 * functions.json, as far as we read it.
 *
 * @typedef {object} Parameter
 * @property {string} name the argument's name in Excel's wizard
 * @property {string} [description] what it means, with its unit
 * @property {string} [type] "number", "string", "boolean" or "any"
 * @property {string} [dimensionality] "matrix" for a range
 * @property {boolean} [optional] whether it may be left out
 * @property {boolean} [repeating] whether it may be given again and again
 * @property {string} [customEnumId] the list of its choices
 *
 * @typedef {object} FunctionEntry
 * @property {string} id the id that the script associates
 * @property {string} name the name in a cell, without the namespace
 * @property {string} [description] what it computes
 * @property {string} [helpUrl] its section of the help page
 * @property {Parameter[]} [parameters] its arguments in order
 * @property {{ type?: string, dimensionality?: string }} [result] what comes back
 *
 * @typedef {object} Metadata
 * @property {FunctionEntry[]} functions the functions
 * @property {import("./choiceLists").CustomEnum[]} [enums] lists of choices
 * @property {boolean} [allowErrorForDataTypeAny] whether errors reach arguments of type any
 */

/**
 * Makes the metadata that Excel gets from the metadata that was generated.
 *
 * @param {string} generated the generated functions.json
 * @param {string} base where the add-in is served, with or without a slash at the end
 * @returns {Metadata} the same functions, each with its help address and the lists of its choices
 * @throws {Error} with one line a mistake: the function, the argument, what was expected
 */
function finishMetadata(generated, base) {
  /** @type {Metadata} */
  const metadata = JSON.parse(generated);
  const problems = metadataProblems(metadata);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const help = `${base.replace(/\/+$/, "")}/help.html`;
  const { functions, enums } = withChoiceLists(metadata.functions);
  return {
    ...metadata,
    // The generator never writes it. Without it, one #N/A in a range answers #VALUE! in place of our code.
    allowErrorForDataTypeAny: true,
    functions: functions.map((entry) => ({ ...entry, helpUrl: `${help}#${entry.id}` })),
    enums,
  };
}

/** @param {Metadata} metadata @returns {string[]} one sentence a mistake */
function metadataProblems({ functions }) {
  const problems = [];
  const seen = new Set();
  for (const { id, name, description, parameters = [] } of functions ?? []) {
    const wrong = nameProblem(id);
    if (wrong) problems.push(`the function id is "${id}"; ${wrong}`);
    if (name !== id) {
      problems.push(
        `the function ${id} has the name "${name}"; it must have its id` +
          ` (nothing may follow the id on the line of @customfunction)`,
      );
    }
    if (seen.has(id)) problems.push(`the function ${id} is there twice; it must be there once`);
    seen.add(id);
    if (!description?.trim()) {
      problems.push(`the function ${id} has no description; it must say what it computes`);
    }
    for (const parameter of parameters) {
      if (!parameter.description?.trim()) {
        problems.push(
          `the argument ${parameter.name} of ${id} has no description; it must say its meaning and unit`,
        );
      }
    }
  }
  if (!functions?.length)
    problems.push("functions.json has no functions; it must have one or more");
  return problems;
}

/**
 * Writes a call as a cell would hold it.
 *
 * @param {FunctionEntry} entry a function
 * @returns {string} such as =RV.SPREADGAP(mbs, corporate, [method])
 */
function signature({ name, parameters = [] }) {
  const words = parameters.map((parameter) => {
    const word = parameter.repeating ? `${parameter.name}, …` : parameter.name;
    return parameter.optional ? `[${word}]` : word;
  });
  return `=RV.${name}(${words.join(", ")})`;
}

/** @param {FunctionEntry[]} entries @returns {FunctionEntry[]} the same in the order of a dictionary */
const byName = (entries) => [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));

module.exports = { finishMetadata, signature, byName };
