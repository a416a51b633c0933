// The rules that prettier and the compilers cannot see. Run with `npm run lint`.
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

/** A private helper is explained by its name; what others import says what it takes and gives. */
const exportedFunctions = ["ExportNamedDeclaration > FunctionDeclaration"];

/** @type {["error", { name: string, message: string }]} */
const noHiddenInputs = [
  "error",
  {
    name: "Date",
    message: "Same arguments, same answer: a date is an argument, never read from a clock.",
  },
];

export default tseslint.config(
  {
    ignores: [
      "test/architecture/wrongImports/**",
      // AssemblyScript: its compiler and its own types check it (test/run.js).
      "src/calc/oas/kernel/assembly/**",
      "test/host/fixture/**",
      "node_modules/**",
      "dist/**",
      ".cache/**",
    ],
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { jsdoc },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "max-lines": ["warn", { max: 250, skipBlankLines: true, skipComments: true }],
      "jsdoc/require-param": ["error", { contexts: exportedFunctions, checkDestructured: false }],
      "jsdoc/require-returns": ["error", { contexts: exportedFunctions }],
      "jsdoc/check-param-names": ["error", { checkDestructured: false }],
    },
  },
  {
    files: ["src/calc/**/*.ts", "src/assumptions/**/*.ts", "src/functions/**/*.ts"],
    rules: {
      "no-restricted-globals": noHiddenInputs,
      "no-restricted-properties": [
        "error",
        {
          object: "Math",
          property: "random",
          message: "Randomness comes from a seeded generator that is an argument.",
        },
      ],
    },
  },
  {
    // Excel hands over any[][], and what a custom function throws must be CustomFunctions.Error.
    files: ["src/functions/**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["test/**/*.ts"],
    extends: [...tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    files: ["src/**/*.js", "test/**/*.js", "test/**/*.cjs", "webpack.config.js"],
    extends: [...tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
