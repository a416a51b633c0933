// The kernel of a book of pools in WebAssembly; src/build/kernel.js compiles it into ../wasmText.ts.
export { walk } from "./walk";
export { addPart, discount, value, worth } from "./values";
