// The calculation module's own tests as one project: Stryker's runner knows no projects, and a formula
// has to be held by its own tests before those of a worksheet function meet it.
// @ts-check
const { projects } = require("../jest.config");

const [{ displayName: _, ...unit }] = /** @type {any[]} */ (projects);

module.exports = { ...unit, testMatch: ["<rootDir>/test/calc/**/*.test.ts"] };
