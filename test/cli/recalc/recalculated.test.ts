/*
 * Files as Excel and other programs write them, calculated again. Differences of spreads and sums are the
 * arithmetic of the cells; what Excel does with a formula of one cell is Microsoft's "Implicit intersection".
 */
import "../../host/nativeEngine";
import { unzipSync } from "fflate";
import { recalculated, type Recalculated } from "../../../src/cli/recalc/recalculated";
import { nodePreset } from "../../../src/host/nodePreset";
import { isCellError } from "../../../src/host/runtime/cellValue";
import type { SheetContent } from "../../../src/host/sheetContent";
import { cellA1 } from "../../../src/workbook/a1";
import { customFunctionsFor } from "../../support/embeddedFunctions";
import { fileOf, rowsOf } from "./files";

const run = async (file: Uint8Array, data: readonly SheetContent[] = []): Promise<Recalculated> =>
  recalculated(file, data, { preset: nodePreset(), ...(await customFunctionsFor()) });

/** What changes, by cell. */
const changesOf = ({ changes }: Recalculated) =>
  Object.fromEntries(
    changes.map((one) => [
      `${one.sheet}!${cellA1(one.row + 1, one.column + 1)}`,
      isCellError(one.new) ? one.new.error : one.new,
    ]),
  );
const refusedOf = ({ refused }: Recalculated) =>
  Object.fromEntries(
    refused.map((one) => [`${one.sheet}!${cellA1(one.row + 1, one.column + 1)}`, one.reason]),
  );
