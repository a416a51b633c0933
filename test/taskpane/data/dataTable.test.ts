import type { SpreadRow } from "../../../src/calc/series/spreadRow";
import "../../host/nativeEngine";
import { readTable } from "../../../src/assumptions/table";
import { embeddedWorkbook } from "../../../src/host/embeddedWorkbook";
import { nodePreset } from "../../../src/host/nodePreset";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { addAssumptions } from "../../../src/taskpane/data/addAssumptions";
import { bringRows, readStanding } from "../../../src/taskpane/data/dataTable";
import { TABLE_NAME } from "../../../src/assumptions/table";
import { replaceSample } from "../../../src/taskpane/data/replaceSample";
import { addSampleBook } from "../../../src/templates/sampleBook";
import { addDataSheet } from "../../../src/templates/dataSheet";
import { WorkbookError, type WorkbookPort } from "../../../src/workbook/workbookPort";
import { customFunctionsFor } from "../../support/embeddedFunctions";

const row = (date: number, mbs: number | null, corporate: number | null): SpreadRow => ({
  date,
  mbs,
  corporate,
});
const ROWS = [row(42002, 140, 100), row(42003, 141, null), row(42004, 142, 102)];

/** What stands in the data sheet's first three columns, from its line of sources on. */
const sheet = (port: WorkbookPort) => port.read({ sheet: "Data", a1: "A2:C12" });

describe("the data table", () => {
  let port: WorkbookPort;
  let book: Spreadsheet;

  beforeEach(async () => {
    const { functions, metadata } = await customFunctionsFor();
    book = new Spreadsheet({
      preset: nodePreset(),
      metadata,
      functions,
      sheets: [{ name: "Sheet1" }],
    });
    port = embeddedWorkbook(book);
    await addDataSheet(port, { about: "MBS spreads: =1+1 from @x.csv.", rows: ROWS });
    await book.settle();
  });

  it("is read back as it was written, and what looks like a formula is text", async () => {
    expect((await readStanding(port))?.rows).toEqual(ROWS);
    expect((await sheet(port))[0]?.[0]).toBe("MBS spreads: =1+1 from @x.csv.");
  });

  it("moves the assumptions that stand at the last row's levels, and no other", async () => {
    const sources = { mbs: "MBS", corporate: "CORP" };
    await addAssumptions(port, { row: ROWS[2] as SpreadRow, sources });
    const values = async () => {
      const place = await port.findTable(TABLE_NAME);
      const { values: all } = readTable(place === null ? [] : await port.read(place));
      return ["asOf", "mbsSpread", "corpOas"].map((key) => all.get(key));
    };
    expect(await values()).toEqual([42004, 142, 102]);
    await bringRows(port, [row(42005, 143, 103)], [], null);
    expect(await values()).toEqual([42005, 143, 103]);
    const place = await port.findTable(TABLE_NAME);
    const cells = place === null ? [] : await port.read(place);
    const at = cells.findIndex(([key]) => key === "corpOas");
    const sheetName = place?.sheet ?? "";
    // The table begins in B5: the value of its row "at" stands in column C.
    const change = { kind: "values", sheet: sheetName, a1: `C${at + 5}`, values: [[90]] } as const;
    await port.change([change]);
    await bringRows(port, [row(42006, 144, 104)], [], null);
    expect(await values()).toEqual([42006, 144, 90]);
  });

  it("takes rows at its end, and says in its line where they come from", async () => {
    const brought = await bringRows(
      port,
      [ROWS[2] as SpreadRow, row(42005, 143, 103)],
      [],
      "Added later.",
    );
    expect(brought).toEqual({
      written: { added: [row(42005, 143, 103)], revised: [], same: 1, between: [] },
    });
    expect((await readStanding(port))?.rows).toEqual([...ROWS, row(42005, 143, 103)]);
    expect((await sheet(port))[0]?.[0]).toBe("MBS spreads: =1+1 from @x.csv. Added later.");
  });

  it("writes over nothing that was not agreed to as it stands", async () => {
    const before = await sheet(port);
    const revised = row(42004, 150, 102);
    const asked = await bringRows(port, [revised, row(42005, 1, 1)], [], null);
    expect("ask" in asked && asked.ask.revised).toEqual([{ at: 2, was: ROWS[2], row: revised }]);
    expect(await sheet(port)).toEqual(before);
    await port.change([{ kind: "values", sheet: "Data", a1: "B7", values: [[99]] }]);
    const agreed = "ask" in asked ? asked.ask.revised : [];
    const again = await bringRows(port, [revised], agreed, null);
    expect("ask" in again && again.ask.revised[0]?.was).toEqual(row(42004, 99, 102));
    const written = await bringRows(port, [revised], "ask" in again ? again.ask.revised : [], null);
    expect("written" in written && written.written.revised).toHaveLength(1);
    expect((await readStanding(port))?.rows[2]).toEqual(revised);
  });

  it("does not put an earlier day after a later one", async () => {
    const before = await sheet(port);
    const asked = await bringRows(port, [row(42001, 1, 1)], [], null);
    expect("ask" in asked && asked.ask.between).toEqual([row(42001, 1, 1)]);
    expect(await sheet(port)).toEqual(before);
  });

  it("does not write over cells below it", async () => {
    await port.change([{ kind: "values", sheet: "Data", a1: "A8", values: [["my note"]] }]);
    const before = await sheet(port);
    await expect(bringRows(port, [row(42005, 1, 1)], [], null)).rejects.toThrow(
      /the cells A8:C8 next to the table RV_Data are not empty/,
    );
    expect(await sheet(port)).toEqual(before);
  });

  it("knows when there is none", async () => {
    const { functions, metadata } = await customFunctionsFor();
    const empty = embeddedWorkbook(
      new Spreadsheet({ preset: nodePreset(), metadata, functions, sheets: [{ name: "Sheet1" }] }),
    );
    expect(await readStanding(empty)).toBeNull();
    await expect(bringRows(empty, ROWS, [], null)).rejects.toThrow(WorkbookError);
  });

  it("gives its last row to the assumptions, with the source; a level out of range stays out, in words", async () => {
    const sources = { mbs: "OAS from =x.csv", corporate: "IG from y.csv" };
    const refused = await addAssumptions(port, { row: row(42004, 900, 102), sources });
    expect(refused).toEqual([expect.stringMatching(/mbsSpread.*900/)]);
    const place = await port.findTable(TABLE_NAME);
    const cells = place === null ? [] : await port.read(place);
    const { values, problems } = readTable(cells);
    expect([values.get("corpOas"), values.get("asOf"), problems]).toEqual([102, 42004, []]);
    expect(cells.find(([key]) => key === "corpOas")?.[5]).toBe(
      "the last row of the data: IG from y.csv",
    );
  });
});

