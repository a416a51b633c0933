// Where each worksheet function is: its wrapper, what it calculates with, its worked numbers, its tests.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");
const { familyFiles } = require("./addinConfig");

/**
 * @typedef {object} FunctionSource
 * @property {string} wrapper file with the worksheet function
 * @property {readonly string[]} calculations files of the calculation module that it calls
 * @property {readonly string[]} workedNumbers files of SELFTEST that call it
 * @property {readonly string[]} tests suites that call it and are not one of those over all functions
 */

/** Suites that call every function, or every one of a kind, by a list. */
const OVER_ALL =
  /\/(hostileMatrix|purity|blankModes|prefixInvariance|textOutputs|missingIsNotZero|unitSlips|timeUnits|runSelfTest)\.test\.ts$/;

/** What says nothing of a formula: the vocabulary of numbers and errors. */
const VOCABULARY = /^src\/calc\/(errors|units)\.ts$/;

/**
 * Finds the sources of all worksheet functions.
 *
 * @param {string} root the project's folder
 * @returns {ReadonlyMap<string, FunctionSource>} by the function's name, files relative to the folder
 */
function functionSources(root) {
  const relative = (/** @type {string} */ file) =>
    path.relative(root, file).split(path.sep).join("/");
  const worked = textsOf(root, "src/functions/selfTest", /\.ts$/);
  const suites = textsOf(root, "test", /\.test\.ts$/).filter(({ file }) => !OVER_ALL.test(file));
  const found = new Map();
  for (const file of familyFiles(path.join(root, "src/functions"))) {
    const family = readFamily(file);
    for (const { name, exported, calls } of family) {
      const isCalled = (/** @type {{ text: string }} */ { text }) =>
        new RegExp(`\\b${exported}\\b`).test(text);
      found.set(name, {
        wrapper: relative(file),
        calculations: calls.map(relative).filter((one) => !VOCABULARY.test(one)),
        workedNumbers: worked.filter(isCalled).map((one) => one.file),
        tests: suites.filter(isCalled).map((one) => one.file),
      });
    }
  }
  return found;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} kind
 * @returns {{ file: string, text: string }[]}
 */
const textsOf = (root, folder, kind) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`)
    .filter((file) => kind.test(file))
    .sort()
    .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), "utf8") }));

/**
 * The worksheet functions of a family, and the calculation files whose exports each one uses, itself or
 * through a helper of the same file.
 *
 * @param {string} file
 * @returns {{ name: string, exported: string, calls: string[] }[]}
 */
function readFamily(file) {
  const source = ts.createSourceFile(
    file,
    fs.readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  /** @type {Map<string, string>} what is imported from calc, and the file that has it */
  const imported = new Map();
  /** @type {Map<string, ts.Node>} what the file itself declares */
  const declared = new Map();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = /** @type {ts.StringLiteral} */ (statement.moduleSpecifier).text;
      const names = statement.importClause?.namedBindings;
      if (!from.startsWith("../calc/") || names === undefined || !ts.isNamedImports(names))
        continue;
      const target = `${path.join(path.dirname(file), from)}.ts`;
      for (const { name, isTypeOnly } of names.elements) {
        if (!isTypeOnly && !statement.importClause?.isTypeOnly) imported.set(name.text, target);
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      declared.set(statement.name.text, statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) declared.set(name.text, statement);
      }
    }
  }
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((statement) => {
    const tag = ts.getJSDocTags(statement).find(({ tagName }) => tagName.text === "customfunction");
    if (tag === undefined || statement.name === undefined) return [];
    const [name = ""] = String(tag.comment ?? "").split(/\s/);
    return [{ name, exported: statement.name.text, calls: callsOf(statement, imported, declared) }];
  });
}

/**
 * @param {ts.Node} start
 * @param {ReadonlyMap<string, string>} imported
 * @param {ReadonlyMap<string, ts.Node>} declared
 * @returns {string[]}
 */
function callsOf(start, imported, declared) {
  const seen = new Set([start]);
  const files = new Set();
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isIdentifier(node)) {
      const target = imported.get(node.text);
      if (target !== undefined) files.add(target);
      const helper = declared.get(node.text);
      if (helper !== undefined && !seen.has(helper)) {
        seen.add(helper);
        ts.forEachChild(helper, visit);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(start);
  return [...files].sort();
}

module.exports = { functionSources };
