// Who may import whom. Each comment is the sentence a contributor reads when the rule stops them.
const { resolve } = require("node:path");

/** The folders of src/calc from the vocabulary down: a folder imports only folders before it. */
const CALC_ORDER = [
  "numeric",
  "date",
  "series",
  "curve",
  "bond",
  "excel",
  "prepayment",
  "mortgage",
  "rates",
  "spread",
  "oas",
  "timeseries",
  "history",
  "checks",
  "returns",
  "flow",
  "signal",
  "trade",
  "backtest",
];

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @param {string} folder @param {string[]} allowed @param {string} comment */
const only = (folder, allowed, comment) =>
  forbid(
    `${folder}-imports`,
    comment,
    { path: `^src/${folder}/` },
    { path: "^src/", pathNot: `^src/(${[folder, ...allowed].join("|")})/` },
  );

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      "Two files that import each other are one idea in two places: find the third file.",
      {},
      {
        circular: true,
      },
    ),
    forbid(
      "no-barrels",
      "Import the file that has the thing, not an index that re-exports it.",
      {},
      {
        path: "^src/.*/index\\.(ts|js)$",
      },
    ),
    forbid(
      "nothing-imports-tests",
      "The product does not know its tests.",
      { path: "^src/" },
      { path: "^test/" },
    ),
    forbid(
      "calc-is-alone",
      "The calculation module stands on nothing: no package, no other folder of ours.",
      { path: "^src/calc/" },
      { pathNot: "^src/calc/" },
    ),
    ...CALC_ORDER.map((folder, i) =>
      forbid(
        `calc-order-${folder}`,
        `calc/${folder} may import units, errors and the calc folders before it: ${CALC_ORDER.slice(0, i).join(", ") || "none"}.`,
        { path: `^src/calc/${folder}/` },
        {
          path: "^src/calc/[^/]+/",
          pathNot: `^src/calc/(${CALC_ORDER.slice(0, i + 1).join("|")})/`,
        },
      ),
    ),
    forbid(
      "calc-vocabulary",
      "units and errors are the vocabulary: they import nothing below them.",
      { path: "^src/calc/[^/]+\\.ts$" },
      { path: "^src/calc/[^/]+/" },
    ),
    only("assumptions", ["calc"], "Assumptions are plain data over calc."),
    only(
      "functions",
      ["calc", "assumptions"],
      "What Excel sees stands on calc and assumptions only: no pane, no workbook.",
    ),
    only(
      "workbook",
      ["calc", "assumptions"],
      "The workbook port knows assumptions, never the pane or the engine.",
    ),
    only("catalogue", [], "What there is and what people call it: words alone."),
    only(
      "xlsx",
      ["workbook"],
      "A workbook's file becomes plain data and back: no page, no engine.",
    ),
    only("templates", ["calc", "assumptions", "workbook"], "Templates write through the port."),
    only(
      "data",
      ["calc", "assumptions"],
      "Histories from outside become numbers here: no pane, no workbook, no sheet.",
    ),
    only(
      "taskpane",
      ["calc", "catalogue", "assumptions", "data", "templates", "workbook", "functions"],
      "The pane shows what calc computes, and writes through the port.",
    ),
    forbid(
      "pane-knows-no-functions",
      "The pane's view calls calc; only its main file reads the functions' version and last error.",
      { path: "^src/taskpane/", pathNot: "^src/taskpane/main\\.ts$" },
      { path: "^src/functions/" },
    ),
    only(
      "host",
      ["calc", "workbook"],
      "The embedded engine offers the port; it does not know who uses it. Its built-in functions are calc's.",
    ),
    forbid(
      "runtime-knows-no-engine",
      "What Excel does to arguments, results and promises is the same whatever spreadsheet calls the functions.",
      { path: "^src/host/runtime/" },
      { path: "(^src/host/(?!runtime/)|node_modules/@univerjs)" },
    ),
    forbid(
      "repairs-know-no-workbook",
      "A repair of the engine knows the engine, its functions and the runtime; the workbook stands on it.",
      { path: "^src/host/(repairs|builtins)/" },
      { path: "^src/host/", pathNot: "^src/host/(repairs|builtins|runtime)/" },
    ),
    only(
      "cli",
      [
        ...["calc", "catalogue", "assumptions", "data", "templates", "workbook", "host"],
        ...["functions", "rows", "xlsx"],
      ],
      "The command line is the embedded host without a screen.",
    ),
    only(
      "rows",
      ["calc", "assumptions", "functions"],
      "What answers a row knows no file, no thread and no warehouse.",
    ),
    only(
      "warehouse",
      ["calc", "assumptions", "rows"],
      "A warehouse's function answers a row as a batch does, and reads its settings.",
    ),
    forbid(
      "rows-read-as-cells",
      "A row is read by the readers of the worksheet's arguments; the worksheet functions themselves are run as they are built.",
      { path: "^src/(cli|rows)/" },
      { path: "^src/functions/", pathNot: "^src/functions/(excel|terms)/" },
    ),
    forbid(
      "no-package-in-rows",
      "What answers a row runs in a warehouse, where there is nothing but the language.",
      { path: "^src/(rows|warehouse)/" },
      { path: "(node_modules|^node:)" },
    ),
    only(
      "workbench",
      ["calc", "assumptions", "data", "templates", "workbook", "xlsx", "host", "taskpane"],
      "The page is the host, the pane and nothing below them.",
    ),
    forbid(
      "excel-knows-no-field",
      "How Excel is read and answered knows no bond, no pool, no assumption's key: that is functions/terms.",
      { path: "^src/functions/excel/" },
      { path: "^src/functions/", pathNot: "^src/functions/excel/" },
    ),
    forbid(
      "terms-know-no-family",
      "A term of the field (a curve, a pool) is read in one way for every family of functions.",
      { path: "^src/functions/terms/" },
      { path: "^src/functions/", pathNot: "^src/functions/(terms|excel)/" },
    ),
    forbid(
      "no-wrapper-calls-a-wrapper",
      "A family of functions imports no other family: what two of them print is functions/rows, what they read functions/terms, what they calculate calc.",
      { path: "^src/functions/[^/]+\\.ts$", pathNot: "^src/functions/functions\\.ts$" },
      { path: "^src/functions/[^/]+\\.ts$", pathNot: "^src/functions/build\\.ts$" },
    ),
    forbid(
      "no-package-in-functions",
      "The functions entry ships no package: it must load before anything else does.",
      { path: "^src/(functions|assumptions)/" },
      { path: "node_modules" },
    ),
    forbid(
      "pane-main-picks-the-adapter",
      "Only the pane's main file says which workbook it talks to; the view takes the port.",
      { path: "^src/taskpane/", pathNot: "^src/taskpane/main\\.ts$" },
      { path: "^src/workbook/office" },
    ),
    forbid(
      "engine-in-host-only",
      "Univer is behind src/host: keep it replaceable.",
      { path: "^src/", pathNot: "^src/(host|workbench)/" },
      { path: "node_modules/@univerjs" },
    ),
    forbid(
      "build-is-apart",
      "Build tools run before the product exists; they import none of it.",
      { path: "^src/build/" },
      {
        path: "^src/",
        pathNot: "^src/build/",
      },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: resolve(__dirname, "../../tsconfig.json") },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  },
};
