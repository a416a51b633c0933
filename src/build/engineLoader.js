// A webpack loader: what the page's first view does without is cut out of the engine's modules. Pictures
// become files, words about functions a module of their own, patterns of hyphenation and the grid for
// telephones nothing, and icons are written shorter.
// @ts-check
const { createHash } = require("node:crypto");
const path = require("node:path");

/** Where the engine's packages lie. */
const PACKAGES = path.resolve(__dirname, "../../node_modules/@univerjs");
/** The query of an import that asks for what was cut out. */
const WORDS = "?words";

/** A picture of more than 4 kB, written into a script. */
const PICTURE = /"data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]{4000,})"/g;
/** A coordinate of an icon that stands by itself: some paths leave out what separates two numbers. */
const COORDINATE = /(?<=[A-Za-z ,-])\d*\.\d{3,}(?![\d.])/g;
/** One of the engine's source files within its module. */
const REGION = /^\/\/#region (.*)\n([\s\S]*?)^\/\/#endregion\n?/gm;

const FUNCTION_LISTS = "src/services/function-list/";
const HYPHENATION = "src/components/docs/layout/hyphenation/pattern";

/**
 * Replaces source files within a module of the engine.
 *
 * @param {string} source the module
 * @param {string} folder which files, by how their paths begin
 * @param {(text: string, file: string) => string} change what stands there instead
 * @returns {string} the module
 * @throws {Error} when it has none of them: the engine is made otherwise now
 */
function changeRegions(source, folder, change) {
  let found = 0;
  const changed = source.replace(REGION, (whole, file, text) => {
    if (!file.startsWith(folder)) return whole;
    found++;
    return change(text, file);
  });
  if (found === 0) {
    throw new Error(
      `the engine has no source file ${folder}… now: look where it went, and change ${path.basename(__filename)}`,
    );
  }
  return changed;
}

/**
 * The engine's list of functions with their names and kinds alone.
 *
 * @param {string} source the module sheets-formula
 * @returns {string} the module; the list has no words in it
 */
function namesOfFunctions(source) {
  /** @type {string[]} */
  const named = [];
  const rest = changeRegions(source, FUNCTION_LISTS, (text) => {
    const pair =
      /functionName: ([\w$.]+),\s*(?:aliasFunctionName: "[^"]*",\s*)?functionType: ([\w$.]+)/g;
    for (const [, name, kind] of text.matchAll(pair)) named.push(`[${name}, ${kind}]`);
    return "";
  });
  return `${rest}
const FUNCTION_LIST = [${named.join(", ")}].map(([functionName, functionType]) => ({
  functionName, functionType, description: "", abstract: "", functionParameter: [],
}));
`;
}

/**
 * The engine's list of functions by itself, with every word.
 *
 * @param {string} source the module sheets-formula
 * @returns {string} a module that exports FUNCTION_LIST
 */
function listOfFunctions(source) {
  /** @type {string[]} */
  const parts = source.match(/^import .* from "@univerjs\/engine-formula";$/gm) ?? [];
  changeRegions(source, FUNCTION_LISTS, (text) => {
    parts.push(text);
    return "";
  });
  return `${parts.join("\n")}\nexport { FUNCTION_LIST };\n`;
}

/** The engine's grid for telephones, which this page never shows: source files, by how their paths begin. */
const TELEPHONE = [
  "src/controllers/mobile/",
  "src/controllers/render-controllers/mobile/",
  "src/services/selection/mobile-",
  "src/views/mobile/",
  "src/mobile-plugin.ts",
];
const DECLARED = /^(?:let|const|var|function|class) ([\w$]+)/gm;
const EXPORTS = /^export \{[^}]*\};$/m;

/**
 * Cuts source files out of a module of the engine. What they export is undefined then.
 *
 * @param {string} source the module
 * @param {readonly string[]} folders which files, by how their paths begin
 * @returns {string} the module
 * @throws {Error} when what is left uses something of them
 */
function cutRegions(source, folders) {
  /** @type {string[]} */
  const gone = [];
  let rest = source;
  for (const folder of folders) {
    rest = changeRegions(rest, folder, (text) => {
      for (const [, name = ""] of text.matchAll(DECLARED)) gone.push(name);
      return "";
    });
  }
  const exported = EXPORTS.exec(rest)?.[0] ?? "";
  const kept = identifiers(rest.replace(EXPORTS, ""));
  const missed = gone.filter((name) => kept.has(name));
  if (missed.length > 0) {
    throw new Error(
      `the engine uses ${missed.join(", ")} elsewhere now: leave its file, and change ${path.basename(__filename)}`,
    );
  }
  const named = identifiers(exported);
  return `${rest}
${gone
  .filter((name) => named.has(name))
  .map((name) => `const ${name} = undefined;`)
  .join("\n")}
`;
}

