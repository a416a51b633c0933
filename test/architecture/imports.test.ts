import { resolve } from "node:path";
import { execFileSync } from "node:child_process";

/** The rules that dependency-cruiser finds broken, by name and file. */
function broken(baseDir: string): string[] {
  const program = resolve(
    __dirname,
    "../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  );
  const config = resolve(__dirname, "imports.cjs");
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [program, "--config", config, "--output-type", "json", "src"],
      {
        cwd: baseDir,
        encoding: "utf8",
        maxBuffer: 64e6,
      },
    );
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as {
    summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
  };
  if (summary.totalCruised === 0) throw new Error(`nothing to look at in ${baseDir}`);
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

describe("who may import whom", () => {
  it("holds in the sources", () => {
    expect(broken(resolve(__dirname, "../.."))).toEqual([]);
  });

  it("is noticed when it does not hold", () => {
    expect(new Set(broken(resolve(__dirname, "wrongImports")))).toEqual(
      new Set([
        "calc-is-alone: src/calc/readFile.ts",
        "calc-order-numeric: src/calc/numeric/mean.ts",
        "no-cycles: src/calc/numeric/mean.ts",
        "no-barrels: src/assumptions/keys.ts",
        "functions-imports: src/functions/spread.ts",
        "no-package-in-functions: src/functions/spread.ts",
        "pane-knows-no-functions: src/taskpane/pane.ts",
        "pane-main-picks-the-adapter: src/taskpane/pane.ts",
        "host-imports: src/host/engine.ts",
        "engine-in-host-only: src/cli/main.ts",
      ]),
    );
  });
});
