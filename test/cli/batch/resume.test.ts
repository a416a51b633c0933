/* Jobs that stop: what is left, and what a later run makes of it. */
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { BLOCK_ROWS } from "../../../src/cli/batch/block";
import { batch, curve, file, folder, path, POOL_HEADER, textOf, spreadsJob } from "./runBatch";

/** Rows that take no time: what is tested is what becomes of them. */
const ROWS = Math.floor(3.5 * BLOCK_ROWS);
const lines = Array.from({ length: ROWS }, (_, i) => `row ${i},,0.05,0.06,300,3`);
const input = file("blank.csv", [POOL_HEADER, ...lines, ""].join("\n"));
const job = spreadsJob(input);

/** Runs a job that is stopped after its first block. */
const stopped = async (output: string, ...words: string[]) => {
  const stop = new AbortController();
  stop.abort();
  return batch(job(output, ...words), { signal: stop.signal });
};
const besides = (name: string) => readdirSync(folder).filter((one) => one.startsWith(`${name}.`));

describe.each(["csv", "ndjson", "parquet"])("a job whose output is %s", (form) => {
  it("goes on where it was stopped, to the same bytes, each row once", async () => {
    const [whole, cut] = [`whole.${form}`, `cut.${form}`];
    await batch(job(whole));
    for (let i = 1; i <= 3; i++) {
      const { code, said } = await stopped(cut, "--resume");
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(/^it was stopped; .* --resume goes on/),
      ]);
      expect(existsSync(path(cut))).toBe(false);
      expect(textOf(`${cut}.journal`).trimEnd().split("\n")).toHaveLength(1 + i);
    }
    expect((await batch(job(cut, "--resume"))).code).toBe(2);
    expect(readFileSync(path(cut)).equals(readFileSync(path(whole)))).toBe(true);
    expect(textOf(`${cut}.receipt.json`)).toBe(textOf(`${whole}.receipt.json`));
    expect(besides(cut)).toEqual([`${cut}.receipt.json`]);
  });

  it("goes on where its last block, or its journal's last line, was cut in the middle", async () => {
    const [whole, cut] = [`whole.${form}`, `torn.${form}`];
    await stopped(cut);
    await stopped(cut, "--resume");
    appendFileSync(path(`${cut}.part`), "half a bl");
    appendFileSync(path(`${cut}.journal`), '{"rows":49152,"err');
    await stopped(cut, "--resume");
    truncateSync(path(`${cut}.part`), statSync(path(`${cut}.part`)).size - 5);
    expect((await batch(job(cut, "--resume"))).code).toBe(2);
    expect(readFileSync(path(cut)).equals(readFileSync(path(whole)))).toBe(true);
  });
});

describe("a job", () => {
  it("that is finished is not done again with --resume, and is without", async () => {
    await batch(job("done.csv"));
    const before = statSync(path("done.csv")).mtimeMs;
    const again = await batch(job("done.csv", "--resume"));
    expect(again).toMatchObject({
      code: 2,
      said: expect.stringMatching(/is there already, of the same job/),
    });
    expect(statSync(path("done.csv")).mtimeMs).toBe(before);
    expect((await batch(job("done.csv"))).said).toBe("");
    expect(statSync(path("done.csv")).mtimeMs).toBeGreaterThan(before);
  });

  it("of other inputs, options or another program does not go on with what is there", async () => {
    await stopped("other.csv");
    const other = job("other.csv", "--resume").map((word) => (word === "oas" ? "wal" : word));
    const { code, said } = await batch(other);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(
        /other\.csv\.journal is of another job .*; it must be the same job with --resume/,
      ),
    ]);
    const journal = textOf("other.csv.journal");
    writeFileSync(
      path("other.csv.journal"),
      journal.replace('"calculation":"test"', '"calculation":"older"'),
    );
    expect((await batch(job("other.csv", "--resume"))).said).toMatch(/is of another job/);
  });

  it("that another run has taken over stops, and the other's output is whole", async () => {
    const part = (from: number, to: number) => `${lines.slice(from, to).join("\n")}\n`;
    const words = ["--out", path("two.csv"), "--curve", curve, "--fields", "oas"];
    const first = await batch(["pools", "--in", "-", ...words], {
      input: (async function* () {
        yield `${POOL_HEADER}\n${part(0, BLOCK_ROWS)}`;
        // The second run begins and ends while the first waits for its next rows.
        expect((await batch(["pools", "--in", input, ...words])).code).toBe(2);
        yield part(BLOCK_ROWS, ROWS);
      })(),
    });
    expect(first.code).toBe(1);
    expect(first.said).toMatch(/two\.csv: (another run has taken it over|there is no such file)/);
    await batch(job("one.csv"));
    expect(textOf("two.csv")).toBe(textOf("one.csv"));
  });

  it("whose reader goes away stops with words", async () => {
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("closed"), { code: "EPIPE" }));
      },
    });
    stdout.on("error", () => undefined);
    const { code, said } = await batch(["pools", "--in", input, "--out", "-", "--curve", curve], {
      stdout,
    });
    expect([code, said]).toEqual([1, "standard output: its reader has gone\n"]);
  });
});

describe("kill -9", () => {
  /** The same program in a process of its own, from source. */
  const script = file(
    "killed.js",
    `require(${JSON.stringify(join(__dirname, "../../support/typescriptInNode.js"))});
const { batchCommand } = require(${JSON.stringify(join(__dirname, "../../../src/cli/batch/batchCommand"))});
batchCommand(process.argv.slice(2), async () => undefined).then((code) => process.exit(code));`,
  );
  const run = (output: string, killAt: number | null) =>
    new Promise<number | null>((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...job(output, "--resume", "--quiet")]);
      let timer: NodeJS.Timeout | undefined;
      // It dies so long after its first bytes: before that there is nothing to lose.
      const begun = setInterval(() => {
        if (!existsSync(path(`${output}.part`)) || killAt === null) return;
        clearInterval(begun);
        timer = setTimeout(() => child.kill("SIGKILL"), killAt);
      }, 5);
      child.on("error", reject).on("close", (code) => {
        clearInterval(begun);
        clearTimeout(timer);
        resolve(code);
      });
    });

  it("twenty times at various moments: each row once, the bytes of a job that was left alone", async () => {
    expect(await run("alone.parquet", null)).toBe(2);
    const outputs = new Set<string>();
    let kills = 0;
    for (let i = 0; kills < 20 && i < 60; i++) {
      const output = `killed${Math.floor(i / 6)}.parquet`;
      outputs.add(output);
      if ((await run(output, (i * 37) % 160)) === null) kills++;
    }
    expect(kills).toBe(20);
    for (const output of outputs) {
      expect(await run(output, null)).toBe(2);
      expect(readFileSync(path(output)).equals(readFileSync(path("alone.parquet")))).toBe(true);
    }
  });

  it("of a disk without room: no half file has the name, and with room the job goes on", async () => {
    const words = job("full.parquet", "--resume", "--quiet")
      .map((word) => `"${word}"`)
      .join(" ");
    const limited = `ulimit -f 64; trap "" XFSZ; exec "${process.execPath}" "${script}" ${words}`;
    const { status, stderr } = spawnSync("sh", ["-c", limited], { encoding: "utf8" });
    expect([status, stderr]).toEqual([1, `${path("full.parquet")}: there is no room for it\n`]);
    expect(existsSync(path("full.parquet"))).toBe(false);
    expect(await run("full.parquet", null)).toBe(2);
    expect(readFileSync(path("full.parquet")).equals(readFileSync(path("alone.parquet")))).toBe(
      true,
    );
  });
});
