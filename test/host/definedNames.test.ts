import "./nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});

const workbook = () => host.book.workbook;
const names = () => bookOf(host.book).names.map(({ name, sheet }) => [name, sheet]);
const define = (sheet: string) => {
  const worksheet = workbook().getSheetByName(sheet);
  if (!worksheet) throw new Error(`no sheet ${sheet}`);
  const builder = workbook().newDefinedNameBuilder().setName("Spread").setFormula("1+2");
  workbook().insertDefinedNameBuilder(builder.setScopeToWorksheet(worksheet).build());
};

describe("a name of one sheet", () => {
  it("goes with its sheet, comes back with it, and leaves its word to others", async () => {
    workbook().create("Short", 10, 5);
    define("Short");
    expect(names()).toEqual([["Spread", "Short"]]);
    const short = workbook().getSheetByName("Short");
    if (short) workbook().deleteSheet(short);
    expect(names()).toEqual([]);
    workbook().undo();
    expect(names()).toEqual([["Spread", "Short"]]);
    workbook().redo();
    define("Sheet1");
    host.book.writeFormula("Sheet1", "A1", "=Spread*2");
    await host.book.settle();
    expect(host.book.read("Sheet1", "A1")).toEqual([[6]]);
    expect(names()).toEqual([["Spread", "Sheet1"]]);
  });
});

describe("a name that is a formula", () => {
  const value = async (reference: string, formula: string) => {
    for (const one of workbook().getDefinedNames()) if (one.getName() === "Gap") one.delete();
    workbook().insertDefinedNameBuilder(
      workbook().newDefinedNameBuilder().setName("Gap").setRef(reference).build(),
    );
    host.book.writeFormula("Sheet1", "B1", formula);
    await host.book.settle();
    return host.book.read("Sheet1", "B1")[0]?.[0];
  };

  it.each([
    ["=1+2", "=Gap*2", 6],
    ["=1+2", "=10-Gap", 7],
    ["=-2", "=10-Gap", 12],
    ["=2-1", "=gap^2*3-Gap", 2],
    ['="a"&"b"', '=LEN(Gap&"c")', 3],
    ['="a-b"', "=LEN(Gap)", 3],
    ["=SUM(1,2-1)", "=Gap*2", 4],
    ["=Sheet1!$D$1:$D$3", "=ROWS(Gap)", 3],
    ["Sheet1!$D$1:$D$3", "=ROWS(Gap)*2", 6],
    ["=5%", "=Gap*100", 5],
  ])("%s: %s is %s", async (reference, formula, expected) => {
    expect(await value(reference, formula)).toBe(expected);
  });
});
