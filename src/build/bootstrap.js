// Installs node_modules when it is missing or not what the lock says. Needs nothing but Node.
// @ts-check
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "../..");

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} file a lock file @returns {Packages | undefined} its packages by folder */
function readPackages(file) {
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, "utf8")).packages ?? {};
}

/**
 * Says why node_modules must be installed. Contents are compared, not dates: a checkout gives every
 * file a new date and changes nothing.
 *
 * @param {string} root the project's folder
 * @returns {string | undefined} the reason; nothing when node_modules is what the lock says
 */
function whyInstall(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  if (!wanted) return undefined;
  const present = readPackages(path.join(root, "node_modules/.package-lock.json"));
  if (!present) return "node_modules is missing";
  const differs = Object.entries(wanted).find(([folder, { version, optional }]) => {
    // "" is the project; what is optional may be left out, such as macOS's fsevents elsewhere.
    if (folder === "" || (optional && !(folder in present))) return false;
    return present[folder]?.version !== version;
  });
  return (
    differs && `${differs[0].replace(/^node_modules\//, "")} is not what package-lock.json says`
  );
}

/** @param {string} root the project's folder */
function install(root) {
  // npm_execpath is npm's own script: it saves the shell that npm.cmd would need on Windows.
  const npm = process.env.npm_execpath;
  const words = ["ci", "--ignore-scripts", "--no-fund", "--no-audit"];
  const options = { cwd: root, stdio: /** @type {const} */ ("inherit") };
  const { status, error } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
  if (error || status !== 0) {
    throw new Error(
      `npm ci did not finish (${error?.message ?? `exit code ${status}`}), see above`,
    );
  }
}

/**
 * Makes node_modules what the lock says.
 *
 * @param {object} [machine] the machine to do it on; tests hand in another
 * @param {string} [machine.root] the project's folder
 * @param {(line: string) => void} [machine.log] where the one line goes
 * @param {(root: string) => void} [machine.install] what installs
 * @returns {boolean} whether something was installed
 */
function ensureModules(machine = {}) {
  const root = machine.root ?? ROOT;
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Error(`this is Node ${process.versions.node}; it must be 20 or later`);
  const why = whyInstall(root);
  if (why === undefined) return false;
  (machine.log ?? console.log)(`${why}: running npm ci, about half a minute`);
  (machine.install ?? install)(root);
  return true;
}

module.exports = { ensureModules, whyInstall };

if (require.main === module) ensureModules();
