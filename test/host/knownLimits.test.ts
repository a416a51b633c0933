import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies } from "../../node_modules/@univerjs/preset-sheets-core/package.json";
import { CORPUS, ENGINE, KNOWN_LIMITS } from "../../src/host/knownLimits";

const read = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");

describe("what the page says about the spreadsheet", () => {
  it("is the table of the host's README", () => {
    const [, section = ""] = read("src/host/README.md").split("\n## Known limits\n");
    const [table = ""] = section.split("\n\n").filter((part) => part.startsWith("|"));
    const rows = table
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").map((cell) => cell.trim()))
      .map(([, limit, reason]) => ({ limit, reason }));
    expect(rows).toEqual(KNOWN_LIMITS);
  });

  it("names the version of the engine that is installed", () => {
    expect(dependencies["@univerjs/engine-formula"]).toBe(ENGINE.version);
  });

  it("counts the formulas of the corpus", () => {
    const lines = read("test/golden/engine.jsonl").split("\n").filter(Boolean);
    expect(CORPUS.formulas).toBe(lines.length);
    expect(CORPUS.right + CORPUS.wrong).toBeLessThanOrEqual(lines.length);
  });
});
