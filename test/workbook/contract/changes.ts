/* A change is made as a whole or not at all. */
import type { Change } from "../../../src/workbook/workbookPort";
import { formula, S, values, type Bench } from "./bench";

/** @param bench - A host at work. */
export function changesContract(bench: Bench): void {
  const { change, read } = bench;
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
        /"a b"; it must be letters/,
      ],
      [
        "a table that is gone",
        { kind: "resizeTable", name: "T_Gone", sheet: S, a1: "A1:B2" },
        /T_Gone is not there any more/,
      ],
      [
        "too few values",
        values(S, "A1:B2", [[1, 2]]),
        /1 rows of 2; they must have 2 rows of 2 for A1:B2/,
      ],
      ["ragged values", values(S, "A1:B2", [[1, 2], [3]]), /2 rows of 1/],
      ["a number that is none", values(S, "A1", [[NaN]]), /is NaN; it must be a finite number/],
      [
        "cells beyond the sheet",
        values(S, "A1048577", [[1]]),
        /"A1048577"; they must be a rectangle/,
      ],
      ["no cells at all", values(S, "Z", [[1]]), /"Z"; they must be a rectangle/],
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
      const before = await bench.host().everything();
      await expect(bench.host().port.change([...first, wrong, last])).rejects.toMatchObject({
        name: "WorkbookError",
        message: expect.stringMatching(words),
      });
      expect(await bench.host().everything()).toEqual(before);
    });

    it("without the wrong one all of them are made", async () => {
      await change(...first, last);
      expect(await read("A1:D2")).toEqual([
        [9, 9, 99, 9],
        [9, 9, "", ""],
      ]);
      expect(await bench.host().port.names()).toEqual({
        sheets: [S, "New"],
        tables: expect.arrayContaining(["T_Old", "T_New"]),
        names: expect.arrayContaining(["Old_Name", "New_Name"]),
      });
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["read", () => bench.host().port.read({ sheet: "Gone", a1: "A1" })],
    ["readFormulas", () => bench.host().port.readFormulas({ sheet: "Gone", a1: "A1" })],
    ["usedRange", () => bench.host().port.usedRange("Gone")],
    ["select", () => bench.host().port.select({ sheet: "Gone", a1: "A1" })],
  ])("%s says so when the sheet is not there", async (_method, call) => {
    await expect(call()).rejects.toMatchObject({
      name: "WorkbookError",
      code: "ItemNotFound",
      message: expect.stringMatching(/renamed or deleted; read the workbook again/),
    });
  });
}
