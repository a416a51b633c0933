// Two projects: `unit` needs only the sources, `built` needs dist (test/run.js builds it first).
// @ts-check
const { resolve } = require("node:path");

const rootDir = resolve(__dirname, "..");

const shared = {
  rootDir,
  testEnvironment: "node",
  transform: {
    "^.+\\.tsx?$": [
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

module.exports = {
  rootDir,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(built|bench)/"],
      setupFiles: ["<rootDir>/test/support/customFunctionsGlobal.ts"],
    },
    {
      ...shared,
      displayName: "built",
      testMatch: ["<rootDir>/test/built/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/support/patience.ts"],
    },
  ],
};
