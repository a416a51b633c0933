import { reachedSuites } from "../unchangedSuites";

const passed = {
  "src/calc/history/zScore.ts": "a",
  "src/calc/history/pctRank.ts": "b",
  "README.md": "c",
  "package-lock.json": "d",
  "test/architecture/imports.test.ts": "e",
  "test/calc/history/zScore.test.ts": "f",
};

test("a first time, a change of packages or data, and a file that is gone run every suite", () => {
  expect(reachedSuites(passed, undefined)).toEqual([]);
  expect(reachedSuites({ ...passed, "package-lock.json": "x" }, passed)).toEqual([]);
  expect(reachedSuites({ ...passed, "test/golden/new.csv": "x" }, passed)).toEqual([]);
  const earlier = { ...passed, "src/calc/history/gone.ts": "x" };
  expect(reachedSuites(passed, earlier)).toEqual([]);
});

test("a changed or new file runs what imports it, beside the suites that read sources as text", () => {
  const now = { ...passed, "src/calc/history/zScore.ts": "x", "src/calc/history/new.ts": "y" };
  expect(reachedSuites(now, passed)).toEqual([
    "--findRelatedTests",
    "src/calc/history/zScore.ts",
    "src/calc/history/new.ts",
    "test/support/worksheetFunctions.ts",
    "test/architecture/imports.test.ts",
  ]);
});

test("another Node and other packages run every suite", () => {
  expect(reachedSuites({ ...passed, node: "v24" }, { ...passed, node: "v20" })).toEqual([]);
  const installed = "node_modules/.package-lock.json";
  expect(reachedSuites({ ...passed, [installed]: "x" }, { ...passed, [installed]: "y" })).toEqual(
    [],
  );
});

test("a changed test reaches no function of the worksheet", () => {
  const now = { ...passed, "test/calc/history/zScore.test.ts": "x" };
  expect(reachedSuites(now, passed)).not.toContain("test/support/worksheetFunctions.ts");
});

test("a document alone runs only the suites that read it", () => {
  expect(reachedSuites({ ...passed, "README.md": "x" }, passed)).toEqual([
    "--findRelatedTests",
    "test/architecture/imports.test.ts",
  ]);
});
