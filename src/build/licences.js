// Which packages may be bundled, and the file that names them.
// @ts-check
const { LicenseWebpackPlugin } = require("license-webpack-plugin");

/** What may be in the product; see the licence section of the contributors' notes. */
const ALLOWED_LICENCES = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "Unlicense",
  "CC0-1.0",
]);

/**
 * Whether a package may be bundled, by the licence that it states.
 *
 * @param {string | null | undefined} stated an SPDX id, or a choice such as `(MIT OR GPL-3.0)`
 * @returns {boolean} true when we may take it under an allowed licence
 */
function isAllowedLicence(stated) {
  const choices = String(stated ?? "")
    .replace(/^\(|\)$/g, "")
    .split(/\s+OR\s+/);
  // Of "A AND B" both must be allowed.
  return choices.some((choice) =>
    choice.split(/\s+AND\s+/).every((id) => ALLOWED_LICENCES.has(id)),
  );
}

/**
 * Writes what was bundled, and ends the build when a package may not be.
 *
 * @param {string} file the name of the list, in the folder that is built
 * @returns {any} a webpack plugin
 */
function licences(file) {
  return new LicenseWebpackPlugin({
    outputFilename: file,
    perChunkOutput: false,
    // The list itself says where a package holds no text.
    stats: { warnings: false, errors: true },
    unacceptableLicenseTest: (licence) => !isAllowedLicence(licence),
    handleUnacceptableLicense: (name, licence) => {
      throw new Error(`${name} has the licence ${licence}, which may not be bundled`);
    },
    handleMissingLicenseText: (name, licence) =>
      `${name} states the licence ${licence}; the package holds no text of it.`,
    // It lies beside its sisters in one repository, and its LICENSE is theirs; the field was forgotten.
    licenseTypeOverrides: { "@univerjs/telemetry": "Apache-2.0" },
    handleMissingLicenseType: (name) => {
      throw new Error(`${name} states no licence, so it may not be bundled`);
    },
  });
}

module.exports = { licences, isAllowedLicence };
