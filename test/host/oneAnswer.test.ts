/*
 * The command line evaluates formulas one by one, the page calculates cells: the same formula has the
 * same answer in both.
 */
import "./nativeEngine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadData } from "../../src/cli/dataOption";
import { GOLDEN_CASES } from "../../src/functions/selfTest/workedNumbers";
import { SERIES_G, SERIES_S } from "../../src/functions/selfTest/workedSeries";
import type { CellTable, EngineValue } from "../../src/host/runtime/cellValue";
import { FORMULA_SHEET, FormulaEvaluator } from "../../src/host/formulaEvaluator";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { a1Of } from "../../src/workbook/a1";
import { customFunctionsFor } from "../support/embeddedFunctions";
import { sampleFormulas } from "../support/sampleFormulas";

const golden = (name: string) => join(__dirname, "../golden", name);
/** Where a formula stands changes what these come to, and the clock or chance what these do. */
const ELSEWHERE = /\b(ROW|COLUMN|CELL|SHEET|RAND\w*|NOW|TODAY|INDIRECT|OFFSET|FORMULATEXT)\(/;

const { sheet: samples, calls } = sampleFormulas();
const called = calls.map((call) => `=RV.${call.name}(${call.arguments.join(",")})`);
const corpus = readFileSync(golden("engine.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { f: string }).f)
  .filter((formula) => !ELSEWHERE.test(formula));
const everyFourth = corpus.filter((_, i) => i % 4 === 0).slice(0, 500);

/** The worked numbers whose text is a formula; the others name what their test explains. */
const worked = GOLDEN_CASES.filter(({ formula }) =>
  /^[A-Z]+\((?:[\d\s.,;{}()GS-]|"[^"]*")*\)$/.test(formula),
).map(({ formula, expected }) => ({
  formula: `=RV.${formula.replace(/\bG\b/g, "Series!A1:A24").replace(/\bS\b/g, "Series!B1:B240")}`,
  expected,
}));
const series = SERIES_S.map((value, i) => [SERIES_G[i] ?? null, value]);

const TYPED = [
  "=RV.DTS(6.10,62)",
  '=RV.SPREADGAP("1.01%",62)',
  '=IF(0.57>=0.50,"1-3",{"5%"})',
  // Exceptions of the engine: the rest of the page is calculated all the same.
  "=LOOKUP(1.5,D!F1:F4,{TRUE;1;2})",
  "=SUM(TAKE(D!A1:A3,-12))",
];
const formulas = [...TYPED, ...called, ...worked.map(({ formula }) => formula), ...everyFourth];

/** One number, from a table of one cell too. */
const shown = (cells: CellTable): unknown =>
  JSON.stringify(cells.map((row) => row.map(blankIsZero)));
/** A formula that comes to a blank cell shows 0. */
const blankIsZero = (value: EngineValue): EngineValue => value ?? 0;
const tableOf = (value: EngineValue | CellTable): CellTable =>
  Array.isArray(value) ? (value as CellTable) : [[value as EngineValue]];

describe("the command line and the page", () => {
  let answers: CellTable[];
  let cells: CellTable[];

  beforeAll(async () => {
    const { functions, metadata } = await customFunctionsFor();
    const spreadsheet = new Spreadsheet({
      functions,
      metadata,
      preset: nodePreset(),
      sheets: [
        FORMULA_SHEET,
        samples,
        { name: "Series", cells: series },
        { name: "Page", rowCount: 20_000, columnCount: 300 },
        ...(await loadData([`D=${golden("engine-D.csv")}`])),
      ],
    });
    const evaluator = new FormulaEvaluator(spreadsheet);
    answers = [];
    for (const formula of formulas) answers.push(tableOf(await evaluator.evaluate(formula)));
    // One below the other, each with room for what it spills.
    const places: string[] = [];
    let row = 1;
    for (const [i, answer] of answers.entries()) {
      const [rows, columns] = [answer.length, answer[0]?.length ?? 1];
      places.push(a1Of({ row, column: 1, rows, columns }));
      spreadsheet.writeFormula("Page", `A${row}`, formulas[i] ?? "");
      row += rows + 1;
    }
    await spreadsheet.settle(120_000);
    cells = places.map((place) => spreadsheet.read("Page", place));
  }, 240_000);

  it(`give the same answer to ${formulas.length} formulas`, () => {
    const differences = formulas.flatMap((formula, i) => {
      const [answer, page] = [shown(answers[i] ?? []), shown(cells[i] ?? [])];
      return answer === page ? [] : [{ formula, answer, page }];
    });
    expect(differences).toEqual([]);
    expect(everyFourth).toHaveLength(500);
    expect(called.length).toBeGreaterThan(90);
  });

  it.each(worked.map(({ formula, expected }, i) => ({ formula, expected, i })))(
    "give the worked number of $formula",
    ({ expected, i }) => {
      const place = TYPED.length + called.length + i;
      const digits = expected.split(".")[1]?.length ?? 0;
      for (const table of [answers[place], cells[place]]) {
        expect(table?.[0]?.[0]).toBeCloseTo(Number(expected.replace("%", "")), digits);
      }
    },
  );
});