describe("the sample, and the user's own histories", () => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, i) => row(46_000 + i, 90 + (i % 7), 60 + (i % 5)));

  it.each([40, 250])("no made-up row stays when %d rows take its place", async (count) => {
    const { functions, metadata } = await customFunctionsFor();
    const sheets = [{ name: "Sheet1" }];
    const book = new Spreadsheet({ preset: nodePreset(), metadata, functions, sheets });
    const port = embeddedWorkbook(book);
    await addSampleBook(port);
    await book.settle();
    const sample = await readStanding(port);
    expect(sample?.isSample).toBe(true);
    await expect(bringRows(port, [row(46_387, 120, 80)], [], null)).rejects.toThrow(
      /made-up rows never stand among real ones: replace the sample with your data/,
    );
    const rows = own(count);
    await replaceSample(port, sample?.place ?? { sheet: "", a1: "" }, { rows, about: "MBS: mine" });
    await book.settle();
    expect(await readStanding(port)).toMatchObject({ rows, isSample: false });
    // The old rows below are blank, and the gap has as many rows as the user's histories.
    expect((await port.read({ sheet: "Data", a1: `A${5 + count}:F${260}` })).flat()).toEqual(
      Array.from({ length: (256 - count) * 6 }, () => ""),
    );
    expect((await port.read({ sheet: "Data", a1: `F5:F${4 + count}` })).flat()).toEqual(
      rows.map(({ mbs, corporate }) => Number(mbs) - Number(corporate)),
    );
    const { values, provenance } = readTable(
      await port.read((await port.findTable(TABLE_NAME)) ?? { sheet: "", a1: "" }),
    );
    const last = rows.at(-1);
    expect(["asOf", "mbsSpread", "corpOas"].map((key) => values.get(key))).toEqual([
      ...[last?.date, last?.mbs, last?.corporate],
    ]);
    expect(["mbsSpread", "corpOas", "mbsOas"].map(provenance)).toEqual([
      ...["derived", "derived", "example"],
    ]);
  });
});
