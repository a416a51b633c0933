/*
 * What a person types into the grid of the built workbench is what the page keeps and what a file has,
 * character by character. Build first (test/run.js does).
 */
import { readFileSync } from "node:fs";
import type { BookCell } from "../../src/workbook/book";
import { readXlsx } from "../../src/xlsx/readXlsx";
import typed from "../golden/typedCells.json";
import { openWorkbench, ready, type WorkbenchPage } from "../support/workbenchPage";

/** Numbers that the engine would shorten, texts with what looks like them, names, flags and arrays. */
const PIECES = ["0.50", '"wide 1.50"', '"a""b, 0.10"', "carry_1", "1.E+2", '{0.10,"x;0.50"}'];

/** Every order of three of them, every second of these: 60. */
const FORMULAS = PIECES.flatMap((first) =>
  PIECES.flatMap((second) => PIECES.map((third) => [first, second, third])),
)
  .filter((pieces) => new Set(pieces).size === 3)
  .map((pieces) => `=CHOOSE(1,${pieces.join(",")})`)
  .filter((_, i) => i % 2 === 0);

const VALUES = typed.rows.filter(({ locale }) => locale === "en-US");

let bench: WorkbenchPage;

afterEach(async () => {
  const { faults } = bench;
  await bench.close();
  expect(faults).toEqual([]);
});

async function savedCells(): Promise<readonly (BookCell & { format?: string })[]> {
  const { page } = bench;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save .xlsx" }).click(),
  ]);
  const { sheets, styles } = await readXlsx(readFileSync(await download.path()));
  return (sheets[0]?.cells ?? []).map((cell) => {
    const format = styles[cell.style ?? -1]?.numberFormat;
    return { ...cell, ...(format === undefined ? {} : { format }) };
  });
}

const column = (cells: Awaited<ReturnType<typeof savedCells>>, wanted: number, rows: number) =>
  Array.from({ length: rows }, (_, row) =>
    cells.find((cell) => cell.column === wanted && cell.row === row),
  );

/** Types one below the other from a cell of row 1 on. */
async function typeDown(columnName: string, texts: readonly string[]): Promise<void> {
  const { goTo, page } = bench;
  for (const [i, text] of texts.entries()) {
    await goTo(`${columnName}${i + 1}`);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
}

/** Leaves the page as a person does, once the browser has kept what was typed. */
async function reload(): Promise<void> {
  await bench.page.waitForTimeout(1500);
  await bench.page.reload();
  await ready(bench.page);
}

/** A person types about 20 characters a second, so that not all are typed in one test. */
const BATCH = 15;
/** `npm run test:long typed-formulas` types all of them; here the first quarter stands for them. */
const BATCHES = process.env.TYPE_ALL === "1" ? [0, 1, 2, 3] : [0];

it.each(BATCHES)(
  "keeps formulas as they are typed, after a reload and in a file: batch %i of 60 formulas",
  async (batch) => {
    expect(FORMULAS).toHaveLength(4 * BATCH);
    const some = FORMULAS.slice(batch * BATCH, (batch + 1) * BATCH);
    bench = await openWorkbench();
    await typeDown("F", some);
    const formulas = async () =>
      column(await savedCells(), 5, some.length).map((cell) => cell?.formula);
    expect(await formulas()).toEqual(some);
    await reload();
    expect(await formulas()).toEqual(some);
  },
);

it("puts functions and references into upper case, and nothing else", async () => {
  bench = await openWorkbench();
  await typeDown("F", ['=if(b1>0.50,"a1 if",sum(b1:b2,0.10))', "=not(true)"]);
  const cells = column(await savedCells(), 5, 2);
  expect(cells.map((cell) => cell?.formula)).toEqual([
    '=IF(B1>0.50,"a1 if",SUM(B1:B2,0.10))',
    "=NOT(TRUE)",
  ]);
});

it("reads what is no formula as the table of typed cells says", async () => {
  bench = await openWorkbench({ locale: "en-US" });
  await typeDown(
    "A",
    VALUES.map((row) => row.typed),
  );
  const cells = column(await savedCells(), 0, VALUES.length);
  const read = VALUES.map((row, i) => ({
    typed: row.typed,
    value: cells[i]?.value,
    format: cells[i]?.format,
  }));
  expect(read).toEqual(
    VALUES.map((row) => ({
      typed: row.typed,
      value: typeof row.value === "number" ? expect.closeTo(row.value, 12) : row.value,
      format: "format" in row ? row.format : undefined,
    })),
  );
});

it("reads numbers and dates in the language of the page", async () => {
  bench = await openWorkbench({ locale: "de-DE" });
  await typeDown("A", ["1,5", "15.01.2026", "1.5"]);
  const cells = column(await savedCells(), 0, 3);
  expect(cells.map((cell) => cell?.value)).toEqual([1.5, 46_037, "1.5"]);
});

it("says which engine calculates and what its limits are", async () => {
  bench = await openWorkbench();
  const { page } = bench;
  await page.getByRole("button", { name: "About this spreadsheet" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Univer 0.25.1", { exact: false }).waitFor();
  expect(await dialog.getByRole("row").count()).toBeGreaterThan(10);
});
