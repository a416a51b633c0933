import "../nativeEngine";
import { ICommandService } from "@univerjs/core";
import { IFormulaRuntimeService, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Change } from "../../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../../workbook/hosts";

const sheet = "Sheet1";
const ROWS = 30;
const column = <T>(of: (row: number) => T): T[][] =>
  Array.from({ length: ROWS }, (_, i) => [of(i + 1)]);

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const change = async (...changes: Change[]) => {
  await host.port.change(changes);
  await host.book.settle();
};
const values = (a1: string, content: (number | string)[][]): Change => ({
  kind: "values",
  sheet,
  a1,
  values: content,
});
const formula = (a1: string, words: string): Change => ({
  kind: "formula",
  sheet,
  a1,
  formula: words,
});
const read = (a1: string) => host.port.read({ sheet, a1 });
const shown = () =>
  host.book.workbook.getSheetByName(sheet) as NonNullable<
    ReturnType<Host["book"]["workbook"]["getSheetByName"]>
  >;
const writeFormulas = async (a1: string, of: (row: number) => string) => {
  shown().getRange(a1).setFormulas(column(of));
  await host.book.settle();
};

/** How many formulas are read and calculated meanwhile. */
async function counted(work: () => Promise<void>): Promise<{ parsed: number; calculated: number }> {
  const lexer = host.book.service(LexerTreeBuilder);
  const runtime = host.book.service(IFormulaRuntimeService);
  const parse = jest.spyOn(lexer, "treeBuilder");
  const place = jest.spyOn(runtime, "setRuntimeData");
  try {
    await work();
    return { parsed: parse.mock.calls.length, calculated: place.mock.calls.length };
  } finally {
    parse.mockRestore();
    place.mockRestore();
  }
}

describe("a column of formulas", () => {
  it("is read once, and not again when what it reads changes", async () => {
    await change(
      values(
        `A1:B${ROWS}`,
        column((row) => row).map(([row = 0]) => [row, 100 * row]),
      ),
    );
    const first = await counted(() =>
      writeFormulas(`D1:D${ROWS}`, (row) => `=SUM($A$1:A${row})+B${row}`),
    );
    expect(first).toEqual({ parsed: 1, calculated: ROWS });
    expect(await read("D1:D3")).toEqual([[101], [203], [306]]);
    const again = await counted(() => change(values("B2", [[7]])));
    expect(again).toEqual({ parsed: 0, calculated: 1 });
    expect(await read("D1:D3")).toEqual([[101], [10], [306]]);
  });

  it("is calculated from what is read to what reads it, whatever was written first", async () => {
    await writeFormulas(`A1:A${ROWS}`, (row) => `=A${row + 1}+1`);
    await change(values(`A${ROWS + 1}`, [[5]]));
    expect(await read("A1")).toEqual([[5 + ROWS]]);
    const again = await counted(() => change(values(`A${ROWS + 1}`, [[6]])));
    expect(again).toEqual({ parsed: 0, calculated: ROWS });
    expect(await read("A1")).toEqual([[6 + ROWS]]);
  });

  it("shares a name of fixed cells, and follows it to other cells", async () => {
    await change(
      values(
        `A1:A${ROWS}`,
        column((row) => row),
      ),
      values("C1:C2", [[10], [20]]),
    );
    await change({ kind: "defineName", name: "level", sheet, a1: "C1" });
    const first = await counted(() => writeFormulas(`D1:D${ROWS}`, (row) => `=level*A${row}`));
    expect(first).toEqual({ parsed: 1, calculated: ROWS });
    expect(await read("D1:D2")).toEqual([[10], [20]]);
    await change({ kind: "defineName", name: "level", sheet, a1: "C2" });
    expect(await read("D1:D2")).toEqual([[20], [40]]);
    await change(values("C2", [[30]]));
    expect(await read("D1:D2")).toEqual([[30], [60]]);
  });
});

