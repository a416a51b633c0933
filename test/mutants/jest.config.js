// The calculation module's own tests as one project: Stryker's runner knows no projects, and a formula
// has to be held by its own tests before those of a worksheet function meet it.
// @ts-check
const { projects } = require("../jest.config");

const unit = { .../** @type {any} */ (projects[0]) };
delete unit.displayName;

module.exports = { ...unit, testMatch: ["<rootDir>/test/calc/**/*.test.ts"] };
