/* Names of sheets, tables and cells. */
import type { Change } from "../../../src/workbook/workbookPort";
import { formula, S, values, type Bench } from "./bench";

/** @param bench - A host at work. */
export function namesContract(bench: Bench): void {
  const { change, read } = bench;
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
      expect(await bench.host().port.names()).toEqual({
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
      expect(await bench.host().port.findName("some_CELLS")).toEqual({ sheet: S, a1: "C3:D4" });
      expect(await bench.host().port.findTable("t_ONE")).toEqual({ sheet: S, a1: "A1:B3" });
      expect(await bench.host().port.findName("T_One")).toBeNull();
      expect(await bench.host().port.findTable("Some_Cells")).toBeNull();
      expect(await bench.host().port.findName("Nothing")).toBeNull();
    });

    it("take other cells when they are defined again, and their formulas follow", async () => {
      await change(
        values(S, "A1:A3", [[1], [2], [4]]),
        { kind: "defineName", name: "Some_Cells", sheet: S, a1: "A1:A2" },
        formula(S, "C1", "=SUM(Some_Cells)"),
      );
      expect(await read("C1")).toEqual([[3]]);
      await change({ kind: "defineName", name: "SOME_cells", sheet: S, a1: "A1:A3" });
      expect(await read("C1")).toEqual([[7]]);
      expect((await bench.host().port.names()).names).toHaveLength(1);
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
      expect(await bench.host().port.findTable("T_One")).toEqual({ sheet: S, a1: "B2:C4" });
      expect(await read("F1")).toEqual([[3]]);
    });

    it("go with their sheet, and can be added again", async () => {
      const table: Change[] = [
        { kind: "addSheet", name: "Other" },
        values("Other", "A1:A2", [["Key"], [1]]),
        { kind: "addTable", name: "T_One", sheet: "Other", a1: "A1:A2" },
      ];
      await change(...table);
      const other = bench.host().book.workbook.getSheetByName("Other");
      if (other) bench.host().book.workbook.deleteSheet(other);
      expect((await bench.host().port.names()).tables).toEqual([]);
      expect(await bench.host().port.findTable("T_One")).toBeNull();
      await change(...table, formula(S, "A1", "=SUM(T_One)"));
      expect(await bench.host().port.findTable("T_One")).toEqual({ sheet: "Other", a1: "A1:A2" });
      expect(await read("A1")).toEqual([[1]]);
    });

    it("keep their upper left cell", async () => {
      await change(head, { kind: "addTable", name: "T_One", sheet: S, a1: "B2:C3" });
      const before = await bench.host().everything();
      await expect(
        change({ kind: "resizeTable", name: "T_One", sheet: S, a1: "B3:C4" }),
      ).rejects.toMatchObject({
        name: "WorkbookError",
        message: expect.stringMatching(/stands at B2:C3 of Sheet1.*upper left cell/),
      });
      expect(await bench.host().everything()).toEqual(before);
    });
  });
}
