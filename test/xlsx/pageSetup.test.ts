import "../host/nativeEngine";
import { snapshotOf } from "../../src/host/snapshotOf";
import { bookProblem } from "../../src/workbench/store/bookProblem";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import type { Book, BookSheet } from "../../src/workbook/book";
import { unpackXlsx } from "../../src/xlsx/zipCheck";
import { zipOf } from "../../src/xlsx/zipWrite";
import { addSampleBook } from "../../src/templates/sampleBook";
import { embeddedHost, officeHost } from "../workbook/hosts";

const sheetOf = (name: string, parts: Partial<BookSheet> = {}): BookSheet => ({
  name,
  cells: [{ row: 0, column: 0, value: 1 }],
  columns: [],
  rows: [],
  merged: [],
  ...parts,
});
const book: Book = {
  sheets: [
    sheetOf("It's one", { page: { area: "A1:H35" }, frozen: { rows: 5, columns: 0 } }),
    sheetOf("Data", { page: {}, frozen: { rows: 4, columns: 1 } }),
    sheetOf("Mine", { tabColor: "#112233" }),
    sheetOf("Long", { page: { area: "A1:N184" }, frozen: { rows: 4, columns: 1 } }),
  ],
  styles: [],
  names: [],
};
const textOf = async (file: Uint8Array, part: string) =>
  new TextDecoder().decode((await unpackXlsx(file)).get(part));

describe("how a sheet is printed", () => {
  it("is in the file: landscape, one page or as wide as a page, with its area and its titles", async () => {
    const file = writeXlsx(book);
    const first = await textOf(file, "xl/worksheets/sheet1.xml");
    expect(first).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(first).toContain('<pageSetup orientation="landscape" fitToHeight="1"/>');
    const long = await textOf(file, "xl/worksheets/sheet4.xml");
    expect(long).toContain('<pageSetup orientation="landscape" fitToHeight="0"/>');
    const workbook = await textOf(file, "xl/workbook.xml");
    expect(workbook).toContain(
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'It''s one'!$A$1:$H$35</definedName>",
    );
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Data\'!$1:$4</definedName>',
    );
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="3">\'Long\'!$1:$4</definedName>',
    );
    expect(await textOf(file, "xl/worksheets/sheet3.xml")).not.toMatch(/pageSetup|fitToPage/);
  });

  it("is read again, and nothing of it is named as lost", async () => {
    const { sheets, names, dropped } = await readXlsx(writeXlsx(book));
    expect(sheets.map(({ page }) => page)).toEqual([
      { area: "A1:H35" },
      {},
      undefined,
      { area: "A1:N184" },
    ]);
    expect(names).toEqual([]);
    expect(dropped).toEqual([]);
  });

  it("of another file is named where it is otherwise", async () => {
    const parts = await unpackXlsx(writeXlsx(book));
    const changed = zipOf(
      [...parts].map(([name, bytes]) => [
        name,
        new TextDecoder()
          .decode(bytes)
          .replace(/orientation="landscape" fitToHeight="[01]"/, 'orientation="portrait"'),
      ]),
    );
    const { sheets, dropped } = await readXlsx(changed);
    expect(sheets.map(({ page }) => page)).toEqual([undefined, undefined, undefined, undefined]);
    expect(dropped.join("\n")).toMatch(/page setups.*It's one/);
    expect(dropped.join("\n")).toMatch(/print areas.*It's one/);
  });

  it("is kept by the engine and refused by the store where it is damaged", () => {
    const engine = snapshotOf(book).sheets?.["sheet1"];
    expect(engine?.custom).toEqual({ page: { area: "A1:H35" } });
    expect(bookProblem(book)).toBeNull();
    const damaged = { ...book, sheets: [sheetOf("A", { page: { area: "all" } })] };
    expect(bookProblem(damaged)).toMatch(/page has an area that is none/);
  });
});

it.each([
  ["the embedded page", embeddedHost],
  ["Excel", officeHost],
])("the sample book has its pages in %s", async (_, open) => {
  const host = await open();
  await host.reset();
  await addSampleBook(host.port);
  const { sheets } = (await host.everything()) as { sheets: BookSheet[] };
  expect(Object.fromEntries(sheets.map(({ name, page }) => [name, page]))).toMatchObject({
    Dashboard: { area: "A1:G44" },
    Data: { area: "A1:N184" },
    Assumptions: { area: "A1:H103" },
  });
});
