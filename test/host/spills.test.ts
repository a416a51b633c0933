import "./nativeEngine";
import type { Change } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

const sheet = "Sheet1";
const value = (a1: string, content: number | string): Change => ({
  kind: "values",
  sheet,
  a1,
  values: [[content]],
});
const formula = (a1: string, words: string): Change => ({
  kind: "formula",
  sheet,
  a1,
  formula: words,
});

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const change = async (...changes: Change[]) => {
  await host.port.change(changes);
  await host.book.settle();
};
const read = (a1: string) => host.port.read({ sheet, a1 });
const shown = () =>
  host.book.workbook.getSheetByName(sheet) as NonNullable<
    ReturnType<Host["book"]["workbook"]["getSheetByName"]>
  >;

describe("a spill", () => {
  it("leaves nothing behind when the formula comes to one value, or to an error", async () => {
    await change(
      value("A1", 3),
      formula("C1", "=IF(A1>2,SEQUENCE(A1),A1)"),
      formula("E1", "=COUNT(C1:C9)"),
    );
    expect(await read("C1:C4")).toEqual([[1], [2], [3], [""]]);
    await change(value("A1", 1));
    expect(await read("C1:C3")).toEqual([[1], [""], [""]]);
    expect(await read("E1")).toEqual([[1]]);
    await change(value("A1", 4));
    await change(value("A1", "#N/A"));
    expect(await read("C1:C4")).toEqual([["#N/A"], [""], [""], [""]]);
    expect(await read("E1")).toEqual([[0]]);
  });

  it("reaches what reads it through two other spills", async () => {
    await change(
      value("A1", 2),
      formula("F1", "=SUM(E1:E3)"),
      formula("E1", "=D1:D3*10"),
      formula("D1", "=C1:C3+0"),
      formula("C1", "=SEQUENCE(A1)"),
    );
    expect(await read("F1")).toEqual([[30]]);
    await change(value("A1", 3));
    expect(await read("F1")).toEqual([[60]]);
    await change(value("A1", 1));
    expect(await read("D1:E3")).toEqual([
      [1, 10],
      [0, 0],
      [0, 0],
    ]);
    expect(await read("F1")).toEqual([[10]]);
  });

  it("leaves what stands in its way alone, and comes back when that goes", async () => {
    await change(formula("A1", "=SEQUENCE(3)"), value("A3", "mine"));
    expect(await read("A1:A3")).toEqual([["#SPILL!"], [""], ["mine"]]);
    await change(value("A3", ""));
    expect(await read("A1:A3")).toEqual([[1], [2], [3]]);
  });

  it("of cells whose first is blank does not show the second one's value there", async () => {
    const own = { kind: "values", sheet, a1: "B2:B3", values: [[2], [3]] } as const;
    await change(own, formula("D1", "=B1:B3"), formula("F1", "=COUNT(D1:D9)"));
    expect(await read("D1:D4")).toEqual([[""], [2], [3], [""]]);
    expect(await read("F1")).toEqual([[2]]);
    await change(value("B1", 1), value("B2", ""));
    expect(await read("D1:D4")).toEqual([[1], [""], [3], [""]]);
  });

  it("goes before another whose formula stands further down, whichever was first", async () => {
    await change(value("A1", 2), formula("C3", "=SEQUENCE(1,3)"));
    await change(formula("D1", "=SEQUENCE(A1)"), formula("H1", "=SUM(C3:E3)"));
    expect(await read("C3:E3")).toEqual([[1, 2, 3]]);
    await change(value("A1", 3));
    expect(await read("C3:E3")).toEqual([["#SPILL!", 3, ""]]);
    await change(value("A1", 2));
    expect(await read("C3:E3")).toEqual([[1, 2, 3]]);
    expect(await read("H1")).toEqual([[6]]);
  });

  it("stays whole when a row comes between, also when that is taken back", async () => {
    await change(formula("A1", "=SEQUENCE(4)"), formula("C1", "=SUM(A1:A4)"));
    shown().insertRows(1, 2);
    await host.book.settle();
    expect(await read("A1:A6")).toEqual([[1], [2], [3], [4], [""], [""]]);
    host.book.workbook.undo();
    await host.book.settle();
    expect(await read("A1:A6")).toEqual([[1], [2], [3], [4], [""], [""]]);
    expect(await read("C1")).toEqual([[10]]);
  });

  it("has new numbers once a calculation when it is volatile", async () => {
    const before = host.book.calculations;
    await change(formula("A1", "=RANDARRAY(3)"), formula("B1", "=A1:A3"));
    expect(host.book.calculations).toBe(before + 1);
    const [a, b] = [await read("A1:A3"), await read("B1:B3")];
    expect(b).toEqual(a);
  });
});

describe("a comparison", () => {
  it("with a cell that holds an error is that error, each time", async () => {
    await change(
      value("A1", "#N/A"),
      formula("B1", "=A1>1"),
      formula("C1", "=A1>1"),
      formula("D1", "=IF(A1>1,5,6)"),
    );
    expect(await read("B1:D1")).toEqual([["#N/A", "#N/A", "#N/A"]]);
  });
});

describe("a formula that no cell has for a while", () => {
  it("takes the cells that its name stands for now", async () => {
    await change(...[1, 2, 3].map((number) => value(`A${number}`, number)));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A2" });
    await change(formula("C1", "=SUM(Some_Cells)"));
    await change(value("C1", ""));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A3" });
    await change(formula("C1", "=SUM(Some_Cells)"));
    expect(await read("C1")).toEqual([[6]]);
  });
});
