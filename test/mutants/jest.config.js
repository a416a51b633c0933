// The tests of formulas and of their worksheet functions as one project: Stryker's runner knows no
// projects.
// @ts-check
const { projects } = require("../jest.config");

const unit = { .../** @type {any} */ (projects[0]) };
delete unit.displayName;

/** Suites over all functions take long and look at the edges, not at a formula. */
const OVER_ALL =
  "(hostileMatrix|purity|blankModes|prefixInvariance|textOutputs|missingIsNotZero|runSelfTest)";

module.exports = {
  ...unit,
  testMatch: ["<rootDir>/test/{calc,functions}/**/*.test.ts"],
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, OVER_ALL],
};
