import { sourceList } from "../../src/build/functionList";
import { functionSources } from "../../src/build/functionSources";
import { readProjectFile, ROOT } from "../support/sourceFiles";

const sources = functionSources(ROOT);

describe("every worksheet function", () => {
  it("is found", () => {
    expect(sources.size).toBeGreaterThan(90);
  });

  it("has a test of its own: the suites that run over all functions do not count", () => {
    const untested = [...sources].filter(([, { tests }]) => tests.length === 0);
    expect(untested.map(([name]) => name)).toEqual([]);
  });

  it("is traced to what it calculates with, through its file's helpers", () => {
    expect(sources.get("ZSCORE")?.calculations).toEqual(["src/calc/history/zScore.ts"]);
    expect(sources.get("MBSOAS")?.calculations).toContain("src/calc/oas/poolOas.ts");
    expect(sources.get("HYSTERESIS")?.wrapper).toBe("src/functions/signal.ts");
  });

  it("stands in docs/functions.md with its files; else run npm run build:cli and npm run function-list", () => {
    const rows = (markdown: string) =>
      markdown
        .split("\n")
        .map((line) => line.replace(/\s+/g, " ").trim())
        .filter((line) => line.includes("](../src/functions/"));
    expect(rows(readProjectFile("docs/functions.md"))).toEqual(rows(sourceList(sources)));
  });
});
