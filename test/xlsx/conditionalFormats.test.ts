/* Conditional formats of files: read, written, refused. The workbooks are openpyxl's and XlsxWriter's. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import "../host/nativeEngine";
import { snapshotOf } from "../../src/host/snapshotOf";
import { bookProblem } from "../../src/workbench/store/bookProblem";
import type { Book, BookSheet } from "../../src/workbook/book";
import type { ConditionalFormat } from "../../src/workbook/conditionalFormat";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { unpackXlsx } from "../../src/xlsx/zipCheck";
import { zipOf } from "../../src/xlsx/zipWrite";
import { ROOT } from "../support/sourceFiles";

const GOLDEN = resolve(ROOT, "test/golden/conditionalFormats");
const read = (name: string) => readXlsx(readFileSync(resolve(GOLDEN, name)));
const bookWith = (formats: readonly ConditionalFormat[], parts: Partial<BookSheet> = {}): Book => ({
  sheets: [
    {
      name: "Data",
      cells: [{ row: 0, column: 0, value: 1 }],
      ...{ columns: [], rows: [], merged: [], formats, ...parts },
    },
  ],
  names: [],
  styles: [],
});
const formatsOf = async (book: Book) =>
  (await readXlsx(writeXlsx(book))).sheets.map(({ formats }) => formats);

/** A workbook with this in its sheet, after its cells. */
async function withElements(xml: string): Promise<Uint8Array> {
  const parts = [...(await unpackXlsx(writeXlsx(bookWith([]))))].map(
    ([name, bytes]): [string, string] => [name, new TextDecoder().decode(bytes)],
  );
  return zipOf(
    parts.map(([name, text]) => [
      name,
      name.endsWith("sheet1.xml") ? text.replace("<pageMargins", `${xml}<pageMargins`) : text,
    ]),
  );
}
const cellIs = (formula: string, sqref = "A1", priority = 1) =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="cellIs" operator="equal" priority="${priority}"><formula>${formula}</formula></cfRule></conditionalFormatting>`;

describe("the conditional formats of other programs' files", () => {
  const FOUND = { fill: "#ffc000" };
  const COLUMNS: readonly [string, object][] = [
    ["A", { kind: "cell", operator: "greaterThan", formulas: ["=5"], look: FOUND }],
    ["B", { kind: "cell", operator: "between", formulas: ["=0", "=5"], look: FOUND }],
    ["C", { kind: "cell", operator: "notEqual", formulas: ["=7"], look: FOUND }],
    ["D", { kind: "cell", operator: "lessThan", formulas: ["=$A$5"], look: FOUND }],
    ["E", { kind: "formula", formula: "=E1<D2", look: FOUND }],
    ["F", { kind: "rank", count: 3, look: FOUND }],
    ["G", { kind: "rank", count: 25, percent: true, bottom: true, look: FOUND }],
    ["H", { kind: "average", look: FOUND }],
    ["I", { kind: "average", below: true, deviations: 1, look: FOUND }],
    ["J", { kind: "text", place: "containsText", text: "gap", look: FOUND }],
    ["K", { kind: "text", place: "beginsWith", text: "gap", look: FOUND }],
    ["L", { kind: "text", place: "notContains", text: "gap", look: FOUND }],
    ["M", { kind: "text", place: "endsWith", text: "wide", look: FOUND }],
    ["N", { kind: "duplicate", look: FOUND }],
    ["O", { kind: "unique", look: FOUND }],
    ["P", { kind: "content", is: "containsBlanks", look: FOUND }],
    ["Q", { kind: "cell", operator: "equal", formulas: ['="gap wide"'], look: FOUND }],
    [
      "R",
      {
        kind: "colorScale",
        points: [
          { at: { is: "lowest" }, color: "#f4b16a" },
          { at: { is: "number", value: 0 }, color: "#ffffff" },
          { at: { is: "highest" }, color: "#7fb3df" },
        ],
      },
    ],
    [
      "S",
      {
        kind: "colorScale",
        points: [
          { at: { is: "percentile", value: 10 }, color: "#ffffff" },
          { at: { is: "percentile", value: 90 }, color: "#7fb3df" },
        ],
      },
    ],
    [
      "T",
      {
        ...{ kind: "dataBar", from: { is: "lowest" }, to: { is: "highest" } },
        ...{ color: "#638ec6", barOnly: true },
      },
    ],
    [
      "U",
      {
        ...{ kind: "iconSet", icons: "3Arrows", reversed: true },
        steps: [0, 33, 67].map((value) => ({ at: { is: "percent", value } })),
      },
    ],
  ];

  it("are read from openpyxl's, in the order in which they go before each other", async () => {
    const { sheets, dropped } = await read("openpyxl.xlsx");
    expect(sheets[0]?.formats).toEqual(
      COLUMNS.map(([column, rule]) => ({
        ...{ ranges: [`${column}1:${column}10`], rule },
        ...(column === "E" ? { stops: true } : {}),
      })),
    );
    expect(sheets[1]?.formats).toEqual([
      {
        ranges: ["A1:A3", "C1:C3"],
        rule: {
          ...{ kind: "formula", formula: "=A1>$B$1" },
          look: {
            ...{ bold: true, strikethrough: true, underline: "double", color: "#c00000" },
            ...{ fill: "#00aa55", numberFormat: '0.0"!"' },
            borders: { top: { line: "thin", color: "#123456" } },
          },
        },
      },
      {
        ranges: ["A1:A3"],
        rule: { kind: "cell", operator: "equal", formulas: ["=Rules!$A$1"], look: {} },
      },
    ]);
    expect(dropped).toEqual([]);
  });

  it("are read from XlsxWriter's; what only Excel 2010 knows of a bar is told with its cells", async () => {
    const { sheets, dropped } = await read("xlsxwriter.xlsx");
    expect(sheets[0]?.formats?.map(({ rule }) => rule.kind)).toEqual([
      ...["formula", "cell", "dataBar", "dataBar", "iconSet", "text"],
    ]);
    expect(sheets[0]?.formats?.at(-1)).toMatchObject({ rule: { text: '5" gap' }, stops: true });
    expect(sheets[0]?.formats?.[4]?.rule).toMatchObject({
      steps: [
        { at: { is: "percent", value: 0 } },
        { at: { is: "formula", formula: "=$F$1" } },
        { at: { is: "percent", value: 40 } },
        { at: { is: "percentile", value: 60 } },
        { at: { is: "number", value: 90 }, above: true },
      ],
    });
    expect(dropped).toEqual([
      "details of data bars (gradients, borders, axes, colours below 0) (Rules!B1:B10): lost when it is saved from here",
      "conditional formats by date (Rules!A1:A10): a rule with the same formula",
    ]);
  });

  it.each(["openpyxl.xlsx", "xlsxwriter.xlsx"])(
    "of %s are written and read again",
    async (name) => {
      const book = await read(name);
      expect(await formatsOf(book)).toEqual(book.sheets.map(({ formats }) => formats));
    },
  );
});

describe("conditional formats in files of ours", () => {
  it("keep a scale that goes as far to either side as the number furthest from 0", async () => {
    const points = [
      { at: { is: "furthestBelow" as const }, color: "#f4b16a" },
      { at: { is: "number" as const, value: 0 }, color: "#ffffff" },
      { at: { is: "furthestAbove" as const }, color: "#8fc1ea" },
    ];
    const book = bookWith([{ ranges: ["I24:I29"], rule: { kind: "colorScale", points } }]);
    const part = (await unpackXlsx(writeXlsx(book))).get("xl/worksheets/sheet1.xml");
    expect(new TextDecoder().decode(part)).toContain(
      '<cfvo type="formula" val="-MAX(MAX($I$24:$I$29),-MIN($I$24:$I$29))"/><cfvo type="num" val="0"/>',
    );
    expect(await formatsOf(book)).toEqual([book.sheets[0]?.formats]);
  });

  it("write of a border the sides that a look has, and no others", async () => {
    const look = { borders: { top: { line: "thin" as const, color: "#123456" } } };
    const book = bookWith([{ ranges: ["A1"], rule: { kind: "unique", look } }]);
    const part = (await unpackXlsx(writeXlsx(book))).get("xl/styles.xml");
    expect(new TextDecoder().decode(part)).toContain(
      '<dxf><border><top style="thin"><color rgb="FF123456"/></top></border></dxf>',
    );
    expect(await formatsOf(book)).toEqual([book.sheets[0]?.formats]);
  });

  it("are a part of what the browser keeps, and of what the engine begins with", () => {
    const formats: ConditionalFormat[] = [
      { ranges: ["A1:A9"], rule: { kind: "unique", look: { bold: true } } },
    ];
    const book = bookWith(formats, { page: { area: "A1:B2" } });
    expect(bookProblem(book)).toBeNull();
    expect(Object.values(snapshotOf(book).sheets ?? {})[0]?.custom).toEqual({
      ...{ formats, page: { area: "A1:B2" } },
    });
    expect(
      bookProblem({ ...book, sheets: [{ ...book.sheets[0], formats: [{ ranges: [7] }] }] }),
    ).toBe("sheet 1, conditional format 1 of the list has no place, or holds what none can");
  });
});

describe("conditional formats that are not taken over", () => {
  const dropped = async (xml: string) => {
    const book = await readXlsx(await withElements(xml));
    return [book.sheets[0]?.formats?.length ?? 0, book.dropped];
  };

  it("read another workbook, or a program", async () => {
    expect(await dropped(cellIs("[1]Sheet1!$A$1") + cellIs("cmd|'/c calc'!A1", "B2"))).toEqual([
      0,
      [
        "conditional formats with a formula to another workbook (Data!A1): lost when it is saved from here",
        "conditional formats with a formula to a program (DDE) (Data!B2): lost when it is saved from here",
      ],
    ]);
  });

  it("have a formula longer than Excel's own longest", async () => {
    expect(await dropped(cellIs(`${"1+".repeat(4096)}1`))).toEqual([
      0,
      [
        "conditional formats with a formula of more than 8192 characters (Data!A1): lost when it is saved from here",
      ],
    ]);
    expect(await dropped(cellIs(`${"1+".repeat(4095)}12`))).toEqual([1, []]);
  });

  it("look for a text longer than Excel's longest in a formula", async () => {
    const forText = (text: string) =>
      `<conditionalFormatting sqref="A1"><cfRule type="containsText" operator="containsText" text="${text}" priority="1"/></conditionalFormatting>`;
    expect(await dropped(forText("a".repeat(255)))).toEqual([1, []]);
    expect(await dropped(forText("a".repeat(256)))).toEqual([
      0,
      [
        "conditional formats for a text of more than 255 characters (Data!A1): lost when it is saved from here",
      ],
    ]);
  });

  it("are more than a thousand of a sheet, or have more than a thousand places, or none", async () => {
    const many = Array.from({ length: 1001 }, (_, i) => cellIs("1", `B${i + 1}`, i + 1)).join("");
    expect(await dropped(many)).toEqual([
      1000,
      ["conditional formats beyond 1000 of a sheet (Data!B1001): lost when it is saved from here"],
    ]);
    const places = Array.from({ length: 1001 }, (_, i) => `C${i + 1}`).join(" ");
    expect(await dropped(cellIs("1", places))).toMatchObject([
      0,
      [expect.stringMatching(/^conditional formats of more than 1000 places \(Data!C1 C2 /)],
    ]);
    for (const sqref of ["", "A0", "A1:XFE1", "A1048577", "B2:A1", "(A1)"]) {
      expect((await dropped(cellIs("1", sqref)))[0]).toBe(0);
    }
  });

  it("are those behind the first ten thousand places of a sheet", async () => {
    const places = Array.from({ length: 1000 }, (_, i) => `C${i + 1}`).join(" ");
    const many = Array.from({ length: 12 }, (_, i) => cellIs("1", places, i + 1)).join("");
    expect(await dropped(many)).toMatchObject([
      10,
      [expect.stringMatching(/^conditional formats beyond 10000 places of a sheet \(Data!C1 C2 /)],
    ]);
  });

  it("do not have a place twice, nor one within another", async () => {
    const places = "B2 A1:Z1000 $A$1:$Z$1000 AA1 A1:Z1000 C3:AA3 D4:E5";
    const book = await readXlsx(await withElements(cellIs("1", places)));
    expect(book.sheets[0]?.formats?.[0]?.ranges).toEqual(["A1:Z1000", "AA1", "C3:AA3"]);
  });

  it("are of a kind that is not known, or lack what they need", async () => {
    const rule = (attributes: string, content = "") =>
      `<conditionalFormatting sqref="A1"><cfRule priority="1" ${attributes}>${content}</cfRule></conditionalFormatting>`;
    for (const [attributes, content] of [
      ['type="novel"', ""],
      ['type="cellIs" operator="between"', "<formula>1</formula>"],
      ['type="cellIs" operator="like"', "<formula>1</formula>"],
      ['type="expression"', ""],
      ['type="top10" rank="0"', ""],
      ['type="top10" rank="1001"', ""],
      ['type="top10" rank="101" percent="1"', ""],
      ['type="colorScale"', '<colorScale><cfvo type="min"/><color rgb="FFFF0000"/></colorScale>'],
      ['type="iconSet"', '<iconSet iconSet="3Stars"><cfvo type="percent" val="0"/></iconSet>'],
      ['type="__proto__"', ""],
    ]) {
      const [count, lines] = await dropped(rule(attributes ?? "", content));
      expect(count).toBe(0);
      expect(lines).toEqual([
        expect.stringMatching(/^conditional formats of the kind ".*" \(Data!A1\)/),
      ]);
    }
  });

  it("are of Excel 2010 alone, each told with its cells", async () => {
    const x14 = `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="1"/><xm:sqref>B2:B9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(await dropped(x14)).toEqual([
      0,
      ["conditional formats of Excel 2010 (Data!B2:B9): lost when it is saved from here"],
    ]);
  });

  it("take whole columns and rows as Excel does, and the lowest priority first", async () => {
    const book = await readXlsx(await withElements(cellIs("1", "A:C", 7) + cellIs("2", "2:3", 2)));
    expect(book.sheets[0]?.formats?.map(({ ranges }) => ranges)).toEqual([
      ["A2:XFD3"],
      ["A1:C1048576"],
    ]);
  });
});
