import "../../host/nativeEngine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable, TABLE_NAME } from "../../../src/assumptions/table";
import { atOnce } from "../../../src/calc/numeric/sliced";
import { readCurves } from "../../../src/data/curves";
import { readText } from "../../../src/data/readText";
import { embeddedWorkbook } from "../../../src/host/embeddedWorkbook";
import { nodePreset } from "../../../src/host/nodePreset";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { takeCurve } from "../../../src/taskpane/data/takeCurve";
import { addCurveSheet } from "../../../src/templates/curveSheet";
import type { WorkbookPort } from "../../../src/workbook/workbookPort";
import { customFunctionsFor } from "../../support/embeddedFunctions";

/** The Treasury's daily file of the reports: 13 tenors from 5 to 15 January 2026. */
const FILE = join(__dirname, "../../data/reported/treasury-daily.csv");

async function brought() {
  const table = await readText(readFileSync(FILE, "utf8"), "treasury-daily.csv");
  const { history, curve } = atOnce(readCurves([table], new Map([["curve day", "2026-01-14"]])));
  if (history === null || curve === null) throw new Error("a question is open");
  return { history, ...curve };
}

describe("a curve that is brought", () => {
  let port: WorkbookPort;
  let book: Spreadsheet;

  beforeEach(async () => {
    const { functions, metadata } = await customFunctionsFor();
    book = new Spreadsheet({ preset: nodePreset(), metadata, functions, sheets: [{ name: "S" }] });
    port = embeddedWorkbook(book);
  });

  it("becomes the workbook's curve of the day, over the history of curves", async () => {
    const { history, day, curve } = await brought();
    await addCurveSheet(port, { about: "=x", history, day, tenors: curve.tenors.length });
    await book.settle();
    const shown = await port.read({ sheet: "Curve", a1: "A2:B17" });
    expect(shown[0]?.[0]).toBe("=x");
    expect(shown.slice(2, 5)).toEqual([
      ["Tenor (years)", "Par yield"],
      [0.0833333333333333, 0.0373],
      [0.125, 0.0372],
    ]);
    expect(shown.at(-1)).toEqual([30, 0.0481]);
    await port.change([
      { kind: "formula", sheet: "S", a1: "A1", formula: "=RV.BENCHYIELD(6,RV_Curve)" },
    ]);
    await book.settle();
    // Between 3.75 at 5 years and 3.95 at 7.
    expect((await port.read({ sheet: "S", a1: "A1" }))[0]?.[0]).toBeCloseTo(0.0385, 12);
    await expect(
      addCurveSheet(port, { about: "", history, day, tenors: curve.tenors.length }),
    ).rejects.toThrow(/has a curve already, named RV_Curve/);
  });

  it("moves ust2 to ust30, marked with the day and the file, and says which it does not have", async () => {
    const { curve } = await brought();
    const taken = await takeCurve(port, curve, "par yields of 2026-01-14 from treasury-daily.csv");
    expect(taken).toEqual({ taken: [2, 3, 5, 7, 10, 30], notTaken: [] });
    const cellsOf = async () => {
      const place = await port.findTable(TABLE_NAME);
      if (place === null) throw new Error("no table");
      return port.read(place);
    };
    const { values } = readTable(await cellsOf());
    expect([values.get("ust2"), values.get("ust10"), values.get("ust30")]).toEqual([
      0.0355, 0.0417, 0.0481,
    ]);
    const row = (await cellsOf()).find(([key]) => key === "ust5");
    expect(row).toContain("par yields of 2026-01-14 from treasury-daily.csv");
    const short = { tenors: Float64Array.of(5, 10), yields: Float64Array.of(0.01, 0.02) };
    expect(await takeCurve(port, short, "H.15")).toEqual({
      taken: [5, 10],
      notTaken: [2, 3, 7, 30],
    });
    const after = readTable(await cellsOf()).values;
    expect([after.get("ust5"), after.get("ust7")]).toEqual([0.01, 0.0395]);
  });
});
