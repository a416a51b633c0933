// The rules that prettier and the compilers cannot see. Run with `npm run lint`.
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

const noHiddenInputs = [
  "error",
  { name: "Date", message: "Same arguments, same answer: a date is an argument, never read from a clock." },
];

export default tseslint.config(
  { ignores: ["node_modules/**", "dist/**", ".cache/**"] },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    plugins: { jsdoc },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "max-lines": ["warn", { max: 250, skipBlankLines: true, skipComments: true }],
      "jsdoc/require-param": ["error", { checkDestructured: false }],
      "jsdoc/require-returns": "error",
      "jsdoc/check-param-names": ["error", { checkDestructured: false }],
    },
  },
  {
    files: ["src/calc/**/*.ts", "src/assumptions/**/*.ts", "src/functions/**/*.ts"],
    rules: {
      "no-restricted-globals": noHiddenInputs,
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Randomness comes from a seeded generator that is an argument." },
      ],
    },
  },
  {
    // Excel hands over any[][], and what a custom function throws must be CustomFunctions.Error.
    files: ["src/functions/**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
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
