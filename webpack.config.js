// What webpack builds: `--mode production --env url=https://… [--env outputPath=…] [--env only=addin|cli|workbench]`.
// src/build/build.js and src/build/start.js use it too.
// @ts-check
const path = require("node:path");
const { addinConfig } = require("./src/build/addinConfig");
const { DEVELOPMENT_URL, readProductionUrl } = require("./src/build/addresses");

/**
 * @typedef {object} Env
 * @property {string} [url] where the add-in is served; needed in production
 * @property {string} [outputPath] the folder to write
 * @property {"addin" | "cli" | "workbench"} [only] one of the three bundles
 *
 * @param {Env} env what follows --env
 * @param {{ mode?: "development" | "production" | "none" }} argv what follows --mode
 * @returns {import("webpack").Configuration[]} the configurations "addin", "cli" and "workbench"
 */
module.exports = (env = {}, argv = {}) => {
  const mode = argv.mode === "production" ? "production" : "development";
  const outputPath = path.resolve(env.outputPath ?? path.join(__dirname, "dist"));
  const configurations = [];
  const wanted = (/** @type {NonNullable<Env["only"]>} */ name) => (env.only ?? name) === name;
  if (wanted("addin")) {
    const url = mode === "production" ? readProductionUrl(env.url) : (env.url ?? DEVELOPMENT_URL);
    configurations.push(addinConfig({ mode, url, outputPath }));
  }
  if (wanted("cli")) {
    const { cliConfig } = require("./src/build/cliConfig");
    configurations.push(cliConfig({ mode, outputPath }));
  }
  if (wanted("workbench")) {
    const { workbenchConfig } = require("./src/build/workbenchConfig");
    configurations.push(workbenchConfig({ mode, outputPath }));
  }
  return configurations;
};
