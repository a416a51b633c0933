// Shows the add-in to Excel on this machine: `npm run sideload`, and `-- --stop` takes it away again.
// @ts-check
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { readArguments, main } = require("./commandLine");

const ROOT = path.join(__dirname, "../..");

/** Fetched when it is needed: as a dependency it would bring 600 packages and a native build. */
const TOOL = "office-addin-debugging@7";

/**
 * Decides what to do.
 *
 * @param {string} platform as process.platform
 * @param {string} manifest the manifest to show
 * @param {boolean} stop whether to take the add-in away
 * @returns {{ command: string[] } | { steps: string[] }} a command for npx, or steps for a person
 */
function plan(platform, manifest, stop) {
  if (platform === "win32" || platform === "darwin") {
    return {
      command: stop
        ? ["--yes", TOOL, "stop", manifest]
        : ["--yes", TOOL, "start", manifest, "desktop"],
    };
  }
  return {
    steps: stop
      ? [
          "Excel on the web: Home > Add-ins > More Settings > My Add-ins, the three dots at Rotation, Remove.",
        ]
      : [
          "Excel does not run on this system; Excel on the web does, in its browser:",
          "1. npm start, in another terminal, and leave it running",
          "2. open https://localhost:3000/help.html once and accept the certificate",
          "3. open a workbook at https://excel.cloud.microsoft",
          `4. Home > Add-ins > More Settings > Upload My Add-in, then ${manifest}`,
          "5. allow the page to reach this machine's network, if the browser asks",
          "6. type =RV.ABOUT() in a cell",
        ],
  };
}

/** @returns {string} the manifest of the running server, or the one of the project before any build */
function manifestFile() {
  const built = path.join(ROOT, "dist/manifest.xml");
  const isDevelopment =
    fs.existsSync(built) && fs.readFileSync(built, "utf8").includes("https://localhost:");
  return isDevelopment ? built : path.join(ROOT, "manifest.xml");
}

module.exports = { plan };

if (require.main === module) {
  main(() => {
    const { flags } = readArguments(process.argv.slice(2), { flags: ["stop"] });
    const stop = flags.has("stop");
    const manifest = path.relative(process.cwd(), manifestFile()) || "manifest.xml";
    const todo = plan(process.platform, manifest, stop);
    if ("steps" in todo) {
      for (const step of todo.steps) console.log(step);
      return;
    }
    spawnSync("npx", todo.command, { stdio: "inherit", shell: process.platform === "win32" });
    // Its exit code is 0 when it failed too, so only the person at Excel can tell.
    console.log(
      stop
        ? "If Rotation is still on the Home tab, restart Excel."
        : "Look in Excel: Rotation is on the Home tab and =RV.ABOUT() answers. If not: docs/sideloading.md.",
    );
  });
}
