// Writes a picture of every screen into assets/screenshots: `npm run screenshots`, after a build.
// @ts-check
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "-c", "test/jest.config.js", "--selectProjects=built", "pane"],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, RV_SCREENSHOTS: "assets/screenshots" } },
);
process.exitCode = status ?? 1;
