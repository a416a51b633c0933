// Lets plain Node require the project's TypeScript: types are checked elsewhere, here they are only
// taken off.
// @ts-check
const fs = require("node:fs");
const ts = require("typescript");

require.extensions[".ts"] = (/** @type {any} */ module, /** @type {string} */ file) => {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(fs.readFileSync(file, "utf8"), {
    compilerOptions: { ...options, esModuleInterop: true },
  });
  module._compile(outputText, file);
};
