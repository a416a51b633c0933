/* Values are exchanged in the text of a sheet's part; every other character stays. */
import { editedSheet, type CellEdit } from "../../src/xlsx/editSheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = (rows: string, before = "", after = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const edited = (xml: string, ...edits: [row: number, column: number, edit: CellEdit][]) => {
  const rows = new Map<number, Map<number, CellEdit>>();
  for (const [row, column, edit] of edits) {
    rows.set(row, (rows.get(row) ?? new Map<number, CellEdit>()).set(column, edit));
  }
  return editedSheet("xl/worksheets/sheet1.xml", xml, rows);
};

describe("a cell of a sheet's part", () => {
  it.each<[string, CellEdit["value"], string]>([
    ['<c r="A1" s="3"><f>1+1</f><v>2</v></c>', 41.5, '<c r="A1" s="3"><f>1+1</f><v>41.5</v></c>'],
    [
      '<c r="A1" t="str" s="3"><f>B1</f><v>old</v></c>',
      "a < b & c",
      '<c r="A1" s="3" t="str"><f>B1</f><v>a &lt; b &amp; c</v></c>',
    ],
    ['<c r="A1"><f>B1</f></c>', true, '<c r="A1" t="b"><f>B1</f><v>1</v></c>'],
    [
      '<c r="A1" t="e" vm="2"><f>B1</f><v>#VALUE!</v></c>',
      "#N/A",
      '<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>',
    ],
    ['<c r="A1"><f>B1</f><v>1</v></c>', "#SPILL!", '<c r="A1" t="e"><f>B1</f><v>#VALUE!</v></c>'],
    ['<c r="A1" s="9"/>', 7, '<c r="A1" s="9"><v>7</v></c>'],
    ['<c r="A1" s="9" t="s"><v>0</v></c>', null, '<c r="A1" s="9"/>'],
    [
      '<c r="A1" t="inlineStr"><is><t>old</t></is><extLst><ext uri="u"/></extLst></c>',
      5,
      '<c r="A1"><v>5</v><extLst><ext uri="u"/></extLst></c>',
    ],
    [
      '<c r="A1" cm="1"><f t="shared" si="0"/>\n<v>1</v></c>',
      2,
      '<c r="A1" cm="1"><f t="shared" si="0"/><v>2</v>\n</c>',
    ],
  ])("%s becomes one with %s", (cell, value, wanted) => {
    const xml = sheet(`<row r="1">${cell}<c r="C1"><v>9</v></c></row>`);
    expect(edited(xml, [0, 0, { value }])).toBe(xml.replace(cell, wanted));
  });

  it("says how far its array goes now", () => {
    const cell = '<c r="D1" cm="1"><f t="array" ref="D1:D9" ca="1">X(1)</f><v>1</v></c>';
    expect(edited(sheet(`<row r="1">${cell}</row>`), [0, 3, { value: 2, reach: "D1:D3" }])).toBe(
      sheet(
        '<row r="1"><c r="D1" cm="1"><f t="array" ref="D1:D3" ca="1">X(1)</f><v>2</v></c></row>',
      ),
    );
  });

  it("of a file whose elements have a prefix keeps it", () => {
    const xml = (value: string) =>
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1</x:f>${value}</x:c></x:row></x:sheetData></x:worksheet>`;
    expect(edited(xml(""), [0, 0, { value: 1 }])).toBe(xml("<x:v>1</x:v>"));
  });

  it("is one of the rows, not of what programs add behind them", () => {
    const own = `<extLst><ext><sheetData><row r="1"><c r="A1"><v>8</v></c></row></sheetData></ext></extLst>`;
    const xml = (value: number) => sheet(`<row r="1"><c r="A1"><v>${value}</v></c></row>`, "", own);
    expect(edited(xml(1), [0, 0, { value: 2 }])).toBe(xml(2));
  });
});

describe("a cell that the file has not yet", () => {
  it("comes in its place, in rows that are there, empty, or missing", () => {
    const xml = sheet(
      '<row r="2" spans="1:2"><c r="B2" s="4"><v>1</v></c></row><row r="3"/><row r="6"><c><v>3</v></c></row>',
      '<dimension ref="B2:B6"/>',
    );
    const result = edited(
      xml,
      [0, 0, { value: 10 }],
      [1, 0, { value: 20 }],
      [1, 2, { value: 21 }],
      [2, 1, { value: 30, isLikeAbove: true }],
      [4, 1, { value: "x" }],
      [4, 2, { value: null }],
      [8, 3, { value: true }],
    );
    expect(result).toBe(
      sheet(
        '<row r="1"><c r="A1"><v>10</v></c></row>' +
          '<row r="2"><c r="A2"><v>20</v></c><c r="B2" s="4"><v>1</v></c><c r="C2"><v>21</v></c></row>' +
          '<row r="3"><c r="B3" s="4"><v>30</v></c></row>' +
          '<row r="5"><c r="B5" t="str"><v>x</v></c></row>' +
          '<row r="6"><c><v>3</v></c></row>' +
          '<row r="9"><c r="D9" t="b"><v>1</v></c></row>',
        '<dimension ref="B2:D9"/>',
      ),
    );
  });

  it("comes into a sheet without rows", () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    expect(edited(xml, [0, 0, { value: 1 }])).toBe(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    );
  });
});

it.each([
  ["<!DOCTYPE x>", /declares entities/],
  ['<worksheet><sheetData><row r="1"><c r="A1">', /damaged/],
  [sheet('<row r="1"><c r="A9"><v>1</v></c></row>'), /has a cell A9 where no such cell can be/],
])("a part that is no sheet is refused: %s", (xml, why) => {
  expect(() => edited(xml, [0, 0, { value: 1 }])).toThrow(why);
});
