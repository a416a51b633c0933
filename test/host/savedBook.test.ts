import "./nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { snapshotOf } from "../../src/host/snapshotOf";
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
const saved = () => Object.values(snapshotOf(bookOf(host.book)).sheets ?? {})[0]?.cellData;

describe("a saved workbook", () => {
  it("keeps what stands in the way of a spill", async () => {
    await change(formula("A1", "=SEQUENCE(5)"));
    await change(value("A3", 7));
    host.book.workbook.undo();
    host.book.workbook.redo();
    await host.book.settle();
    expect(await read("A1")).toEqual([["#SPILL!"]]);
    expect(saved()?.[2]?.[0]).toMatchObject({ v: 7 });
  });

  it("leaves a blank cell blank that has but a number format", async () => {
    await change({ kind: "numberFormat", sheet, a1: "C3", format: "0.0" });
    expect(saved()?.[2]?.[2]).toEqual({ s: "style0" });
  });

  it("has the values that spill beyond all other cells", async () => {
    await change(formula("A1", "=SEQUENCE(2,3)"));
    expect(bookOf(host.book).sheets[0]?.cells).toHaveLength(6);
    expect(await host.port.usedRange(sheet)).toEqual({ sheet, a1: "A1:C2" });
  });
});

describe("cells that move", () => {
  it("give a spill its room when what stood in its way moves off", async () => {
    await change(formula("A1", "=SEQUENCE(3)"), value("A3", 9));
    expect(await read("A1")).toEqual([["#SPILL!"]]);
    host.book.workbook.getSheetByName(sheet)?.insertRows(1, 4);
    await host.book.settle();
    expect(await read("A1:A3")).toEqual([[1], [2], [3]]);
    expect(await read("A7")).toEqual([[9]]);
  });
});

describe("a name that is defined anew", () => {
  it("stays so for a formula that is that name, also when it is calculated again later", async () => {
    await change(...[1, 2, 3].map((number) => value(`A${number}`, number)));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A2" });
    await change(formula("C1", "=Some_Cells"));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A3" });
    await change(value("A1", 10));
    expect(await read("C1:C4")).toEqual([[10], [2], [3], [""]]);
  });
});
