import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CLI = resolve(__dirname, "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "rotation-cli-"));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** A copy of the command line's own files, without functions.js. */
function copyProgram(): string {
  copyFileSync(CLI, join(folder, "cli.js"));
  cpSync(join(CLI, "../cli"), join(folder, "cli"), { recursive: true });
  return join(folder, "cli.js");
}

interface Outcome {
  readonly code: number | null;
  readonly lines: any[];
  readonly text: string;
  readonly stderr: string;
}

function run(words: string[], { input = "", cli = CLI, env = {} } = {}): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...words], { env: { ...process.env, ...env } });
    let [text, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", failed).on("close", (code) => {
      const lines = text.startsWith("{")
        ? text
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [];
      done({ code, lines, text, stderr });
    });
    // The command may end before it has read anything.
    child.stdin.on("error", () => undefined).end(input);
  });
}
const evaluate = (...words: string[]) => run(["eval", ...words]);
const value = async (...words: string[]) => (await evaluate(...words)).lines[0]?.value;

describe("the examples of --help", () => {
  it.each(["eval", "recalc", "read", "batch", "mcp", "example"])("%s has one", async (command) => {
    expect((await run([command, "--help"])).text).toMatch(/^(Example: |  *npm run example --)/m);
  });

  it("is a formula that is evaluated: a 10-year bond at 5% in closed form", async () => {
    const { text } = await run(["eval", "--help"]);
    const [, formula = ""] = /^Example: node dist\/cli\.js eval "(=.+)"$/m.exec(text) ?? [];
    const left = 1.025 ** -20;
    expect(await value(formula)).toBeCloseTo((2.25 * (1 - left)) / 0.025 + 100 * left, 10);
  });
});

