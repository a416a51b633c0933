/* The sheet "Claim check": what was published, tested on the user's own series. */
import { serialOf } from "../calc/date/serial";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { areaChanges, FIRST, NO_ERROR } from "./claimAreas";
import { STATEMENTS, type Statement } from "./claimStatements";
import { verdictFormula, type Working } from "./claimTests";
import { DATA_NAMES } from "./dataNames";
import { readAbout } from "./dataSheet";
import { markedTitle } from "./illustrative";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

const HEADINGS = [
  ...["Statement", "Said by", "Series", "Stated", "Unit", "Tolerance", "Verdict", "Measured"],
  ...["Broken on", "The data support", "As of", "Observations", "Note"],
];
const WIDTHS = [
  ...[58, 27, 44, 10, 9, 10, 30, 12, 12, 42, 12, 13, 80, 3],
  ...[12, 12, 3, 12, 12, 3, 12, 12, 3, 12, 12, 3, 12, 12, 3, 26, 14, 14],
];
const DAY = "yyyy-mm-dd";
const WORKINGS = FIRST + STATEMENTS.length + 2;

/** Where the workings of each statement stand, one below the other. */
function placed(): {
  statement: Statement;
  row: number;
  workings: (Working & { row: number })[];
}[] {
  let next = WORKINGS;
  return STATEMENTS.map((statement, i) => {
    const row = FIRST + i;
    const workings = (statement.test?.workings(row) ?? []).map((working) => {
      const placedAt = { ...working, row: next };
      next += working.rows;
      return placedAt;
    });
    return { statement, row, workings };
  });
}

/**
 * The changes that add the sheet.
 *
 * @param sheet - The new sheet's name.
 * @param about - What the workbook says of its own histories; "" when it has none.
 * @param rows - How many rows those have; null when it has none.
 * @returns Changes, in order.
 */
function claimCheckSheet(sheet: string, about: string, rows: number | null): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const last = FIRST + STATEMENTS.length - 1;

  const statements = placed().flatMap(({ statement, row, workings }): Change[] => {
    const { says, source, needs, stated, unit, tolerance, note, test } = statement;
    const cellOfWorking = (i: number) => `$B$${workings[i]?.row ?? 0}`;
    const written = [
      values(`A${row}:F${row}`, [[says, source, needs, stated, unit, tolerance]]),
      text(`M${row}`, note),
      format(`D${row}`, statement.format),
      format(`F${row}`, statement.format),
    ];
    const inputs = [
      ...(typeof stated === "number" && test !== null ? [style(`D${row}`, "input")] : []),
      ...(tolerance === "" ? [] : [style(`F${row}`, "input")]),
    ];
    if (test === null) return [...written, text(`G${row}`, "stated, not tested")];
    const ready = `AND(${test.checks.map((check) => `${check}="${NO_ERROR}"`).join(",")})`;
    // Blank as long as there is no verdict: a figure without one would be read as if it had.
    const shown = (column: string, words: string) =>
      formula(
        `${column}${row}`,
        `=IF(OR(LEFT($G${row},5)="needs",LEFT($G${row},3)="not"),"",${words})`,
      );
    return [
      ...written,
      ...inputs,
      formula(`G${row}`, verdictFormula(test, cellOfWorking, row)),
      shown("H", test.measured(cellOfWorking)),
      shown("I", test.brokenOn(cellOfWorking, row)),
      shown("J", test.supported(cellOfWorking)),
      shown("K", test.asOf(cellOfWorking)),
      shown("L", test.observations(cellOfWorking)),
      format(`H${row}`, workings[0]?.format ?? "0.0"),
      ...workings.flatMap((working) => [
        text(`A${working.row}`, working.label),
        formula(`B${working.row}`, `=IF(${ready},${working.formula},"")`),
        ...(working.format === undefined ? [] : [format(`B${working.row}`, working.format)]),
      ]),
    ];
  });
  return [
    { kind: "addSheet", name: sheet },
    values("A1:A2", [
      [markedTitle("Claim check: what was published, tested on your own series", about)],
      ["A measurement, not investment advice. Paste each series on the right, oldest first."],
    ]),
    text("A3", about),
    style("A1", "title"),
    style("A2:A3", "note"),
    values("A4:B6", [
      ["Day of the statements", serialOf(2026, 1, 15)],
      ["Day of the mortgage purchase directive", serialOf(2026, 1, 8)],
      ["Oldest spread that may stand for a day, days before it", 5],
    ]),
    style("B4:B6", "input"),
    format("B4:B5", DAY),
    values(a1Of({ row: FIRST - 1, column: 1, rows: 1, columns: HEADINGS.length }), [HEADINGS]),
    style(a1Of({ row: FIRST - 1, column: 1, rows: 1, columns: HEADINGS.length }), "heading"),
    text(`A${WORKINGS - 1}`, "Workings"),
    style(`A${WORKINGS - 1}:B${WORKINGS - 1}`, "heading"),
    ...statements,
    format(`I${FIRST}:I${last}`, DAY),
    format(`K${FIRST}:K${last}`, DAY),
    ...areaChanges(sheet, rows),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: FIRST - 1, columns: 1 },
  ];
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 */
export async function addClaimCheck(workbook: WorkbookPort): Promise<string> {
  const [gap, { sheets }] = await Promise.all([
    workbook.findName(DATA_NAMES.gap),
    workbook.names(),
  ]);
  const sheet = freeName("Claim check", sheets);
  const about = gap === null ? "" : await readAbout(workbook);
  const rows = gap === null ? null : rectangleOf(gap.a1).rows;
  await workbook.change(claimCheckSheet(sheet, about, rows));
  return sheet;
}
