import "../../host/nativeEngine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable, TABLE_NAME } from "../../../src/assumptions/table";
import { atOnce } from "../../../src/calc/numeric/sliced";
import { daySerial } from "../../../src/calc/units";
import { readCurves } from "../../../src/data/curves";
import { joinCurves } from "../../../src/data/joinCurves";
import { readText } from "../../../src/data/readText";
import { embeddedWorkbook } from "../../../src/host/embeddedWorkbook";
import { nodePreset } from "../../../src/host/nodePreset";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { takeCurve } from "../../../src/taskpane/data/takeCurve";
import { takeLastRow } from "../../../src/taskpane/data/takeLastRow";
import { openTable } from "../../../src/templates/assumptionsTable";
import { standingCurves, writeCurves } from "../../../src/templates/curveSheet";
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
    await writeCurves(port, { about: "=x", history, day, tenors: curve.tenors.length });
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
  });

  it("is read back from the workbook as it was written", async () => {
    const { history, day, curve } = await brought();
    expect(await standingCurves(port)).toBeNull();
    await writeCurves(port, { about: "=x", history, day, tenors: curve.tenors.length });
    expect(await standingCurves(port)).toEqual({
      place: { sheet: "Curve", a1: "D4:Q13" },
      about: "=x",
      history,
    });
  });

  it("gives way to another one: nothing of it stays", async () => {
    const { history, day, curve } = await brought();
    await writeCurves(port, { about: "first", history, day, tenors: curve.tenors.length });
    const next = {
      days: [daySerial(46038), daySerial(46041)],
      tenors: Float64Array.of(2, 5, 10),
      yields: [Float64Array.of(0.01, 0.02, 0.03), Float64Array.of(0.011, 0.021, NaN)],
    };
    const sheet = await writeCurves(port, {
      about: "second",
      history: next,
      day: daySerial(46038),
      tenors: 3,
    });
    expect(sheet).toBe("Curve");
    await book.settle();
    expect((await standingCurves(port))?.history).toEqual(next);
    expect((await port.read({ sheet, a1: "A2:R20" })).flat().filter((it) => it !== "")).toEqual([
      ...["second", "Curve of", 46038],
      ...["Tenor (years)", "Par yield", "Date", "2Y", "5Y", "10Y"],
      ...[2, 0.01, 46038, 0.01, 0.02, 0.03],
      ...[5, 0.02, 46041, 0.011, 0.021],
      ...[10, 0.03],
    ]);
    await port.change([
      { kind: "formula", sheet: "S", a1: "A1", formula: "=RV.BENCHYIELD(5,RV_Curve)" },
    ]);
    await book.settle();
    expect((await port.read({ sheet: "S", a1: "A1" }))[0]?.[0]).toBe(0.02);
  });

  it("grows when another one joins it, but over nothing that stands beside or below", async () => {
    const { history, day, curve } = await brought();
    await writeCurves(port, { about: "first", history, day, tenors: curve.tenors.length });
    const later = {
      days: [daySerial(46041)],
      tenors: Float64Array.of(10, 15),
      yields: [Float64Array.of(0.04, 0.045)],
    };
    const { history: both, added, revised } = joinCurves(history, later);
    expect({ added, revised }).toEqual({ added: 1, revised: 0 });
    for (const a1 of ["R6", "E14"]) {
      await port.change([{ kind: "values", sheet: "Curve", a1, values: [["my note"]] }]);
      await expect(
        writeCurves(port, { about: "both", history: both, day: daySerial(46041), tenors: 2 }),
      ).rejects.toThrow(/next to the table RV_CurveHistory are not empty/);
      await port.change([{ kind: "values", sheet: "Curve", a1, values: [[""]] }]);
    }
    await writeCurves(port, { about: "both", history: both, day: daySerial(46041), tenors: 2 });
    await book.settle();
    const standing = await standingCurves(port);
    expect(standing?.history).toEqual(both);
    expect(standing?.history.days).toHaveLength(history.days.length + 1);
    expect((await port.read({ sheet: "Curve", a1: "A5:B7" })).flat()).toEqual([
      ...[10, 0.04],
      ...[15, 0.045],
      ...["", ""],
    ]);
  });

  it("leaves the levels of spreads to the histories that come after it", async () => {
    const { curve } = await brought();
    await takeCurve(port, curve, "par yields of 2026-01-14");
    const rows = [
      { date: 46_036, mbs: 100, corporate: 70 },
      { date: 46_037, mbs: 101.5, corporate: 71 },
      { date: 46_038, mbs: 102, corporate: null },
    ];
    await takeLastRow(port, rows);
    const table = await openTable(port);
    const keys = ["asOf", "mbsSpread", "corpOas"];
    expect(keys.map((key) => table?.values.get(key))).toEqual([46_037, 101.5, 71]);
    expect(keys.slice(1).map((key) => table?.provenance(key))).toEqual(["derived", "derived"]);
    // What was entered or came with other rows stays.
    await takeLastRow(port, [{ date: 46_050, mbs: 1, corporate: 2 }]);
    const after = await openTable(port);
    expect(keys.map((key) => after?.values.get(key))).toEqual([46_037, 101.5, 71]);
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
