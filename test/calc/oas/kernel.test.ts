import type { BookModel } from "../../../src/calc/oas/bookCurves";
import { bookKernel, type KernelMaker } from "../../../src/calc/oas/kernel/bookKernel";
import { plainKernel } from "../../../src/calc/oas/kernel/plainKernel";
import { wasmKernel } from "../../../src/calc/oas/kernel/wasmKernel";
import { PoolBook, type BookMeasures } from "../../../src/calc/oas/poolBook";
import { BOOK_MODELS, bookCases, KEY_TENORS, type BookCase } from "../../support/bookCases";
import { modelOf } from "../../support/pools";

const COUNT = 40;

const inTypeScript: KernelMaker = () => plainKernel;
const inWebAssembly: KernelMaker = (numbers) => {
  const kernel = wasmKernel(numbers);
  if (kernel === null) throw new Error("WebAssembly has no kernel here");
  return kernel;
};

function measured(
  model: BookModel,
  pools: readonly BookCase[],
  kernelOf?: KernelMaker,
): BookMeasures[] {
  const book = new PoolBook(model, { move: "par", keyTenors: KEY_TENORS }, kernelOf);
  return pools.map(({ pool, clean }) => book.measure(pool, clean));
}

/** While a test runs, WebAssembly is what it says. */
function withWebAssembly<T>(engine: unknown, run: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, "WebAssembly") as PropertyDescriptor;
  Object.defineProperty(globalThis, "WebAssembly", { ...before, value: engine });
  try {
    return run();
  } finally {
    Object.defineProperty(globalThis, "WebAssembly", before);
  }
}

describe("the kernels of a book", () => {
  it.each(BOOK_MODELS.map((it, i) => ({ ...it, seed: 100 + i })))(
    "give the same bits: $name",
    ({ model, seed }) => {
      const pools = bookCases(COUNT, seed, [4, 6.5]);
      expect(measured(model, pools, inWebAssembly)).toEqual(measured(model, pools, inTypeScript));
    },
  );

  it.each([
    ["rates that hardly move: incentives beyond the tables of speeds", { hwVol: 0.0008 }],
    ["curves that are too narrow for tables of speeds", { "prepay.refiWidth": 0.00005 }],
    ["no seasoning ramp", { "prepay.rampMonths": 1 }],
  ])("give the same bits: %s", (_, entered) => {
    const model = modelOf(0.05, 3, entered);
    const pools = bookCases(4, 8, [5]);
    expect(measured(model, pools, inWebAssembly)).toEqual(measured(model, pools, inTypeScript));
  });

  it("have room for the tables of a long term, many key tenors and a slow ramp", () => {
    const model = modelOf(0.05, 3, { "prepay.rampMonths": 60 });
    const keyTenors = Float64Array.from({ length: 12 }, (_, i) => 2 * i + 2);
    const book = new PoolBook(model, { move: "par", keyTenors }, inWebAssembly);
    const [it] = bookCases(1, 9, [5]) as [BookCase];
    for (let age = 0; age <= 60; age++) {
      const { oas } = book.measure({ ...it.pool, wam: 480 - age, age }, it.clean);
      expect(Number.isFinite(oas)).toBe(true);
    }
  });

  it("are the one in WebAssembly where there is WebAssembly", () => {
    expect(wasmKernel(1000)).not.toBeNull();
    expect(bookKernel(1000)).not.toBe(plainKernel);
  });

  const refusing = class {
    constructor() {
      throw new Error("refused by Content-Security-Policy");
    }
  };
  it.each<[string, unknown]>([
    ["there is no WebAssembly", undefined],
    ["a policy refuses modules", { ...namesOf(WebAssembly), Module: refusing }],
    ["there is no memory left", { ...namesOf(WebAssembly), Memory: refusing }],
  ])("are the one in TypeScript where %s", (_, engine) => {
    const pools = bookCases(3, 5, [5]);
    const [{ model }] = BOOK_MODELS as [(typeof BOOK_MODELS)[number]];
    const usual = measured(model, pools);
    withWebAssembly(engine, () => {
      expect(bookKernel(1000)).toBe(plainKernel);
      expect(measured(model, pools)).toEqual(usual);
    });
    expect(bookKernel(1000)).not.toBe(plainKernel);
  });
});

function namesOf({ Module, Memory, Instance }: typeof WebAssembly) {
  return { Module, Memory, Instance };
}
