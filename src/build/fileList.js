// @ts-check
const { Compilation, sources } = require("webpack");

/**
 * A webpack plugin that writes the names of everything that was built into a file: the page puts them
 * into the browser's cache, for when its server has gone.
 *
 * @param {string} file the file, from the folder of the build
 * @returns {import("webpack").WebpackPluginInstance} the plugin
 */
const fileList = (file) => ({
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("fileList", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "fileList", stage }, (assets) => {
        const files = Object.keys(assets).filter((name) => /\.(html|js|css|png|jpg)$/.test(name));
        compilation.emitAsset(file, new sources.RawSource(JSON.stringify(files.sort())));
      });
    });
  },
});

module.exports = { fileList };