describe("node dist/cli.js eval", () => {
  it.each([
    ["</tmp", "", 2, "standard input is a directory; it must be formulas, one a line\n"],
    [">/dev/full", '"=1+1"', 1, "the answer could not be written: the disk is full\n"],
  ])("says in one sentence what it cannot read or write: %s", (place, formula, code, sentence) => {
    const command = `"${process.execPath}" "${CLI}" eval ${formula} ${place}`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect({ code: status, stderr }).toEqual({ code, stderr: sentence });
  });

  it("prints an exception of the engine as the error of its line, and the others' answers", async () => {
    const { code, lines } = await evaluate("=1+1", "=SWITCH()", "=2*2");
    expect(code).toBe(0);
    expect(lines.map((line) => line.value ?? line.error)).toEqual([2, "#VALUE!", 4]);
    expect(lines[1].message).toMatch(/^SWITCH cannot calculate with these arguments/);
  });

  it("gives each formula its line, whatever it is, and goes on with the next", async () => {
    const deep = (open: string, close: string) => `=${open.repeat(1000)}1${close.repeat(1000)}`;
    const formulas = [
      ...[deep("(", ")"), deep("ABS(", ")"), deep("-", ""), `=LEN("${"x".repeat(100_000)}")`],
      ...[
        `=${"1+".repeat(50_000)}1`,
        `=${"-".repeat(100_000)}1`,
        "=((1",
        "=SUM(",
        '="abc',
        "={1,2",
      ],
      ...["==", "=A1:", "=nothing", "=NOSUCH(1)", "=Nope!A1", "=RV.", "=1+1"],
    ];
    const { code, lines, stderr } = await run(["eval"], { input: formulas.join("\n") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(lines.map((line) => line.formula)).toEqual(formulas);
    for (const line of lines) expect(line.value ?? line.message).not.toBe("");
    expect(lines.slice(0, 4).map((line) => line.value)).toEqual([1, 1, 1, 100_000]);
    expect(lines.slice(6, 16).map((line) => line.error !== undefined)).toEqual(
      Array(10).fill(true),
    );
    expect(lines.at(-1).value).toBe(2);
  });

  it("gives up on a formula that takes too long, or too much memory, and goes on", async () => {
    const long = "=REDUCE(0,SEQUENCE(1000000),LAMBDA(a,b,a+SUM(SEQUENCE(1000))))";
    const { code, lines } = await evaluate("--seconds=15", "=1+1", long, "=2+2");
    expect(code).toBe(0);
    expect(lines.map((line) => line.value)).toEqual([2, undefined, 4]);
    expect(lines[1].message).toMatch(/^the formula (took more than 15 s|needs more than 2048 MB)$/);
  });

  it("prints one JSON object a formula, in order, at full precision", async () => {
    const { code, text } = await evaluate("=RV.SPREADGAP(101,62)", "=1/3", '="a"');
    expect(code).toBe(0);
    expect(text).toBe(
      '{"formula":"=RV.SPREADGAP(101,62)","value":39}\n' +
        '{"formula":"=1/3","value":0.3333333333333333}\n' +
        '{"formula":"=\\"a\\"","value":"a"}\n',
    );
  });

  it("reads formulas from standard input, one a line", async () => {
    const { code, lines } = await run(["eval"], { input: "=1+1\r\n\n=2+2\n" });
    expect(code).toBe(0);
    expect(lines).toEqual([
      { formula: "=1+1", value: 2 },
      { formula: "=2+2", value: 4 },
    ]);
  });

  it("evaluates 5,000 formulas in one call", async () => {
    const formulas = Array.from({ length: 5000 }, (_, i) => `=RV.SPREADGAP(${i},62)`);
    const start = performance.now();
    const { code, lines } = await run(["eval"], { input: formulas.join("\n") });
    expect(code).toBe(0);
    expect(lines.map((line) => line.value)).toEqual(formulas.map((_, i) => i - 62));
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it("gives each formula an area of its own", async () => {
    const { lines } = await evaluate("=SEQUENCE(3)", "=SEQUENCE(2,2)", "=SUM(A1:Z100)", "=ROW()");
    expect(lines.map((line) => line.value)).toEqual([
      [[1], [2], [3]],
      [
        [1, 2],
        [3, 4],
      ],
      0,
      1,
    ]);
  });

  it("gives a result as large as a column of Excel", async () => {
    const rows = await value("=SEQUENCE(1048576)");
    expect(rows.length).toBe(1_048_576);
    expect(rows.at(-1)).toEqual([1_048_576]);
  });

  it("shows errors, alone and inside an array, with their words", async () => {
    const { code, lines } = await evaluate(
      "=1/0",
      "=RV.SPREDGAP(1,2)",
      "=spreadgap(1,2)",
      "=RV.constructor()",
      "=IFERROR({1,2}/{1,0},NA())",
      "=SUM(Nope!A1)",
    );
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ error: "#DIV/0!", message: expect.stringMatching(/zero/) });
    expect(lines[1]).toMatchObject({
      error: "#NAME?",
      message: "there is no function RV.SPREDGAP; the nearest is RV.SPREADGAP",
    });
    expect(lines[2]).toMatchObject({
      error: "#NAME?",
      message: expect.stringMatching(/RV\.SPREADGAP$/),
    });
    expect(lines[3]).toMatchObject({
      error: "#NAME?",
      message: expect.stringMatching(/^there is no function RV\.CONSTRUCTOR/),
    });
    expect(lines[4].value).toEqual([[1, { error: "#N/A", message: expect.any(String) }]]);
    expect(lines[5]).toMatchObject({
      error: "#REF!",
      message: "there is no sheet Nope; there are no sheets",
    });
  });
});

describe("--data", () => {
  const gap = file(
    "gap.csv",
    "date,mbs,corp\n2026-01-15,101,62\n2026-01-16,,-5\n2026-01-17,=1+1,x\n",
  );

  it.each(["UTC", "Pacific/Auckland", "America/Los_Angeles"])(
    "loads a sheet, the same in %s",
    async (zone) => {
      const { lines } = await run(["eval", "--data", `gap=${gap}`, "=gap!A1:C4"], {
        env: { TZ: zone },
      });
      // 2026-01-15 is serial 46037 in Excel.
      expect(lines[0].value).toEqual([
        ["date", "mbs", "corp"],
        [46_037, 101, 62],
        [46_038, null, -5],
        [46_039, "=1+1", "x"],
      ]);
    },
  );

  it("loads several sheets, whatever they are called", async () => {
    const { code, lines } = await evaluate(
      `--data=__proto__=${gap}`,
      "--data",
      `my data=${gap}`,
      "='__proto__'!B2",
      "='my data'!C2+'MY DATA'!C3",
      "=SUM(constructor!B2)",
    );
    expect(code).toBe(0);
    expect(lines.map((line) => line.value)).toEqual([101, 57, undefined]);
    expect(lines[2].message).toBe(
      "there is no sheet constructor; the sheets are __proto__, my data",
    );
  });

  it.each([
    [["--data", "gap"], /^--data is gap; it must be NAME=FILE\.csv\n$/],
    [["--data", `a:b=${gap}`], /the name is "a:b"/],
    [["--data", `${"x".repeat(32)}=${gap}`], /at most 31 characters/],
    [["--data", `gap=${gap}`, "--data", `GAP=${gap}`], /there is a sheet gap already/],
    [["--data", `gap=${join(folder, "none.csv")}`], /none\.csv: there is no such file\n$/],
    [["--data", `gap=${file("empty.csv", "")}`], /empty\.csv is empty/],
    [
      ["--data", `gap=${file("ragged.csv", "a,b\n1,2\n3\n")}`],
      /ragged\.csv, line 3: 1 fields; there must be 2/,
    ],
    [["--dada", "x"], /^--dada is not an option of eval; it knows --data, --seconds and --help\n$/],
    [["--seconds", "0"], /^--seconds is 0; it must be a number above 0, at most 86400\n$/],
  ])("refuses %j before anything runs", async (words, sentence) => {
    const { code, text, stderr } = await evaluate(...words, "=1");
    expect([code, text]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
    expect(stderr.split("\n")).toHaveLength(2);
  });
});

describe("node dist/cli.js", () => {
  it.each([
    [["constructor"], /^constructor is not a command; it must be eval, /],
    [["eval", "=1", "--data"], /^--data is the last word; NAME=FILE\.csv must follow\n$/],
    [["eval", "1+1"], /^an argument is "1\+1"; a formula begins with =\n$/],
    [["eval"], /^there is no formula, neither as an argument nor on standard input\n$/],
  ])("refuses %j with one sentence and exit code 2", async (words, sentence) => {
    const { code, text, stderr } = await run(words);
    expect([code, text]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
  });

  it.each([[["--help"]], [["help"]], [["eval", "--help"]]])(
    "%j prints how it is used",
    async (words) => {
      const { code, text } = await run(words);
      expect(code).toBe(0);
      expect(text).toMatch(/^Usage: node dist\/cli\.js eval .*--data NAME=FILE\.csv/);
    },
  );

  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(resolve(__dirname, "../../package.json"), "utf8"));
    expect((await run(["--version"])).text).toBe(`${version}\n`);
  });

  it("says what to run when the functions have not been built", async () => {
    const cli = copyProgram();
    const { code, stderr } = await run(["eval", "=1"], { cli });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /functions\.js is missing; run `npm run build:cli` or `npm start` first\n$/,
    );
  });

  it("says what to run when its program has not been built", async () => {
    const alone = join(folder, "alone");
    mkdirSync(alone);
    copyFileSync(CLI, join(alone, "cli.js"));
    const { code, stderr } = await run(["--version"], { cli: join(alone, "cli.js") });
    expect(code).toBe(2);
    expect(stderr).toMatch(/holds no program; run `npm run build:cli` first\n$/);
  });

  it("starts without the machine code of the build, or with one that this Node does not take", async () => {
    const cli = copyProgram();
    const parts = join(folder, "cli");
    const cache = join(parts, String(readdirSync(parts).find((file) => file.endsWith(".cache"))));
    const { code, text } = await run(["--version"], { cli });
    expect(code).toBe(0);
    writeFileSync(cache, "of another version");
    expect(await run(["--version"], { cli })).toMatchObject({ code: 0, text });
    rmSync(cache);
    expect(await run(["--version"], { cli })).toMatchObject({ code: 0, text });
  });

  it("ends quietly when the reader of its answers has gone", async () => {
    const child = spawn(process.execPath, [CLI, "eval"], { stdio: ["pipe", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.on("error", () => undefined).end("=SEQUENCE(2000)\n".repeat(200));
    const code = await new Promise((done) => child.on("close", done));
    expect([code, stderr]).toEqual([0, ""]);
  });
});
