// What dist/functions.js is made of. Build first: node src/build/build.js --url https://…
import fs from "node:fs";
import path from "node:path";
import { FUNCTIONS_BUDGET } from "../../src/build/addinConfig";

const DIST = path.join(__dirname, "../../dist");
const read = (file: string) => fs.readFileSync(path.join(DIST, file), "utf8");
const modulesOf = (file: string) =>
  (JSON.parse(read(`${file}.map`)).sources as string[]).map((source) =>
    source.replace(/^webpack:\/\/[^/]*\//, "").replace(/\?.*$/, ""),
  );

describe("functions.js", () => {
  const script = read("functions.js");

  it("is made of the functions, the calculations and the assumptions, and of no package", () => {
    const ours = /^(\.\/)?src\/(functions|calc|assumptions)\//;
    const runtime = /^webpack\//;
    expect(modulesOf("functions.js").filter((m) => !ours.test(m) && !runtime.test(m))).toEqual([]);
    expect(modulesOf("functions.js").some((m) => ours.test(m))).toBe(true);
  });

  it("keeps to its budget", () => {
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(FUNCTIONS_BUDGET);
  });

  it("turns no text into code", () => {
    expect(script).not.toMatch(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/);
  });

  it("associates every function of functions.json", () => {
    const { functions } = JSON.parse(read("functions.json")) as { functions: { id: string }[] };
    const associated = [...script.matchAll(/CustomFunctions\.associate\("([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect([...associated].sort()).toEqual(functions.map(({ id }) => id).sort());
  });
});

describe("taskpane.js", () => {
  it("turns no text into code", () => {
    expect(read("taskpane.js")).not.toMatch(/\beval\s*\(|\bnew\s+Function\b/);
  });

  it("does not carry the functions a second time", () => {
    expect(modulesOf("taskpane.js").filter((m) => /src\/functions\//.test(m))).toEqual([]);
  });
});
