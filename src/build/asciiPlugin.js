// A webpack plugin: the bundle has ASCII characters only, others as escapes. JavaScript engines keep
// the source of a script in memory, with two bytes a character as soon as one is not in Latin-1.
// @ts-check
const { Compilation, sources } = require("webpack");

const NAME = "asciiPlugin";

/**
 * Escapes what is not ASCII. In strings, templates, names and regular expressions an escape means the
 * character; String.raw would show it.
 *
 * @param {string} code JavaScript
 * @returns {string} the same
 */
const toAscii = (code) =>
  code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes, character) => {
    // A backslash before the character means nothing, but would turn the escape into a text.
    const meant = slashes.slice(slashes.length % 2);
    return `${meant}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });

/** @type {import("webpack").WebpackPluginFunction} */
function asciiPlugin(compiler) {
  compiler.hooks.compilation.tap(NAME, (compilation) => {
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
    compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
      for (const [name, asset] of Object.entries(assets)) {
        if (!name.endsWith(".js")) continue;
        compilation.updateAsset(name, new sources.RawSource(toAscii(asset.source().toString())));
      }
    });
  });
}

module.exports = { asciiPlugin, toAscii };
