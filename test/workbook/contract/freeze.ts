/* Spills, and formulas that become what they show. */
import type { BookStyle } from "../../../src/workbook/bookStyle";
import { freezeSelection, MOST_CELLS } from "../../../src/workbook/freeze";
import { formula, S, values, type Bench } from "./bench";

const LEGS = [
  [120, 100],
  [130, 105],
  [140, 90],
];

/** @param bench - A host at work. */
export function freezeContract(bench: Bench): void {
  const { change, read } = bench;
  const port = () => bench.host().port;
  const formulas = (a1: string) => port().readFormulas({ sheet: S, a1 });
  const freeze = async (a1: string) => {
    await port().select({ sheet: S, a1 });
    const frozen = await freezeSelection(port());
    await bench.host().book.settle();
    return frozen;
  };
  const spill = () =>
    change(values(S, "A1:B3", LEGS), formula(S, "D1", "=RV.SPREADGAP(A1:A3,B1:B3)"));

  describe("spills", () => {
    it.each(["D1", "D2", "D3:E9", "A1:F9", "C3:D3"])("are found from %s", async (a1) => {
      await spill();
      expect(await port().spills({ sheet: S, a1 })).toEqual([{ sheet: S, a1: "D1:D3" }]);
    });

    it("are not found elsewhere, nor where a formula gives one value", async () => {
      await spill();
      await change(formula(S, "F1", "=SUM(A1:A3)"));
      expect(await port().spills({ sheet: S, a1: "E1:F4" })).toEqual([]);
      expect(await port().spills({ sheet: S, a1: "D4" })).toEqual([]);
    });
  });

  describe("freezing the selection", () => {
    it("keeps what the formulas show at full precision, and what stands beside them", async () => {
      await change(
        values(S, "A1:A2", [[3], ["=1+1"]]),
        formula(S, "B1", "=1/A1"),
        formula(S, "B2", '="="&"A1"'),
        formula(S, "B3", "=A1>2"),
        formula(S, "B4", "=NA()*1"),
        formula(S, "B5", "=DATE(2024,1,5)"),
        { kind: "numberFormat", sheet: S, a1: "B5", format: "yyyy-mm-dd" },
      );
      expect(await freeze("A1:B5")).toEqual({ place: { sheet: S, a1: "A1:B5" }, formulas: 5 });
      expect(await formulas("A1:B5")).toEqual([
        [3, 1 / 3],
        ["=1+1", "=A1"],
        ["", true],
        ["", "=NA()"],
        ["", 45_296],
      ]);
      expect(await read("B1:B5")).toEqual([[1 / 3], ["=A1"], [true], ["#N/A"], [45_296]]);
      await change(values(S, "A1", [[4]]));
      expect(await read("B1")).toEqual([[1 / 3]]);
      const { sheets } = (await bench.host().everything()) as {
        sheets: { cells: { row: number; style?: BookStyle }[] }[];
      };
      expect(sheets[0]?.cells.find(({ row }) => row === 4)?.style?.numberFormat).toBe("yyyy-mm-dd");
    });

    it("freezes a result that spills, with all its cells", async () => {
      await spill();
      expect(await freeze("C1:D4")).toEqual({ place: { sheet: S, a1: "C1:D4" }, formulas: 1 });
      expect(await formulas("D1:D4")).toEqual([[20], [25], [50], [""]]);
      expect(await port().spills({ sheet: S, a1: "D1:D4" })).toEqual([]);
      await change(values(S, "A1", [[999]]));
      expect(await read("D1:D4")).toEqual([[20], [25], [50], [""]]);
    });

    it.each(["D1:D2", "D2:D3", "A2:E9"])("refuses %s, which has a part of a result", async (a1) => {
      await spill();
      const before = await bench.host().everything();
      await expect(freeze(a1)).rejects.toThrow(
        "D1:D3 is the result of the formula in D1: select all of it, then try again",
      );
      expect(await bench.host().everything()).toEqual(before);
    });

    it("refuses an error, a selection without formulas, and too many cells", async () => {
      await change(values(S, "A1", [[1]]), formula(S, "B5", "=1/0"), formula(S, "B4", "=A1"));
      const before = await bench.host().everything();
      await expect(freeze("A1:B5")).rejects.toThrow(
        "B5 shows #DIV/0!: fix it or leave it out of the selection",
      );
      await expect(freeze("A1:A3")).rejects.toThrow("there is no formula in A1:A3 of Sheet1");
      await change(values(S, `A${MOST_CELLS + 1}`, [[1]]));
      await expect(freeze(`A1:B${MOST_CELLS + 1}`)).rejects.toThrow(
        /at most 20000 are frozen at once/,
      );
      await change(values(S, `A${MOST_CELLS + 1}`, [[""]]));
      expect(await bench.host().everything()).toEqual(before);
    });

    it("counts only the used part of a large selection", async () => {
      // The engine's sheets have no cells to select beyond what was once written.
      await change(values(S, "B30000", [[1]]), values(S, "B30000", [[""]]));
      await change(values(S, "A1", [[1]]), formula(S, "B2", "=A1+1"));
      expect(await freeze("A1:B30000")).toEqual({ place: { sheet: S, a1: "A1:B2" }, formulas: 1 });
      expect(await formulas("A1:B2")).toEqual([
        [1, ""],
        ["", 2],
      ]);
    });
  });
}
