// How webpack makes dist/udf: one script a family that runs where there is nothing but the language, and the SQL
// statements that create the functions.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { BannerPlugin, Compilation, sources } = require("webpack");
const { asciiPlugin } = require("./asciiPlugin");
const { calcHash } = require("./calcHash");
const { bigQueryStatements, globalName, snowflakeStatements } = require("./warehouseStatements");

const ROOT = path.resolve(__dirname, "../..");
/** @type {readonly import("./warehouseStatements").WarehouseFunction[]} */
const FUNCTIONS = JSON.parse(
  fs.readFileSync(path.join(ROOT, "src/warehouse/functions.json"), "utf8"),
);

/** BigQuery takes no larger file of a library. */
const MOST_BYTES = 1_000_000;

/**
 * The webpack configuration "udf".
 *
 * @param {{ outputPath: string }} options where the folder udf goes
 * @returns {import("webpack").Configuration} the configuration
 */
function warehouseConfig({ outputPath }) {
  const { version } = require("../../package.json");
  const program = `Rotation ${version}, calculation ${calcHash(path.join(ROOT, "src/calc"))}`;
  const families = new Set(FUNCTIONS.map(({ family }) => family));
  return {
    name: "udf",
    mode: "production",
    context: ROOT,
    // No page and no Node: the language alone, in the syntax of 2019, as a warehouse's engine may be old.
    target: "es2019",
    entry: Object.fromEntries(
      Array.from(families, (family) => [
        family,
        {
          import: `./src/warehouse/${family}.ts`,
          // An assignment makes a global name in a library's file and in a function's body alike.
          library: { name: globalName(family), type: "assign" },
        },
      ]),
    ),
    output: {
      path: path.join(outputPath, "udf"),
      filename: "[name].js",
      chunkFormat: false,
      clean: true,
    },
    devtool: false,
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: {
            configFile: path.join(ROOT, "tsconfig.json"),
            transpileOnly: true,
            compilerOptions: { noEmit: false, target: "ES2019" },
          },
        },
      ],
    },
    plugins: [
      asciiPlugin,
      // After the script was shortened, or it would become a file of licences.
      new BannerPlugin({
        banner: program,
        stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE,
      }),
      statementsPlugin(program),
    ],
    performance: { hints: "error", maxAssetSize: MOST_BYTES, maxEntrypointSize: MOST_BYTES },
  };
}

/**
 * Writes bigquery.sql and snowflake.sql beside the scripts.
 *
 * @param {string} program which program, for their headings
 * @returns {import("webpack").WebpackPluginFunction} the plugin
 */
const statementsPlugin = (program) => (compiler) => {
  const name = "statementsPlugin";
  compiler.hooks.compilation.tap(name, (compilation) => {
    const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
    compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
      const scriptOf = (/** @type {string} */ family) => String(assets[`${family}.js`]?.source());
      const statements = {
        bigquery: bigQueryStatements(FUNCTIONS, program),
        snowflake: snowflakeStatements(FUNCTIONS, program, scriptOf),
      };
      for (const [warehouse, sql] of Object.entries(statements)) {
        compilation.emitAsset(`${warehouse}.sql`, new sources.RawSource(sql));
      }
    });
  });
};

module.exports = { warehouseConfig };
