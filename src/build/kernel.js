// Compiles the kernel of a book of pools: `node src/build/kernel.js` writes src/calc/oas/kernel/wasmText.ts; with --check
// it says whether that file is what the sources give.
// @ts-check
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.join(__dirname, "../..");
const FOLDER = path.join(ROOT, "src/calc/oas/kernel");
const WRITTEN = path.join(FOLDER, "wasmText.ts");
const COMPILER = path.join(ROOT, "node_modules/assemblyscript/bin/asc.js");

/**
 * The words for the compiler. The module is handed its memory, and has no runtime, no table and no check: it holds
 * nothing but the functions of assembly/kernel.ts.
 */
const OPTIONS = [
  ...["--optimizeLevel", "3", "--shrinkLevel", "0", "--converge", "--noAssert"],
  ...["--runtime", "stub", "--enable", "simd", "--importMemory", "--initialMemory", "1"],
];

/** @returns {Buffer} the module that the sources give */
function compiled() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-kernel-"));
  try {
    const file = path.join(folder, "kernel.wasm");
    const words = [COMPILER, "kernel.ts", "--outFile", file, ...OPTIONS];
    execFileSync(process.execPath, words, { cwd: path.join(FOLDER, "assembly") });
    return fs.readFileSync(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** @returns {string} the TypeScript file that holds the module */
const kernelText =
  () => `/** The kernel in WebAssembly, as base64; made of assembly/kernel.ts by src/build/kernel.js. */
// prettier-ignore
export const KERNEL_WASM =
  "${compiled().toString("base64")}";
`;

/** Writes the file where it is not what the sources give. */
function writeKernel() {
  const text = kernelText();
  if (fs.readFileSync(WRITTEN, "utf8") !== text) fs.writeFileSync(WRITTEN, text);
}

module.exports = { writeKernel };

if (require.main === module) {
  if (!process.argv.includes("--check")) writeKernel();
  else if (fs.readFileSync(WRITTEN, "utf8") !== kernelText()) {
    console.error(`${WRITTEN} is not what the sources give; run node src/build/kernel.js`);
    process.exitCode = 1;
  }
}
