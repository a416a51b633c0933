// What a functions script expects of its host, for plain Node: the embedded engine's own.
// @ts-check
const { installCustomFunctions: install } = require("../../src/host/runtime/customFunctions");

/** Makes `CustomFunctions` and the names that the bundler otherwise replaces. */
function installCustomFunctions() {
  Object.assign(globalThis, { RV_VERSION: "bench", RV_BUILD: "bench", RV_CALC_HASH: "bench" });
  return install(globalThis);
}

module.exports = { installCustomFunctions };
