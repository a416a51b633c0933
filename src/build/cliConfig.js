// How webpack makes dist/cli.js: the embedded engine and the command line in one file for Node.
// @ts-check
const path = require("node:path");
const webpack = require("webpack");
const { asciiPlugin } = require("./asciiPlugin");
const { calcHash } = require("./calcHash");
const { classFieldsRule } = require("./classFieldsLoader");
const { licences } = require("./licences");

const ROOT = path.resolve(__dirname, "../..");

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
        classFieldsRule,
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
      buildDependencies: {
        config: [__filename, classFieldsRule.loader, path.join(ROOT, "package-lock.json")],
      },
    },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.DefinePlugin({
        RV_VERSION: JSON.stringify(require(path.join(ROOT, "package.json")).version),
        RV_CALC_HASH: JSON.stringify(calcHash(path.join(ROOT, "src/calc"))),
      }),
      asciiPlugin,
      licences("THIRD-PARTY-NOTICES.txt"),
    ],
  };
}

module.exports = { cliConfig };
