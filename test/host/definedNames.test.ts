import "./nativeEngine";
import { ICommandService } from "@univerjs/core";
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import { EVERYWHERE } from "../../src/host/repairs/nameScopes";
import { UNIT_ID } from "../../src/host/repairs/unitId";
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

describe("names of one word", () => {
  const put = (id: string, reference: string, sheet?: string) =>
    host.book.service(ICommandService).syncExecuteCommand(SetDefinedNameMutation.id, {
      unitId: UNIT_ID,
      id,
      name: "Spread",
      formulaOrRefString: reference,
      localSheetId:
        sheet === undefined ? EVERYWHERE : workbook().getSheetByName(sheet)?.getSheetId(),
    });
  const values = async (sheet: string, ...formulas: string[]) => {
    formulas.forEach((formula, i) => {
      host.book.writeFormula(sheet, `C${i + 1}`, formula);
    });
    await host.book.settle();
    return formulas.map((_, i) => host.book.read(sheet, `C${i + 1}`)[0]?.[0]);
  };

  beforeEach(async () => {
    await host.reset();
    await host.port.change([
      { kind: "addSheet", name: "FN 30" },
      { kind: "addSheet", name: "Third" },
    ]);
    host.book.write("Sheet1", "A1", [[1], [10]]);
    host.book.write("FN 30", "A1", [[2], [20]]);
    host.book.write("Third", "A1", [[3], [30]]);
  });

  it("are those of the formula's own sheet, filled down and beside INDIRECT too", async () => {
    put("one", "Sheet1!$A$1", "Sheet1");
    put("two", "'FN 30'!$A$1", "FN 30");
    expect(await values("Sheet1", "=Spread*10", "=spread+A2", '=INDIRECT("A2")+Spread')).toEqual([
      10, 11, 11,
    ]);
    expect(await values("FN 30", "=Spread*10", "=spread+A2", '=INDIRECT("A2")+Spread')).toEqual([
      20, 22, 22,
    ]);
  });

  it("are no names on other sheets, unless they say the sheet or the workbook has one", async () => {
    put("one", "Sheet1!$A$1", "Sheet1");
    put("two", "'FN 30'!$A$1", "FN 30");
    const third = await values("Third", "=Spread", "=Sheet1!Spread*10", "='FN 30'!Spread*10");
    expect(third.slice(1)).toEqual([10, 20]);
    expect(third[0]).toMatchObject({ error: "#NAME?" });
    put("all", "Third!$A$1");
    expect(await values("Third", "=Spread", '="Spread"&Spread')).toEqual([3, "Spread3"]);
    expect(await values("Sheet1", "=Spread")).toEqual([1]);
  });

  it("of cells that are not fixed too", async () => {
    put("one", "Sheet1!A1:A2", "Sheet1");
    put("two", "'FN 30'!A1:A2", "FN 30");
    expect(await values("Sheet1", "=SUM(Spread)")).toEqual([11]);
    expect(await values("FN 30", "=SUM(Spread)")).toEqual([22]);
    expect(await values("Third", "=SUM(Sheet1!Spread)+SUM('FN 30'!Spread)")).toEqual([33]);
  });

  it("are others when one of them changes or goes", async () => {
    put("one", "Sheet1!$A$1", "Sheet1");
    put("all", "Third!$A$1");
    expect(await values("Sheet1", "=Spread*1")).toEqual([1]);
    put("one", "Sheet1!$A$2", "Sheet1");
    await host.book.settle();
    expect(host.book.read("Sheet1", "C1")).toEqual([[10]]);
    host.book.service(ICommandService).syncExecuteCommand(RemoveDefinedNameMutation.id, {
      unitId: UNIT_ID,
      id: "one",
      name: "Spread",
      formulaOrRefString: "Sheet1!$A$2",
    });
    await host.book.settle();
    expect(host.book.read("Sheet1", "C1")).toEqual([[3]]);
  });

  it("may be a parameter of LET", async () => {
    put("one", "Sheet1!$A$1", "Sheet1");
    expect(await values("Sheet1", "=LET(Spread,5,Spread+1)")).toEqual([6]);
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
