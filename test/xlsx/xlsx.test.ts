import { deflateRawSync } from "node:zlib";
import { read } from "@e965/xlsx";
import type { Book } from "../../src/workbook/book";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { LIMITS, unpackXlsx } from "../../src/xlsx/zipCheck";
import { zipOf, type ZipPart } from "../support/zip";

// A quarter of a gigabyte is packed and unpacked.

const cell = (row: number, column: number, value: number | string | boolean, more = {}) => ({
  row,
  column,
  value,
  ...more,
});
const book: Book = {
  sheets: [
    {
      name: "Data",
      columns: [{ column: 0, width: 84 }],
      rows: [],
      merged: [],
      cells: [
        cell(0, 0, "Date"),
        cell(1, 0, 42_004, { style: 0 }),
        cell(1, 1, 1 / 3),
        cell(2, 1, true),
        cell(3, 0, "=1+1"),
        cell(3, 1, "#N/A"),
        cell(4, 0, 39, { formula: "=RV.SPREADGAP(101,62)" }),
        cell(5, 0, 1, { formula: "=SEQUENCE(2)", spill: "A6:A7" }),
        cell(6, 0, 2, { spilled: true }),
      ],
    },
    {
      name: "it's & <b>",
      columns: [],
      rows: [],
      merged: [],
      cells: [cell(0, 0, "x".repeat(32_767))],
    },
  ],
  styles: [{ numberFormat: "yyyy-mm-dd" }],
  names: [
    { name: "RV_Data", reference: "'Data'!$A$2:$B$4", table: true },
    { name: "RV_Dates", reference: "'Data'!$A$2:$A$4", table: false },
  ],
};

