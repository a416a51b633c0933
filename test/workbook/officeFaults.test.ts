/*
 * What Excel may answer instead of doing it. Codes and their meaning: Microsoft Learn, "Error handling
 * with the application-specific JavaScript APIs", table "Error codes and messages". A batch that fails
 * keeps what came before the failure, as Excel does; the whole workbook is compared afterwards.
 */
import "../host/nativeEngine";
import { keyNamed } from "../../src/assumptions/assumptions";
import { saveEdits } from "../../src/templates/assumptionEdits";
import { addTable, openTable } from "../../src/templates/assumptionsTable";
import { CHART_COLORS } from "../../src/workbook/cellLooks";
import type { CellValue, Change } from "../../src/workbook/workbookPort";
import { officeHost, type OfficeHost } from "./hosts";

const EDIT_MODE = "InvalidOperationInCellEditMode";

const values = (sheet: string, a1: string, cells: CellValue[][]): Change => ({
  kind: "values",
  sheet,
  a1,
  values: cells,
});

describe("what Excel may answer", () => {
  let host: OfficeHost;
  beforeAll(async () => {
    host = await officeHost();
  });
  /** A workbook with a bit of everything. */
  beforeEach(async () => {
    await host.reset();
    await host.port.change([
      { kind: "addSheet", name: "Data" },
      values("Data", "A1:B3", [
        ["Key", "Value"],
        ["=a", "0012"],
        ["", ""],
      ]),
      { kind: "formula", sheet: "Data", a1: "D1", formula: "=SEQUENCE(2)" },
      { kind: "formula", sheet: "Data", a1: "E1", formula: "=1/0" },
      { kind: "numberFormat", sheet: "Data", a1: "E2", format: "0.0" },
      { kind: "addTable", name: "T_Data", sheet: "Data", a1: "A1:B2" },
      { kind: "defineName", name: "Old_Name", sheet: "Data", a1: "A1" },
    ]);
  });

  /** Touches everything that can be touched. */
  const all: Change[] = [
    { kind: "addSheet", name: "New" },
    values("New", "A1", [["x"]]),
    { kind: "addTable", name: "T_New", sheet: "New", a1: "A1:A2" },
    values("Data", "A2:B3", [
      ["b", 2],
      ["c", 3],
    ]),
    { kind: "formula", sheet: "Data", a1: "D1", formula: "=7" },
    { kind: "formula", sheet: "Data", a1: "E1", formula: "=8" },
    { kind: "numberFormat", sheet: "Data", a1: "E1:E2", format: "0.00" },
    { kind: "resizeTable", name: "T_Data", sheet: "Data", a1: "A1:B3" },
    { kind: "addTable", name: "T_More", sheet: "Data", a1: "H1:I2" },
    { kind: "defineName", name: "Old_Name", sheet: "Data", a1: "B2" },
    { kind: "defineName", name: "New_Name", sheet: "Data", a1: "B3" },
    {
      kind: "addChart",
      chart: {
        name: "Gap",
        title: "A gap",
        kind: "line",
        source: { sheet: "Data", a1: "A1:B3" },
        over: { sheet: "Data", a1: "K1:P9" },
      },
    },
    values("Sheet1", "A1", [["last"]]),
  ];

  async function refused(changes: readonly Change[]): Promise<{ code: string; message: string }> {
    const before = await host.everything();
    const error = await host.port.change(changes).then(
      () => {
        throw new Error("the change was made");
      },
      (reason: unknown) => reason as Error & { code: string },
    );
    host.state.isReadOnly = false;
    expect(await host.everything()).toEqual(before);
    expect(error.name).toBe("WorkbookError");
    return error;
  }

  it("nothing: then everything is there", async () => {
    await host.port.change(all);
    expect(await host.port.names()).toMatchObject({
      sheets: ["Sheet1", "Data", "New"],
      tables: expect.arrayContaining(["T_Data", "T_New", "T_More"]),
      names: expect.arrayContaining(["Old_Name", "New_Name"]),
    });
    expect(host.state.charts).toEqual([
      {
        id: expect.any(String),
        sheet: "Data",
        name: "Gap",
        title: "A gap",
        type: "Line",
        looks: [{ color: CHART_COLORS[0] }],
        lines: "B1:B3",
        x: ["A2:A3"],
        over: "K1:P9",
      },
    ]);
  });

  it("asks Excel three times for a change: names, what is overwritten, the change", async () => {
    const before = host.requests();
    await host.port.change(all.filter(({ kind }) => kind !== "addSheet").slice(2));
    // And one by which the client lets go of what it referred to.
    expect(host.requests() - before).toBe(4);
  });

  it.each([
    "WorksheetCollection.add",
    "TableCollection.add",
    "Table.name",
    "Table.resize",
    "Range.values",
    "Range.formulas",
    "Range.numberFormat",
    "NamedItem.formula",
    "NamedItemCollection.add",
    "ChartCollection.add",
    "Chart.name",
    "ChartTitle.text",
    "ChartSeries.setXAxisValues",
    "Chart.setPosition",
  ])("a failure in the middle, at %s: nothing half-written stays", async (action) => {
    host.faults.actions.set(action, "GeneralException");
    expect((await refused(all)).message).toMatch(/^Excel could not do it\. Try again/);
    expect(host.faults.actions.size).toBe(0);
  });

  it("a failure that cannot be taken back is said", async () => {
    host.faults.actions.set("Chart.setPosition", "GeneralException");
    host.faults.actions.set("Table.convertToRange", "AccessDenied");
    await expect(host.port.change(all)).rejects.toThrow(
      /A part may have been written and could not be taken back \(the sheet or the workbook is protected.*Ctrl\+Z/,
    );
  });

  it("looks that stay are said", async () => {
    host.faults.actions.set("Range.values", "GeneralException");
    await expect(
      host.port.change([
        { kind: "style", sheet: "Data", a1: "A1", style: "title" },
        values("Data", "A2", [[1]]),
      ]),
    ).rejects.toThrow(/contents are as before; not taken back: the look of A1 on Data/);
  });

  it("a sheet that was renamed", async () => {
    host.book.workbook.getSheetByName("Data")?.setName("Renamed");
    expect(await refused(all)).toMatchObject({
      code: "ItemNotFound",
      message: expect.stringMatching(/no sheet Data: it was renamed or deleted/),
    });
  });

  it("a sheet that goes while it is written", async () => {
    host.faults.actions.set("Range.values", "ItemNotFound");
    expect((await refused(all)).code).toBe("ItemNotFound");
  });

  it("a table that was deleted", async () => {
    host.book.workbook.getDefinedName("T_Data")?.delete();
    expect((await refused(all)).message).toMatch(/table T_Data is not there any more/);
  });

  it("a protected sheet, before anything is written", async () => {
    host.state.protectedSheets.add("Data");
    expect(await refused(all)).toMatchObject({
      code: "AccessDenied",
      message: expect.stringMatching(/sheet Data is protected: unprotect it/),
    });
  });

  it("a protected structure, when a sheet is to be added", async () => {
    host.state.isStructureProtected = true;
    expect((await refused(all)).message).toMatch(
      /structure is protected and no sheet can be added/,
    );
    await host.port.change([values("Data", "A9", [[1]])]);
  });

  it.each([[all], [all.slice(3, 6)]])("a read-only file", async (changes) => {
    host.state.isReadOnly = true;
    expect(await refused(changes)).toMatchObject({
      code: "AccessDenied",
      message: expect.stringMatching(
        /^the sheet or the workbook is protected or read-only.*try again$/,
      ),
    });
  });

  it.each([
    ["before it looks", [EDIT_MODE, EDIT_MODE], [100, 300]],
    ["between looking and writing", ["", "", EDIT_MODE], [100]],
  ])(
    "a cell that is being edited %s: it waits, and goes on by itself",
    async (_when, codes, waits) => {
      host.faults.requests.push(...codes);
      await host.port.change([values("Data", "A9", [["written"]])]);
      expect(host.waits).toEqual(waits);
      expect(await host.port.read({ sheet: "Data", a1: "A9" })).toEqual([["written"]]);
    },
  );

  it("a cell that is still being edited after two seconds", async () => {
    host.faults.requests.push(...new Array<string>(5).fill(EDIT_MODE));
    expect((await refused(all)).message).toBe(
      "a cell is being edited: press Enter or Esc in the sheet, then try again",
    );
    expect(host.waits.reduce((sum, wait) => sum + wait, 0)).toBe(2000);
  });

  it("more cells than Excel gives at once: they are not asked for", async () => {
    const asked = host.requests();
    const place = { sheet: "Data", a1: "A1:E1000001" };
    const words =
      "A1:E1000001 on Data has more cells than Excel gives at once; it must have at most 5,000,000";
    await expect(host.port.read(place)).rejects.toThrow(words);
    await expect(host.port.readFormulas(place)).rejects.toThrow(words);
    expect(host.requests()).toBe(asked);
  });

  it("a code that is not known: Excel's own words", async () => {
    host.faults.actions.set("Range.values", "SomethingNew");
    expect(await refused(all)).toMatchObject({
      code: "SomethingNew",
      message: "Excel says: Excel's own words for SomethingNew",
    });
  });

  it("cells that a result spills into are not written over in part", async () => {
    expect((await refused([values("Data", "C2:D2", [[1, 2]])])).message).toMatch(
      /C2:D2 of Data hold a result that spills into them/,
    );
  });

  it("what the double does not offer fails, in Microsoft's client, by ApiNotFound", async () => {
    const { Excel: client } = globalThis as unknown as { Excel: typeof Excel };
    const run = client.run(async (context) => {
      context.workbook.worksheets.getItem("Data").getRange("A1").clear();
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  describe("two writers", () => {
    const oas = keyNamed("corpOas").key;
    const mbs = keyNamed("mbsOas").key;
    const rowOfKey = (cells: readonly (readonly CellValue[])[], key: string) =>
      cells.findIndex(([cell]) => cell === key) + 5;

    it("a cell that somebody else changed is asked about, and nothing is written", async () => {
      const table = await addTable(host.port);
      await host.port.change([values(table.place.sheet, `C${rowOfKey(table.cells, oas)}`, [[99]])]);
      const before = await host.everything();
      const edits = new Map([
        [oas, 75],
        [mbs, 10],
      ]);
      expect(await saveEdits(host.port, table, edits)).toMatchObject({
        conflicts: [{ key: oas, theirs: 99 }],
      });
      expect(await host.everything()).toEqual(before);
    });

    it("a table that somebody deleted is said, and nothing is written", async () => {
      const table = await addTable(host.port);
      host.book.workbook.getDefinedName("RV_Assumptions")?.delete();
      const before = await host.everything();
      await expect(saveEdits(host.port, table, new Map([[oas, 75]]))).rejects.toThrow(
        /RV_Assumptions is not there any more: it was renamed or deleted/,
      );
      expect(await host.everything()).toEqual(before);
    });

    it("a sheet that somebody adds meanwhile stays theirs, and ours goes again", async () => {
      const theirs = () => {
        const sheet = host.book.workbook.create("New", 1000, 26);
        sheet.getRange("A1").setValue("theirs");
        return sheet;
      };
      const sheet = theirs();
      const withTheirs = await host.everything();
      host.book.workbook.deleteSheet(sheet);
      await host.book.settle();

      host.faults.meanwhile.set("WorksheetCollection.add", theirs);
      const change = host.port.change([{ kind: "addSheet", name: "Ours" }, ...all]);
      await expect(change).rejects.toMatchObject({ code: "ItemAlreadyExists" });
      expect(await host.everything()).toEqual(withTheirs);
    });

    it("saves the edits once nobody else has changed them", async () => {
      const table = await addTable(host.port);
      await saveEdits(host.port, table, new Map([[oas, 75]]));
      expect((await openTable(host.port))?.values.get(oas)).toBe(75);
    });
  });
});

describe("Excel's own undo", () => {
  const change: readonly Change[] = [values("Sheet1", "A1", [["written"]])];

  it("has a change as one step where this Excel groups them, and reading is none", async () => {
    const host = await officeHost(true);
    await host.port.change(change);
    await host.port.read({ sheet: "Sheet1", a1: "A1" });
    expect(host.undoGroups).toEqual([true, false]);
  });

  it("is not asked for it in an Excel that does not", async () => {
    const host = await officeHost();
    await host.port.change(change);
    expect(host.undoGroups).toEqual([false]);
  });

  it("is left where it cannot have a change, and the change is made", async () => {
    const host = await officeHost(true);
    host.faults.actions.set("Range.values", "UndoNotSupported");
    await host.port.change([{ kind: "addSheet", name: "Mine" }, ...change]);
    expect((await host.port.names()).sheets).toEqual(["Sheet1", "Mine"]);
    expect(await host.port.read({ sheet: "Sheet1", a1: "A1" })).toEqual([["written"]]);
    expect(host.undoGroups.slice(0, 1)).toEqual([true]);
    expect(host.undoGroups.slice(1)).not.toContain(true);
  });
});
