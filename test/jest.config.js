// `unit` and `long` need only the sources; `built` needs dist (test/run.js builds it first), and so do
// `pictures` (`npm run screenshots`).
// @ts-check
const { resolve } = require("node:path");

const rootDir = resolve(__dirname, "..");

const shared = {
  rootDir,
  testEnvironment: "node",
  // Copies of the project (`npm run mutants`) are not the project.
  modulePathIgnorePatterns: ["<rootDir>/.cache/"],
  setupFilesAfterEnv: ["<rootDir>/test/support/patience.ts"],
  // These packages are ES modules, which Jest does not read as they are.
  transformIgnorePatterns: [
    "/node_modules/(?!(hyparquet|hyparquet-writer|hyparquet-compressors|hysnappy|fzstd|strip-bom|@microsoft/app-manifest/node_modules/strip-bom)/)",
  ],
  transform: {
    "^.+\\.tsx?$|node_modules/(hy|fzstd|strip-bom)[^/]*/.+\\.js$": [
      "ts-jest",
      {
        tsconfig: {
          module: "commonjs",
          moduleResolution: "node10",
          target: "ES2022",
          esModuleInterop: true,
          allowJs: true,
          resolveJsonModule: true,
          isolatedModules: true,
        },

        diagnostics: false,
      },
    ],
  },
};

/** Suites of more than five seconds: `npm run check` leaves them to `npm test`. */
const LONG = [
  "build/checkManifest",
  "calc/signal/calibration",
  "calc/backtest/calibration",
  "calc/timeseries/breakTest",
  "calc/checks/checkInputs",
  "cli/batch/merge",
  "cli/batch/resume",
  "cli/batch/threads",
  "cli/recalc/recalculated",
  "calc/oas/kernel",
  "calc/oas/poolBook",
  "cli/example/proxySpreads",
  "functions/hostileMatrix",
  "host/embeddedWorkbook",
  "host/keptWorkbook",
  "host/literalsAsCells",
  "host/oneAnswer",
  "host/randomEdits",
  "host/spreadsheet",
  "taskpane/data/dataTable",
  "templates/assumptionsTable",
  "templates/claimCheckSheet",
  "templates/sampleBook",
  "workbook/officeFaults",
  "xlsx/editedBook",
  "xlsx/newerFunctions",
  "xlsx/randomBook",
  "workbook/officeWorkbook",
];
const setupFiles = ["<rootDir>/test/support/customFunctionsGlobal.ts"];

module.exports = {
  rootDir,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/test/(built|bench|pictures)/",
        `<rootDir>/test/(${LONG.join("|")})\\.test\\.ts`,
      ],
      setupFiles,
    },
    {
      ...shared,
      displayName: "long",
      testMatch: LONG.map((suite) => `<rootDir>/test/${suite}.test.ts`),
      setupFiles,
    },
    {
      ...shared,
      displayName: "built",
      testMatch: ["<rootDir>/test/built/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "pictures",
      testMatch: ["<rootDir>/test/pictures/**/*.test.ts"],
    },
  ],
};
