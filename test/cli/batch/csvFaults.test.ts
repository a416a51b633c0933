/* What can be wrong with a CSV file, with the settings or with the command, and what is said of it. */
import { existsSync } from "node:fs";
import { batch, curve, file, path, poolsText, POOL_HEADER, textOf } from "./runBatch";

const ROW = "a,99.5,0.05,0.0595,357,3";
const run = (name: string, content: string | Uint8Array, ...words: string[]) =>
  batch([
    "pools",
    "--in",
    file(name, content),
    "--out",
    path(`${name}.out.csv`),
    "--curve",
    curve,
    "--fields",
    "oas",
    ...words,
  ]);
const named = (name: string) => path(name).replaceAll(/[.\\]/g, "\\$&");

describe("a file of pools", () => {
  it.each([
    ["empty.csv", "", /^.* is empty; it must have a header and rows\n$/],
    [
      "short.csv",
      `${POOL_HEADER}\n${ROW}\nb,99.5,0.05\n`,
      /short\.csv, line 3: 3 fields; there must be 6, as in the header\n$/,
    ],
    [
      "broken.csv",
      `${POOL_HEADER}\n"x\ny",99.5,0.05,0.0595,357,3\n\n${ROW},7\n`,
      /broken\.csv, line 5: 7 fields; there must be 6/,
    ],
    [
      "quote.csv",
      `${POOL_HEADER}\n${ROW}\n"b,99.5,0.05,0.0595,357,3\n${ROW}\n`,
      /quote\.csv, line 3: a quote is opened and never closed\n$/,
    ],
    [
      "inside.csv",
      `${POOL_HEADER}\n${ROW}\n"b"x,99.5,0.05,0.0595,357,3\n`,
      /inside\.csv, line 3: a quote stands inside a field/,
    ],
    [
      "twice.csv",
      `${POOL_HEADER},age\n${ROW},3\n`,
      /twice\.csv has two columns "age"; each name must stand once\n$/,
    ],
    [
      "names.csv",
      "id,price,coupon,wac,wam\na,1,2,3,4\n",
      /names\.csv has no column age; its columns are "id", "price", "coupon", "wac", "wam"/,
    ],
    [
      "near.csv",
      "prices,coupon,wac,wam,age\n1,2,3,4,5\n",
      /has no column price; .*; did you mean --map price=prices\?\n$/,
    ],
    [
      "oas.csv",
      `${POOL_HEADER},oas\n${ROW},3\n`,
      /has a column "oas", which the output adds; it must have another name\n$/,
    ],
    [
      "error.csv",
      `${POOL_HEADER},error\n${ROW},3\n`,
      /has a column "error", which the output adds/,
    ],
    [
      "latin.csv",
      Buffer.from(`${POOL_HEADER}\nM\u00fcnchen,99.5,0.05,0.0595,357,3\n`, "latin1"),
      /latin\.csv, after line 1: it is not in UTF-8/,
    ],
    [
      "zip.csv",
      Buffer.from("PK\u0003\u0004\0\0\0\0"),
      /zip\.csv, after line 1: it is not plain text\n$/,
    ],
  ])(
    "%s is refused in words, and nothing has the name of the output",
    async (name, content, words) => {
      const { code, said } = await run(name, content);
      expect(said).toMatch(words);
      expect(code).toBe(1);
      expect(existsSync(path(`${name}.out.csv`))).toBe(false);
    },
  );

  it("of a header alone gives a header alone", async () => {
    expect((await run("header.csv", `${POOL_HEADER}\n`)).code).toBe(0);
    expect(textOf("header.csv.out.csv")).toBe(`${POOL_HEADER},oas,error\n`);
  });

  it.each([
    ["semicolons", `${POOL_HEADER}\n${ROW}\n`.replaceAll(",", ";")],
    ["tabs", `${POOL_HEADER}\n${ROW}\n`.replaceAll(",", "\t")],
    ["bars", `${POOL_HEADER}\n${ROW}\n`.replaceAll(",", "|")],
    ["Windows", `\uFEFF${POOL_HEADER}\r\n${ROW}\r\n`],
    ["UTF-16", Buffer.from(`\uFEFF${POOL_HEADER}\r\n${ROW}\r\n`, "utf16le")],
    ["no last line end", `${POOL_HEADER}\n${ROW}`],
    ["blank lines", `${POOL_HEADER}\n\n${ROW}\n\n\n`],
  ])("with %s is read all the same", async (name, content) => {
    await run("plain.csv", `${POOL_HEADER}\n${ROW}\n`);
    expect(await run(`${name}.csv`, content)).toEqual({ code: 0, said: "", stdout: "" });
    expect(textOf(`${name}.csv.out.csv`)).toBe(textOf("plain.csv.out.csv"));
  });

  it("with a decimal comma says so in each row", async () => {
    const { code } = await run(
      "comma.csv",
      `${POOL_HEADER}\na,99.5,0.05,0.0595,357,3\n`.replaceAll(",", ";").replaceAll(".", ","),
    );
    expect(code).toBe(2);
    expect(textOf("comma.csv.out.csv")).toMatch(
      /coupon is the text ""0,05""; it must be a decimal such as 0\.0503/,
    );
  });

  it("on standard input may be cut anywhere: inside a letter, a line end, a quoted field", async () => {
    const text = `\uFEFF${POOL_HEADER}\r\n"Z\u00fcrich \u{1F3E0}\n""2""",99.5,0.05,0.0595,357,3\r\n${ROW}\r\n`;
    const whole = await batch(["pools", "--in", "-", "--out", "-", "--curve", curve], {
      input: [text],
    });
    expect(whole.code).toBe(0);
    expect(whole.stdout).toContain('"Z\u00fcrich \u{1F3E0}\n""2""",99.5');
    const bytes = Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte));
    const cut = await batch(["pools", "--in", "-", "--out", "-", "--curve", curve], {
      input: bytes,
    });
    expect(cut.stdout).toBe(whole.stdout);
  });
});

