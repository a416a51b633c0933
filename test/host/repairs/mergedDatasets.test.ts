import { mergedDatasets } from "../../../src/host/repairs/mergedDatasets";

const dataset = (more: object) =>
  ({
    formulaData: {},
    forceCalculate: false,
    dirtyRanges: [],
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    ...more,
  }) as unknown as Parameters<typeof mergedDatasets>[0][number];

describe("mergedDatasets", () => {
  it("has what was dirty for any, and the formulas of the last", () => {
    const [first, second, formulas] = [{ sheetId: "a" }, { sheetId: "b" }, { workbook: {} }];
    const merged = mergedDatasets([
      dataset({
        forceCalculate: true,
        dirtyRanges: [first],
        dirtyDefinedNameMap: { workbook: { one: "A1" } },
        clearDependencyTreeCache: { workbook: { sheet1: "1" } },
      }),
      dataset({
        formulaData: formulas,
        dirtyRanges: [second],
        dirtyDefinedNameMap: { workbook: { two: "A2" } },
        dirtyUnitOtherFormulaMap: { workbook: { sheet1: { rule: true } } },
      }),
    ]);
    expect(merged).toMatchObject({
      formulaData: formulas,
      forceCalculate: true,
      dirtyRanges: [first, second],
      dirtyDefinedNameMap: { workbook: { one: "A1", two: "A2" } },
      dirtyUnitOtherFormulaMap: { workbook: { sheet1: { rule: true } } },
      clearDependencyTreeCache: { workbook: { sheet1: "1" } },
    });
  });
});
