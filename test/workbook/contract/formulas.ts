/* Formulas, as they are written and what they answer. */
import type { BookStyle } from "../../../src/workbook/bookStyle";
import type { Change } from "../../../src/workbook/workbookPort";
import { formula, HOSTILE, S, values, type Bench } from "./bench";

/** @param bench - A host at work. */
export function formulasContract(bench: Bench): void {
  const { change, read } = bench;
  describe("formulas", () => {
    it("are read back in English, and blanks, texts and numbers beside them as they are", async () => {
      await change(values(S, "A1:B1", [[2, "=1+1"]]), formula(S, "C1", "=SUM(A1,3)"));
      expect(await read("A1:D1")).toEqual([[2, "=1+1", 5, ""]]);
      expect(await bench.host().port.readFormulas({ sheet: S, a1: "A1:D1" })).toEqual([
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
      expect(await bench.host().port.usedRange(S)).toEqual({ sheet: S, a1: "A1:D3" });
    });

    it("stay when their cells get another look, before they are calculated and after", async () => {
      const look: Change = { kind: "numberFormat", sheet: S, a1: "A1:B1", format: "0.00" };
      const { port } = bench.host();
      await port.change([formula(S, "A1", "=1+1"), formula(S, "B1", "=A1*2")]);
      await port.change([look]);
      await change({ kind: "style", sheet: S, a1: "A1:B1", style: "input" });
      await change(look);
      expect(await port.readFormulas({ sheet: S, a1: "A1:B1" })).toEqual([["=1+1", "=A1*2"]]);
      expect(await read("A1:B1")).toEqual([[2, 4]]);
    });

    it("that fail are read as the error's text", async () => {
      await change(formula(S, "A1", "=1/0"), formula(S, "A2", "=NA()"));
      expect(await read("A1:A2")).toEqual([["#DIV/0!"], ["#N/A"]]);
    });

    it.each(["A1", "SUM(1)"])("begin with =, and %j does not", async (words) => {
      await expect(change(formula(S, "A1", words))).rejects.toThrow(/begins with =/);
    });
  });

  it("finds the smallest rectangle that is used", async () => {
    expect(await bench.host().port.usedRange(S)).toBeNull();
    await change(
      values(S, "C5:D6", [
        ["a", ""],
        ["", 3],
      ]),
    );
    expect(await bench.host().port.usedRange("SHEET1")).toEqual({ sheet: S, a1: "C5:D6" });
  });

  it("keeps number formats and looks beside the values", async () => {
    await change(
      values(S, "A1:A2", [[45_000], [0.5]]),
      { kind: "numberFormat", sheet: S, a1: "A1", format: "yyyy-mm-dd" },
      { kind: "style", sheet: S, a1: "A1:A2", style: "input" },
    );
    expect(await read("A1:A2")).toEqual([[45_000], [0.5]]);
    const { sheets } = (await bench.host().everything()) as {
      sheets: { cells: { row: number; style?: BookStyle }[] }[];
    };
    expect(sheets[0]?.cells.map(({ row, style }) => [row, style?.numberFormat])).toEqual([
      [0, "yyyy-mm-dd"],
      [1, undefined],
    ]);
  });

  it("takes a look away with the plain one, fill and all, from its cells alone", async () => {
    await change(
      values(S, "A1:A2", [[1], [2]]),
      { kind: "style", sheet: S, a1: "A1:A2", style: "numberHeading" },
      { kind: "style", sheet: S, a1: "A1", style: "plain" },
    );
    const { sheets } = (await bench.host().everything()) as {
      sheets: { cells: { row: number; style?: BookStyle }[] }[];
    };
    const looks = sheets[0]?.cells.map(({ style }) => [
      style?.bold === true,
      style?.fill,
      style?.horizontal,
    ]);
    expect(looks).toEqual([
      [false, undefined, undefined],
      [true, expect.stringMatching(/dde7ee/i), "right"],
    ]);
  });

  it("takes the alignment of headings of numbers away with any other look", async () => {
    await change(
      values(S, "A1", [[1]]),
      { kind: "style", sheet: S, a1: "A1", style: "numberHeading" },
      { kind: "style", sheet: S, a1: "A1", style: "heading" },
    );
    const { sheets } = (await bench.host().everything()) as {
      sheets: { cells: { style?: BookStyle }[] }[];
    };
    expect(sheets[0]?.cells[0]?.style?.horizontal).toBeUndefined();
  });

  it("reads cells that nobody has used yet, far down, as blank", async () => {
    expect(await read("A5000:B5001")).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(await bench.host().port.readFormulas({ sheet: S, a1: "A999:A1002" })).toEqual(
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
    expect(await bench.host().port.readFormulas({ sheet: S, a1: "A1:A2" })).toEqual([
      ["=1+1"],
      [7],
    ]);
  });

  it("sets widths and frozen rows without touching a cell", async () => {
    await change(
      { kind: "widths", sheet: S, widths: [22, 5] },
      { kind: "freeze", sheet: S, rows: 2, columns: 1 },
    );
    expect(await bench.host().port.usedRange(S)).toBeNull();
    const { startRow, startColumn } = bench.host().book.workbook.getActiveSheet().getFreeze();
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
    expect(bench.host().charts()).toEqual(["Gap"]);
    expect(bench.host().port.abilities.has("charts")).toBe(true);
  });

  it("reads and writes sheets whose names would be syntax", async () => {
    await change(
      { kind: "addSheet", name: HOSTILE },
      values(HOSTILE, "A1:A2", [[1], [2]]),
      { kind: "defineName", name: "On_Hostile", sheet: HOSTILE, a1: "A1:A2" },
      { kind: "addTable", name: "T_Hostile", sheet: HOSTILE, a1: "A1:A2" },
    );
    expect(await read("A1:A2", HOSTILE)).toEqual([[1], [2]]);
    expect(await bench.host().port.findName("On_Hostile")).toEqual({ sheet: HOSTILE, a1: "A1:A2" });
    expect(await bench.host().port.findTable("T_Hostile")).toEqual({ sheet: HOSTILE, a1: "A1:A2" });
    await bench.host().port.select({ sheet: HOSTILE, a1: "A2" });
    expect(await bench.host().port.selection()).toEqual({ sheet: HOSTILE, a1: "A2" });
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
}