describe("the settings", () => {
  it.each([
    [
      "curve of other columns",
      ["--curve", file("c1.csv", "years,yield\n2,0.04\n10,0.04\n")],
      /c1\.csv has the columns years, yield; it must have tenor, in years, and yield, as a decimal/,
    ],
    [
      "curve in percent",
      ["--curve", file("c2.csv", "tenor,yield\n2,4\n10,4.2\n")],
      /^curve, row 1, par yield is 4 \(400%\); rates are decimals, did you mean 0\.04\?/,
    ],
    [
      "no such curve",
      ["--curve", path("none.csv")],
      /none\.csv: there is no such file or folder\n$/,
    ],
    [
      "unknown key",
      ["--curve", curve, "--assumptions", file("a1.csv", "key,value\nhwVolume,0.01\n")],
      /^assumptions, row 2: the key "hwVolume" is not an assumption/,
    ],
    ["no curve", [], /^curve is missing; give tenors and par yields/],
    [
      "unknown field",
      ["--curve", curve, "--fields", "oas,dv01"],
      /^--fields has dv01, which pools do not have; it must be of oas, duration/,
    ],
    ["field twice", ["--curve", curve, "--fields", "oas,oas"], /^--fields has oas twice/],
    [
      "key tenors",
      ["--curve", curve, "--fields", "krd", "--key-tenors", "5,2"],
      /^keyTenors, row 2, is 2 after 5; tenors must be years that rise/,
    ],
    [
      "threads",
      ["--curve", curve, "--threads", "0"],
      /^--threads is 0; it must be a whole number from 1 to 256/,
    ],
    ["shard", ["--curve", curve, "--shard", "3/2"], /^--shard is 3\/2; it must be i\/n/],
    ["map", ["--curve", curve, "--map", "CPN"], /^--map is CPN; it must be TERM=COLUMN/],
    [
      "map of no term",
      ["--curve", curve, "--map", "cpn=CPN"],
      /^--map cpn: there is no term cpn; it must be one of price, coupon, wac, wam, age/,
    ],
    ["misspelt", ["--curv", curve], /^--curv is not an option of batch; the nearest is --curve/],
    ["last word", ["--curve"], /^--curve is the last word; a value must follow/],
  ])("are refused before anything is written: %s", async (_, words, sentence) => {
    const input = file("good.csv", poolsText(2));
    const { code, said } = await batch([
      "pools",
      "--in",
      input,
      "--out",
      path("never.csv"),
      ...words,
    ]);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
    expect(existsSync(path("never.csv"))).toBe(false);
    expect(existsSync(path("never.csv.part"))).toBe(false);
  });

  it.each([
    [["pool"], /^batch pool is no kind of job; it must be pools/],
    [
      ["pools", "--in", "a.csv", "--curve", curve],
      /^--out is missing; it must be the file to write/,
    ],
    [
      ["pools", "--in", "a.dat", "--out", "b.csv"],
      /^a\.dat does not say its form by its ending; --in-format must be csv/,
    ],
    [
      ["pools", "--in", "a.csv", "--out", "a.csv"],
      /^--out is a\.csv, the file of --in; it must be another/,
    ],
    [["pools", "--in", "-", "--out", "b.csv", "--resume"], /^--resume goes on with a file/],
    [
      ["pools", "--in", path("none.csv"), "--out", path("x.csv"), "--curve", curve],
      /none\.csv: there is no such file/,
    ],
  ])("%j is refused", async (words, sentence) => {
    const { code, said } = await batch(words);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });
});

it("says where an output cannot be written", async () => {
  const input = file("good.csv", poolsText(2));
  const { code, said } = await batch([
    "pools",
    "--in",
    input,
    "--out",
    path("no/such/out.csv"),
    "--curve",
    curve,
  ]);
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(
      new RegExp(`^${named("no/such/out.csv")}: there is no such file or folder`),
    ),
  ]);
});
