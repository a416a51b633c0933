import "../host/nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { snapshotOf } from "../../src/host/snapshotOf";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { unpackXlsx } from "../../src/xlsx/zipCheck";
import { addClaimCheck } from "../../src/templates/claimCheckSheet";
import { addSampleBook } from "../../src/templates/sampleBook";
import type { Book } from "../../src/workbook/book";
import { embeddedHost, officeHost } from "../workbook/hosts";

const ROWS = [
  { row: 36, level: 1 },
  { row: 37, level: 1, hidden: true as const },
  { row: 39, level: 2 },
];
const book: Book = {
  sheets: [
    {
      name: "Dashboard",
      cells: [{ row: 35, column: 0, value: "Workings" }],
      columns: [],
      rows: ROWS,
      merged: [],
      tabColor: "#112233",
      page: { area: "A1:H35" },
    },
  ],
  styles: [],
  names: [],
};

describe("groups of rows", () => {
  it("are in a file, in the order of its schema, and fold up to their heading", async () => {
    const parts = await unpackXlsx(writeXlsx(book));
    const xml = new TextDecoder().decode(parts.get("xl/worksheets/sheet1.xml"));
    expect(xml).toContain(
      '<sheetPr><tabColor rgb="FF112233"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    );
    expect(xml).toMatch(/<sheetFormatPr [^>]*outlineLevelRow="2"\/>/);
    expect(xml).toMatch(
      /<row r="37" outlineLevel="1"\/><row r="38" hidden="1" outlineLevel="1"\/>/,
    );
  });

  it("are read again, and nothing of them is named as lost", async () => {
    const { sheets, dropped } = await readXlsx(writeXlsx(book));
    expect(sheets[0]?.rows).toEqual(ROWS);
    expect(dropped).toEqual([]);
  });

  it("stay with the engine", () => {
    expect(snapshotOf(book).sheets?.["sheet1"]?.rowData?.[39]?.custom).toEqual({ level: 2 });
  });
});

describe.each([
  ["the engine", embeddedHost],
  ["Excel", () => officeHost()],
])("the workings of the templates, in %s,", (_, hostOf) => {
  it("are one group below their line, and go down with it", async () => {
    const host = await hostOf();
    await host.reset();
    await addSampleBook(host.port);
    await addClaimCheck(host.port);
    await host.book.settle();
    const grouped = (name: string) => {
      const sheet = bookOf(host.book).sheets.find((one) => one.name === name);
      const line = sheet?.cells.find(({ value }) => value === "Workings")?.row ?? NaN;
      const rows = sheet?.rows.filter(({ level }) => level === 1).map(({ row }) => row) ?? [];
      return { line, first: rows[0], isWhole: rows.every((row, i) => row === line + 1 + i) };
    };
    for (const name of ["Dashboard", "Claim check"]) {
      const { line, first, isWhole } = grouped(name);
      expect({ name, first, isWhole }).toEqual({ name, first: line + 1, isWhole: true });
    }
    host.book.workbook.getSheetByName("Dashboard")?.insertRowsBefore(10, 2);
    await host.book.settle();
    const { line, first, isWhole } = grouped("Dashboard");
    expect({ first, isWhole }).toEqual({ first: line + 1, isWhole: true });
  });
});
