// Whether what was built is of the sources as they are.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");

/** What a build makes last of each bundle that the page needs. */
const BUILT = ["functions.js", "functions.json", "workbench.html", "workbench/workbench.js"];
/** What it is made of. */
const SOURCES = [
  ...["src", "assets", "manifest.xml", "webpack.config.js", "tsconfig.json"],
  // The page says its version.
  ...["package.json", "package-lock.json"],
];

/**
 * Whether a build is there and nothing that it is made of was written after it.
 *
 * @param {string} root the project's folder
 * @param {string} built the folder of the build
 * @returns {boolean} false where a file of the build is missing too
 */
function isCurrent(root, built) {
  const made = BUILT.map((name) => path.join(built, name));
  if (!made.every((file) => fs.existsSync(file))) return false;
  const oldest = Math.min(...made.map((file) => fs.statSync(file).mtimeMs));
  return SOURCES.every((name) => newest(path.join(root, name)) <= oldest);
}

/** @param {string} place a file or a folder @returns {number} when the last of it was written; 0 where it is not there */
function newest(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = fs.readdirSync(place).map((name) => newest(path.join(place, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

module.exports = { isCurrent };
