// How webpack makes dist/cli: the embedded engine and the command line in one program for Node, which cli.js starts.
// @ts-check
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
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
 *   cli.js and its folder cli go
 * @returns {import("webpack").Configuration} the configuration
 */
function cliConfig({ mode, outputPath }) {
  return {
    name: "cli",
    mode,
    target: "node20",
    context: ROOT,
    entry: {
      program: "./src/cli/main.ts",
      // Small, as each thread of a batch keeps one of its own; found by its name.
      batchThread: { import: "./src/cli/batch/batchThread.ts", filename: "batchThread.js" },
    },
    output: {
      path: path.join(outputPath, "cli"),
      filename: "[name]-[contenthash].js",
      clean: true,
    },
    devtool: false,
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        classFieldsRule,
        { test: /\.md$/, type: "asset/source" },
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    // cli.js says where it lies: functions.js is beside it.
    node: { __dirname: false },
    // Files of 9 MB are read from the disk, never over a network: to shorten them would take a minute.
    performance: false,
    optimization: {
      minimize: false,
      // Modules in one scope: a call from one to another costs a third of the work of a batch otherwise.
      concatenateModules: true,
      usedExports: true,
      splitChunks: {
        // How the engine hyphenates 76 languages: one part, which nothing here asks for.
        cacheGroups: {
          hyphenation: {
            test: /engine-render[\\/]lib[\\/]es[\\/](?!index\.)/,
            name: "hyphenation",
            priority: 10,
          },
        },
      },
    },
    cache: {
      type: "filesystem",
      name: `cli-${mode}`,
      cacheDirectory: path.join(ROOT, "node_modules/.cache/webpack"),
      buildDependencies: {
        config: [__filename, classFieldsRule.loader, path.join(ROOT, "package-lock.json")],
      },
    },
    plugins: [
      new webpack.DefinePlugin({
        RV_VERSION: JSON.stringify(require(path.join(ROOT, "package.json")).version),
        RV_CALC_HASH: JSON.stringify(calcHash(path.join(ROOT, "src/calc"))),
      }),
      asciiPlugin,
      new CopyPlugin({
        patterns: [{ from: "src/cli/start.js", to: path.join(outputPath, "cli.js") }],
      }),
      licences("../THIRD-PARTY-NOTICES.txt"),
    ],
  };
}

module.exports = { cliConfig };
