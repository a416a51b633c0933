// The webpack side of functionsMetadata and helpPage: runs after custom-functions-metadata-plugin.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");
const { Compilation, WebpackError, sources } = require("webpack");
const { llmsText, skillText } = require("./agentFiles");
const { finishMetadata } = require("./functionsMetadata");
const { helpPage } = require("./helpPage");

const NAME = "FunctionsMetadataPlugin";
const ASSET = "functions.json";

class FunctionsMetadataPlugin {
  /**
   * @param {object} options what the page and the metadata say
   * @param {string} options.url where the add-in is served
   * @param {string} options.version package.json's version
   * @param {readonly string[]} options.families the files that hold custom functions, as absolute paths
   */
  constructor(options) {
    this.options = options;
  }

  /** @param {import("webpack").Compiler} compiler the compiler to join */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        try {
          this.finish(compilation);
        } catch (error) {
          compilation.errors.push(
            new WebpackError(error instanceof Error ? error.message : String(error)),
          );
        }
      });
    });
  }

  /** @param {Compilation} compilation the build whose assets are finished */
  finish(compilation) {
    const { url, version, families } = this.options;
    // Nothing was generated: custom-functions-metadata-plugin has said why.
    const generated = compilation.getAsset(ASSET);
    if (!generated) return;
    const built = new Set([...compilation.modules].map((module) => module.nameForCondition()));
    for (const file of families.filter((family) => !built.has(family))) {
      throw new Error(
        `${path.basename(file)} has custom functions but functions.ts does not import it:` +
          ` Excel would list them and none would answer`,
      );
    }
    const metadata = finishMetadata(String(generated.source.source()), url);
    compilation.updateAsset(ASSET, new sources.RawSource(`${JSON.stringify(metadata, null, 1)}\n`));
    // The pane's policy lets nothing be fetched: it takes the list as a script.
    const list = `globalThis.rotationFunctions = ${JSON.stringify(metadata.functions)};\n`;
    compilation.emitAsset("functionList.js", new sources.RawSource(list));
    const page = helpPage(metadata, version, readResults(families));
    compilation.emitAsset("help.html", new sources.RawSource(page));
    compilation.emitAsset("llms.txt", new sources.RawSource(llmsText(metadata, version)));
    compilation.emitAsset("SKILL.md", new sources.RawSource(skillText(metadata)));
  }
}

/**
 * Reads what each function returns: the generator leaves the text of `@returns` out of functions.json.
 *
 * @param {readonly string[]} families the files that hold custom functions
 * @returns {Map<string, string>} the text by the function's id
 */
function readResults(families) {
  const results = new Map();
  for (const file of families) {
    const source = ts.createSourceFile(
      file,
      fs.readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    source.forEachChild((node) => {
      const tags = ts.getJSDocTags(node);
      const text = (/** @type {RegExp} */ name) => {
        const tag = tags.find(({ tagName }) => name.test(tagName.text));
        return ts.getTextOfJSDocComment(tag?.comment)?.trim();
      };
      const [id] = text(/^customfunction$/i)?.split(/\s/) ?? [];
      const result = text(/^returns?$/);
      if (id && result) results.set(id.toUpperCase(), result.replace(/\s+/g, " "));
    });
  }
  return results;
}

module.exports = { FunctionsMetadataPlugin, readResults };
