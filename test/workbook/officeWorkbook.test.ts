import { officeWorkbook } from "../../src/workbook/officeWorkbook";
import { emptyWorkbook, excelDouble, type DoubleState } from "../support/excelDouble";

describe("officeWorkbook, against a double of Excel's object model", () => {
  let state: DoubleState;
  const waits: number[] = [];
  const workbook = officeWorkbook((ms) => Promise.resolve(waits.push(ms)));
  beforeEach(() => {
    state = emptyWorkbook();
    waits.length = 0;
    Object.assign(globalThis, { Excel: excelDouble(state) });
  });

  const table = {
    sheet: "Assumptions",
    a1: "A1:B2",
    values: [
      ["Key", "Value"],
      ["corpOas", 62],
    ],
  };

  it("adds a table on a new sheet, finds it and reads it back", async () => {
    await workbook.addTable("RV_Assumptions", table);
    const place = await workbook.findTable("RV_Assumptions");
    expect(place).toEqual({ sheet: "Assumptions", a1: "A1:B2" });
    expect(await workbook.read({ sheet: "Assumptions", a1: "A1:B2" })).toEqual(table.values);
    expect(await workbook.names()).toEqual({
      sheets: ["Sheet1", "Assumptions"],
      tables: ["RV_Assumptions"],
      names: [],
    });
  });

  it("writes several rectangles in one synchronisation", async () => {
    await workbook.write([
      { sheet: "Sheet1", a1: "A1", values: [[1]] },
      { sheet: "Sheet1", a1: "C3:D3", values: [[2, "x"]] },
    ]);
    expect(state.syncs).toBe(1);
    expect(await workbook.read({ sheet: "Sheet1", a1: "C3:D3" })).toEqual([[2, "x"]]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "\tx"])(
    "stores the text %p as text",
    async (text) => {
      await workbook.write([{ sheet: "Sheet1", a1: "A1", values: [[text]] }]);
      expect(await workbook.read({ sheet: "Sheet1", a1: "A1" })).toEqual([[text]]);
    },
  );

  it("covers more rows when a table is resized", async () => {
    await workbook.addTable("RV_Assumptions", table);
    await workbook.resizeTable("RV_Assumptions", { sheet: "Assumptions", a1: "A1:B3" });
    expect(await workbook.findTable("RV_Assumptions")).toEqual({
      sheet: "Assumptions",
      a1: "A1:B3",
    });
  });

  it("has no table where there is none", async () => {
    expect(await workbook.findTable("RV_Assumptions")).toBeNull();
  });

  it("waits while a cell is being edited, and goes on by itself", async () => {
    state.faults.push("InvalidOperationInCellEditMode", "InvalidOperationInCellEditMode");
    await workbook.write([{ sheet: "Sheet1", a1: "A1", values: [[1]] }]);
    expect(waits).toHaveLength(2);
    expect(await workbook.read({ sheet: "Sheet1", a1: "A1" })).toEqual([[1]]);
  });

  it("says so when the cell is still being edited after two seconds", async () => {
    state.faults.push(...new Array<string>(9).fill("InvalidOperationInCellEditMode"));
    await expect(workbook.read({ sheet: "Sheet1", a1: "A1" })).rejects.toThrow(
      /a cell is being edited: press Enter or Esc/,
    );
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(2000);
  });

  it.each([
    ["AccessDenied", /protected or read-only: unprotect/],
    ["ItemNotFound", /renamed or deleted/],
    ["GeneralException", /nothing was written/],
    ["SomethingNew", /Excel says: Excel's own words for SomethingNew/],
  ])("says what %s means, and writes nothing", async (code, words) => {
    state.faults.push(code);
    await expect(
      workbook.write([{ sheet: "Sheet1", a1: "A1", values: [[1]] }]),
    ).rejects.toMatchObject({
      name: "WorkbookError",
      code,
      message: expect.stringMatching(words),
    });
    expect(state.sheets.get("Sheet1")?.size).toBe(0);
  });

  it("says so when the sheet is not there", async () => {
    await expect(workbook.read({ sheet: "Gone", a1: "A1" })).rejects.toMatchObject({
      code: "ItemNotFound",
    });
  });
});
