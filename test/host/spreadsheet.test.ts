import "./nativeEngine";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { loadFixture } from "./fixture/loadFixture";

const { functions, metadata } = loadFixture();
const book = new Spreadsheet({
  preset: nodePreset(),
  metadata,
  functions,
  sheets: [{ name: "Sheet1" }, { name: "Data", cells: [[5], [6]] }],
});
const cancelled = () =>
  (globalThis as unknown as { fixture: { cancelled: number } }).fixture.cancelled;

/** Each test has columns of its own sheet, so that none sees another's cells. */
let sheet = "";
let count = 0;
beforeEach(() => {
  sheet = `Test${++count}`;
  book.workbook.create(sheet, 200, 26);
});
afterEach(async () => {
  deleteSheet();
  await book.settle();
});

function deleteSheet(): void {
  const worksheet = book.workbook.getSheetByName(sheet);
  if (worksheet) book.workbook.deleteSheet(worksheet);
}

async function calculated(formulas: Record<string, string>): Promise<void> {
  for (const [a1, formula] of Object.entries(formulas)) book.writeFormula(sheet, a1, formula);
  await book.settle();
}
const cell = (a1: string) => book.read(sheet, a1)[0]?.[0];
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isTrue(); i++) await wait(20);
  expect(isTrue()).toBe(true);
}

describe("what the engine gets wrong, repaired", () => {
  it("SORT leaves the range that others read as it is", async () => {
    book.write(sheet, "A1", [[3], [1], [5]]);
    await calculated({ C1: "=SORT(A1:A3,1,-1)", D1: "=A1:A3+0", E1: "=FILTER(A1:A3,A1:A3>2)" });
    expect(book.read(sheet, "C1:C3")).toEqual([[5], [3], [1]]);
    expect(book.read(sheet, "D1:D3")).toEqual([[3], [1], [5]]);
    expect(book.read(sheet, "E1:E2")).toEqual([[3], [5]]);
  });

  it("a spill that shrinks is summed again", async () => {
    book.write(sheet, "A1", [[3]]);
    await calculated({ C1: "=SEQUENCE(A1)", E1: "=SUM(C1:C50)" });
    expect(cell("E1")).toBe(6);
    book.write(sheet, "A1", [[2]]);
    await book.settle();
    expect(cell("E1")).toBe(3);
    book.write(sheet, "A1", [[4]]);
    await book.settle();
    expect(cell("E1")).toBe(10);
  });

  it.each([
    "=SUM(Nope!A1)",
    "=SUM(Nope!A1:A2)",
    "=Nope!A1",
    "=ROWS(Nope!A1:A3)",
    '=INDIRECT("Nope!A1")',
  ])("%s is an error, not a cell of this sheet", async (formula) => {
    book.write(sheet, "A1", [[5], [6]]);
    // First the same range of this sheet: the engine keeps it, and would give it again.
    await calculated({ C1: "=SUM(A1:A2)", D1: formula });
    expect(cell("C1")).toBe(11);
    expect(cell("D1")).toEqual({
      error: "#REF!",
      message: expect.stringMatching(/^there is no sheet Nope; the sheets are Sheet1, Data/),
    });
  });

  it("sheet names are compared whatever their case", async () => {
    await calculated({ A1: "=SUM(DATA!A1:A2)" });
    expect(cell("A1")).toBe(11);
  });

  it("values keep all digits of a double", async () => {
    await calculated({ A1: "=1/3" });
    expect(cell("A1")).toBe(1 / 3);
  });

  it("answers that come while a calculation runs are not lost", async () => {
    const formulas = Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [`A${i + 1}`, `=RV.LATER(${i + 1},${i % 20})`]),
    );
    await calculated({ ...formulas, C1: "=SUM(A1:A150)" });
    expect(cell("C1")).toBe((150 * 151) / 2);
  });

  it("an empty cell is no zero, and an omitted argument no blank cell", async () => {
    await calculated({
      C1: "=RV.KIND(B1)",
      C2: "=RV.OR5(1)",
      C3: "=RV.OR5(1,B1)",
      C4: "=RV.SHOW(B1:B2,,7)",
    });
    expect(cell("C1")).toBe("object");
    expect(cell("C2")).toBe(6);
    expect(cell("C3")).toBe(1);
    expect(cell("C4")).toBe("[[[null],[null]],[[null]],[[7]]]");
  });

  it("a rejected promise is an error in its cell, and the engine goes on", async () => {
    await calculated({ A1: "=RV.FAILLATER()", A2: "=1+1" });
    expect(cell("A1")).toEqual({ error: "#NUM!", message: "no root was found" });
    expect(cell("A2")).toBe(2);
  });

  it("several pending calls in one formula do not cancel each other", async () => {
    await calculated({ A1: "=RV.LATER(1,10)+RV.LATER(2,30)+RV.LATER(RV.LATER(3,5),5)" });
    expect(cell("A1")).toBe(6);
  });

  it("a ragged result is refused, and what is no number never becomes 0", async () => {
    await calculated({ A1: "=RV.JAGGED()", A4: "=RV.NAN()", A6: "=RV.HOLES()" });
    expect(cell("A1")).toEqual({
      error: "#VALUE!",
      message: "JAGGED returned 1 cells in row 2; it must be 2",
    });
    expect(cell("A4")).toMatchObject({ error: "#VALUE!" });
    expect(book.read(sheet, "A6:D6")).toMatchObject([
      [1, { error: "#VALUE!" }, { error: "#VALUE!" }, { error: "#NUM!" }],
    ]);
  });

  it("a cell that reads a pending cell sees an error, and then the value", async () => {
    book.writeFormula(sheet, "A1", "=RV.LATER(4,400)");
    book.writeFormula(sheet, "A2", "=ISERROR(A1)");
    await until(() => cell("A2") !== null);
    expect(cell("A2")).toBe(true);
    await book.settle();
    expect(cell("A2")).toBe(false);
    expect(cell("A1")).toBe(4);
  });

  it("a stream whose row moves goes on in one cell alone", async () => {
    const before = cancelled();
    await calculated({ A2: "=RV.TICK(20)" });
    book.workbook.getSheetByName(sheet)?.insertRowBefore(0);
    await book.settle();
    book.write(sheet, "F1", [[1]]);
    await book.settle();
    expect(cancelled() - before).toBe(1);
    const moved = Number(cell("A3"));
    await until(() => Number(cell("A3")) > moved);
  });
});

