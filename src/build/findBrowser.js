// Finds the Chromium that draws icons and runs the browser tests.
// @ts-check
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { UsageError } = require("./commandLine");

/** Names on PATH, in the order in which they are tried. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "msedge",
  "microsoft-edge",
];

/** Where the browsers of Windows and macOS are, which do not put themselves on PATH. */
const PLACES = new Map([
  [
    "win32",
    [
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
  ],
  [
    "darwin",
    [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
  ],
]);

const WANTED = "a browser is needed (Chromium, Chrome or Edge) and none was found";

/**
 * The machine as this file sees it; tests hand in another.
 *
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env the environment
 * @property {string} platform as process.platform
 * @property {(file: string) => boolean} exists whether a file is there
 * @property {() => boolean} isRootOnDebian whether apt-get may be used without asking
 * @property {() => void} installDebianChromium installs Debian's chromium by apt-get
 */

/** @type {Machine} */
const thisMachine = {
  env: process.env,
  platform: process.platform,
  exists: (file) => fs.existsSync(file),
  isRootOnDebian: () => process.getuid?.() === 0 && fs.existsSync("/etc/debian_version"),
  installDebianChromium() {
    const apt = (/** @type {string[]} */ ...words) =>
      execFileSync("apt-get", words, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update");
    apt("install", "--yes", "--no-install-recommends", "chromium");
  },
};

/**
 * Finds a browser, or installs Debian's where the environment allows it.
 *
 * @param {Machine} machine the machine to look at
 * @returns {string} the browser's executable
 */
function findBrowser(machine = thisMachine) {
  const { env } = machine;
  if (env.CHROME_PATH) {
    if (machine.exists(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new UsageError(
      `CHROME_PATH is ${env.CHROME_PATH}, where there is no file; it must be a browser's executable`,
    );
  }
  const found = look(machine);
  if (found) return found;

  const mayInstall = env.CI === "true" || env.RV_INSTALL_BROWSER === "1";
  if (mayInstall && machine.isRootOnDebian()) {
    machine.installDebianChromium();
    const installed = look(machine);
    if (installed) return installed;
    throw new UsageError(`${WANTED}, even after apt-get install chromium: set CHROME_PATH`);
  }
  throw new UsageError(`${WANTED}: ${remedy(machine)}`);
}

/** @param {Machine} machine @returns {string | undefined} the first browser that is there */
function look({ env, platform, exists }) {
  const windows = platform === "win32";
  const join = windows ? path.win32.join : path.posix.join;
  const folders = (env.PATH ?? env.Path ?? "").split(windows ? ";" : ":").filter(Boolean);
  const onPath = NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, windows ? `${name}.exe` : name)),
  );
  return [...onPath, ...(PLACES.get(platform) ?? [])].find(exists);
}

/** @param {Machine} machine @returns {string} the command that fixes it */
function remedy({ platform, isRootOnDebian }) {
  if (platform === "linux") {
    return isRootOnDebian()
      ? "run apt-get install chromium (RV_INSTALL_BROWSER=1 does it for you), or set CHROME_PATH"
      : "run sudo apt-get install chromium, or set CHROME_PATH";
  }
  return "install Chrome or Edge, or set CHROME_PATH to the executable";
}

module.exports = { findBrowser };
