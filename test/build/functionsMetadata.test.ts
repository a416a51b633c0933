import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { finishMetadata, signature } from "../../src/build/functionsMetadata";
import { readResults } from "../../src/build/functionsMetadataPlugin";

const gap = {
  id: "SPREADGAP",
  name: "SPREADGAP",
  description: "The gap in basis points.",
  parameters: [
    { name: "mbs", description: "MBS spread in basis points.", type: "any" },
    { name: "method", description: "How.", type: "any", optional: true },
  ],
  result: {},
};

const finish = (...functions: object[]) =>
  finishMetadata(
    JSON.stringify({ allowCustomDataForDataTypeAny: true, functions }),
    "https://a.b/c",
  );

describe("finishMetadata", () => {
  it("lets errors in ranges reach the functions", () => {
    expect(finish(gap).allowErrorForDataTypeAny).toBe(true);
  });

  it("keeps what was generated", () => {
    expect(finish(gap)).toMatchObject({ allowCustomDataForDataTypeAny: true, functions: [gap] });
  });

  it.each(["https://a.b/c", "https://a.b/c/"])("links each function's help under %s", (base) => {
    const generated = JSON.stringify({
      functions: [{ ...gap, helpUrl: "https://localhost:3000/old" }],
    });
    expect(finishMetadata(generated, base).functions[0]?.helpUrl).toBe(
      "https://a.b/c/help.html#SPREADGAP",
    );
  });

  it.each([
    [{ ...gap, id: "TR1", name: "TR1" }, 'the function id is "TR1"; Excel reads it as the address'],
    [
      { ...gap, name: "Computes" },
      'the function SPREADGAP has the name "Computes"; it must have its id',
    ],
    [{ ...gap, description: " " }, "the function SPREADGAP has no description"],
    [
      { ...gap, parameters: [{ name: "mbs" }] },
      "the argument mbs of SPREADGAP has no description; it must say its meaning and unit",
    ],
  ])("refuses a mistake in %j", (entry, sentence) => {
    expect(() => finish(entry)).toThrow(sentence);
  });

  it("refuses a function that is there twice, and names every mistake at once", () => {
    expect(() => finish(gap, { ...gap, description: "" })).toThrow(
      /SPREADGAP is there twice.*\n.*SPREADGAP has no description/,
    );
  });

  it("refuses an empty list: Excel would show no functions and no reason", () => {
    expect(() => finish()).toThrow("functions.json has no functions; it must have one or more");
  });
});

describe("signature", () => {
  it("shows what is optional and what repeats", () => {
    expect(signature(gap)).toBe("=RV.SPREADGAP(mbs, [method])");
    expect(signature({ ...gap, parameters: [{ name: "legs", repeating: true }] })).toBe(
      "=RV.SPREADGAP(legs, …)",
    );
  });
});

describe("readResults", () => {
  it("reads what @returns says, which functions.json does not carry", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
    const file = path.join(folder, "family.ts");
    fs.writeFileSync(
      file,
      "/**\n * Text.\n * @customfunction DTS\n * @param a One.\n * @returns Years times\n *   percent.\n */\n" +
        "export function dts(a: any): any { return a; }\n/** @returns nothing of ours */\nfunction other() {}\n",
    );
    expect([...readResults([file])]).toEqual([["DTS", "Years times percent."]]);
    fs.rmSync(folder, { recursive: true });
  });
});
