// How the add-in is bundled: the functions, the pane, and every file that the manifest names.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { withUrl } = require("./addresses");
const { calcHash } = require("./calcHash");
const { licences } = require("./licences");
const { FunctionsMetadataPlugin } = require("./functionsMetadataPlugin");

/**
 * The size that functions.js may have in production, in bytes. Excel loads it before the first cell
 * answers, on every start and on slow lines too; a library that slips in through an import would
 * double it, and this number is what notices. The relative-value core has 113 kB, bonds, curves and
 * lattices 40 more, mortgages and their options 40, flows, scenarios, trades and backtests 40, what
 * a call rests on, the curve of a day and durations that follow from a pool 20, calendars, futures,
 * swaptions and make-whole calls 20, what a history leaves open of a probability and its intervals 15,
 * pools sold at a spread, coupon swaps, pay-ups, premiums of speeds and scenarios valued again 18,
 * calls at any time, puts, coupon steps, sinking funds, floating periods and lognormal rates 15;
 * compressed a third of it.
 */
const FUNCTIONS_BUDGET = 345_000;

const ROOT = path.join(__dirname, "../..");

/**
 * Makes the configuration of the add-in.
 *
 * @param {object} options which build
 * @param {"development" | "production"} options.mode for the developer or for users
 * @param {string} options.url where the add-in is served, without a slash at the end
 * @param {string} options.outputPath the folder to write, as an absolute path
 * @param {string} [options.root] the project's folder
 * @returns {import("webpack").Configuration} the configuration named "addin"
 */
function addinConfig({ mode, url, outputPath, root = ROOT }) {
  const { version } = require("../../package.json");
  const production = mode === "production";
  const families = familyFiles(path.join(root, "src/functions"));
  const calc = path.join(root, "src/calc");
  return {
    name: "addin",
    mode,
    context: root,
    target: ["web", "es2020"],
    entry: {
      functions: "./src/functions/functions.ts",
      taskpane: { import: "./src/taskpane/main.ts", dependOn: "functions" },
      // With a runtime of its own: that of functions.js must not ask for a page's address.
      studyWorker: {
        import: "./src/taskpane/backtest/studyWorker.ts",
        filename: "pane/studyWorker.js",
      },
    },
    output: {
      path: outputPath,
      // Stable names: the manifest names functions.js, and Excel remembers it.
      filename: "[name].js",
      chunkFilename: "pane/[name].js",
      // Beside the page; to find it out by itself needs a page, and Node runs functions.js too.
      publicPath: "",
      globalObject: "globalThis",
      uniqueName: "rotation",
    },
    // A map beside the script: the pane's policy allows no eval.
    devtool: "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: {
            configFile: path.join(root, "tsconfig.json"),
            // Types are checked by tsc on their own, for the whole project at once.
            transpileOnly: true,
            compilerOptions: { noEmit: false, sourceMap: true },
          },
        },
      ],
    },
    plugins: [
      new DefinePlugin({
        RV_VERSION: JSON.stringify(version),
        RV_BUILD: JSON.stringify(mode),
        RV_CALC_HASH: DefinePlugin.runtimeValue(() => JSON.stringify(calcHash(calc)), {
          contextDependencies: [calc],
        }),
      }),
      new CustomFunctionsMetadataPlugin({
        output: "functions.json",
        // The plugin takes a list and turns one name into one; its type knows the one name only.
        input: /** @type {string} */ (/** @type {unknown} */ (families)),
      }),
      new FunctionsMetadataPlugin({ url, version, families }),
      new HtmlWebpackPlugin({
        template: path.join(root, "src/taskpane/taskpane.html"),
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        // Functions register while the page is read, before Office.js asks for them.
        scriptLoading: "blocking",
        inject: "body",
        minify: false,
      }),
      licences("THIRD-PARTY-NOTICES-PANE.txt"),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "assets/templates/*.png" },
          { from: "src/taskpane/taskpane.css", to: "taskpane.css" },
          { from: "src/help/help.css", to: "help.css" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (/** @type {Buffer} */ manifest) => withUrl(manifest.toString(), url),
          },
        ],
      }),
    ],
    optimization: {
      // Pages and styles stay as they were written: an administrator reads them before he approves.
      minimizeOptions: { html: false, css: false },
    },
    performance: {
      hints: production ? "error" : false,
      maxAssetSize: FUNCTIONS_BUDGET,
      maxEntrypointSize: Number.MAX_SAFE_INTEGER,
      assetFilter: (/** @type {string} */ file) => file === "functions.js",
    },
    stats: "errors-warnings",
  };
}

/**
 * Finds the files with custom functions; the generator of functions.json must be told each.
 *
 * @param {string} folder the folder src/functions
 * @returns {string[]} absolute paths in the order of their names
 */
function familyFiles(folder) {
  const files = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => path.join(folder, file))
    .filter((file) => /^\s*\*\s*@customfunction\b/im.test(fs.readFileSync(file, "utf8")));
  if (files.length === 0) {
    throw new Error(`${folder} has no file with an @customfunction tag; it must have one or more`);
  }
  return files;
}

module.exports = { addinConfig, familyFiles, FUNCTIONS_BUDGET };
