// What a thread of `batch` runs in suites that need no build.
// @ts-check
require("./typescriptInNode.js");
require("../../src/cli/batch/batchThread");