describe("what a formula reads", () => {
  it("is the cells of its present text", async () => {
    await change(values("A1:A2", [[1], [2]]), formula("C1", "=A1"));
    await change(formula("C1", "=A2"));
    expect(await counted(() => change(values("A1", [[9]])))).toMatchObject({ calculated: 0 });
    await change(values("A2", [[8]]));
    expect(await read("C1")).toEqual([[8]]);
    await change(values("C1", [["typed"]]));
    expect(await counted(() => change(values("A2", [[7]])))).toMatchObject({ calculated: 0 });
    expect(await read("C1")).toEqual([["typed"]]);
  });

  it("stays the same cells when rows come between, also after many edits", async () => {
    await change(
      values(
        `A1:A${ROWS}`,
        column((row) => row),
      ),
    );
    for (const factor of [2, 3, 4]) {
      await writeFormulas(`C1:C${ROWS}`, (row) => `=A${row}*${factor}`);
    }
    shown().insertRows(1, 2);
    await host.book.settle();
    await change(values("A4", [[100]]));
    expect(await read("C1:C5")).toEqual([[4], [""], [""], [400], [12]]);
  });

  it("may be named by a value: INDIRECT beside formulas of the graph, and after it has gone", async () => {
    await change(
      values("A1:B2", [
        [1, "A2"],
        [2, ""],
      ]),
    );
    await change(formula("C1", "=INDIRECT(B1)*10"), formula("C2", "=C1+A1"));
    expect(await read("C1:C2")).toEqual([[20], [21]]);
    await change(values("A2", [[3]]));
    expect(await read("C1:C2")).toEqual([[30], [31]]);
    await change(values("B1", [["A1"]]));
    expect(await read("C1:C2")).toEqual([[10], [11]]);
    await change(formula("C1", "=A2*10"));
    expect(await read("C1:C2")).toEqual([[30], [31]]);
    await change(values("A2", [[4]]));
    expect(await read("C1:C2")).toEqual([[40], [41]]);
  });

  it.each([
    ["alone", "=1"],
    ["beside one that the engine calculates", '=INDIRECT("A1")'],
  ])(
    "may end where a value says: A1:INDEX(…) follows it and the cells that come in, %s",
    async (_, other) => {
      await change(formula("E1", other));
      await change(
        values("A1:B3", [
          [1, 2],
          [10, ""],
          [100, ""],
        ]),
      );
      await change(formula("C1", "=SUM(A1:INDEX(A1:A9,B1))"), formula("C2", "=C1*2"));
      expect(await read("C1:C2")).toEqual([[11], [22]]);
      await change(values("B1", [[3]]));
      expect(await read("C1:C2")).toEqual([[111], [222]]);
      await change(values("A3", [[1000]]));
      expect(await read("C1:C2")).toEqual([[1011], [2022]]);
      await change({ kind: "values", sheet, a1: "A1", values: [[2]] });
      expect(await read("C1:C2")).toEqual([[1012], [2024]]);
    },
  );

  it("may end where a name says, whose formula has such a range", async () => {
    await change(
      values("A1:B3", [
        [1, 2],
        [10, ""],
        [100, ""],
      ]),
    );
    host.book.workbook.insertDefinedName(
      "Used",
      "=Sheet1!$A$1:INDEX(Sheet1!$A$1:$A$9,Sheet1!$B$1)",
    );
    await change(formula("C1", "=SUM(Used)"), formula("C2", "=C1*2"));
    expect(await read("C1:C2")).toEqual([[11], [22]]);
    await change(values("B1", [[3]]));
    expect(await read("C1:C2")).toEqual([[111], [222]]);
    await change(values("A3", [[1000]]));
    expect(await read("C1:C2")).toEqual([[1011], [2022]]);
  });

  it("is on the sheet that has the name now", async () => {
    await change({ kind: "addSheet", name: "Data" });
    await change({ kind: "values", sheet: "Data", a1: "A1:A2", values: [[5], [6]] });
    shown()
      .getRange("A1:A2")
      .setFormulas([["=Data!A1"], ["=Data!A2"]]);
    await host.book.settle();
    expect(await read("A1:A2")).toEqual([[5], [6]]);
    host.book.workbook.getSheetByName("Data")?.setName("Other");
    await host.book.settle();
    await change({ kind: "values", sheet: "Other", a1: "A2", values: [[7]] });
    expect(await read("A1:A2")).toEqual([[5], [7]]);
  });
});

it("a formula that is filled without a text of its own follows its cell", async () => {
  await change(values("A1:A3", [[1], [2], [3]]), values("B1", [[10]]));
  await host.book.service(ICommandService).executeCommand("sheet.mutation.set-range-values", {
    unitId: host.book.workbook.getId(),
    subUnitId: shown().getSheetId(),
    cellValue: {
      0: { 3: { f: "=A1*$B$1", si: "filled" } },
      1: { 3: { si: "filled" } },
      2: { 3: { si: "filled" } },
    },
  });
  await host.book.settle();
  expect(await read("D1:D3")).toEqual([[10], [20], [30]]);
  await change(values("A3", [[4]]));
  expect(await read("D1:D3")).toEqual([[10], [20], [40]]);
});
