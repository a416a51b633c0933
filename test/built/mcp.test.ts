/* The server for agents, by the official client over standard streams. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const CLI = resolve(__dirname, "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "rotation-mcp-"));
const root = join(folder, "data");
mkdirSync(root);
writeFileSync(join(root, "gap.csv"), "date,gap\n2026-01-15,39\n2026-01-16,41\n");
writeFileSync(join(folder, "secret.csv"), "date,gap\n2026-01-15,1\n2026-01-16,2\n");
symlinkSync(join(folder, "secret.csv"), join(root, "link.csv"));

const client = new Client({ name: "test", version: "1.0.0" });

beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [CLI, "mcp", "--root", root],
      stderr: "pipe",
    }),
  );
}, 30_000);
afterAll(() => client.close());

const call = (name: string, args: Record<string, unknown>) =>
  client.callTool({ name, arguments: args });
const answer = async (name: string, args: Record<string, unknown>): Promise<any> => {
  const { structuredContent, isError, content } = await call(name, args);
  expect({ isError: isError ?? false, content }).toMatchObject({ isError: false });
  return structuredContent;
};
const refusal = async (name: string, args: Record<string, unknown>): Promise<string> => {
  const result = await call(name, args).catch((error: unknown) => ({
    isError: true,
    content: [{ type: "text", text: String(error) }],
  }));
  expect(result.isError).toBe(true);
  return JSON.stringify(result.content);
};

describe("what an agent is offered", () => {
  it("is five tools that read only, one that writes new files, and three documents", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      "batch",
      "check_inputs",
      "describe_function",
      "evaluate",
      "list_functions",
      "verdict",
    ]);
    for (const { name, annotations } of tools) {
      expect([name, annotations?.readOnlyHint]).toEqual([name, name !== "batch"]);
    }
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      "rotation://method",
      "rotation://pitfalls",
      "rotation://units",
    ]);
    const { contents } = await client.readResource({ uri: "rotation://units" });
    expect(JSON.stringify(contents)).toMatch(/spreads and costs are basis points/);
  });

  it("is found by the words of the field, and described with its arguments", async () => {
    const { functions, origin } = await answer("list_functions", { search: "how cheap" });
    expect(functions.map((one: any) => one.call)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^RV\.ZSCORE\(history/)]),
    );
    expect(origin).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(origin.calculation).not.toBe("");
    const described = await answer("describe_function", { name: "rv.spreadgap" });
    expect(described.category).toBe("Spreads and the gap");
    expect(described.arguments.length).toBeGreaterThan(2);
    expect(await refusal("describe_function", { name: "SPREDGAP" })).toMatch(
      /the nearest is SPREADGAP/,
    );
  });
});

describe("what an agent calculates", () => {
  it("is a value, rows, or an error with its words; tables and files by name", async () => {
    const { results } = await answer("evaluate", {
      formulas: [
        "=RV.SPREADGAP(101,62)",
        "=SUM(INDEX(gap,0,2))",
        "=RV.SPREADGAP(mbs,corporate)",
        "=RV.BONDPRICE(46037,1,0.05,0.047)",
        "=NOSUCH(1)",
      ],
      tables: { mbs: [[101], [null]], corporate: [[62], [60]] },
      files: { gap: "gap.csv" },
    });
    expect(results[0]).toEqual({ formula: "=RV.SPREADGAP(101,62)", value: 39 });
    expect(results[1].value).toBe(80);
    expect(results[2].value[0]).toEqual([39]);
    expect(results[2].value[1][0]).toMatchObject({ error: "#N/A" });
    expect(results[3]).toMatchObject({
      error: "#VALUE!",
      message: expect.stringMatching(/maturity/),
    });
    expect(results[4]).toMatchObject({ error: "#NAME?", message: expect.stringMatching(/NOSUCH/) });
  });

  it("keeps nothing: a table of one call is not known in the next", async () => {
    await answer("evaluate", { formulas: ["=SUM(mine)"], tables: { mine: [[1], [2]] } });
    const { results } = await answer("evaluate", { formulas: ["=SUM(mine)"] });
    expect(results[0]).toMatchObject({ error: "#NAME?", message: "there is no name mine" });
  });

  it("finds slips in a table", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i === 20 ? 4.5 : 0.045 + i / 10_000]);
    const { findings } = await answer("check_inputs", { rows, kind: "rates" });
    expect(JSON.stringify(findings)).toMatch(/21/);
  });

  it("is a verdict with the example inputs that it rests on", async () => {
    const months = Array.from({ length: 120 }, (_, i) => i);
    const given = {
      dates: months.map((i) => new Date(Date.UTC(2016, i + 1, 0)).toISOString().slice(0, 10)),
      mbs: months.map((i) => 120 + 15 * Math.sin(i / 9) + (i % 5)),
      corporate: months.map((i) => 75 + 10 * Math.sin(i / 14) + (i % 3)),
    };
    const verdict = await answer("verdict", given);
    expect(verdict.call).toEqual(expect.any(String));
    const found = (rows: any[], name: string) => rows.find((row) => row.name === name);
    // Nobody gave an OAS, and none is made up: carry is left out, and the row says what to enter.
    expect(found(verdict.receipt, "risk-adjusted gap").value).toMatchObject({
      error: "#N/A",
      message: expect.stringMatching(/enter your MBS OAS/),
    });
    expect(found(verdict.detail, "carry").value).toMatchObject({ error: "#N/A" });
    expect(verdict.receipt.find((row: any) => row.name === "last").value).toBeCloseTo(
      (given.mbs[119] ?? NaN) - (given.corporate[119] ?? NaN),
      9,
    );
    const own = await answer("verdict", { ...given, assumptions: { mbsOas: 40, corpOas: 80 } });
    expect(found(own.detail, "carry").value).toEqual(expect.any(Number));
    expect(own.exampleInputs).toMatch(/\w/);
    expect(await refusal("verdict", { ...given, mbs: given.mbs.slice(1) })).toMatch(
      /mbs has 119 rows but dates has 120/,
    );
    expect(await refusal("verdict", { ...given, assumptions: { mbsOsa: 40 } })).toMatch(/mbsOas/);
  });
});

describe("a file of rows", () => {
  const write = (name: string, text: string) => {
    writeFileSync(join(root, name), text);
  };
  beforeAll(() => {
    write("curve.csv", "tenor,yield\n0.25,0.037\n2,0.0355\n5,0.037\n10,0.041\n30,0.047\n");
    write("pools.csv", "price,coupon,wac,wam,age\n99.75,0.05,0.0595,357,3\n-1,0.05,0.0595,357,3\n");
    write("bonds.csv", "settlement,maturity,CPN,price\n2026-01-15,2036-01-15,0.05,100\n");
    const days = Array.from(
      { length: 40 },
      (_, i) =>
        `A,2026-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")},${40 + (i % 7)}`,
    );
    write("series.csv", `series,date,value\n${days.join("\n")}\n`);
    symlinkSync(folder, join(root, "away"));
  });
  const sha = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(root, name)))
      .digest("hex");

  it("is answered row by row; rows that cannot be are named in words, and files by their hashes", async () => {
    const result = await answer("batch", {
      ...{ kind: "pools", in: "pools.csv", out: "answers.csv", curve: "curve.csv" },
      fields: ["oas", "duration"],
    });
    expect(result).toMatchObject({ rows: 2, errors: 1, out: "answers.csv" });
    expect(result.firstErrors).toEqual([{ row: 2, error: expect.stringMatching(/price/) }]);
    expect(result.hashes).toEqual({
      ...{ in: sha("pools.csv"), out: sha("answers.csv"), curve: sha("curve.csv") },
    });
    const [head, first] = readFileSync(join(root, "answers.csv"), "utf8").split("\n");
    expect(head).toBe("price,coupon,wac,wam,age,oas,duration,error");
    // The same pool in a cell; the walks of a book agree with it to 1e-4 basis points (poolBook.test.ts).
    const { results } = await answer("evaluate", {
      formulas: ["=INDEX(RV.MBSOAS(99.75,0.05,0.0595,357,3,curve),1,2)"],
      files: { curve: "curve.csv" },
    });
    expect(Number(first?.split(",")[5])).toBeCloseTo(results[0].value, 4);
  });

  it("may be of bonds, whose columns have other names, and of series", async () => {
    const bonds = { kind: "bonds", in: "bonds.csv", out: "b.ndjson", columns: { coupon: "CPN" } };
    expect(await answer("batch", bonds)).toMatchObject({ rows: 1, errors: 0, firstErrors: [] });
    // A bond at par yields its coupon.
    const bond = JSON.parse(readFileSync(join(root, "b.ndjson"), "utf8")) as { yield: number };
    expect(bond.yield).toBeCloseTo(0.05, 12);
    const series = { kind: "series", in: "series.csv", out: "s.csv" };
    expect(await answer("batch", series)).toMatchObject({ rows: 1 });
  });

  it.each([
    ["outside of the folders", { out: "../x.csv" }, /must be in a folder of --root/],
    [
      "in a folder that a link leads out to",
      { out: "away/x.csv" },
      /must be in a folder of --root/,
    ],
    ["in a folder that is not there", { out: "nowhere/x.csv" }, /must be in a folder of --root/],
    ["of a name that is there", { out: "curve.csv" }, /curve\.csv is there already/],
    ["of a link's name", { out: "link.csv" }, /link\.csv is there already/],
    ["of no known form", { out: "x.exe" }, /does not say its form/],
    ["from outside", { in: "../secret.csv", out: "x.csv" }, /no such file in the folders/],
    ["with a curve from outside", { curve: "/etc/hostname", out: "x.csv" }, /no such file in the/],
    ["of a measure that there is not", { fields: ["oaz"], out: "x.csv" }, /oaz/],
    ["of a kind that there is not", { kind: "swaps", out: "x.csv" }, /kind/],
    ["with an option of the command", { threads: 8, out: "x.csv" }, /threads/],
  ])("%s is not written, in words", async (_, given, why) => {
    const job = { kind: "pools", in: "pools.csv", curve: "curve.csv" };
    expect(await refusal("batch", { ...job, ...given })).toMatch(why);
    expect(existsSync(join(root, "x.csv"))).toBe(false);
    expect(existsSync(join(folder, "x.csv"))).toBe(false);
  });

  it("leaves the server free to answer others", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `${98 + (i % 400) / 100},0.05,0.0595,357,3`,
    );
    write("many.csv", `price,coupon,wac,wam,age\n${rows.join("\n")}\n`);
    const order: string[] = [];
    const long = answer("batch", {
      kind: "pools",
      in: "many.csv",
      out: "m.csv",
      curve: "curve.csv",
    });
    const short = answer("list_functions", { search: "gap" });
    await Promise.all([long.then(() => order.push("batch")), short.then(() => order.push("list"))]);
    expect(order).toEqual(["list", "batch"]);
    expect(await long).toMatchObject({ rows: 20_000, errors: 0 });
  }, 120_000);
});

describe("what a hostile caller gets", () => {
  it.each([
    ["a file outside the folder", { formulas: ["=1"], files: { x: "../secret.csv" } }],
    ["a file by a link out of the folder", { formulas: ["=1"], files: { x: "link.csv" } }],
    ["a file by its whole path", { formulas: ["=1"], files: { x: "/etc/hostname" } }],
    ["the folder itself", { formulas: ["=1"], files: { x: "." } }],
    ["an unknown argument", { formulas: ["=1"], network: true }],
    ["no formula", { formulas: [] }],
    ["a text that is no formula", { formulas: ["1+1"] }],
    ["a number in place of a list", { formulas: 5 }],
    ["a name that is a cell's", { formulas: ["=1"], tables: { A1: [[1]] } }],
    ["a table of too many cells", { formulas: ["=1"], tables: { x: [Array(200_001).fill(1)] } }],
    ["an answer that is too long", { formulas: ["=SEQUENCE(3000,1000)"] }],
  ])("%s: an error in words, and the server goes on", async (_, args) => {
    expect((await refusal("evaluate", args)).length).toBeGreaterThan(30);
    const { results } = await answer("evaluate", { formulas: ["=1+1"] });
    expect(results[0].value).toBe(2);
  });
});

describe("the process", () => {
  const run = (words: string[], input: string) =>
    new Promise<{ code: number | null; text: string; stderr: string }>((done) => {
      const child = spawn(process.execPath, [CLI, "mcp", ...words]);
      let [text, stderr] = ["", ""];
      child.stdout.on("data", (chunk) => (text += String(chunk)));
      child.stderr.on("data", (chunk) => (stderr += String(chunk)));
      child.on("close", (code) => {
        done({ code, text, stderr });
      });
      child.stdin.end(input);
    });
  const line = (message: Record<string, unknown>) =>
    `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;

  it("answers what is running when its input ends, prints nothing else, and ends with 0", async () => {
    const { code, text } = await run(
      [],
      line({
        id: 1,
        method: "initialize",
        params: {
          protocolVersion: "2025-06-18",
          capabilities: {},
          clientInfo: { name: "test", version: "1" },
        },
      }) +
        line({ method: "notifications/initialized" }) +
        line({
          id: 2,
          method: "tools/call",
          params: { name: "evaluate", arguments: { formulas: ["=RV.SPREADGAP(101,62)"] } },
        }),
    );
    const messages = text
      .trim()
      .split("\n")
      .map((one) => JSON.parse(one));
    expect(messages.map(({ id }) => id)).toEqual([1, 2]);
    expect(messages[1].result.structuredContent.results[0].value).toBe(39);
    expect(code).toBe(0);
  });

  it.each([
    [["--root"], "--root is the last word; FOLDER must follow\n"],
    [["--root", join(folder, "nowhere")], /^--root is .*nowhere; it must be a folder\n$/],
    [["--port", "1"], "--port is not an option of mcp; it knows --root and --help\n"],
  ])("refuses %p in words", async (words, sentence) => {
    const { code, stderr } = await run(words, "");
    expect(code).toBe(2);
    expect(stderr).toEqual(
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    );
  });
});
