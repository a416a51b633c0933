/**
 * Import this before anything of src/host that needs the engine.
 *
 * The engine's CommonJS files require packages that are ECMAScript modules. Node can do that, jest's
 * own loader cannot: so Node loads them, and jest hands them on.
 */
const { createRequire } = process.getBuiltinModule("module");
const nodeRequire = createRequire(__filename);

for (const name of [
  "@univerjs/core",
  "@univerjs/core/facade",
  "@univerjs/engine-formula",
  "@univerjs/sheets",
  "@univerjs/sheets-formula",
  "@univerjs/preset-sheets-node-core",
  "@univerjs/preset-sheets-node-core/locales/en-US",
]) {
  jest.doMock(name, () => nodeRequire(name));
}
