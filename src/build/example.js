// `npm run example`: runs `node dist/cli.js example …`, and builds dist/cli.js first where it is missing
// or older than its sources.
// @ts-check
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { ensureModules } = require("./bootstrap");

const ROOT = path.join(__dirname, "../..");
/** What dist/cli.js is made of; test/architecture/imports.cjs keeps it to these. */
const SOURCES = ["calc", "assumptions", "templates", "workbook", "host", "cli"];

/**
 * Says why the command line must be built.
 *
 * @param {string} root the project's folder
 * @returns {string | undefined} the reason; nothing when dist/cli.js is there and newer than its sources
 */
function whyBuild(root) {
  const cli = path.join(root, "dist/cli.js");
  if (!fs.existsSync(cli)) return "dist/cli.js is missing";
  const built = fs.statSync(cli).mtimeMs;
  const newer = SOURCES.map((folder) => path.join(root, "src", folder))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((file) => path.join(folder, file)),
    )
    .find((file) => file.endsWith(".ts") && fs.statSync(file).mtimeMs > built);
  return newer && `dist/cli.js is older than ${path.relative(root, newer)}`;
}

/** @param {string[]} words the words after the script @returns {Promise<number>} the exit code */
async function example(words) {
  // Standard output is for the answer alone; what installing and building say goes beside it.
  console.log = console.error;
  ensureModules();
  const why = whyBuild(ROOT);
  if (why !== undefined) {
    console.error(`${why}: building it, about ten seconds`);
    // The command line alone: a production build of the add-in in dist stays as it is.
    const configurations = require("../../webpack.config.js")(
      { only: "cli" },
      { mode: "development" },
    );
    if (!(await require("./runWebpack").runWebpack(configurations))) return 1;
  }
  const command = [path.join(ROOT, "dist/cli.js"), "example", ...words];
  return spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
}

module.exports = { whyBuild };

if (require.main === module) {
  void example(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
