import { asCell } from "../../src/workbook/officeChange";
import { cellsOf, placeOf } from "../../src/workbook/officeAddress";

describe("addresses as Excel gives them", () => {
  it.each([
    ["Data!$A$1:$B$5", "A1:B5"],
    ["'x!y'!B2", "B2"],
    ["A:C", "A1:C1048576"],
    ["Data!$3:$5", "A3:XFD5"],
    ["B2:B2", "B2"],
  ])("%s are the cells %s", (address, a1) => {
    expect(cellsOf(address)).toBe(a1);
  });

  it.each([
    ["Data!A1", "Data"],
    ["'it''s, mine'!A1", "it's, mine"],
    [`'x''!A1)&WEBSERVICE("…")&'''!A1`, `x'!A1)&WEBSERVICE("…")&'`],
  ])("%s stands on the sheet %s", (address, sheet) => {
    expect(placeOf(address)).toEqual({ sheet, a1: "A1" });
  });

  it.each(["", "Data!", "#REF!", "A1,B2"])("%j is none", (address) => {
    expect(() => cellsOf(address)).toThrow(/is not a rectangle of cells/);
  });
});

describe("a value for Excel", () => {
  it.each(["a", "Risk-adjusted gap", "Ärger", "x'y"])("leaves the words %j alone", (words) => {
    expect(asCell(words)).toBe(words);
  });
  it.each(["=1", " x", "'x", "1st", "Q1 2024", "TRUE", "-", "½", "Jan٣"])(
    "marks %j as a text",
    (text) => {
      expect(asCell(text)).toBe(`'${text}`);
    },
  );
  it.each([0, -1.5, true, false, ""])("leaves %j alone", (value) => {
    expect(asCell(value)).toBe(value);
  });
});
