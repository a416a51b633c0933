/* The built program's `batch`: its processes, its threads and its signals; what it answers is tested from source. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CLI = resolve(__dirname, "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "rotation-batch-built-"));
const path = (name: string) => join(folder, name);
const file = (name: string, text: string) => {
  writeFileSync(path(name), text);
  return path(name);
};
const curve = file("curve.csv", "tenor,yield\n2,0.0355\n10,0.041\n30,0.047\n");
const HEADER = "id,price,coupon,wac,wam,age";
const pools = file(
  "pools.csv",
  [
    HEADER,
    ...Array.from(
      { length: 500 },
      (_, i) => `p${i},${95 + i / 100},0.05,${0.055 + i / 1e5},${340 - (i % 60)},${i % 50}`,
    ),
    "",
  ].join("\n"),
);
const blank = file(
  "blank.csv",
  [HEADER, ...Array.from({ length: 150_000 }, (_, i) => `p${i},,0.05,0.06,300,3`), ""].join("\n"),
);
const words = (input: string, output: string, ...more: string[]) => [
  "batch",
  "pools",
  "--in",
  input,
  "--out",
  output,
  "--curve",
  curve,
  ...more,
];
const run = (...all: string[]) => spawnSync(process.execPath, [CLI, ...all], { encoding: "utf8" });

describe("node dist/cli.js batch", () => {
  it("says how it is used", () => {
    const { status, stdout } = run("batch", "--help");
    expect([status, stdout.split("\n")[0]]).toEqual([
      0,
      "Usage: node dist/cli.js batch KIND --in FILE --out FILE [OPTION]...",
    ]);
  });

  it("answers by two threads as by one, and says its rate", () => {
    expect(run(...words(pools, path("one.csv"), "--quiet"))).toMatchObject({
      status: 0,
      stderr: "",
    });
    const { status, stderr } = run(...words(pools, path("two.csv"), "--threads", "2"));
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^500 rows in [\d.]+ s, [\d,]+ rows a second\n$/),
    ]);
    expect(readFileSync(path("two.csv"), "utf8")).toBe(readFileSync(path("one.csv"), "utf8"));
    const { version } = JSON.parse(readFileSync(resolve(__dirname, "../../package.json"), "utf8"));
    const receipt = JSON.parse(readFileSync(path("one.csv.receipt.json"), "utf8"));
    expect(receipt).toMatchObject({
      version,
      calculation: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it("gives the same bytes where WebAssembly is refused", () => {
    const refusal = file(
      "refusal.js",
      `let asked = 0;
      WebAssembly.Memory = class { constructor() { asked++; throw new Error("refused"); } };
      process.on("exit", () => console.error(asked + " refused"));`,
    );
    run(...words(pools, path("usual.csv"), "--quiet"));
    const all = ["-r", refusal, CLI, ...words(pools, path("refused.csv"), "--quiet")];
    const { status, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, "1 refused\n"]);
    expect(readFileSync(path("refused.csv"), "utf8")).toBe(readFileSync(path("usual.csv"), "utf8"));
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "stopped by %s says so and leaves no file of the name; --resume goes on",
    async (signal) => {
      const output = path(`${signal}.csv`);
      const child = spawn(process.execPath, [CLI, ...words(blank, output)]);
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
      const watch = setInterval(() => {
        if (!existsSync(`${output}.journal`)) return;
        clearInterval(watch);
        child.kill(signal);
      }, 2);
      const code = await new Promise((done) => child.on("close", done));
      clearInterval(watch);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/it was stopped; [\d,]+ rows are finished, and --resume goes on\n$/),
      ]);
      expect(existsSync(output)).toBe(false);
      expect(run(...words(blank, output, "--resume", "--quiet")).status).toBe(2);
      expect(readFileSync(output, "utf8").split("\n")).toHaveLength(150_002);
    },
  );

  it.each([
    [`>/dev/full`, "standard output: there is no room for it\n"],
    [`| head -1 >/dev/null`, "standard output: its reader has gone\n"],
  ])("ends with 1 and a sentence where standard output is %s", (place, sentence) => {
    const command = words(blank, "-", "--quiet")
      .map((word) => `'${word}'`)
      .join(" ");
    const script = `set -o pipefail; '${process.execPath}' '${CLI}' ${command} ${place}`;
    const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect([status, stderr]).toEqual([1, sentence]);
  });

  const most = (command: readonly string[]): number => {
    const kilobytes = path("memory.txt");
    const preload = file(
      "preload.js",
      `if (require("worker_threads").isMainThread) process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(kilobytes)}, String(process.resourceUsage().maxRSS)));`,
    );
    expect([0, 2]).toContain(spawnSync(process.execPath, ["-r", preload, CLI, ...command]).status);
    return Number(readFileSync(kilobytes, "utf8"));
  };

  it("takes no more than 300 MB for a million pools, with one thread or two, and gives the same bytes", () => {
    // Loan rates and ages that need many walks over the lattice, as those of a real book do.
    const million = file(
      "million.csv",
      [
        HEADER,
        ...Array.from({ length: 1_000_000 }, (_, i) => {
          const coupon = 0.025 + 0.005 * (i % 9);
          const wac = (coupon + 0.005 + ((i * 7) % 101) / 15_000).toFixed(6);
          const price = 100 + 400 * (coupon - 0.05) + (i % 1013) / 1000;
          return `p${i},${price.toFixed(3)},${coupon},${wac},${350 - (i % 97)},${i % 97}`;
        }),
        "",
      ].join("\n"),
    );
    for (const threads of ["1", "2"]) {
      const output = path(`million${threads}.csv`);
      const kilobytes = most(words(million, output, "--quiet", "--threads", threads));
      expect(kilobytes).toBeGreaterThan(50_000);
      expect(kilobytes).toBeLessThan(300_000);
    }
    const [one, two] = ["1", "2"].map((threads) => readFileSync(path(`million${threads}.csv`)));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    const lines = (one ?? Buffer.alloc(0)).toString("utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(1_000_001);
    // Each row once and in its place, none with words.
    expect(lines.slice(1).findIndex((line, i) => !line.startsWith(`p${i},`))).toBe(-1);
    expect(lines.slice(1).findIndex((line) => !line.endsWith(","))).toBe(-1);
  }, 300_000);

  it("takes no more than 300 MB where no row has an answer", () => {
    expect(most(words(blank, path("memory.csv"), "--quiet"))).toBeLessThan(300_000);
  });
});
