import { addTable, openTable, saveEdits } from "../../src/templates/assumptionsTable";
import { officeWorkbook } from "../../src/workbook/officeWorkbook";
import { emptyWorkbook, excelDouble, type DoubleState } from "../support/excelDouble";

describe("the sheet Assumptions", () => {
  let state: DoubleState;
  const workbook = officeWorkbook(() => Promise.resolve());
  beforeEach(() => {
    state = emptyWorkbook();
    Object.assign(globalThis, { Excel: excelDouble(state) });
  });
  const cell = (row: number, column: number) =>
    state.sheets.get("Assumptions")?.get(`${row},${column}`);
  const rowOfKey = (key: string) => {
    for (const [place, value] of state.sheets.get("Assumptions") ?? [])
      if (value === key) return Number(place.split(",")[0]);
    throw new Error(`no ${key}`);
  };

  it("is not there in an empty workbook, and is added with what was entered", async () => {
    expect(await openTable(workbook)).toBeNull();
    const table = await addTable(workbook, new Map([["corpOas", 70]]));
    expect(table.problems).toEqual([]);
    expect(table.values.get("corpOas")).toBe(70);
    expect(table.values.get("mbsOas")).toBe(12);
    expect(state.tables.get("RV_Assumptions")?.sheet).toBe("Assumptions");
  });

  it("takes another sheet when one of that name is there, and writes nothing on it", async () => {
    state.sheets.set("ASSUMPTIONS", new Map([["1,1", "mine"]]));
    expect((await addTable(workbook, new Map())).place.sheet).toBe("Assumptions 2");
    expect(state.sheets.get("ASSUMPTIONS")?.size).toBe(1);
  });

  it("refuses a name that is taken, in words", async () => {
    state.names.push("rv_assumptions");
    await expect(addTable(workbook, new Map())).rejects.toThrow(
      /taken by a defined name: delete or rename/,
    );
    expect(state.sheets.size).toBe(1);
  });

  it("saves edits into their cells alone, and says where they come from", async () => {
    const table = await addTable(workbook, new Map());
    const row = rowOfKey("corpOas");
    state.sheets.get("Assumptions")?.set(`${row},7`, "my as-of");
    const saved = await saveEdits(workbook, table, new Map([["corpOas", 75]]));
    expect(saved.values.get("corpOas")).toBe(75);
    expect(cell(row, 6)).toBe("entered in the pane");
    expect(cell(row, 7)).toBe("my as-of");
    const reset = await saveEdits(workbook, saved, new Map([["corpOas", null]]));
    expect(reset.values.get("corpOas")).toBe(62);
    expect(cell(row, 6)).toMatch(/ILLUSTRATIVE/);
  });

  it("saves once: one synchronisation writes all edits", async () => {
    const table = await addTable(workbook, new Map());
    const before = state.syncs;
    await saveEdits(
      workbook,
      table,
      new Map([
        ["corpOas", 75],
        ["mbsOas", 10],
        ["ust10", 0.04],
      ]),
    );
    // Find, place and read the table before and after (3 each), and one write.
    expect(state.syncs - before).toBe(7);
  });

  it("writes nothing when an edited cell was changed in the sheet meanwhile", async () => {
    const table = await addTable(workbook, new Map());
    state.sheets.get("Assumptions")?.set(`${rowOfKey("corpOas")},2`, 99);
    await expect(
      saveEdits(
        workbook,
        table,
        new Map([
          ["corpOas", 75],
          ["mbsOas", 10],
        ]),
      ),
    ).rejects.toMatchObject({
      code: "Conflict",
      message: expect.stringMatching(/corpOas is now 99; nothing was written/),
    });
    expect(cell(rowOfKey("mbsOas"), 2)).toBe(12);
  });

  it("adds a key that the table lost, below it, and refuses to write over what stands there", async () => {
    const table = await addTable(workbook, new Map());
    const sheet = state.sheets.get("Assumptions");
    const row = rowOfKey("corpOas");
    sheet?.set(`${row},1`, "# mine");
    const read = await openTable(workbook);
    const last = Number(table.place.a1.split("G")[1]);
    sheet?.set(`${last + 1},3`, "note");
    await expect(saveEdits(workbook, read ?? table, new Map([["corpOas", 75]]))).rejects.toThrow(
      /below the table are not empty/,
    );
    sheet?.delete(`${last + 1},3`);
    const saved = await saveEdits(workbook, read ?? table, new Map([["corpOas", 75]]));
    expect(saved.values.get("corpOas")).toBe(75);
    expect(saved.place.a1).toBe(`A1:G${last + 1}`);
  });

  it("says so when the table was deleted, and keeps slips with their rows", async () => {
    const table = await addTable(workbook, new Map());
    state.sheets.get("Assumptions")?.set(`${rowOfKey("ust10")},2`, 4.23);
    expect((await openTable(workbook))?.problems).toEqual([
      { row: 7, message: expect.stringMatching(/ust10 is 4\.23/) },
    ]);
    state.tables.delete("RV_Assumptions");
    await expect(saveEdits(workbook, table, new Map([["corpOas", 75]]))).rejects.toThrow(
      /renamed or deleted/,
    );
  });
});
