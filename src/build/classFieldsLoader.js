// A webpack loader: the class fields of the engine, compiled to calls of a helper, become assignments,
// which cost a fraction. `_defineProperty(this, "x", 1)` is `this.x = 1`.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const HELPER = "_defineProperty";
/** Where the engine's packages lie. */
const PACKAGES = path.resolve(__dirname, "../../node_modules/@univerjs");
/** The module without which the loader would be of no use: it creates the values of formulas. */
const MUST_HAVE_FIELDS = path.join(PACKAGES, "engine-formula/lib/es/index.js");
const ACCESSOR = /^\s*(?:static )?(?:get|set) ([\w$]+)\(/gm;

/**
 * Every name that a class of the engine has as a getter or setter: a field of that name in a class
 * derived from it has to be defined, for an assignment would call the setter.
 *
 * @returns {ReadonlySet<string>} the names
 */
function accessorNames() {
  const names = new Set();
  for (const one of fs.readdirSync(PACKAGES)) {
    const file = path.join(PACKAGES, one, "lib/es/index.js");
    if (!fs.existsSync(file)) continue;
    for (const [, name] of fs.readFileSync(file, "utf8").matchAll(ACCESSOR)) names.add(name);
  }
  return names;
}

/** @type {ReadonlySet<string> | undefined} */
let accessors;

/**
 * Rewrites the fields of one module.
 *
 * @param {string} source a module of the engine
 * @param {ReadonlySet<string>} defined names that have to stay definitions
 * @returns {{ code: string, count: number }} the module, and how many fields are assignments now
 */
function assignFields(source, defined) {
  if (!source.includes(HELPER)) return { code: source, count: 0 };
  const file = ts.createSourceFile("engine.js", source, ts.ScriptTarget.ES2022, false);
  /** @type {[from: number, to: number, text: string][]} */
  const edits = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const name = ts.isExpressionStatement(node) ? fieldName(node.expression) : undefined;
    if (name !== undefined && !defined.has(name)) {
      const call = /** @type {ts.CallExpression} */ (
        /** @type {ts.ExpressionStatement} */ (node).expression
      );
      const value = /** @type {ts.Expression} */ (call.arguments[2]);
      edits.push([call.getStart(file), value.getStart(file), `this.${name} = `]);
      edits.push([value.end, call.end, ""]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let code = "";
  let end = 0;
  for (const [from, to, text] of edits.sort(([one], [other]) => one - other)) {
    code += source.slice(end, from) + text;
    end = to;
  }
  return { code: code + source.slice(end), count: edits.length / 2 };
}

/** @param {ts.Expression} expression @returns {string | undefined} the field that it defines */
function fieldName(expression) {
  if (!ts.isCallExpression(expression) || expression.arguments.length !== 3) return undefined;
  const { expression: called } = expression;
  if (!ts.isIdentifier(called) || called.text !== HELPER) return undefined;
  const [target, key] = expression.arguments;
  if (target?.kind !== ts.SyntaxKind.ThisKeyword || !key || !ts.isStringLiteral(key))
    return undefined;
  return /^[A-Za-z_$][\w$]*$/.test(key.text) ? key.text : undefined;
}

/**
 * @this {import("webpack").LoaderContext<object>}
 * @param {string} source
 * @returns {string}
 */
function classFieldsLoader(source) {
  accessors ??= accessorNames();
  const { code, count } = assignFields(source, accessors);
  if (count === 0 && this.resourcePath === MUST_HAVE_FIELDS) {
    throw new Error(
      `${path.relative(PACKAGES, this.resourcePath)} has no call of ${HELPER}; the engine is compiled otherwise now, drop or rewrite ${path.basename(__filename)}`,
    );
  }
  return code;
}

module.exports = classFieldsLoader;
module.exports.assignFields = assignFields;
/** The rule for a webpack configuration. */
module.exports.classFieldsRule = {
  test: /[\\/]node_modules[\\/]@univerjs[\\/].*\.js$/,
  loader: __filename,
};
