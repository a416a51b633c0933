// How webpack makes the workbench: the page with the engine's grid and the pane. Apart from the add-in,
// because the engine takes a minute to bundle the first time.
// @ts-check
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { classFieldsRule } = require("./classFieldsLoader");
const { engineRule } = require("./engineLoader");
const { fileList } = require("./fileList");
const { licences } = require("./licences");

const ROOT = path.resolve(__dirname, "../..");

/**
 * The webpack configuration "workbench".
 *
 * @param {{ mode: "development" | "production", outputPath: string }} options the mode, and the folder
 *   that holds the built add-in; the page runs its functions
 * @returns {import("webpack").Configuration} the configuration
 */
function workbenchConfig({ mode, outputPath }) {
  const { version } = require("../../package.json");
  // A page that is open while another version is put in its place asks for its own parts, not for that one's.
  const chunkName = mode === "production" ? "[name].[contenthash:12]" : "[name]";
  return {
    name: "workbench",
    mode,
    target: ["web", "es2022"],
    context: ROOT,
    entry: {
      workbench: "./src/workbench/main.ts",
      studyWorker: "./src/taskpane/backtest/studyWorker.ts",
      workbenchOffline: "./src/workbench/workbenchOffline.ts",
    },
    output: {
      path: outputPath,
      // A service worker answers for its own folder and those below: this one stands beside the page.
      filename: ({ chunk }) =>
        chunk?.name === "workbenchOffline" ? "[name].js" : "workbench/[name].js",
      chunkFilename: `workbench/${chunkName}.js`,
      cssFilename: "workbench/[name].css",
      cssChunkFilename: `workbench/${chunkName}.css`,
      // A part that has not come by then is said to be missing, with a button that asks again.
      chunkLoadTimeout: 30_000,
      assetModuleFilename: "workbench/[name][ext]",
      uniqueName: "rotation-workbench",
      publicPath: "auto",
    },
    devtool: false,
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      // What the engine asks of these packages the browser has, or the page does not use.
      alias: Object.fromEntries(
        [
          ["cjk-regex", "cjkRegex"],
          ["franc-min", "francMin"],
          ["localforage", "localforage"],
          ["opentype.js", "opentype"],
        ].map(([name, file]) => [`${name}$`, path.join(ROOT, `src/host/standIns/${file}.ts`)]),
      ),
    },
    module: {
      rules: [
        engineRule,
        classFieldsRule,
        {
          test: /\.tsx?$/,
          loader: "ts-loader",
          options: {
            transpileOnly: true,
            configFile: path.join(ROOT, "tsconfig.json"),
            compilerOptions: { noEmit: false, target: "ES2022" },
          },
        },
      ],
    },
    experiments: { css: true },
    performance: false,
    // The grid is read from this machine, or once and then from the browser's cache.
    optimization: {
      minimize: mode === "production",
      // What follows variables through the script would double the time of the build for a hundredth of the size.
      minimizeOptions: {
        javascript: {
          compress: {
            reduce_vars: false,
            collapse_vars: false,
            reduce_funcs: false,
            inline: false,
          },
          mangle: true,
        },
      },
      chunkIds: "deterministic",
    },
    cache: {
      type: "filesystem",
      name: `workbench-${mode}`,
      cacheDirectory: path.join(ROOT, "node_modules/.cache/webpack"),
      buildDependencies: {
        config: [
          __filename,
          classFieldsRule.loader,
          engineRule.loader,
          path.join(ROOT, "package-lock.json"),
        ],
      },
    },
    plugins: [
      new DefinePlugin({
        RV_VERSION: JSON.stringify(version),
        RV_BUILD: JSON.stringify(mode),
      }),
      new HtmlWebpackPlugin({
        template: path.join(ROOT, "src/workbench/workbench.html"),
        filename: "workbench.html",
        chunks: ["workbench"],
        scriptLoading: "defer",
        minify: false,
      }),
      fileList("workbench/files.json"),
      licences("workbench/THIRD-PARTY-NOTICES.txt"),
    ],
    stats: "errors-warnings",
  };
}

module.exports = { workbenchConfig };
