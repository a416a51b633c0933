import "../host/nativeEngine";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { migrated } from "../../src/assumptions/migrations";
import {
  AS_OF_COLUMN,
  newTable,
  SOURCE_COLUMN,
  TABLE_NAME,
  VALUE_COLUMN,
} from "../../src/assumptions/table";
import { renewTable, saveEdits, undoEdits } from "../../src/templates/assumptionEdits";
import { setNames, setTableName } from "../../src/templates/assumptionSets";
import { addTable, openTable, type OpenTable } from "../../src/templates/assumptionsTable";
import type { CellValue } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

describe("the sheet Assumptions", () => {
  let host: Host;
  beforeAll(async () => {
    host = await embeddedHost();
  });
  beforeEach(() => host.reset());

  /** The row of the sheet; the table begins in row 5. */
  const rowOfKey = (table: OpenTable, key: string) =>
    table.cells.findIndex(([cell]) => cell === key) + 5;
  const put = (sheet: string, a1: string, value: CellValue) =>
    host.port.change([{ kind: "values", sheet, a1, values: [[value]] }]);
  const cell = async (table: OpenTable, key: string, column: number) => {
    const { sheet, a1 } = table.place;
    return (await host.port.read({ sheet, a1 }))[rowOfKey(table, key) - 5]?.[column];
  };
  const saved = async (table: OpenTable, edits: Parameters<typeof saveEdits>[2]) => {
    const result = await saveEdits(host.port, table, edits);
    if (result.conflicts.length > 0)
      throw new Error(`conflicts: ${JSON.stringify(result.conflicts)}`);
    return result.table;
  };

  it("is not there in an empty workbook, and is added with what was entered", async () => {
    expect(await openTable(host.port)).toBeNull();
    const table = await addTable(host.port, newTable(new Map([["corpOas", 70]])));
    expect(table.problems).toEqual([]);
    expect(table.values.get("corpOas")).toBe(70);
    expect(table.values.get("mbsOas")).toBe(12);
    expect(table.place).toEqual({
      sheet: "Assumptions",
      a1: `B5:H${ASSUMPTION_KEYS.length + 5}`,
    });
  });

  it("says what each key is, and how many rows are examples", async () => {
    const { cells } = await addTable(host.port, newTable(new Map([["corpOas", 70]])));
    await host.book.settle();
    const read = (a1: string) => host.port.read({ sheet: "Assumptions", a1 });
    const words = new Map(
      (await read(`A6:B${cells.length + 4}`)).map(([label, key]) => [key, label] as const),
    );
    for (const { key, label } of ASSUMPTION_KEYS)
      expect([key, words.get(key)]).toEqual([key, label]);
    const examples = cells.filter((row) => String(row[SOURCE_COLUMN]).startsWith("ILLUSTRATIVE"));
    expect(examples.length).toBeGreaterThan(5);
    expect(await read("A2")).toEqual([
      [
        `${examples.length} of ${ASSUMPTION_KEYS.length} rows are examples: put your own in their place.`,
      ],
    ]);
  });

  it("takes another sheet when one of that name is there, and writes nothing on it", async () => {
    await host.port.change([{ kind: "addSheet", name: "ASSUMPTIONS" }]);
    await put("ASSUMPTIONS", "A1", "mine");
    expect((await addTable(host.port)).place.sheet).toBe("Assumptions 2");
    expect(await host.port.usedRange("ASSUMPTIONS")).toEqual({ sheet: "ASSUMPTIONS", a1: "A1" });
  });

  it.each(["table", "name"])(
    "refuses a name that a %s has, in any case, in words",
    async (kind) => {
      const place = { sheet: "Sheet1", a1: "A1:B2" };
      await host.port.change([
        kind === "name"
          ? { kind: "defineName", name: "rv_assumptions", ...place }
          : { kind: "addTable", name: "rv_assumptions", ...place },
      ]);
      const before = await host.everything();
      await expect(addTable(host.port)).rejects.toMatchObject({
        code: "ItemAlreadyExists",
        message: expect.stringMatching(/RV_Assumptions is taken.*delete or rename.*Name Manager/),
      });
      expect(await host.everything()).toEqual(before);
    },
  );

  it("feeds the formulas that take it by name", async () => {
    const table = await addTable(host.port);
    await host.port.change([
      {
        kind: "formula",
        sheet: "Sheet1",
        a1: "A1",
        formula: `=VLOOKUP("corpOas",${TABLE_NAME},2,FALSE)`,
      },
    ]);
    await saved(table, new Map([["corpOas", 75]]));
    await host.book.settle();
    expect(await host.port.read({ sheet: "Sheet1", a1: "A1" })).toEqual([[75]]);
  });

  it("saves edits into their cells alone, and says where they come from", async () => {
    const table = await addTable(host.port);
    await put("Assumptions", `H${rowOfKey(table, "corpOas")}`, "my as-of");
    const once = await saved(table, new Map([["corpOas", 75]]));
    expect(once.values.get("corpOas")).toBe(75);
    expect(await cell(once, "corpOas", SOURCE_COLUMN)).toBe("entered in the pane");
    expect(await cell(once, "corpOas", 6)).toBe("my as-of");
    const others = (one: OpenTable) => one.cells.filter(([key]) => key !== "corpOas");
    expect(others(once)).toEqual(others(table));
    const reset = await saved(once, new Map([["corpOas", null]]));
    expect(reset.values.get("corpOas")).toBe(62);
    expect(await cell(reset, "corpOas", SOURCE_COLUMN)).toMatch(/ILLUSTRATIVE/);
  });

  it("saves all edits by one change, which is one step of undo", async () => {
    const table = await addTable(host.port);
    const before = await host.everything();
    const edits = new Map([
      ["corpOas", 75],
      ["mbsOas", 10],
      ["ust10", 0.04],
    ]);
    await saved(table, edits);
    expect(await host.everything()).not.toEqual(before);
    host.book.workbook.undo();
    expect(await host.everything()).toEqual(before);
  });

  it("writes nothing when an edited cell was changed meanwhile, and says what it is now", async () => {
    const table = await addTable(host.port);
    await put("Assumptions", `C${rowOfKey(table, "corpOas")}`, 99);
    await put("Assumptions", `B${rowOfKey(table, "funding")}`, "# gone");
    const before = await host.everything();
    const edits = new Map([
      ["corpOas", 75],
      ["mbsOas", 10],
      ["funding", 0.05],
    ]);
    expect(await saveEdits(host.port, table, edits)).toMatchObject({
      conflicts: [
        { key: "corpOas", theirs: 99 },
        { key: "funding", theirs: null },
      ],
    });
    expect(await host.everything()).toEqual(before);
  });

  it("gives levels of the market the day of the assumptions, and others none", async () => {
    const table = await addTable(host.port, newTable(new Map([["asOf", 46_037]])));
    expect(await cell(table, "mbsOas", AS_OF_COLUMN)).toBe("");
    const edits = new Map([
      ["mbsOas", 30],
      ["pd", 0.002],
    ]);
    const now = await saved(table, edits);
    expect(now.days).toEqual(new Map([["mbsOas", 46_037]]));
    expect(await cell(now, "pd", AS_OF_COLUMN)).toBe("");
    // A later day of the data leaves the entered level at its own.
    const later = await saved(now, new Map([["asOf", 46_063]]));
    expect(later.days.get("mbsOas")).toBe(46_037);
    const moved = await saveEdits(host.port, later, new Map([["corpOas", 70]]), { day: 46_060 });
    expect(moved.table.days.get("corpOas")).toBe(46_060);
    expect(await cell(moved.table, "mbsOas", AS_OF_COLUMN)).toBe(46_037);
  });

  it("takes a save back with its sources and days", async () => {
    const table = await addTable(host.port, newTable(new Map([["asOf", 46_037]])));
    const edits = new Map<string, number | null>([
      ["mbsOas", 30],
      ["corpOas", 70],
    ]);
    const now = await saved(table, edits);
    expect(now.provenance("mbsOas")).toBe("yours");
    const { table: back, conflicts } = await undoEdits(host.port, now, table, edits.keys());
    expect(conflicts).toEqual([]);
    expect(back.cells).toEqual(table.cells);
    expect(back.provenance("mbsOas")).toBe("example");
    await put("Assumptions", `C${rowOfKey(back, "corpOas")}`, 99);
    expect((await undoEdits(host.port, back, now, ["corpOas"])).conflicts).toEqual([
      { key: "corpOas", theirs: 99 },
    ]);
  });

  it("does not ask about cells that were changed but are not edited", async () => {
    const table = await addTable(host.port);
    await put("Assumptions", `C${rowOfKey(table, "corpOas")}`, 99);
    const now = await saved(table, new Map([["mbsOas", 10]]));
    expect(now.values.get("corpOas")).toBe(99);
    expect(now.values.get("mbsOas")).toBe(10);
  });

  it("adds a key that the table lost, below it, and refuses to write over what stands there", async () => {
    const added = await addTable(host.port);
    await put("Assumptions", `B${rowOfKey(added, "corpOas")}`, "# mine");
    const table = (await openTable(host.port)) ?? added;
    const below = added.cells.length + 5;
    await put("Assumptions", `D${below}`, "note");
    const before = await host.everything();
    await expect(saveEdits(host.port, table, new Map([["corpOas", 75]]))).rejects.toThrow(
      new RegExp(`cells B${below}:H${below} next to the table RV_Assumptions are not empty`),
    );
    expect(await host.everything()).toEqual(before);
    await put("Assumptions", `D${below}`, "");
    const now = await saved(table, new Map([["corpOas", 75]]));
    expect(now.values.get("corpOas")).toBe(75);
    expect(now.place.a1).toBe(`B5:H${below}`);
  });

  it("says so when the table was deleted, and keeps slips with their rows", async () => {
    const table = await addTable(host.port);
    await put("Assumptions", `C${rowOfKey(table, "ust10")}`, 4.23);
    expect((await openTable(host.port))?.problems).toEqual([
      { row: rowOfKey(table, "ust10") - 5, message: expect.stringMatching(/ust10 is 4\.23/) },
    ]);
    host.book.workbook.getDefinedName(TABLE_NAME)?.delete();
    await expect(saveEdits(host.port, table, new Map([["corpOas", 75]]))).rejects.toThrow(
      /RV_Assumptions is not there any more: it was renamed or deleted/,
    );
  });

  describe("of layout 0", () => {
    const rows = [
      ["key", "value"],
      ["corpOas", 70],
      ["my own", "kept"],
    ];
    beforeEach(() =>
      host.port.change([
        { kind: "values", sheet: "Sheet1", a1: "C4:D6", values: rows },
        { kind: "addTable", name: TABLE_NAME, sheet: "Sheet1", a1: "C4:D6" },
      ]),
    );

    it("becomes one of today's where it stands", async () => {
      const old = await openTable(host.port);
      const cells = old && migrated(old.cells);
      if (!old || !cells) throw new Error("the table is not of layout 0");
      const renewed = await renewTable(host.port, old, cells);
      expect(renewed.place).toEqual({
        sheet: "Sheet1",
        a1: `C4:I${4 + ASSUMPTION_KEYS.length + 1}`,
      });
      expect(renewed.values.get("corpOas")).toBe(70);
      expect(renewed.cells.at(-1)?.slice(0, 2)).toEqual(["my own", "kept"]);
      expect(migrated(renewed.cells)).toBeNull();
    });

    it.each(["E4", "C20", "I30"])("is left when %s, which it needs, is not empty", async (a1) => {
      await put("Sheet1", a1, "mine");
      const old = await openTable(host.port);
      const before = await host.everything();
      if (!old) throw new Error("no table");
      await expect(renewTable(host.port, old, migrated(old.cells) ?? [])).rejects.toMatchObject({
        code: "NonBlankCell",
        message: expect.stringMatching(
          /next to the table RV_Assumptions are not empty, and it needs them/,
        ),
      });
      expect(await host.everything()).toEqual(before);
    });

    it("saves an edit of a known key without columns that it has not", async () => {
      const old = await openTable(host.port);
      if (!old) throw new Error("no table");
      const now = await saved(old, new Map([["corpOas", 75]]));
      expect(now.cells).toEqual([rows[0], ["corpOas", 75], rows[2]]);
      expect(now.cells[1]?.[VALUE_COLUMN]).toBe(75);
    });
  });

  describe("in sets", () => {
    it("are the tables that begin with its name, the base set first", async () => {
      await addTable(host.port, undefined, setTableName("bull"));
      await addTable(host.port);
      await addTable(host.port, undefined, setTableName("Bär_2"));
      await host.port.change([
        { kind: "addTable", name: "RV_AssumptionsOld", sheet: "Sheet1", a1: "A1:B2" },
      ]);
      expect(await setNames(host.port)).toEqual([
        "RV_Assumptions",
        "RV_Assumptions_bull",
        "RV_Assumptions_Bär_2",
      ]);
      const { sheets } = await host.port.names();
      expect(sheets).toEqual(["Sheet1", "Assumptions bull", "Assumptions", "Assumptions Bär_2"]);
    });

    it("have names of letters, digits and underscores", () => {
      expect(setTableName(" bull ")).toBe("RV_Assumptions_bull");
    });

    it.each(["", " ", "a b", "a-b", "a!b", "'", "x".repeat(41), "=1", "a\nb"])(
      "refuse the name %j",
      (name) => {
        expect(() => setTableName(name)).toThrow(
          /it must be up to 40 letters, digits and underscores/,
        );
      },
    );
  });
});
