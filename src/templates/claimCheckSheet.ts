/* The sheet "Claim check": what was published, tested on the user's own series. */
import { serialOf } from "../calc/date/serial";
import { a1Of, absolute, cellA1, rectangleOf } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { areaChanges, NO_ERROR } from "./claimAreas";
import {
  CLAIM_DAY,
  DIRECTIVE_DAY,
  CLAIM_HEADINGS,
  CLAIM_INPUTS,
  CLAIM_ROWS,
  CLAIM_WIDTHS,
  type ClaimColumn,
  claimCell,
  claimColumn,
} from "./claimLayout";
import { STATEMENTS, type Statement } from "./claimStatements";
import { verdictFormula, type Working } from "./claimTests";
import { DATA_NAMES } from "./dataNames";
import { readAbout } from "./dataSheet";
import { markedTitle } from "./illustrative";
import { freeName } from "./names";
import { columnsOf, rowsBetween } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

const { first: FIRST, heading: HEADING } = CLAIM_ROWS;
const DAY = "yyyy-mm-dd";
/** The workings below: labels in the first column, values in this one. */
const WORKING_VALUE = 2;
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

  const all = placed();
  const end = all.flatMap(({ workings }) => workings).at(-1);

  const statements = all.flatMap(({ statement, row, workings }): Change[] => {
    const { says, source, needs, stated, unit, tolerance, note, test } = statement;
    const cellOfWorking = (i: number) => absolute(cellA1(workings[i]?.row ?? 0, WORKING_VALUE));
    const written = [
      ...Object.entries({ says, source, needs, stated, unit, tolerance }).map(([column, value]) =>
        values(claimCell(column as ClaimColumn, row), [[value]]),
      ),
      text(claimCell("note", row), note),
      format(claimCell("stated", row), statement.format),
      format(claimCell("tolerance", row), statement.format),
    ];
    const inputs = [
      ...(typeof stated === "number" && test !== null
        ? [style(claimCell("stated", row), "input")]
        : []),
      ...(tolerance === "" ? [] : [style(claimCell("tolerance", row), "input")]),
    ];
    if (test === null) return [...written, text(claimCell("verdict", row), "stated, not tested")];
    const ready = `AND(${test.checks.map((check) => `${check}="${NO_ERROR}"`).join(",")})`;
    // Blank as long as there is no verdict: a figure without one would be read as if it had.
    const shown = (column: ClaimColumn, words: string) =>
      formula(
        claimCell(column, row),
        `=IF(OR(LEFT(${claimColumn("verdict", row)},5)="needs",LEFT(${claimColumn("verdict", row)},3)="not"),"",${words})`,
      );
    return [
      ...written,
      ...inputs,
      formula(claimCell("verdict", row), verdictFormula(test, cellOfWorking, row)),
      shown("measured", test.measured(cellOfWorking)),
      shown("brokenOn", test.brokenOn(cellOfWorking, row)),
      shown("supported", test.supported(cellOfWorking)),
      shown("asOf", test.asOf(cellOfWorking)),
      shown("observations", test.observations(cellOfWorking)),
      format(claimCell("measured", row), workings[0]?.format ?? "0.0"),
      ...workings.flatMap((working) => [
        text(cellA1(working.row, 1), working.label),
        formula(cellA1(working.row, WORKING_VALUE), `=IF(${ready},${working.formula},"")`),
        ...(working.format === undefined
          ? []
          : [format(cellA1(working.row, WORKING_VALUE), working.format)]),
      ]),
    ];
  });
  const headings = a1Of({ row: HEADING, column: 1, rows: 1, columns: CLAIM_HEADINGS.length });
  const column = (name: ClaimColumn) => `${claimCell(name, FIRST)}:${claimCell(name, last)}`;
  const verdicts = column("verdict");
  return [
    { kind: "addSheet", name: sheet },
    text("A1", markedTitle("Claim check: what was published, tested on your own series", about)),
    style("A1", "title"),
    formula(
      "A2",
      `=COUNTIF(${verdicts},"holds")&" of ${STATEMENTS.length} statements hold on your series, "&COUNTIF(${verdicts},"broken")&" are broken, "&COUNTIF(${verdicts},"needs*")&" need your data."`,
    ),
    style("A2", "answer"),
    text("A3", about),
    text(
      "C4",
      "A measurement, not investment advice. Paste each series on the right, oldest first.",
    ),
    style("C4", "note"),
    style("A3", "note"),
    values(a1Of(CLAIM_INPUTS), [
      ["Day of the statements", serialOf(2026, 1, 15)],
      ["Day of the mortgage purchase directive", serialOf(2026, 1, 8)],
      ["Oldest spread that may stand for a day, days before it", 5],
    ]),
    style(columnsOf(CLAIM_INPUTS, 1), "input"),
    ...[CLAIM_DAY, DIRECTIVE_DAY].map((day) => format(day.replaceAll("$", ""), DAY)),
    values(headings, [CLAIM_HEADINGS]),
    style(headings, "heading"),
    text(cellA1(WORKINGS - 1, 1), "Workings"),
    style(a1Of({ row: WORKINGS - 1, column: 1, rows: 1, columns: 2 }), "heading"),
    ...statements,
    ...(["verdict", "measured", "supported"] as const).map((name) => style(column(name), "result")),
    format(column("brokenOn"), DAY),
    format(column("asOf"), DAY),
    ...areaChanges(sheet, rows),
    {
      ...{ kind: "groupRows", sheet },
      a1: rowsBetween(WORKINGS, (end?.row ?? WORKINGS) + (end?.rows ?? 1)),
    },
    { kind: "widths", sheet, widths: CLAIM_WIDTHS },
    { kind: "freeze", sheet, rows: HEADING, columns: 1 },
    { kind: "page", sheet, area: `A1:${claimCell("observations", last)}` },
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
