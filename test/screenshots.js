// Writes a picture of every screen and of the journey to the verdict into .cache/screenshots, light, dark,
// in high contrast and at 320 pixels: `npm run screenshots`, after a build. The best are in the README.
// @ts-check
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/jest/bin/jest.js",
    "-c",
    "test/jest.config.js",
    "--selectProjects",
    "built",
    "pictures",
    "--testPathPattern",
    "journeys|pictures",
  ],
  { cwd: ROOT, stdio: "inherit" },
);
process.exitCode = status ?? 1;