describe("an .xlsx file", () => {
  it("comes back as it was written: values, formulas, spills, formats, widths and names", async () => {
    const read = await readXlsx(writeXlsx(book));
    expect(read.dropped).toEqual([]);
    expect(read.names).toEqual(book.names);
    expect(read.sheets.map(({ name }) => name)).toEqual(["Data", "it's & <b>"]);
    const at = (row: number, column: number) =>
      read.sheets[0]?.cells.find((one) => one.row === row && one.column === column);
    for (const wanted of book.sheets[0]?.cells ?? []) {
      expect(at(wanted.row, wanted.column)).toMatchObject(wanted);
    }
    expect(at(3, 0)).not.toHaveProperty("formula");
    expect(read.sheets[1]?.cells[0]?.value).toHaveLength(32_767);
    expect(read.sheets[0]?.columns).toEqual([{ column: 0, width: 84 }]);
  });

  it("is read by another reader, too", async () => {
    const file = read(writeXlsx(book), { type: "array", cellNF: true });
    const data = file.Sheets["Data"] ?? {};
    expect(["A1", "A2", "B2", "B3", "A4", "A5", "A7"].map((a1) => data[a1]?.v as unknown)).toEqual([
      "Date",
      42_004,
      1 / 3,
      true,
      "=1+1",
      39,
      2,
    ]);
    expect(data["A2"]?.z).toBe("yyyy-mm-dd");
    expect(data["B4"]?.w).toBe("#N/A");
    expect(file.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toEqual(
      book.names.map(({ name, reference }) => [name, reference]),
    );
  });

  it("keeps every cell's last value beside its formula", async () => {
    const parts = await unpackXlsx(writeXlsx(book));
    const part = new TextDecoder().decode(parts.get("xl/worksheets/sheet1.xml"));
    expect(part).toMatch(/<f>_xldudf_RV_SPREADGAP\(101,62\)<\/f><v>39<\/v>/);
    expect(part).toMatch(/cm="1"[^>]*><f t="array" ref="A6:A7">_xlfn\.SEQUENCE\(2\)<\/f>/);
  });
});

const partsOf = async (file: Uint8Array): Promise<{ name: string; content: Buffer }[]> =>
  [...(await unpackXlsx(file))].map(([name, bytes]) => ({ name, content: Buffer.from(bytes) }));

describe("a stranger's .xlsx file", () => {
  const workbook: ZipPart = { name: "xl/workbook.xml", content: Buffer.from("<workbook/>") };
  const check = (...parts: ZipPart[]) => unpackXlsx(zipOf([workbook, ...parts]));

  it("that unpacks to more than is allowed is refused while it unpacks, whatever size it states", async () => {
    const bomb = deflateRawSync(Buffer.alloc(LIMITS.inflatedBytes + 1));
    expect(bomb.length).toBeLessThan(1e6);
    await expect(
      check({ name: "xl/worksheets/sheet1.xml", packed: bomb, stated: 10 }),
    ).rejects.toThrow("unpacks to more than 250.0 MB");
  });

  it.each([
    [[{ name: "xl/embeddings/a.zip", content: Buffer.from("PK\u0003\u0004…") }], /another archive/],
    [[{ name: "xl/a.xml", content: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]>') }], /entities/],
    [[{ name: "xl/a.xml", packed: Buffer.from([7, 7, 7]), stated: 3 }], /a\.xml is damaged/],
    [
      Array.from({ length: 2_000 }, (_, i) => ({ name: `p${i}`, content: Buffer.from("x") })),
      /2001 parts/,
    ],
  ])("is refused with its reason %#", async (parts, why) => {
    await expect(check(...(parts as ZipPart[]))).rejects.toThrow(why);
  });

  it.each([
    ["", /no \.xlsx workbook/],
    ["<html>", /no \.xlsx workbook/],
    ["PK\u0003\u0004 cut off", /no \.xlsx workbook/],
  ])("that is none is refused %#", async (content, why) => {
    await expect(unpackXlsx(Buffer.from(content))).rejects.toThrow(why);
  });

  it.each([
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "of the old .xls kind"],
    [
      [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage\0", "utf16le")],
      "protected with a password",
    ],
  ])("of another kind has its own sentence %#", async (bytes, why) => {
    await expect(unpackXlsx(Uint8Array.from(bytes))).rejects.toThrow(why);
  });

  it.each([
    [["xl/workbook.bin"], "binary .xlsb kind"],
    [["content.xml", "META-INF/manifest.xml"], "OpenDocument kind"],
  ])("an archive of another kind has its own sentence: %s", async (names, why) => {
    const zip = zipOf(names.map((name) => ({ name, content: Buffer.from("<x/>") })));
    await expect(unpackXlsx(zip)).rejects.toThrow(why);
  });

  it.each([
    ['<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "a sheet ends at row 1048576"],
    ['<row r="1"><c r="XFE1"><v>1</v></c></row>', "a sheet ends at XFD1048576"],
    ['<row r="1"><c r="R1C1"><v>1</v></c></row>', 'a cell "R1C1", which is no place'],
    ['<row r="1"><c r="A1"><v>1</v></row>', "sheet1.xml is damaged at character"],
    ['<row r="1"><c r="A1"><v>1</v></c>', "sheet1.xml is damaged at character"],
    ['<row r="1"><c r="A1"><v>&money;</v></c></row>', "sheet1.xml is damaged at character"],
    [`<row r="1"><c r="A1">${"<x>".repeat(70)}${"</x>".repeat(70)}</c></row>`, "is damaged"],
    [`${" ".repeat(9_000)}<!DOCTYPE x [<!ENTITY a "b">]>`, "is damaged"],
  ])("with a place that no sheet has is refused: %s", async (rows, why) => {
    const parts = (await partsOf(writeXlsx(book))).map((part) =>
      part.name === "xl/worksheets/sheet1.xml"
        ? { ...part, content: Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) }
        : part,
    );
    await expect(readXlsx(zipOf(parts))).rejects.toThrow(why);
  });

  /*
   * Entities that name each other grow without end in a reader that resolves them; one that is read twice
   * ("&amp;lt;" as "<") has said something else than the file. Here none is declared, and each is read once.
   */
  describe("with entities", () => {
    const NESTED = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>`;
    const withPart = async (name: string, content: string) => {
      const parts = (await partsOf(writeXlsx(book))).filter((part) => part.name !== name);
      return readXlsx(zipOf([...parts, { name, content: Buffer.from(content) }]));
    };

    it.each([
      "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml",
      "xl/workbook.xml",
      "xl/styles.xml",
    ])("that it declares in %s is refused in words, and the next file is read", async (name) => {
      await expect(withPart(name, `${NESTED}<x>&c;</x>`)).rejects.toThrow(
        `the part ${name} declares entities, which no workbook needs`,
      );
      const outside = '<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>';
      await expect(withPart(name, outside)).rejects.toThrow("declares entities");
      expect((await readXlsx(writeXlsx(book))).sheets).toHaveLength(2);
    });

    it("that are XML's own is read once", async () => {
      const item = "<si><t>&amp;lt;b&amp;gt; &amp;amp;amp; &#38;#38; &#x26;lt;</t></si>";
      const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
      const texts = `<sst xmlns="${main}">${item.repeat(9)}</sst>`;
      const read = await withPart("xl/sharedStrings.xml", texts);
      const cells = read.sheets[0]?.cells ?? [];
      expect(cells[0]?.value).toBe("&lt;b&gt; &amp;amp; &#38; &lt;");
    });
  });

  it("another archive is no workbook", async () => {
    const zip = zipOf([{ name: "readme.txt", content: Buffer.from("hello") }]);
    await expect(unpackXlsx(zip)).rejects.toThrow("a ZIP archive but no workbook");
  });

  it("of more than 25 MB is not looked into", async () => {
    await expect(unpackXlsx(new Uint8Array(LIMITS.fileBytes + 1))).rejects.toThrow("25.0 MB");
  });

  it("has its macros, links and objects left out, and named", async () => {
    const part = (name: string): ZipPart => ({ name, content: Buffer.from("x") });
    const { dropped } = await readXlsx(
      zipOf([
        ...(await partsOf(writeXlsx(book))),
        part("xl/vbaProject.bin"),
        part("xl/externalLinks/externalLink1.xml"),
        part("xl/activeX/activeX1.bin"),
        part("xl/connections.bin"),
        part("xl/secret.bin"),
      ]),
    );
    expect(dropped.map((line) => line.replace(/: lost.*/, ""))).toEqual([
      "macros",
      "links to other workbooks",
      "embedded objects",
      "data connections",
      "the part xl/secret.bin",
    ]);
  });

  it("with formulas to programs and other workbooks keeps their values and says so", async () => {
    const hostile: Book = {
      sheets: [
        {
          name: "S",
          columns: [],
          rows: [],
          merged: [],
          cells: [
            cell(0, 0, 7, { formula: "=cmd|'/C calc'!A0" }),
            cell(1, 0, 8, { formula: "=[1]Other!A1" }),
          ],
        },
      ],
      names: [],
      styles: [],
    };
    const read = await readXlsx(writeXlsx(hostile));
    expect(read.sheets[0]?.cells.map(({ value, formula }) => [value, formula])).toEqual([
      [7, undefined],
      [8, undefined],
    ]);
    expect(read.dropped).toEqual([
      "formulas to a program (DDE), whose last values are kept (S!A1): lost when it is saved from here",
      "formulas to another workbook, whose last values are kept (S!A2): lost when it is saved from here",
    ]);
  });
});
