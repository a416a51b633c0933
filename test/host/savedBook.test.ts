import { SHEET_LIMITS } from "../../src/workbook/limits";
import "./nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { snapshotOf } from "../../src/host/snapshotOf";
import { onEdited } from "../../src/host/edits";
import { documentOf } from "../../src/host/richText";
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

type Worksheet = ReturnType<Host["book"]["workbook"]["getActiveSheet"]>;

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

  it("costs what its cells cost, wherever they are: two cells, one of them the last of a sheet", async () => {
    const worksheet = host.book.workbook.getSheetByName(sheet);
    worksheet?.setRowCount(SHEET_LIMITS.rows);
    worksheet?.setColumnCount(SHEET_LIMITS.columns);
    await change(value("A1", 1), value("XFD1048576", 2));
    const book = bookOf(host.book);
    expect(book.sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: 1 },
      { row: SHEET_LIMITS.rows - 1, column: SHEET_LIMITS.columns - 1, value: 2 },
    ]);
    const [loaded] = Object.values(snapshotOf(book).sheets ?? {});
    expect(loaded).toMatchObject({
      rowCount: SHEET_LIMITS.rows,
      columnCount: SHEET_LIMITS.columns,
    });
  });

  it("reads a text of several lines, and the look of its parts", async () => {
    const runs = [{ text: "wide\n" }, { text: "bold", style: { bold: true } }] as const;
    host.book.workbook
      .getSheetByName(sheet)
      ?.getRange("A1")
      .setValue({ p: documentOf(runs), v: null } as never);
    expect(await read("A1")).toEqual([["wide\nbold"]]);
    expect(bookOf(host.book).sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: "wide\nbold", runs },
    ]);
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

describe("a name that is defined again", () => {
  it("stays so for a formula that is that name, also when it is calculated again later", async () => {
    await change(...[1, 2, 3].map((number) => value(`A${number}`, number)));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A2" });
    await change(formula("C1", "=Some_Cells"));
    await change({ kind: "defineName", name: "Some_Cells", sheet, a1: "A1:A3" });
    await change(value("A1", 10));
    expect(await read("C1:C4")).toEqual([[10], [2], [3], [""]]);
  });
});

describe("an edit of what is kept", () => {
  it.each<[string, (sheet: Worksheet) => unknown]>([
    ["a value", (worksheet) => worksheet.getRange("A1").setValue(1)],
    ["a look", (worksheet) => worksheet.getRange("A1").setFontWeight("bold")],
    ["merged cells", (worksheet) => worksheet.getRange("B2:C3").merge()],
    ["a width", (worksheet) => worksheet.setColumnWidth(1, 70)],
    ["a height", (worksheet) => worksheet.setRowHeight(1, 70)],
    ["hidden rows", (worksheet) => worksheet.hideRows(3, 2)],
    [
      "frozen rows",
      (worksheet) => worksheet.setFreeze({ xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 }),
    ],
    ["a sheet's name", (worksheet) => worksheet.setName("Other")],
    ["the colour of a tab", (worksheet) => worksheet.setTabColor("#ff0000")],
    ["a name", () => host.book.workbook.insertDefinedName("Two", "=2")],
  ])("is noticed: %s", async (_, edit) => {
    await host.book.settle();
    let edits = 0;
    const stop = onEdited(host.book, () => edits++);
    const worksheet = host.book.workbook.getSheetByName(sheet);
    if (worksheet === null) throw new Error("there is no such sheet");
    await edit(worksheet);
    stop();
    expect(edits).toBeGreaterThan(0);
  });

  it("is no calculation", async () => {
    await change(formula("A1", "=SEQUENCE(3)"), formula("B1", "=A1*2"));
    let edits = 0;
    const stop = onEdited(host.book, () => edits++);
    host.book.api.getFormula().executeCalculation();
    await host.book.settle();
    stop();
    expect(edits).toBe(0);
  });
});
