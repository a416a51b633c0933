// The fingerprint of the calculation module, which =RV.ABOUT() shows.
// @ts-check
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

/**
 * Hashes the sources of src/calc, the same on every machine: paths with forward slashes in the order
 * of their characters, contents with line feeds.
 *
 * @param {string} folder the folder src/calc
 * @returns {string} the first 12 hexadecimal digits of the SHA-256
 */
function calcHash(folder) {
  const hash = createHash("sha256");
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
  for (const file of files) {
    const text = fs.readFileSync(path.join(folder, file), "utf8").replace(/\r\n?/g, "\n");
    hash.update(`${file}\0${text}\0`);
  }
  return hash.digest("hex").slice(0, 12);
}

module.exports = { calcHash };
