import { CustomFunctionError } from "../../../src/host/runtime/customFunctions";
import type { FunctionMetadata } from "../../../src/host/runtime/functionMetadata";
import { FunctionRunner } from "../../../src/host/runtime/functionRunner";

const metadata = (id: string, options = {}): FunctionMetadata => ({
  id,
  name: id,
  parameters: [{ name: "x", type: "any" }],
  options,
});
const of = (value: number) => [{ kind: "value", value } as const];
const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
const BUSY = { error: "#BUSY!" };

function runnerOf(functions: Record<string, (...args: any[]) => unknown>) {
  const dirty: string[] = [];
  const runner = new FunctionRunner(
    new Map(Object.entries(functions)),
    { blank: null, allowErrorForDataTypeAny: true },
    (cell) => dirty.push(cell),
  );
  return { runner, dirty };
}

describe("FunctionRunner", () => {
  it("runs one promise for the same call in a cell, and has the cell calculated again", async () => {
    let runs = 0;
    const { runner, dirty } = runnerOf({ F: (x: number) => Promise.resolve(x + ++runs) });
    expect(runner.call(metadata("F"), "A1", of(1), "")).toMatchObject(BUSY);
    expect(runner.call(metadata("F"), "A1", of(1), "")).toMatchObject(BUSY);
    expect(runner.pending).toBe(1);
    await tick();
    expect(dirty).toEqual(["A1"]);
    expect(runner.call(metadata("F"), "A1", of(1), "")).toBe(2);
    expect(runs).toBe(1);
  });

  it("keeps calls apart that differ in cell or arguments", async () => {
    const { runner } = runnerOf({ F: (x: number) => Promise.resolve(x * 10) });
    const calls = [
      ["A1", 1],
      ["A1", 2],
      ["A2", 1],
    ] as const;
    for (const [cell, x] of calls) runner.call(metadata("F"), cell, of(x), "");
    await tick();
    expect(calls.map(([cell, x]) => runner.call(metadata("F"), cell, of(x), ""))).toEqual([
      10, 20, 10,
    ]);
  });

  it("turns a rejected promise and a throw into an error with their words", async () => {
    const failure = new CustomFunctionError("#N/A", "no curve");
    const { runner } = runnerOf({
      LATE: () => Promise.reject(failure),
      NOW: () => {
        throw failure;
      },
    });
    runner.call(metadata("LATE"), "A1", of(1), "");
    await tick();
    const expected = { error: "#N/A", message: "no curve" };
    expect(runner.call(metadata("LATE"), "A1", of(1), "")).toEqual(expected);
    expect(runner.call(metadata("NOW"), "A1", of(1), "")).toEqual(expected);
  });

  it("a sweep cancels, once, what a cell did not call again", () => {
    const cancelled: number[] = [];
    const { runner } = runnerOf({
      S: (x: number, invocation: any) => {
        invocation.setResult(x);
        invocation.onCanceled = () => cancelled.push(x);
      },
    });
    const stream = metadata("S", { stream: true });
    expect(runner.call(stream, "A1", of(1), "")).toBe(1);
    runner.sweep(() => true);
    runner.call(stream, "A1", of(2), "");
    runner.sweep(() => true);
    expect(cancelled).toEqual([1]);
    runner.sweep(() => false);
    runner.sweep(() => false);
    expect(cancelled).toEqual([1, 2]);
  });

  it("ignores what a cancelled stream still sends", () => {
    let send: (value: number) => void = () => undefined;
    const { runner, dirty } = runnerOf({
      S: (_: number, { setResult }: any) => void (send = setResult),
    });
    runner.call(metadata("S", { stream: true }), "A1", of(1), "");
    send(1);
    expect(dirty).toEqual(["A1"]);
    runner.cancel("A1");
    send(2);
    expect(dirty).toEqual(["A1"]);
  });

  it("runs a volatile promise again in each calculation but the one that reads its answer", async () => {
    let runs = 0;
    const { runner } = runnerOf({ V: () => Promise.resolve(++runs) });
    const volatile = metadata("V", { volatile: true });
    runner.call(volatile, "A1", of(0), "");
    await tick();
    expect(runner.call(volatile, "A1", of(0), "")).toBe(1);
    expect(runner.call(volatile, "A1", of(0), "")).toMatchObject(BUSY);
    await tick();
    expect(runner.call(volatile, "A1", of(0), "")).toBe(2);
  });

  it("tells apart calls whose arguments are different errors", async () => {
    const { runner } = runnerOf({ F: (x: { code: string }) => Promise.resolve(x.code) });
    const call = (error: string) =>
      runner.call(metadata("F"), "A1", [{ kind: "value", value: { error, message: "" } }], "");
    call("#N/A");
    call("#NUM!");
    await tick();
    expect([call("#N/A"), call("#NUM!")]).toEqual(["#N/A", "#NUM!"]);
  });
});
