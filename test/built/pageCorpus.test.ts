/*
 * The page gives the answers of the command line: the corpus's formulas opened from a file, and with
 * TYPE_CORPUS=300 (npm run test:long) that many of them typed by keyboard.
 */
import { readFileSync } from "node:fs";
import { sheetOfText } from "../../src/data/sheetOfText";
import { GOLDEN_CASES } from "../../src/functions/selfTest/workedNumbers";
import type { Book, BookCell, BookSheet } from "../../src/workbook/book";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { answersOf, CORPUS_SHEET, corpusLines, judge, type Answers } from "../support/engineCorpus";
import { openWorkbench, ready, type WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(1_800_000);

/** Where a formula stands changes what these come to, and the clock or chance what these do. */
const ELSEWHERE = /\b(ROW|COLUMN|CELL|SHEET|RAND\w*|NOW|TODAY|INDIRECT|OFFSET|FORMULATEXT)\(/;
const TYPED = Number(process.env["TYPE_CORPUS"] ?? 0);

const corpus = corpusLines()
  .map(({ f }) => f)
  .filter((formula) => !ELSEWHERE.test(formula));
/** The worked numbers whose text is a formula without the series of their test. */
const worked = GOLDEN_CASES.map(({ formula }) => formula)
  .filter((formula) => /^[A-Z]+\((?:[\d\s.,;{}()-]|"[^"]*")*\)$/.test(formula))
  .map((formula) => `=RV.${formula}`);
const every = (count: number) =>
  corpus.filter((_, i) => i % Math.floor(corpus.length / count) === 0).slice(0, count);

let bench: WorkbenchPage;
afterEach(async () => {
  await bench.close();
  expect(bench.faults).toEqual([]);
});

const sheetOf = (name: string, cells: readonly BookCell[]): BookSheet => ({
  name,
  cells,
  columns: [],
  rows: [],
  merged: [],
});

async function corpusSheet(): Promise<BookSheet> {
  const { rows } = await sheetOfText(readFileSync(CORPUS_SHEET, "utf8"), "D.csv");
  const cells = rows.flatMap((line, row) =>
    line.flatMap((value, column) => (value === null ? [] : [{ row, column, value }])),
  );
  return sheetOf("D", cells);
}

async function openBook(book: Book): Promise<void> {
  const { page } = bench;
  await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
    name: "corpus.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(writeXlsx(book)),
  });
  await page.getByText("Opened corpus.xlsx").first().waitFor();
  await ready(page);
}

/** What the cells of the sheet Page show, by "row|column", once nothing is calculated any more. */
async function shownCells(): Promise<ReadonlyMap<string, BookCell["value"]>> {
  const { page } = bench;
  await page.waitForTimeout(3_000);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save .xlsx" }).click(),
  ]);
  const { sheets } = await readXlsx(readFileSync(await download.path()));
  const cells = sheets.find(({ name }) => name === "Page")?.cells ?? [];
  return new Map(cells.map(({ row, column, value }) => [`${row}|${column}`, value]));
}

const tableOf = (answer: Answers): readonly (readonly unknown[])[] =>
  Array.isArray(answer) ? (answer as readonly (readonly unknown[])[]) : [[answer]];

/** The first row of each formula: each has room for what it spills. */
function rowsFor(answers: readonly Answers[]): number[] {
  let next = 0;
  return answers.map((answer) => {
    const row = next;
    next += tableOf(answer).length + 1;
    return row;
  });
}

/** What the page shows in place of the command line's answer. */
function differences(
  formulas: readonly string[],
  answers: readonly Answers[],
  shown: ReadonlyMap<string, BookCell["value"]>,
): object[] {
  const rows = rowsFor(answers);
  return formulas.flatMap((formula, i) => {
    const wanted = tableOf(answers[i] ?? null);
    const page = wanted.map((line, r) =>
      line.map((_, c): Answers => {
        const value = shown.get(`${(rows[i] ?? 0) + r}|${c}`) ?? "";
        return typeof value === "string" && /^#[A-Z0-9/]+[!?A]?$/.test(value)
          ? { error: value }
          : value;
      }),
    );
    const lines = wanted.map((line, r) => line.map((one, c) => judgeCell(one, page[r]?.[c] ?? "")));
    return lines.flat().every((verdict) => verdict === "right")
      ? []
      : [{ formula, commandLine: answers[i], page }];
  });
}

const judgeCell = (wanted: unknown, page: Answers) => {
  const error = (Object(wanted) as { error?: string }).error;
  return judge(error === undefined ? { v: wanted } : { e: error }, page);
};

it(`shows the command line's answers to ${corpus.length + worked.length} formulas of a file`, async () => {
  const formulas = [...corpus, ...worked];
  const answers = await answersOf(formulas);
  const rows = rowsFor(answers);
  const cells = formulas.map((formula, i) => ({ row: rows[i] ?? 0, column: 0, value: 0, formula }));
  bench = await openWorkbench({ locale: "en-US" });
  await openBook({ sheets: [sheetOf("Page", cells), await corpusSheet()], names: [], styles: [] });
  expect(differences(formulas, answers, await shownCells())).toEqual([]);
  expect(formulas.length).toBeGreaterThan(2_000);
});

if (TYPED > 0) {
  it(`shows them for ${TYPED} formulas that are typed`, async () => {
    const formulas = every(TYPED);
    const answers = await answersOf(formulas);
    const rows = rowsFor(answers);
    bench = await openWorkbench({ locale: "en-US" });
    await openBook({ sheets: [sheetOf("Page", []), await corpusSheet()], names: [], styles: [] });
    for (const [i, formula] of formulas.entries()) {
      await bench.type(`A${(rows[i] ?? 0) + 1}`, formula);
    }
    expect(differences(formulas, answers, await shownCells())).toEqual([]);
    expect(formulas).toHaveLength(TYPED);
  });
}
