import type { Kernel } from "./kernel";
import { plainKernel } from "./plainKernel";
import { wasmKernel } from "./wasmKernel";

/** Makes a kernel that has room for so many numbers. */
export type KernelMaker = (numbers: number) => Kernel;

/**
 * The fastest kernel that there is: both give the same bits.
 *
 * @param numbers - For which it needs room.
 * @returns The one in WebAssembly where there can be one, otherwise that in TypeScript.
 *
 * @example
 * bookKernel(1000).array(3).length; // => 3
 */
export function bookKernel(numbers: number): Kernel {
  return wasmKernel(numbers) ?? plainKernel;
}
