/* A workbook's file without Excel, from the command line. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { read } from "@e965/xlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { fileOf, rowsOf } from "../cli/recalc/files";

const CLI = resolve(__dirname, "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "rotation-recalc-"));
const at = (name: string) => join(folder, name);

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "recalc", ...words], {
    encoding: "utf8",
    cwd: folder,
  });
  const lines = stdout.startsWith("{")
    ? stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  return { status, lines, stdout, stderr };
}

writeFileSync(
  at("book.xlsx"),
  fileOf({
    S: rowsOf({
      A1: 101,
      B1: 62,
      C1: "<f>_xldudf_RV_SPREADGAP(A1,B1)</f><v>1</v>",
      D1: "<f>C1/0</f><v>2</v>",
    }),
  }),
);

describe("node dist/cli.js recalc", () => {
  it("has an example in --help", () => {
    const { status, stdout } = run("--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Example: node dist\/cli\.js recalc book\.xlsx --out book2\.xlsx$/m);
  });

  it("writes the copy, and says what has changed", () => {
    const { status, lines, stderr } = run("book.xlsx", "--out", "book2.xlsx");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: "book2.xlsx: 2 formulas; 2 cells changed\n",
    });
    expect(lines).toEqual([
      { sheet: "S", cell: "C1", old: 1, new: 39 },
      { sheet: "S", cell: "D1", old: 2, new: { error: "#DIV/0!", message: expect.any(String) } },
    ]);
    // Another reader.
    const sheet = read(readFileSync(at("book2.xlsx"))).Sheets["S"];
    expect([sheet?.["C1"].v, sheet?.["D1"].w]).toEqual([39, "#DIV/0!"]);
    expect(run("book2.xlsx", "--out", "book3.xlsx").lines).toEqual([]);
    expect(readFileSync(at("book3.xlsx"))).toEqual(readFileSync(at("book2.xlsx")));
  });

  it("ends with 2 where a cell is not calculated, and says which and why", () => {
    writeFileSync(
      at("day.xlsm"),
      fileOf({ S: rowsOf({ A1: "<f>TODAY()</f><v>46000</v>", A2: "<f>A1+1</f><v>46001</v>" }) }),
    );
    const { status, lines } = run("day.xlsm", "--out=day2.xlsm");
    expect(status).toBe(2);
    expect(lines).toEqual([
      { sheet: "S", cell: "A1", kept: 46_000, refused: expect.stringMatching(/^TODAY depends on/) },
      { sheet: "S", cell: "A2", kept: 46_001, refused: "it reads S!A1, which is not calculated" },
    ]);
  });

  it("takes the rows of a file", () => {
    writeFileSync(at("new.csv"), "mbs,corporate\n120,70\n");
    writeFileSync(
      at("data.xlsx"),
      fileOf({
        D: rowsOf({ A1: '<c r="A1" t="str"><v>mbs</v></c>', A2: 1, B2: 2, A3: 9 }),
        S: rowsOf({ A1: "<f>_xldudf_RV_SPREADGAP(D!A2,D!B2)</f><v>-1</v>" }),
      }),
    );
    const { status, lines } = run("data.xlsx", "--out", "data2.xlsx", "--data", "D=new.csv");
    expect(status).toBe(0);
    expect(lines).toEqual(
      expect.arrayContaining([
        { sheet: "D", cell: "A3", old: 9, new: null },
        { sheet: "S", cell: "A1", old: -1, new: 50 },
      ]),
    );
  });

  it("reads what the workbench saves, and finds nothing to change in it", () => {
    const cell = (row: number, column: number, value: number, more = {}) => ({
      ...{ row, column, value },
      ...more,
    });
    const sheet = {
      name: "Data",
      columns: [],
      rows: [],
      merged: [],
      cells: [
        ...[cell(0, 0, 100), cell(1, 0, 101), cell(0, 1, 60), cell(1, 1, 62)],
        cell(0, 3, 40, { formula: "=RV.SPREADGAP(A1:A2,B1:B2)", spill: "D1:D2" }),
        cell(1, 3, 39, { spilled: true }),
        cell(0, 4, 79, { formula: "=SUM(RV_Gap)" }),
      ],
    };
    const names = [{ name: "RV_Gap", reference: "'Data'!$D$1:$D$2", table: false }];
    writeFileSync(at("saved.xlsx"), writeXlsx({ sheets: [sheet], names, styles: [] }));
    expect(run("saved.xlsx", "--out", "saved2.xlsx")).toMatchObject({ status: 0, lines: [] });
    const changed = writeXlsx({
      sheets: [{ ...sheet, cells: [cell(0, 0, 110), ...sheet.cells.slice(1)] }],
      names,
      styles: [],
    });
    writeFileSync(at("saved.xlsx"), changed);
    expect(run("saved.xlsx", "--out", "saved2.xlsx").lines).toEqual([
      { sheet: "Data", cell: "D1", old: 40, new: 50 },
      { sheet: "Data", cell: "E1", old: 79, new: 89 },
    ]);
    const [before, after] = ["saved.xlsx", "saved2.xlsx"].map((name) =>
      unzipSync(readFileSync(at(name))),
    );
    for (const [name, bytes] of Object.entries(before ?? {})) {
      if (!name.includes("sheet1")) expect([name, after?.[name]]).toEqual([name, bytes]);
    }
  });

  it.each([
    [["book.xlsx"], "--out must stand once, with the file to write\n"],
    [["book.xlsx", "--out", "book.xlsx"], /^--out is book\.xlsx, the workbook itself;/],
    [["book.xlsx", "--out", "link.xlsx"], /^--out is link\.xlsx, the workbook itself;/],
    [
      ["book.xlsx", "--out", "x.xlsx.csv"],
      /^--out is x\.xlsx\.csv; its name must end in \.xlsx as/,
    ],
    [
      ["book.xlsx", "--out", "x.xlsx.xlsm"],
      /^--out is x\.xlsx\.xlsm; its name must end in \.xlsx as/,
    ],
    [["new.csv", "--out", "x.xlsx"], /^the workbook is new\.csv; its name must end in \.xlsx or/],
    [
      ["book.xlsx", "--out", "./new.csv", "--data", "S=new.csv"],
      /^--out is \.\/new\.csv, the file of --data S=new\.csv; it must be another file\n$/,
    ],
    [["none.xlsx", "--out", "x.xlsx"], "none.xlsx: there is no such file or folder\n"],
    [["text.xlsx", "--out", "x.xlsx"], /^text\.xlsx: the file is no \.xlsx workbook/],
    [["entities.xlsx", "--out", "x.xlsx"], /^entities\.xlsx: the part .* declares entities/],
    [["book.xlsx", "--out", "nowhere/x.xlsx"], /^nowhere\/x\.xlsx: there is no such file/],
    [["book.xlsx", "--out", "x.xlsx", "--data", "T=new.csv"], /--data T: there is no such sheet/],
    [["book.xlsx", "--out", "x.xlsx", "--fast"], /^--fast is not an option of recalc/],
    [["book.xlsx", "more.xlsx", "--out", "x.xlsx"], "2 workbooks were named; it must be one\n"],
  ])("writes nothing for %j, and says why", (words, why) => {
    if (!existsSync(at("link.xlsx"))) symlinkSync(at("book.xlsx"), at("link.xlsx"));
    writeFileSync(at("text.xlsx"), "hello");
    writeFileSync(at("new.csv"), "mbs,corporate\n120,70\n");
    const entities = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>';
    writeFileSync(at("entities.xlsx"), fileOf({ S: "" }, { parts: { "xl/theme.xml": entities } }));
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout]).toEqual([1, ""]);
    if (typeof why === "string") expect(stderr).toBe(why);
    else expect(stderr).toMatch(why);
    expect(readdirSync(folder).filter((name) => name.startsWith("x.xlsx"))).toEqual([]);
  });
});
