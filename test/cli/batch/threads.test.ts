/* Threads, shards and blocks: a row's answer depends on none of them. */
import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { divided, selected } from "../../../src/cli/batch/division";
import { batch, curve, file, path, poolsText, POOL_HEADER, rowsOf, textOf } from "./runBatch";

const to = (name: string, ...words: string[]) => [
  "--out",
  path(name),
  "--curve",
  curve,
  "--fields",
  "wal",
  ...words,
];

describe("threads", () => {
  it("give every row the answer and the place that one thread gives it, bad rows included", async () => {
    const [header, ...lines] = poolsText(300, 3).trimEnd().split("\n");
    const bad = ["x,abc,0.05,0.06,300,3", "y,99,0.05,5.95%,300,3", "z,99,,0.06,300,3"];
    const input = file(
      "mixed.csv",
      [header, ...lines.slice(0, 100), ...bad, ...lines.slice(100), ""].join("\n"),
    );
    await batch(["pools", "--in", input, ...to("one.csv")]);
    const { code, said } = await batch([
      "pools",
      "--in",
      input,
      ...to("three.csv", "--threads", "3"),
    ]);
    expect([code, said]).toEqual([2, ""]);
    expect(textOf("three.csv")).toBe(textOf("one.csv"));
    expect(textOf("one.csv").split("\n")[101]).toMatch(
      /^x,abc,.*,"price is the text ""abc""; it must be/,
    );
  });

  it("of which there are more than rows answer all the same", async () => {
    const input = file("few.csv", poolsText(2));
    await batch(["pools", "--in", input, ...to("few1.csv")]);
    expect((await batch(["pools", "--in", input, ...to("few4.csv", "--threads", "4")])).code).toBe(
      0,
    );
    expect(textOf("few4.csv")).toBe(textOf("few1.csv"));
  });
});

describe("a division", () => {
  it("has each row once, near ones together", () => {
    const nearness = Float64Array.of(5, 1, 4, 1, 3, 2, 9);
    const parts = divided(nearness, 7, 3).map((part) => [...part]);
    expect(parts).toEqual([
      [1, 3],
      [5, 4],
      [2, 0, 6],
    ]);
    const rows = {
      rows: 7,
      cells: new Map<string, any>([
        ["wac", nearness],
        ["age", [0, 1, null, "3", 4, 5, 6]],
      ]),
    };
    expect(selected(rows, Uint32Array.of(3, 2)).cells).toEqual(
      new Map<string, unknown>([
        ["wac", Float64Array.of(1, 4)],
        ["age", ["3", null]],
      ]),
    );
  });
});

describe("shards", () => {
  const text = poolsText(101, 9);
  const pieces = (name: string) => readFileSync(path(name), "utf8").trimEnd().split("\n");

  const rows = rowsOf(text).map(({ id, ...terms }) => ({
    id,
    ...Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, Number(value)])),
  }));
  const inputs = {
    ndjson: rows.map((row) => JSON.stringify(row)).join("\n"),
    parquet: new Uint8Array(
      parquetWriteBuffer({
        columnData: Object.keys(rows[0] ?? {}).map((name) => ({
          name,
          data: rows.map((row) => row[name as "id"]),
          type: name === "id" ? "STRING" : "DOUBLE",
        })),
        rowGroupSize: 40,
      }),
    ),
  };

  it.each(["ndjson", "parquet"] as const)(
    "of a file of %s have each row once, in order",
    async (form) => {
      const input = file(`shards.${form}`, inputs[form]);
      await batch(["pools", "--in", input, ...to("whole.ndjson")]);
      const parts: string[] = [];
      for (let part = 1; part <= 5; part++) {
        await batch(["pools", "--in", input, ...to("part.ndjson", "--shard", `${part}/5`)]);
        parts.push(textOf("part.ndjson"));
      }
      expect(parts.join("")).toBe(textOf("whole.ndjson"));
      expect(parts.every((part) => part.split("\n").length > 15)).toBe(true);
    },
  );

  it("cut a CSV file at line ends, however few rows there are", async () => {
    const input = file("cut.csv", text);
    await batch(["pools", "--in", input, ...to("uncut.csv")]);
    for (const of of [1, 2, 7, 300]) {
      const rows: string[] = [];
      for (let part = 1; part <= of; part++) {
        const { code, said } = await batch([
          "pools",
          "--in",
          input,
          ...to(`part${part}.csv`, "--shard", `${part}/${of}`),
        ]);
        expect([code, said]).toEqual([0, ""]);
        const [header, ...some] = pieces(`part${part}.csv`);
        expect(header).toBe(pieces("uncut.csv")[0]);
        rows.push(...some);
      }
      expect(rows).toEqual(pieces("uncut.csv").slice(1));
    }
  });

  it("say so where a cut falls into a field with a line end", async () => {
    const line = '"a\nb",99.5,0.05,0.0595,357,3\n';
    const input = file("inside.csv", `${POOL_HEADER}\n${line.repeat(3)}`);
    const outcomes = [];
    for (let part = 1; part <= 9; part++) {
      outcomes.push(
        await batch(["pools", "--in", input, ...to("inside.out.csv", "--shard", `${part}/9`)]),
      );
    }
    expect(
      outcomes.some(
        ({ code, said }) => code === 1 && /a quote is opened and never closed/.test(said),
      ),
    ).toBe(true);
  });

  it("cannot be of standard input", async () => {
    const { code, said } = await batch(["pools", "--in", "-", ...to("x.csv", "--shard", "1/2")], {
      input: [text],
    });
    expect([code, said]).toEqual([1, "--shard cuts a file; --in must not be - with it\n"]);
  });
});
