import { bytesOfBase64 } from "../../numeric/base64";
import type { Kernel, LatticeTables, NearRows, Walk } from "./kernel";
import { KERNEL_WASM } from "./wasmText";

/** What is used of WebAssembly; the calculation module knows no environment that has it. */
interface WebAssemblyEngine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number; maximum: number }) => {
    readonly buffer: ArrayBuffer;
  };
  readonly Instance: new (
    module: object,
    imports: { env: { memory: object } },
  ) => { readonly exports: object };
}

type Loop = (...numbers: number[]) => number;

/** The functions of assembly/kernel.ts. */
type Exports = Readonly<Record<"walk" | "discount" | "worth" | "value" | "addPart", Loop>>;

const PAGE = 65_536;

/**
 * The kernel in WebAssembly.
 *
 * @param numbers - How many numbers its arrays hold at most, all together.
 * @returns The kernel; null where there is no WebAssembly, a policy forbids it, or it has no vectors or no room.
 */
export function wasmKernel(numbers: number): Kernel | null {
  const engine = (globalThis as { WebAssembly?: WebAssemblyEngine }).WebAssembly;
  if (engine === undefined) return null;
  try {
    const pages = Math.ceil((8 * numbers) / PAGE);
    const memory = new engine.Memory({ initial: pages, maximum: pages });
    const module = new engine.Module(bytesOfBase64(KERNEL_WASM));
    const { exports } = new engine.Instance(module, { env: { memory } });
    return new WasmKernel(memory.buffer, exports as Exports);
  } catch {
    return null;
  }
}

class WasmKernel implements Kernel {
  private used = 0;

  constructor(
    private readonly memory: ArrayBuffer,
    private readonly loops: Exports,
  ) {}

  array(length: number): Float64Array {
    const array = new Float64Array(this.memory, this.used, length);
    // At multiples of a vector's 16 bytes.
    this.used += 16 * Math.ceil(length / 2);
    return array;
  }

  walk(tables: LatticeTables, course: Walk, from: number, to: number): void {
    this.loops.walk(
      tables.nodes,
      from,
      to,
      course.seasonedFrom,
      tables.dials.byteOffset,
      tables.pulls.byteOffset,
      tables.answers.byteOffset,
      tables.smm.byteOffset,
      tables.speeds.byteOffset,
      tables.width,
      tables.ownSpeeds.byteOffset,
      course.places.byteOffset,
      course.powers.byteOffset,
      course.pace.byteOffset,
      course.scale.byteOffset,
      course.state.byteOffset,
      course.shares.byteOffset,
    );
  }

  discount(flows: Float64Array, months: number, factor: number, monthly: number): void {
    this.loops.discount(flows.byteOffset, months, factor, monthly);
  }

  worth(
    flows: Float64Array,
    months: number,
    parts: Float64Array,
    [a, b, c, d, e, f]: NearRows,
    into: Float64Array,
  ): void {
    this.loops.worth(
      flows.byteOffset,
      months,
      parts.byteOffset,
      a.byteOffset,
      b.byteOffset,
      c.byteOffset,
      d.byteOffset,
      e.byteOffset,
      f.byteOffset,
      into.byteOffset,
    );
  }

  value(
    flows: Float64Array,
    months: number,
    parts: Float64Array,
    [a, b, c, d, e, f]: NearRows,
  ): number {
    return this.loops.value(
      flows.byteOffset,
      months,
      parts.byteOffset,
      a.byteOffset,
      b.byteOffset,
      c.byteOffset,
      d.byteOffset,
      e.byteOffset,
      f.byteOffset,
    );
  }

  addPart(into: Float64Array, from: Float64Array, part: number, start: number): void {
    const skipped = 8 * start;
    const months = (into.length - start) / 2;
    this.loops.addPart(into.byteOffset + skipped, from.byteOffset + skipped, part, months);
  }
}