const sheetIn = ({ bytes }: Recalculated, number = 1): string =>
  new TextDecoder().decode(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`]);

/** Mortgages in A, corporates in B: the gap is 40, 39, 38. */
const SPREADS = { A1: 100, A2: 101, A3: 102, B1: 60, B2: 62, B3: 64 };
const book = (cells: Record<string, number | string>, more = {}) =>
  fileOf({ S: rowsOf({ ...SPREADS, ...cells }) }, more);

describe("a workbook that is calculated again", () => {
  it("has new values where cells have changed, and nothing else in it changes", async () => {
    const file = book(
      {
        D1: "<f>_xldudf_RV_SPREADGAP(A1,B1)</f><v>7</v>",
        D2: "<f>_xlfn._xlws.SORT(A2)</f><v>101</v>",
        D3: '<c r="D3" s="0" t="str"><f>IF(D1&gt;39,"wide &amp; open","tight")</f><v>tight</v></c>',
        E1: '<c r="E1" t="s"><v>0</v></c>',
        E2: '<c r="E2" t="inlineStr"><is><t>in the cell</t></is></c>',
        E3: '<c r="E3" t="str"><f>E1&amp;", "&amp;E2</f><v>old</v></c>',
        F1: "<f>D1/0</f>",
        F2: '<c r="F2" t="b"><f>D1=40</f><v>0</v></c>',
      },
      { texts: ["shared"], parts: { "xl/vbaProject.bin": "macro", "customXml/item1.xml": "<x/>" } },
    );
    const result = await run(file);
    expect(refusedOf(result)).toEqual({});
    expect(changesOf(result)).toEqual({
      "S!D1": 40,
      "S!D3": "wide & open",
      "S!E3": "shared, in the cell",
      "S!F1": "#DIV/0!",
      "S!F2": true,
    });
    const [before, after] = [unzipSync(file), unzipSync(result.bytes)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, bytes] of Object.entries(before)) {
      if (name !== "xl/worksheets/sheet1.xml") expect([name, after[name]]).toEqual([name, bytes]);
    }
    expect(changesOf(await run(result.bytes))).toEqual({});
  });

  it("is the same bytes where nothing changes, and numbers that agree to 12 digits are the same", async () => {
    const file = book({
      D1: "<f>1/3</f><v>0.33333333333333331</v>",
      D2: "<f>0.1+0.2</f><v>0.30000000000000004</v>",
    });
    expect((await run(file)).bytes).toBe(file);
  });

  it("reads formulas that are written once for many cells, names, and other sheets", async () => {
    const result = await run(
      fileOf(
        {
          S: rowsOf({
            ...SPREADS,
            C1: '<f t="shared" ref="C1:C3" si="0">A1-B1</f><v>0</v>',
            C2: '<f t="shared" si="0"/><v>0</v>',
            C3: '<f t="shared" si="0"/><v>0</v>',
          }),
          "It's": rowsOf({
            A1: "<f>SUM(gap)</f><v>0</v>",
            A2: "<f>'It''s'!A1*2</f><v>0</v>",
            A3: "<f>half*2</f><v>0</v>",
          }),
        },
        {
          workbook:
            '<definedNames><definedName name="gap">S!$C$1:$C$3</definedName><definedName name="half">0.5</definedName></definedNames>',
        },
      ),
    );
    expect(refusedOf(result)).toEqual({});
    expect(changesOf(result)).toEqual({
      ...{ "S!C1": 40, "S!C2": 39, "S!C3": 38 },
      ...{ "It's!A1": 117, "It's!A2": 234, "It's!A3": 1 },
    });
  });

  it("spills further, or less far, and says so in the file", async () => {
    const result = await run(
      book({
        C1: '<c r="C1" cm="1"><f t="array" ref="C1">_xldudf_RV_SPREADGAP(A1:A3,B1:B3)</f><v>40</v></c>',
        D1: '<c r="D1" cm="1"><f t="array" ref="D1:D3">_xlfn.SEQUENCE(2)</f><v>1</v></c>',
        D2: 2,
        D3: '<c r="D3" s="0"><v>3</v></c>',
        E1: "<f>SUM(C1:C3)+COUNT(D1:D3)</f><v>0</v>",
      }),
    );
    expect(changesOf(result)).toEqual({ "S!C2": 39, "S!C3": 38, "S!D3": null, "S!E1": 119 });
    const xml = sheetIn(result);
    expect(xml).toContain('<f t="array" ref="C1:C3">');
    expect(xml).toContain('<c r="C3"><v>38</v></c>');
    expect(xml).toContain('<f t="array" ref="D1:D2">');
    expect(xml).toContain('<c r="D3" s="0"/>');
  });

  it("shows #SPILL! where a value is in the way", async () => {
    const spill =
      '<c r="C1" cm="1"><f t="array" ref="C1">_xldudf_RV_SPREADGAP(A1:A3,B1:B3)</f><v>40</v></c>';
    const result = await run(book({ C1: spill, C3: 5 }));
    expect(changesOf(result)).toEqual({ "S!C1": "#SPILL!" });
    expect(sheetIn(result)).toContain('t="e"><f t="array" ref="C1">');
  });

  it("keeps the first value of a result in a cell that no array is entered in, as Excel does", async () => {
    const result = await run(
      book({
        C1: "<f>_xldudf_RV_SPREADGAP(A1:A3,B1:B3)</f><v>0</v>",
        D1: '<f t="array" ref="D1">RV.SPREADGAP(A2:A3,B2:B3)</f><v>0</v>',
        E1: '<f t="array" ref="E1:E3">A1:A3-B1:B3</f><v>0</v>',
        F2: "<f>ABS(B1:B3)</f><v>0</v>",
      }),
    );
    expect(refusedOf(result)).toEqual({});
    expect(changesOf(result)).toEqual({
      ...{ "S!C1": 40, "S!D1": 39, "S!E1": 40, "S!E2": 39, "S!E3": 38, "S!F2": 62 },
    });
  });

  it("takes the rows of a CSV file, and nothing else is left below them", async () => {
    const cells = [
      [200, 60],
      [201, 62],
    ];
    const file = book({ D1: "<f>SUM(A1:A3)-SUM(B1:B3)</f><v>0</v>" });
    const result = await run(file, [{ name: "s", cells }]);
    expect(changesOf(result)).toEqual({
      ...{ "S!A1": 200, "S!A2": 201, "S!A3": null, "S!B3": null, "S!D1": 279 },
    });
    await expect(run(file, [{ name: "T", cells }])).rejects.toThrow(
      "--data T: there is no such sheet; the sheets are S",
    );
    await expect(run(file, [{ name: "S", cells: [[1, 2, 3, 4]] }])).rejects.toThrow(
      "--data S: D1 has a formula; a row of the file must not go there",
    );
  });
});

describe("a formula that is not calculated keeps its value, and so does what reads it", () => {
  const cells = {
    C1: "<f>SUM(A1:A3)</f><v>0</v>",
    D1: "FORMULA",
    D2: "<f>D1+1</f><v>8</v>",
    D3: "<f>IFERROR(SUM(D2:D2),0)</f><v>8</v>",
  };
  it.each([
    ["TODAY()", "TODAY depends on when and where it is calculated; enter its value"],
    ["NOSUCH(1)", "there is no function NOSUCH here"],
    [
      "_xldudf_RV_SPREDGAP(1,2)",
      "there is no function RV.SPREDGAP here; the nearest is RV.SPREADGAP",
    ],
    ["_xldudf_OTHER_X(1)", "there is no function _XLDUDF_OTHER_X here"],
    ["[1]Sheet1!A1*2", "it reads another workbook"],
    ["D3*2", "it reads its own cell, itself or by way of others, or one that does"],
    ["_xlfn.ANCHORARRAY(A1)", "it has the spill operator, such as A1#"],
    ["SUM(A1:A3 A2:A3)", "it has the intersection of two ranges by a blank"],
    ["2*--A1", "it has two signs in a row, such as 2*--1"],
    [
      "SUM(A1:A3*B1:B3)",
      /^the file keeps it to one value, for which Excel takes one cell of A1:A3;/,
    ],
    ["_xlfn.SEQUENCE(2)", /^its result fills more cells, and the file keeps it to D1;/],
    ["nothing+1", "there is no name nothing, or it is one that is not read"],
    ["day+1", "day: TODAY depends on when and where it is calculated; enter its value"],
    ["SUM(Nope!A1)", 'there is no sheet "Nope" with cells'],
    ["SUM(S:T!A1)", "it reads several sheets at once"],
    ["IF(A1=1,", "it cannot be read here"],
    ["E1&amp;1", "it reads S!E1, a text that is taken for an error here"],
  ])("%s: %s", async (formula, reason) => {
    const result = await run(
      book(
        {
          ...cells,
          D1: `<f>${formula}</f><v>7</v>`,
          E1: '<c r="E1" t="str"><v>#N/A</v></c>',
        },
        {
          workbook: '<definedNames><definedName name="day">TODAY()</definedName></definedNames>',
        },
      ),
    );
    expect(changesOf(result)).toEqual({ "S!C1": 303 });
    expect(result.refused.map(({ kept }) => kept)).toEqual([7, 8, 8]);
    const reasons = refusedOf(result);
    expect(reasons["S!D1"]).toEqual(
      typeof reason === "string" ? reason : expect.stringMatching(reason),
    );
    expect(Object.keys(reasons)).toEqual(["S!D1", "S!D2", "S!D3"]);
    expect(reasons["S!D3"]).toMatch(/^it reads (S!D2|its own cell)/);
  });

  it("may be one that could read any cell", async () => {
    const result = await run(
      book({
        C1: '<f>INDIRECT("A1")</f><v>5</v>',
        D1: "<f>RAND()</f><v>0.5</v>",
        D2: "<f>A1</f><v>0</v>",
      }),
    );
    expect(refusedOf(result)["S!C1"]).toBe(
      "it may read any cell, and so S!D1, which is not calculated",
    );
    expect(changesOf(result)).toEqual({ "S!D2": 100 });
    expect(changesOf(await run(book({ C1: '<f>INDIRECT("A1")</f><v>5</v>' })))).toEqual({
      "S!C1": 100,
    });
  });

  it("keeps all cells of an array, for those that read them", async () => {
    const result = await run(
      book({
        C1: '<f t="array" ref="C1:C2">A1:A3-B1:B3</f><v>1</v>',
        C2: 2,
        D1: "<f>C2*2</f><v>4</v>",
        D2: "<f>SUM(B1:B3)</f><v>0</v>",
      }),
    );
    expect(refusedOf(result)).toEqual({
      "S!C1": expect.stringMatching(
        /^its result fills 3 × 1 cells, and the file keeps it to C1:C2;/,
      ),
      "S!D1": "it reads S!C1, which is not calculated",
    });
    expect(changesOf(result)).toEqual({ "S!D2": 186 });
  });

  it("is a data table of Excel's, which is no formula", async () => {
    const file = book({
      C1: '<f t="dataTable" ref="C1:C3" dt2D="0" dtr="0" r1="A1"/><v>1</v>',
      D1: "<f>SUM(C1:C3)</f><v>1</v>",
    });
    expect(refusedOf(await run(file))["S!C1"]).toBe("it is a data table (what-if)");
    expect(refusedOf(await run(file))["S!D1"]).toBe("it reads S!C1, which is not calculated");
  });
});

describe("a file that is not calculated at all", () => {
  it.each([
    ['<workbookPr date1904="1"/>', "", /counts days from 1904, and which of its numbers are days/],
    ["", '<calcPr fullPrecision="0"/>', /precision as displayed/],
  ])("%s%s", async (properties, workbook, why) => {
    await expect(run(book({ C1: "<f>A1</f>" }, { properties, workbook }))).rejects.toThrow(why);
  });

  it("is one without a formula, whose bytes stay", async () => {
    const file = book({});
    expect(await run(file)).toEqual({ bytes: file, formulas: 0, changes: [], refused: [] });
  });
});
