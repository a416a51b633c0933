/* The three forms of file: what is carried through, and what each says of a broken one. */
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { SchemaElement } from "hyparquet";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { ByteWriter, parquetWrite, parquetWriteBuffer } from "hyparquet-writer";
import { batch, curve, file, path, poolsText, POOL_HEADER, rowsOf, textOf } from "./runBatch";

const to = (name: string) => ["--out", path(name), "--curve", curve, "--fields", "oas"];
const read = (name: string) => {
  const bytes = readFileSync(path(name));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return { buffer, metadata: parquetMetadata(buffer) };
};
const objects = (name: string) => parquetReadObjects({ file: read(name).buffer });

const GOOD = { price: 99.5, coupon: 0.05, wac: 0.0595, wam: 357, age: 3 };
const numberColumns = (rows: Record<string, number | null>[]) =>
  Object.keys(rows[0] ?? {}).map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: "DOUBLE" as const,
  }));

describe("NDJSON", () => {
  it("carries values as they are, account numbers with all their digits", async () => {
    const lines = [
      '{"id":12345678901234567890,"note":"12345678901234567891","price":"99-16","coupon":0.05,"wac":"5.95%","wam":357,"age":3,"tags":["a",{"b":1}],"ok":true}',
      '{"price":99.5,"id":-1,"coupon":0.05,"wac":0.0595,"wam":357,"age":3}',
      '{"id":0.1,"price":null,"coupon":0.05,"wac":0.0595,"wam":357,"age":3,"note":"\\u00fc"}',
    ];
    const input = file("values.ndjson", lines.join("\n"));
    expect((await batch(["pools", "--in", input, ...to("values.out.jsonl")])).code).toBe(2);
    const [first = "", second, third] = textOf("values.out.jsonl").split("\n");
    expect(first.startsWith((lines[0] as string).slice(0, -1))).toBe(true);
    expect(first).toMatch(/,"oas":[-\d.]+,"error":null\}$/);
    expect(JSON.parse(second as string)).toMatchObject({
      id: -1,
      note: null,
      tags: null,
      ok: null,
    });
    expect(third).toBe(
      '{"id":0.1,"note":"ü","price":null,"coupon":0.05,"wac":0.0595,"wam":357,"age":3,"tags":null,"ok":null,"oas":null,"error":"price is blank"}',
    );
  });

  it.each([
    ["empty", "", /empty\.ndjson is empty; it must have one JSON object a line/],
    [
      "broken",
      '{"price":1,"coupon":1,"wac":1,"wam":1,"age":1}\n\n{"price":\n',
      /broken\.ndjson, line 3: it is no JSON; it must be one object a line/,
    ],
    ["array", "[1,2]\n", /array\.ndjson, line 1: "\[1,2\]" is no object; it must be one/],
    [
      "keys",
      '{"price":1,"coupon":1,"wac":1,"wam":1,"age":1}\n{"price":1,"cpn":2}\n',
      /keys\.ndjson, line 2: it has the key "cpn", which the first line lacks/,
    ],
    ["csv", `${POOL_HEADER}\n`, /csv\.ndjson, line 1: it is no JSON/],
  ])("%s is refused with its line", async (name, text, sentence) => {
    const { code, said } = await batch([
      "pools",
      "--in",
      file(`${name}.ndjson`, text),
      ...to("never.csv"),
    ]);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });
});

