// Runs webpack once by its Node API.
// @ts-check
const webpack = require("webpack");

/**
 * Builds, and prints webpack's errors and warnings.
 *
 * @param {import("webpack").Configuration[]} configurations what to build
 * @returns {Promise<boolean>} whether everything was built
 */
async function runWebpack(configurations) {
  const compiler = webpack(configurations);
  if (!compiler) throw new Error("webpack made no compiler of the configurations");
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => {
      if (error || !result) reject(error ?? new Error("webpack gave no result"));
      else resolve(result);
    });
  });
  await new Promise((resolve) => compiler.close(() => resolve(undefined)));
  for (const line of messages(stats)) console.log(line);
  return !stats.hasErrors();
}

/** html-webpack-plugin repeats every error of the build with a stack of its own around it. */
const REPEATED = /^\s*(Error: )?Child compilation failed/;

/**
 * Lists what webpack has to say, once each and without webpack's own stacks.
 *
 * @param {import("webpack").MultiStats} stats a finished build
 * @returns {string[]} one text a message
 */
function messages(stats) {
  const { errors = [], warnings = [] } = stats.toJson({
    all: false,
    errors: true,
    warnings: true,
    errorStack: false,
    errorDetails: false,
  });
  const line =
    (/** @type {string} */ kind) => (/** @type {import("webpack").StatsError} */ told) => {
      const place = told.moduleName ? `${told.moduleName}: ` : "";
      return `${kind} in ${told.compilerPath ?? "the build"}: ${place}${told.message}`;
    };
  const own = errors.filter(({ message }) => !REPEATED.test(message));
  return [
    ...new Set([
      ...(own.length > 0 ? own : errors).map(line("error")),
      ...warnings.map(line("warning")),
    ]),
  ];
}

module.exports = { runWebpack };
