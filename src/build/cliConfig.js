// How webpack makes dist/cli.js: the embedded engine and the command line in one file for Node.
// @ts-check
const path = require("node:path");
const { LicenseWebpackPlugin } = require("license-webpack-plugin");
const webpack = require("webpack");

const ROOT = path.resolve(__dirname, "../..");

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
 * The webpack configuration "cli".
 *
 * @param {{ mode: "development" | "production", outputPath: string }} options the mode, and where
 *   cli.js goes
 * @returns {import("webpack").Configuration} the configuration
 */
function cliConfig({ mode, outputPath }) {
  return {
    name: "cli",
    mode,
    target: "node20",
    context: ROOT,
    entry: { cli: "./src/cli/main.ts" },
    output: { path: outputPath, filename: "[name].js" },
    devtool: false,
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    // The bundle lies beside functions.js, and finds it by its own place.
    node: { __dirname: false },
    // A file of 15 MB is read from the disk, never over a network: to shorten it would take a minute.
    performance: false,
    optimization: { minimize: false },
    cache: {
      type: "filesystem",
      name: `cli-${mode}`,
      cacheDirectory: path.join(ROOT, "node_modules/.cache/webpack"),
      buildDependencies: { config: [__filename, path.join(ROOT, "package-lock.json")] },
    },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.DefinePlugin({
        RV_VERSION: JSON.stringify(require(path.join(ROOT, "package.json")).version),
      }),
      /** @type {any} */ (
        new LicenseWebpackPlugin({
          outputFilename: "THIRD-PARTY-NOTICES.txt",
          perChunkOutput: false,
          unacceptableLicenseTest: (licence) => !isAllowedLicence(licence),
          handleUnacceptableLicense: (name, licence) => {
            throw new Error(`${name} has the licence ${licence}, which may not be bundled`);
          },
          handleMissingLicenseText: (name, licence) =>
            `${name} states the licence ${licence}; the package holds no text of it.`,
          handleMissingLicenseType: (name) => {
            throw new Error(`${name} states no licence, so it may not be bundled`);
          },
        })
      ),
    ],
  };
}

module.exports = { cliConfig, isAllowedLicence };