describe("Parquet", () => {
  it("has the numbers that CSV and NDJSON have, to the last bit", async () => {
    const input = file("pools.csv", poolsText(30));
    for (const form of ["csv", "ndjson", "parquet"])
      await batch(["pools", "--in", input, ...to(`same.${form}`)]);
    const csv = rowsOf(textOf("same.csv")).map(({ id, oas }) => [id, Number(oas)]);
    const json = textOf("same.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const rows = await objects("same.parquet");
    expect(json.map(({ id, oas }) => [id, oas])).toEqual(csv);
    expect(rows.map(({ id, oas }) => [id, oas])).toEqual(csv);
    const again = await batch([
      "pools",
      "--in",
      path("same.parquet"),
      "--map",
      "price=price",
      ...to("again.csv"),
    ]);
    expect(again.said).toMatch(/same\.parquet has a column "oas", which the output adds/);
  });

  it("says in the file what it comes from", async () => {
    await batch(["pools", "--in", file("p.csv", poolsText(1)), ...to("said.parquet")]);
    const said = new Map(
      read("said.parquet").metadata.key_value_metadata?.map(({ key, value }) => [key, value]),
    );
    expect(said.get("rotation.version")).toBe("0.0.0-test");
    expect(said.get("rotation.calculation")).toBe("test");
    expect(said.get("rotation.engine")).toBe(
      `Node ${process.versions.node}, V8 ${process.versions.v8}`,
    );
    expect(said.get("rotation.curve")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("carries each type with all its digits", async () => {
    const rows = 3;
    const element = (name: string, rest: Partial<SchemaElement>): SchemaElement => ({
      name,
      repetition_type: "OPTIONAL",
      ...rest,
    });
    const columns: [SchemaElement, unknown[], string[]][] = [
      [
        element("id", { type: "INT64" }),
        [2n ** 62n + 1n, null, -5n],
        ["4611686018427387905", "", "-5"],
      ],
      [
        element("cusip", { type: "BYTE_ARRAY", converted_type: "UTF8" }),
        ["31418D", "ü", null],
        ["31418D", "ü", ""],
      ],
      [
        element("day", { type: "INT32", converted_type: "DATE" }),
        [20_000, null, -1],
        ["2024-10-04", "", "1969-12-31"],
      ],
      [
        element("at", { type: "INT64", converted_type: "TIMESTAMP_MICROS" }),
        [1_700_000_000_123_457n, null, -1n],
        ["2023-11-14T22:13:20.123457Z", "", "1969-12-31T23:59:59.999999Z"],
      ],
      [
        element("face", {
          type: "FIXED_LEN_BYTE_ARRAY",
          type_length: 16,
          converted_type: "DECIMAL",
          precision: 38,
          scale: 2,
        }),
        [2n ** 80n, null, -5n],
        ["12089258196146291747061.76", "", "-0.05"],
      ],
      [element("ok", { type: "BOOLEAN" }), [true, null, false], ["true", "", "false"]],
      [element("small", { type: "INT32" }), [7, null, -7], ["7", "", "-7"]],
      [
        element("large", { type: "INT32", converted_type: "UINT_32" }),
        [4_000_000_000, null, 1],
        ["4000000000", "", "1"],
      ],
    ];
    const terms = numberColumns(Array.from({ length: rows }, () => GOOD));
    const writer = new ByteWriter();
    await parquetWrite({
      writer,
      schema: [
        { name: "root", num_children: columns.length + terms.length },
        ...columns.map(([one]) => one),
        ...terms.map(({ name }) => element(name, { type: "DOUBLE" })),
      ],
      columnData: [
        ...columns.map(([{ name }, data]) => ({ name, data: data as any })),
        ...terms.map(({ name, data }) => ({ name, data: data as any })),
      ],
    });
    const input = file("types.parquet", writer.getBytes());
    expect((await batch(["pools", "--in", input, ...to("types.csv")])).code).toBe(0);
    const shown = rowsOf(textOf("types.csv"));
    for (const [{ name }, , texts] of columns) expect(shown.map((row) => row[name])).toEqual(texts);

    await batch(["pools", "--in", input, ...to("types.out.parquet")]);
    const schema = read("types.out.parquet").metadata.schema;
    for (const [one] of columns) {
      const written = schema.find(({ name }) => name === one.name);
      expect(written).toMatchObject(JSON.parse(JSON.stringify(one)));
    }
  });

  it("settles no type by its first rows: blanks, fractions and large numbers may come later", async () => {
    const pools = Array.from({ length: 1500 }, (_, i) => ({
      ...GOOD,
      face: i < 1200 ? i : i === 1200 ? 2 ** 40 : 0.5,
      price: i === 1300 ? null : 99,
    }));
    const input = file(
      "late.parquet",
      new Uint8Array(parquetWriteBuffer({ columnData: numberColumns(pools) })),
    );
    expect((await batch(["pools", "--in", input, ...to("late.out.parquet")])).code).toBe(2);
    const rows = await objects("late.out.parquet");
    expect(rows).toHaveLength(1500);
    expect(rows[1200]).toMatchObject({ face: 2 ** 40, error: null });
    expect(rows[1300]).toMatchObject({
      face: 0.5,
      price: null,
      oas: null,
      error: "price is blank",
    });
    expect(rows[1499]?.oas).toBe(rows[0]?.oas);
  });

  it.each([
    ["GZIP", (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))],
    ["BROTLI", (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes))],
  ] as const)("compressed with %s is read", async (codec, compress) => {
    const options = { codec, compressors: { [codec]: compress } };
    const bytes = parquetWriteBuffer({ columnData: numberColumns([GOOD, GOOD]), ...options });
    const { code, said } = await batch([
      "pools",
      "--in",
      file(`${codec}.parquet`, new Uint8Array(bytes)),
      ...to(`${codec}.csv`),
    ]);
    expect([code, said]).toEqual([0, ""]);
  });

  const whole = new Uint8Array(
    parquetWriteBuffer({ columnData: numberColumns([GOOD, GOOD, GOOD]) }),
  );
  const flipped = whole.map((byte, i) => (i >= 4 && i < 90 ? 255 - byte : byte));
  const list = new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name: "root", num_children: 1 },
        { name: "rates", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", type: "DOUBLE", repetition_type: "OPTIONAL" },
      ],
      columnData: [{ name: "rates", data: [[1, 2]] }],
    }),
  );
  it.each([
    ["empty.parquet", new Uint8Array(0), /empty\.parquet: it is no whole Parquet file/],
    ["short.parquet", whole.slice(0, -20), /short\.parquet: it is no whole Parquet file/],
    ["text.parquet", Buffer.from(poolsText(3)), /text\.parquet: it is no whole Parquet file/],
    ["flipped.parquet", flipped, /flipped\.parquet, rows 1 to 3: it is no whole Parquet file/],
    [
      "other.parquet",
      new Uint8Array(parquetWriteBuffer({ columnData: [{ name: "PRICE", data: [1] }] })),
      /other\.parquet has no column price; its columns are "PRICE"; did you mean --map price=PRICE\?/,
    ],
    [
      "list.parquet",
      list,
      /list\.parquet has the column "rates" of the type LIST; it must have numbers, texts, days/,
    ],
  ])("%s is refused in words", async (name, bytes, sentence) => {
    const { code, said } = await batch(["pools", "--in", file(name, bytes), ...to("never.csv")]);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });

  it("cannot come from standard input, but go to standard output", async () => {
    const { said } = await batch([
      "pools",
      "--in",
      "-",
      "--in-format",
      "parquet",
      ...to("never.csv"),
    ]);
    expect(said).toMatch(/^--in is -; it must be a file where its form is Parquet/);
    const { stdout } = await batch([
      "pools",
      "--in",
      path("p.csv"),
      "--out",
      "-",
      "--out-format",
      "parquet",
      "--curve",
      curve,
    ]);
    expect(stdout.slice(0, 4)).toBe("PAR1");
  });
});
