/* What every host of the port must do. Run by test/host/embeddedWorkbook and test/workbook/officeWorkbook. */
import type { CellValue, Change, Place } from "../../src/workbook/workbookPort";
import { a1Of } from "../../src/workbook/a1";
import type { Host } from "./hosts";

const S = "Sheet1";
/** A name that would become syntax if it were not quoted; Excel allows an apostrophe inside only. */
const HOSTILE = `x'!A1)&WEBSERVICE("…")&'x`;

const values = (sheet: string, a1: string, cells: CellValue[][]): Change => ({
  kind: "values",
  sheet,
  a1,
  values: cells,
});
const formula = (sheet: string, a1: string, words: string): Change => ({
  kind: "formula",
  sheet,
  a1,
  formula: words,
});

/** Declares the tests of the contract for a host. */
export function contract(hostOf: () => Promise<Host>): void {
  let host: Host;
  beforeAll(async () => {
    host = await hostOf();
  });
  beforeEach(() => host.reset());

  const change = async (...changes: Change[]) => {
    await host.port.change(changes);
    await host.book.settle();
  };
  const read = (a1: string, sheet = S) => host.port.read({ sheet, a1 });
  const roundTrip = async (cells: CellValue[][]) => {
    const a1 = a1Of({ row: 2, column: 2, rows: cells.length, columns: cells[0]?.length ?? 0 });
    await change(values(S, a1, cells));
    return read(a1);
  };

  describe("names", () => {
    it("are those of sheets, tables and cells", async () => {
      await change(
        { kind: "addSheet", name: "Other" },
        values("Other", "A1:B2", [
          ["Key", "Value"],
          ["a", 1],
        ]),
        { kind: "addTable", name: "T_One", sheet: "Other", a1: "A1:B2" },
        { kind: "defineName", name: "Some_Cells", sheet: S, a1: "C3:D4" },
      );
      expect(await host.port.names()).toEqual({
        sheets: [S, "Other"],
        tables: ["T_One"],
        names: ["Some_Cells"],
      });
    });

    it("are found without regard to case, each in its own kind", async () => {
      await change(values(S, "A1:B1", [["Key", "Value"]]), {
        kind: "addTable",
        name: "T_One",
        sheet: S,
        a1: "A1:B3",
      });
      await change({ kind: "defineName", name: "Some_Cells", sheet: S, a1: "C3:D4" });
      expect(await host.port.findName("some_CELLS")).toEqual({ sheet: S, a1: "C3:D4" });
      expect(await host.port.findTable("t_ONE")).toEqual({ sheet: S, a1: "A1:B3" });
      expect(await host.port.findName("T_One")).toBeNull();
      expect(await host.port.findTable("Some_Cells")).toBeNull();
      expect(await host.port.findName("Nothing")).toBeNull();
    });

    it("take other cells when they are defined anew, and their formulas follow", async () => {
      await change(
        values(S, "A1:A3", [[1], [2], [4]]),
        { kind: "defineName", name: "Some_Cells", sheet: S, a1: "A1:A2" },
        formula(S, "C1", "=SUM(Some_Cells)"),
      );
      expect(await read("C1")).toEqual([[3]]);
      await change({ kind: "defineName", name: "SOME_cells", sheet: S, a1: "A1:A3" });
      expect(await read("C1")).toEqual([[7]]);
      expect((await host.port.names()).names).toHaveLength(1);
    });
  });

  describe("tables", () => {
    const head = values(S, "B2:C4", [
      ["Key", "Value"],
      ["a", 1],
      ["b", 2],
    ]);
    it("cover more rows when they are resized, and formulas take them by name without heading", async () => {
      await change(
        head,
        { kind: "addTable", name: "T_One", sheet: S, a1: "B2:C3" },
        formula(S, "F1", "=SUM(T_One)"),
      );
      expect(await read("F1")).toEqual([[1]]);
      await change({ kind: "resizeTable", name: "t_one", sheet: S, a1: "B2:C4" });
      expect(await host.port.findTable("T_One")).toEqual({ sheet: S, a1: "B2:C4" });
      expect(await read("F1")).toEqual([[3]]);
    });

    it("go with their sheet, and can be added again", async () => {
      const table: Change[] = [
        { kind: "addSheet", name: "Other" },
        values("Other", "A1:A2", [["Key"], [1]]),
        { kind: "addTable", name: "T_One", sheet: "Other", a1: "A1:A2" },
      ];
      await change(...table);
      const other = host.book.workbook.getSheetByName("Other");
      if (other) host.book.workbook.deleteSheet(other);
      expect((await host.port.names()).tables).toEqual([]);
      expect(await host.port.findTable("T_One")).toBeNull();
      await change(...table, formula(S, "A1", "=SUM(T_One)"));
      expect(await host.port.findTable("T_One")).toEqual({ sheet: "Other", a1: "A1:A2" });
      expect(await read("A1")).toEqual([[1]]);
    });

    it("keep their upper left cell", async () => {
      await change(head, { kind: "addTable", name: "T_One", sheet: S, a1: "B2:C3" });
      const before = await host.everything();
      await expect(
        change({ kind: "resizeTable", name: "T_One", sheet: S, a1: "B3:C4" }),
      ).rejects.toMatchObject({
        name: "WorkbookError",
        message: expect.stringMatching(/stands at B2:C3 of Sheet1.*upper left cell was expected/),
      });
      expect(await host.everything()).toEqual(before);
    });
  });

  describe("values", () => {
    it("come back to the last bit", async () => {
      const numbers = [
        [0.1 + 0.2, 1 / 3, Math.PI, Number.MAX_SAFE_INTEGER],
        [-1e-300, 1.7976931348623157e308, 123456789.123456789, -0.1],
      ];
      expect(await roundTrip(numbers)).toEqual(numbers);
    });

    it("are texts, flags, blanks and zero, each as what it is", async () => {
      const cells = [
        ["a text", true, false, ""],
        ["", 0, "0", " "],
      ];
      expect(await roundTrip(cells)).toEqual(cells);
    });

    it.each([
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "'quoted",
      "\tx",
      "\rx",
      "0012",
      "1e5",
      "12%",
      "TRUE",
      "false",
      "#N/A",
      "Mar 5",
      "SEPT2",
      "2024-01-31",
      "1/2",
      "3:30",
      "$5",
      "(7)",
      "A1",
      "__proto__",
      "<b>x</b>",
    ])("keep the text %j a text", async (text) => {
      expect(await roundTrip([[text, 1]])).toEqual([[text, 1]]);
      // The engine takes a text that spells an error for the error; Excel's cell is what it shows.
      if (text.startsWith("#")) return;
      await change(formula(S, "F1", "=ISTEXT(B2)"));
      expect(await read("F1")).toEqual([[true]]);
    });

    it("may have 32,767 characters, and no more", async () => {
      const longest = "x".repeat(32_767);
      expect(await roundTrip([[longest]])).toEqual([[longest]]);
      await expect(roundTrip([[`${longest}x`]])).rejects.toThrow(/32768 characters; at most 32767/);
    });

    it("that are written as blank are gone, formulas too", async () => {
      await change(values(S, "A1:B1", [[1, 2]]), formula(S, "C1", "=A1+B1"));
      await change(values(S, "A1:C1", [["", "", ""]]));
      expect(await read("A1:C1")).toEqual([["", "", ""]]);
      expect(await host.port.readFormulas({ sheet: S, a1: "A1:C1" })).toEqual([["", "", ""]]);
      expect(await host.port.usedRange(S)).toBeNull();
    });

    it("of 10,000 rows are written by one change", async () => {
      const rows = Array.from({ length: 10_000 }, (_, i) => [i + 0.25, `row ${i}`, i % 2 === 0]);
      await change(values(S, "A1:C10000", rows), formula(S, "E1", "=SUM(A1:A10000)"));
      expect(await read("A9998:C10000")).toEqual(rows.slice(-3));
      expect(await read("E1")).toEqual([[(10_000 * 9_999) / 2 + 2_500]]);
      expect(await host.port.usedRange(S)).toEqual({ sheet: S, a1: "A1:E10000" });
    });
  });

  describe("formulas", () => {
    it("are read back in English, and blanks, texts and numbers beside them as they are", async () => {
      await change(values(S, "A1:B1", [[2, "=1+1"]]), formula(S, "C1", "=SUM(A1,3)"));
      expect(await read("A1:D1")).toEqual([[2, "=1+1", 5, ""]]);
      expect(await host.port.readFormulas({ sheet: S, a1: "A1:D1" })).toEqual([
        [2, "=1+1", "=SUM(A1,3)", ""],
      ]);
    });

    it("spill, and the spilled cells are read as values", async () => {
      await change(
        values(S, "A1:B3", [
          [120, 100],
          [130, 105],
          [140, 90],
        ]),
        formula(S, "D1", "=RV.SPREADGAP(A1:A3,B1:B3)"),
      );
      expect(await read("D1:D4")).toEqual([[20], [25], [50], [""]]);
      expect(await host.port.usedRange(S)).toEqual({ sheet: S, a1: "A1:D3" });
    });

    it("that fail are read as the error's text", async () => {
      await change(formula(S, "A1", "=1/0"), formula(S, "A2", "=NA()"));
      expect(await read("A1:A2")).toEqual([["#DIV/0!"], ["#N/A"]]);
    });

    it.each(["A1", "SUM(1)"])("begin with =, and %j does not", async (words) => {
      await expect(change(formula(S, "A1", words))).rejects.toThrow(/begins with = were expected/);
    });
  });

  it("finds the smallest rectangle that is used", async () => {
    expect(await host.port.usedRange(S)).toBeNull();
    await change(
      values(S, "C5:D6", [
        ["a", ""],
        ["", 3],
      ]),
    );
    expect(await host.port.usedRange("SHEET1")).toEqual({ sheet: S, a1: "C5:D6" });
  });

  it("keeps number formats and looks beside the values", async () => {
    await change(
      values(S, "A1:A2", [[45_000], [0.5]]),
      { kind: "numberFormat", sheet: S, a1: "A1", format: "yyyy-mm-dd" },
      { kind: "style", sheet: S, a1: "A1:A2", style: "input" },
    );
    expect(await read("A1:A2")).toEqual([[45_000], [0.5]]);
    const { sheets } = (await host.everything()) as {
      sheets: { cells: { row: number; format?: string }[] }[];
    };
    expect(sheets[0]?.cells.map(({ row, format }) => [row, format])).toEqual([
      [0, "yyyy-mm-dd"],
      [1, undefined],
    ]);
  });

  it("reads cells that nobody has used yet, far down, as blank", async () => {
    expect(await read("A5000:B5001")).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(await host.port.readFormulas({ sheet: S, a1: "A999:A1002" })).toEqual(
      new Array(4).fill([""]),
    );
  });

  it("makes changes in their order", async () => {
    await change(
      values(S, "A1", [[1]]),
      formula(S, "A1", "=1+1"),
      formula(S, "A2", "=5"),
      values(S, "A2", [[7]]),
    );
    expect(await host.port.readFormulas({ sheet: S, a1: "A1:A2" })).toEqual([["=1+1"], [7]]);
  });

  it("sets widths and frozen rows without touching a cell", async () => {
    await change(
      { kind: "widths", sheet: S, widths: [22, 5] },
      { kind: "freeze", sheet: S, rows: 2, columns: 1 },
    );
    expect(await host.port.usedRange(S)).toBeNull();
    const { startRow, startColumn } = host.book.workbook.getActiveSheet().getFreeze();
    expect({ startRow, startColumn }).toEqual({ startRow: 2, startColumn: 1 });
  });

  it("adds a chart once", async () => {
    const chart = {
      name: "Gap",
      title: "A gap",
      kind: "line" as const,
      source: { sheet: S, a1: "A1:B3" },
      over: { sheet: S, a1: "D1:H10" },
    };
    await change({ kind: "addChart", chart });
    expect(host.charts()).toEqual(["Gap"]);
    expect(host.port.abilities.has("charts")).toBe(true);
  });

  it("reads and writes sheets whose names would be syntax", async () => {
    await change(
      { kind: "addSheet", name: HOSTILE },
      values(HOSTILE, "A1:A2", [[1], [2]]),
      { kind: "defineName", name: "On_Hostile", sheet: HOSTILE, a1: "A1:A2" },
      { kind: "addTable", name: "T_Hostile", sheet: HOSTILE, a1: "A1:A2" },
    );
    expect(await read("A1:A2", HOSTILE)).toEqual([[1], [2]]);
    expect(await host.port.findName("On_Hostile")).toEqual({ sheet: HOSTILE, a1: "A1:A2" });
    expect(await host.port.findTable("T_Hostile")).toEqual({ sheet: HOSTILE, a1: "A1:A2" });
    await host.port.select({ sheet: HOSTILE, a1: "A2" });
    expect(await host.port.selection()).toEqual({ sheet: HOSTILE, a1: "A2" });
  });

  it("calculates over sheets whose names would be syntax", async () => {
    // Without "!": the engine splits a reference at the first one, and says #REF!.
    const sheet = `x')&WEBSERVICE("…")&'x`;
    await change(
      { kind: "addSheet", name: sheet },
      values(sheet, "A1:A2", [[1], [2]]),
      { kind: "defineName", name: "On_Hostile", sheet, a1: "A1:A2" },
      formula(S, "A1", "=SUM(On_Hostile)"),
    );
    expect(await read("A1")).toEqual([[3]]);
  });

  describe("all or nothing:", () => {
    /** What comes before and after the change that fails. */
    const first: Change[] = [
      { kind: "addSheet", name: "New" },
      values("New", "A1", [["new"]]),
      values(S, "A1:B2", [
        [9, 9],
        [9, 9],
      ]),
      formula(S, "C1", "=99"),
      { kind: "numberFormat", sheet: S, a1: "A1:A2", format: "0.00" },
      { kind: "defineName", name: "New_Name", sheet: S, a1: "A1" },
      { kind: "defineName", name: "Old_Name", sheet: S, a1: "B2" },
      { kind: "resizeTable", name: "T_Old", sheet: S, a1: "E1:F3" },
      { kind: "addTable", name: "T_New", sheet: S, a1: "H1:I2" },
    ];
    const last: Change = values(S, "A9", [["written after"]]);
    beforeEach(() =>
      change(
        values(S, "A1:B2", [
          [1, "=text"],
          ["0012", true],
        ]),
        formula(S, "C1", "=A1+1"),
        values(S, "E1:F3", [
          ["Key", "Value"],
          ["a", 1],
          ["", ""],
        ]),
        { kind: "addTable", name: "T_Old", sheet: S, a1: "E1:F2" },
        { kind: "defineName", name: "Old_Name", sheet: S, a1: "A1:A2" },
        formula(S, "D1", "=SUM(Old_Name)"),
      ),
    );

    it.each<[string, Change, RegExp]>([
      ["a sheet that is not there", values("Gone", "A1", [[1]]), /no sheet Gone/],
      ["a sheet that is there", { kind: "addSheet", name: "sheet1" }, /a sheet sheet1 already/],
      ["a sheet's name with :", { kind: "addSheet", name: "a:b" }, /name is "a:b"/],
      [
        "a sheet's name with ' at its end",
        { kind: "addSheet", name: "x'" },
        /apostrophe at either/,
      ],
      ["a sheet's name of 32", { kind: "addSheet", name: "x".repeat(32) }, /1 to 31 characters/],
      [
        "a table that is there",
        { kind: "addTable", name: "t_old", sheet: S, a1: "K1:L2" },
        /t_old is taken/,
      ],
      [
        "a table called as a name is",
        { kind: "addTable", name: "OLD_NAME", sheet: S, a1: "K1:L2" },
        /is taken/,
      ],
      [
        "a table called as a cell is",
        { kind: "addTable", name: "RV1", sheet: S, a1: "K1:L2" },
        /not the name of a cell/,
      ],
      [
        "a name called as a table is",
        { kind: "defineName", name: "T_OLD", sheet: S, a1: "A1" },
        /is taken/,
      ],
      [
        "a name with a blank",
        { kind: "defineName", name: "a b", sheet: S, a1: "A1" },
        /"a b"; letters/,
      ],
      [
        "a table that is gone",
        { kind: "resizeTable", name: "T_Gone", sheet: S, a1: "A1:B2" },
        /T_Gone is not there any more/,
      ],
      [
        "too few values",
        values(S, "A1:B2", [[1, 2]]),
        /1 rows of 2; 2 rows of 2 were expected for A1:B2/,
      ],
      ["ragged values", values(S, "A1:B2", [[1, 2], [3]]), /2 rows of 1/],
      ["a number that is none", values(S, "A1", [[NaN]]), /is NaN; a finite number/],
      ["cells beyond the sheet", values(S, "A1048577", [[1]]), /"A1048577"; a rectangle/],
      ["no cells at all", values(S, "Z", [[1]]), /"Z"; a rectangle/],
      ["a formula for two cells", formula(S, "A1:A2", "=1"), /one cell and a formula/],
      [
        "a chart of nothing",
        {
          kind: "addChart",
          chart: {
            name: "c",
            title: "c",
            kind: "line",
            source: { sheet: "Gone", a1: "A1:B2" },
            over: { sheet: S, a1: "A1:B2" },
          },
        },
        /no sheet Gone/,
      ],
      [
        "a chart of one column",
        {
          kind: "addChart",
          chart: {
            name: "c",
            title: "c",
            kind: "line",
            source: { sheet: S, a1: "A1:A2" },
            over: { sheet: S, a1: "A1:B2" },
          },
        },
        /source is A1:A2/,
      ],
    ])("%s", async (_what, wrong, words) => {
      const before = await host.everything();
      await expect(host.port.change([...first, wrong, last])).rejects.toMatchObject({
        name: "WorkbookError",
        message: expect.stringMatching(words),
      });
      expect(await host.everything()).toEqual(before);
    });

    it("without the wrong one all of them are made", async () => {
      await change(...first, last);
      expect(await read("A1:D2")).toEqual([
        [9, 9, 99, 9],
        [9, 9, "", ""],
      ]);
      expect(await host.port.names()).toEqual({
        sheets: [S, "New"],
        tables: expect.arrayContaining(["T_Old", "T_New"]),
        names: expect.arrayContaining(["Old_Name", "New_Name"]),
      });
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["read", () => host.port.read({ sheet: "Gone", a1: "A1" })],
    ["readFormulas", () => host.port.readFormulas({ sheet: "Gone", a1: "A1" })],
    ["usedRange", () => host.port.usedRange("Gone")],
    ["select", () => host.port.select({ sheet: "Gone", a1: "A1" })],
  ])("%s says so when the sheet is not there", async (_method, call) => {
    await expect(call()).rejects.toMatchObject({
      name: "WorkbookError",
      code: "ItemNotFound",
      message: expect.stringMatching(/renamed or deleted; read the workbook again/),
    });
  });

  describe("events", () => {
    const heard: Place[] = [];
    const listen = (place: Place) => void heard.push(place);
    const quiet = () => new Promise((resolve) => setTimeout(resolve, 50));
    beforeEach(() => {
      heard.length = 0;
    });

    it("tell of changed cells, not of what is calculated from them, until stopped", async () => {
      await change({ kind: "addSheet", name: "Other" }, formula(S, "D1", "=B2*2"));
      const stop = await host.port.onChanged(listen);
      await change(
        values(S, "B2:C3", [
          [1, 2],
          [3, 4],
        ]),
      );
      await change(values("Other", "A1", [["x"]]));
      await quiet();
      expect(await read("D1")).toEqual([[2]]);
      expect(heard).toEqual([
        { sheet: S, a1: "B2:C3" },
        { sheet: "Other", a1: "A1" },
      ]);
      await stop();
      await change(values(S, "A1", [[1]]));
      await quiet();
      expect(heard).toHaveLength(2);
    });

    it("tell of what is selected, until stopped", async () => {
      await change({ kind: "addSheet", name: "Other" });
      const stop = await host.port.onSelected(listen);
      await host.port.select({ sheet: "Other", a1: "B2:C3" });
      await quiet();
      expect(heard.at(-1)).toEqual({ sheet: "Other", a1: "B2:C3" });
      expect(await host.port.selection()).toEqual({ sheet: "Other", a1: "B2:C3" });
      await stop();
      const before = heard.length;
      await host.port.select({ sheet: S, a1: "A1" });
      await quiet();
      expect(heard).toHaveLength(before);
    });
  });
}
