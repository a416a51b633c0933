// `npm run example` on what was built: node src/build/build.js --url https://… first.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whyBuild } from "../../src/build/example";
import { golden } from "../support/proxyGolden";
import { itWithRealData, REAL_FILES } from "../support/sharedData";
import { ROOT } from "../support/sourceFiles";

const run = (...words: string[]) => {
  const command = [join(ROOT, "dist/cli.js"), "example", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr, lines: stdout.trimEnd().split("\n") };
};

describe("node dist/cli.js example", () => {
  it("runs the illustrative book without files: every line says so, twice the same", () => {
    const { status, stdout, stderr, lines } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => !line.includes("ILLUSTRATIVE"))).toEqual([]);
    expect(run().stdout).toBe(stdout);
  });

  it("ends with 2 and one sentence for a file that is not there, and prints no answer", () => {
    const words = ["mortgage", "treasury5", "treasury10", "corporate"];
    const { status, stdout, stderr } = run(...words.flatMap((it) => [`--${it}`, "none.csv"]));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      "none.csv: there is no such file; it must be a CSV file of mortgage rates\n",
    );
  });

  itWithRealData("measures the real series as plain Python does", () => {
    const { status, stderr, lines } = run(...REAL_FILES, "--json");
    expect({ status, stderr, lines: lines.length }).toEqual({ status: 0, stderr: "", lines: 1 });
    const answer = JSON.parse(lines[0] ?? "");
    for (const alignment of ["lastInMonth", "monthMean"] as const) {
      const expected = golden[alignment];
      expect(Math.abs(answer[alignment].gap - expected.gap)).toBeLessThan(1e-9);
      expect(Math.abs(answer[alignment].z["5y"] - (expected.z["5y"] ?? NaN))).toBeLessThan(1e-9);
    }
  });

  itWithRealData("prints the real series with their attribution, on at most 100 columns", () => {
    const { lines } = run(...REAL_FILES);
    expect(lines.join(" ")).toMatch(/Freddie Mac, Primary Mortgage Market Survey/);
    expect(lines.filter((line) => line.length > 100 || line.includes("ILLUSTRATIVE"))).toEqual([]);
    expect(lines.find((line) => line.startsWith("last in month"))).toContain(
      ` ${golden.lastInMonth.gap.toFixed(1)} `,
    );
  });
});

describe("npm run example", () => {
  it("builds only when dist/cli.js is missing or older than a source of it", () => {
    const root = mkdtempSync(join(tmpdir(), "rotation-dist-"));
    const touch = (file: string, seconds: number) => {
      mkdirSync(join(root, file, ".."), { recursive: true });
      writeFileSync(join(root, file), "");
      utimesSync(join(root, file), seconds, seconds);
    };
    touch("src/calc/history/zScore.ts", 1000);
    touch("src/taskpane/pane.ts", 3000);
    expect(whyBuild(root)).toBe("dist/cli.js is missing");
    touch("dist/cli.js", 2000);
    expect(whyBuild(root)).toBeUndefined();
    touch("src/calc/history/zScore.ts", 2500);
    expect(whyBuild(root)).toBe(
      `dist/cli.js is older than ${join("src", "calc", "history", "zScore.ts")}`,
    );
  });
});
