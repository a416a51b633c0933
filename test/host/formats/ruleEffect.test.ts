/*
 * What rules do with their cells, in the engine: the workbook of test/golden/conditionalFormats, whose columns
 * LibreOffice 7.4 was looked at for (its PDF). It differs from Excel in three columns, named where they stand.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import "../nativeEngine";
import { FormulaValues } from "../../../src/host/formats/formulaValues";
import { formatsOf } from "../../../src/host/formats/keptFormats";
import { scaleColor } from "../../../src/host/formats/scaleColor";
import { SheetEffects } from "../../../src/host/formats/sheetEffects";
import { nodePreset } from "../../../src/host/nodePreset";
import { calculateAll } from "../../../src/host/calculateAll";
import { snapshotOf } from "../../../src/host/snapshotOf";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { usedSize } from "../../../src/host/usedSize";
import { readXlsx } from "../../../src/xlsx/readXlsx";
import { customFunctionsFor } from "../../support/embeddedFunctions";
import { ROOT } from "../../support/sourceFiles";

let effects: SheetEffects;

function effectsIn(spreadsheet: Spreadsheet): SheetEffects {
  const worksheet = spreadsheet.workbook.getActiveSheet();
  const sheetId = worksheet.getSheetId();
  const formulas = new FormulaValues(spreadsheet);
  formulas.refresh();
  return new SheetEffects({
    formats: formatsOf(worksheet.getSheet().getConfig()).formats ?? [],
    used: usedSize(spreadsheet, worksheet),
    valueAt: spreadsheet.reader(worksheet.getSheetName()),
    evaluate: (formula, from, place) =>
      formulas.valueAt(formula, { sheetId, ...from }, { sheetId, ...place }),
  });
}

beforeAll(async () => {
  const file = readFileSync(resolve(ROOT, "test/golden/conditionalFormats/openpyxl.xlsx"));
  const { functions, metadata } = await customFunctionsFor();
  const spreadsheet = new Spreadsheet({
    ...{ preset: nodePreset(), metadata, functions, sheets: [] },
    snapshot: snapshotOf(await readXlsx(file)),
    shown: "Rules",
  });
  calculateAll(spreadsheet);
  await spreadsheet.settle();
  effects = effectsIn(spreadsheet);
});

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const at = (column: string, row: number) => effects.at(row - 1, column.charCodeAt(0) - 65);

describe("the cells that a rule finds", () => {
  it.each([
    // A text is greater than any number (LibreOffice: it is not compared), and a blank cell is 0.
    ["A", "more than 5", [6, 7, 8, 9]],
    ["B", "from 0 to 5", [3, 4, 5, 10]],
    ["C", "not 7", [1, 2, 3, 4, 5, 8, 9, 10]],
    ["D", "less than the cell $A$5", [1, 2, 3, 4, 10]],
    ["E", "by a formula whose references move along", [1, 2, 3, 4, 5, 7, 8]],
    ["F", "the 3 highest", [6, 7, 8]],
    ["G", "the lowest 25 percent of eight numbers", [1, 2]],
    ["H", "above the mean of 3.375", [5, 6, 7, 8]],
    // Which deviation Excel takes is not documented: kept, not shown (LibreOffice forgets the deviations).
    ["I", "one deviation below the mean", []],
    ["J", "with gap in it, in large letters too", [1, 2, 3, 6, 10]],
    ["K", "that begin with gap", [1, 2, 6, 10]],
    ["L", "without gap", [4, 5, 7, 8, 9]],
    ["M", "that end with wide", [2, 9]],
    // Large and small letters are the same to Excel (to LibreOffice they are not).
    ["N", "that are there twice", [1, 10]],
    ["O", "that are there once", [2, 3, 4, 6, 7, 9]],
    ["P", "blank", [5, 8]],
    ["Q", "a text, in any letters", [9]],
  ])("%s: %s", (column, _, rows) => {
    const found = ROWS.filter((row) => at(column, row)?.look?.fill === "#ffc000");
    expect(found).toEqual(rows);
  });
});

describe("the place of a number among others", () => {
  it.each([
    // The pixels of LibreOffice's PDF.
    ["R", "f4b16a fbe5cd ffffff e6f0f9 bfd9ef a6cae9 a6cae9 7fb3df"],
    ["S", "ffffff f7fbfd eaf3fa cfe3f3 a7cbe9 8cbbe3 8cbbe3 7fb3df"],
  ])("is a colour in column %s as in LibreOffice, to one part in 255", (column, pixels) => {
    const parts = (color: string) => [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
    for (const [i, pixel] of pixels.split(" ").entries()) {
      const mine = parts(at(column, i + 1)?.look?.fill ?? "");
      for (const [j, part] of parts(`#${pixel}`).entries()) {
        expect(Math.abs((mine[j] ?? NaN) - part)).toBeLessThanOrEqual(1);
      }
    }
    expect(at(column, 9)).toBeNull();
  });

  it("is a bar from 10 to 90 percent of the cell, and an icon", () => {
    expect(at("T", 1)).toMatchObject({ bar: { length: 10, color: "#638ec6" }, alone: true });
    expect(at("T", 8)?.bar?.length).toBe(90);
    // 2 is 5 of 13 on the way.
    expect(at("T", 4)?.bar?.length).toBeCloseTo(10 + (80 * 5) / 13, 10);
    // Reversed: the lowest third has the last icon. -3 + 33% of 13 is 1.29, and 67% is 5.71.
    const places = [1, 2, 3, 4, 5, 6, 7, 8].map((row) => at("U", row)?.icon?.place);
    expect(places).toEqual([2, 2, 2, 1, 1, 0, 0, 0]);
  });

  it("stays beyond the ends of a scale, and where two points are the same", () => {
    const scale = [
      { value: 1, color: "#000000" },
      { value: 1, color: "#808080" },
      { value: 3, color: "#ffffff" },
    ];
    expect([0, 1, 2, 3, 9].map((value) => scaleColor(value, scale))).toEqual([
      ...["#000000", "#000000", "#c0c0c0", "#ffffff", "#ffffff"],
    ]);
  });
});