/** @param {string} source @returns {ReadonlySet<string>} the words of a script */
const identifiers = (source) => new Set(source.match(/[\w$]+/g));

/** @param {string} source the module engine-render @returns {string} the module without a hyphenated word */
const withoutPatterns = (source) =>
  changeRegions(source, HYPHENATION, (text) =>
    text
      .replace(/^const EnUs = \[[\s\S]*?^\];$/m, 'const EnUs = ["", "{}"];')
      .replace(/^const PATTERN_LOADERS = \{[\s\S]*?^\};$/m, "const PATTERN_LOADERS = {};"),
  );

/**
 * Makes files of the pictures within a module.
 *
 * @param {string} source the module
 * @param {(name: string, content: Buffer) => void} emit writes a file beside the page's scripts
 * @returns {string} the module, which names the files
 */
function picturesAsFiles(source, emit) {
  return source.replace(PICTURE, (_, kind, base64) => {
    const content = Buffer.from(base64, "base64");
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
    const name = `workbench/${hash}.${kind === "jpeg" ? "jpg" : kind}`;
    emit(name, content);
    return `(__webpack_public_path__ + ${JSON.stringify(name)})`;
  });
}

/**
 * Writes the points of an icon, drawn on 16 units, to a hundredth of one. Arcs are left alone: their flags
 * may stand before a number without a blank.
 *
 * @param {string} source one icon's module
 * @returns {string} the module
 */
const roundedIcon = (source) =>
  source.replace(/"d": "([^"Aa]*)"/g, (_, outline) => {
    const rounded = outline.replace(COORDINATE, (/** @type {string} */ number) =>
      String(Math.round(100 * Number(number)) / 100),
    );
    return `"d": "${rounded}"`;
  });

/** What the engine asks for the first sign of a text, once for each sign of a cell, with all of the text that is left. */
const FIRST_SIGN = "segmenter.segment(text)";
/** Longer than any sign that is drawn as one. */
const LONGEST_SIGN = 64;

/**
 * The first sign of a text is looked for in its beginning: a cell with a text of 32,767 letters took a minute to select.
 *
 * @param {string} source the module engine-render
 * @returns {string} the module
 * @throws {Error} when it asks otherwise now
 */
function firstSignOfFew(source) {
  if (!source.includes(FIRST_SIGN)) {
    throw new Error(`the engine has no ${FIRST_SIGN} now: look what it does with long texts`);
  }
  return source.replace(FIRST_SIGN, `segmenter.segment(text.slice(0, ${LONGEST_SIGN}))`);
}

/**
 * @this {import("webpack").LoaderContext<object>}
 * @param {string} source
 * @returns {string}
 */
function engineLoader(source) {
  const file = path.relative(PACKAGES, this.resourcePath).replaceAll(path.sep, "/");
  if (file.startsWith("icons/")) return roundedIcon(source);
  const isWords = this.resourceQuery === WORDS;
  const asFiles = (/** @type {string} */ text) =>
    picturesAsFiles(text, (name, content) => this.emitFile(name, content));
  switch (file) {
    case "sheets-formula/lib/es/index.js":
      return isWords ? listOfFunctions(source) : namesOfFunctions(source);
    case "sheets-formula/lib/es/locale/en-US.js":
      return isWords ? source : "export default {};";
    case "sheets-ui/lib/es/index.js":
      return asFiles(cutRegions(source, TELEPHONE));
    case "engine-render/lib/es/index.js":
      return firstSignOfFew(withoutPatterns(source));
    default:
      return asFiles(source);
  }
}

module.exports = engineLoader;
module.exports.listOfFunctions = listOfFunctions;
module.exports.namesOfFunctions = namesOfFunctions;
module.exports.withoutPatterns = withoutPatterns;
module.exports.cutRegions = cutRegions;
module.exports.TELEPHONE = TELEPHONE;
module.exports.firstSignOfFew = firstSignOfFew;
module.exports.picturesAsFiles = picturesAsFiles;
module.exports.roundedIcon = roundedIcon;
/** The rule for a webpack configuration. */
module.exports.engineRule = {
  test: /[\\/]node_modules[\\/]@univerjs[\\/].*\.js$/,
  loader: __filename,
};