describe("functions in cells", () => {
  it("spill, and keep the words of each error", async () => {
    book.write(sheet, "A1", [
      [101, 62],
      [null, 63],
    ]);
    await calculated({ D1: "=RV.GAP(A1:A2,B1:B2)" });
    expect(book.read(sheet, "D1:D2")).toEqual([
      [39],
      [{ error: "#N/A", message: "no quote in row 2" }],
    ]);
  });

  it("say why they fail, also through an operator", async () => {
    await calculated({
      A1: "=RV.GAP(B1:B3,C1:C2)",
      A2: "=1+RV.BAD()",
      A3: '=IFERROR(RV.BAD(),"none")',
    });
    expect(cell("A1")).toEqual({ error: "#VALUE!", message: "mbs has 3 rows, corporate has 2" });
    expect(cell("A2")).toEqual({ error: "#N/A", message: "no curve for 2026-01-19" });
    expect(cell("A3")).toBe("none");
  });

  it("stream until their cell is overwritten", async () => {
    const before = cancelled();
    await calculated({ A1: "=RV.TICK(15)", A2: "=A1*10" });
    await until(() => Number(cell("A1")) >= 3);
    await until(() => Number(cell("A2")) >= 30);
    book.write(sheet, "A1", [[7]]);
    await book.settle();
    expect(cell("A2")).toBe(70);
    expect(cancelled() - before).toBe(1);
  });

  it("stop a stream whose arguments change", async () => {
    const before = cancelled();
    book.write(sheet, "B1", [[15]]);
    await calculated({ A1: "=RV.TICK(B1)" });
    book.write(sheet, "B1", [[25]]);
    await book.settle();
    expect(cancelled() - before).toBe(1);
  });

  it("stop a stream whose sheet is deleted", async () => {
    const before = cancelled();
    await calculated({ A1: "=RV.TICK(15)" });
    deleteSheet();
    expect(cancelled() - before).toBe(1);
  });

  it("know the cell that calls them", async () => {
    await calculated({ C7: "=RV.WHERE()" });
    expect(cell("C7")).toBe(`${sheet}!C7`);
  });

  it("are blocked by a full cell, and heal when it is cleared", async () => {
    book.write(sheet, "A2", [[1]]);
    await calculated({ A1: "=RV.TABLE(2,1)" });
    expect(cell("A1")).toMatchObject({ error: "#SPILL!" });
    book.workbook.getSheetByName(sheet)?.getRange("A2").clear();
    await book.settle();
    expect(book.read(sheet, "A1:A2")).toEqual([[0], [1]]);
  });

  it("a written text that begins with = stays a text", async () => {
    book.write(sheet, "A1", [["=1+1"]]);
    await calculated({ B1: "=ISTEXT(A1)" });
    expect(cell("A1")).toBe("=1+1");
    expect(cell("B1")).toBe(true);
  });
});
