/* The sheet "Trade ticket": a duration-neutral switch by the assumptions, for a face value typed in it. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { exampleLine } from "./exampleInputs";
import { ILLUSTRATIVE } from "./illustrative";
import { cellOf, columnsOf, pageArea, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";
import { overAssumptions } from "./templateNeeds";

/** Face value of the mortgages at the start, and of a lot of corporates, in currency units. */
const FACE = 100_000_000;
const LOT = 1_000_000;
/** Where its parts stand. */
const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 4 },
  answer: { row: 2, column: 1, rows: 1, columns: 4 },
  examples: { row: 3, column: 1, rows: 1, columns: 4 },
  note: { row: 4, column: 1, rows: 1, columns: 4 },
  inputs: { row: 6, column: 1, rows: 3, columns: 4 },
  /** Without the rows that name the inputs: the example line has them. */
  ticket: { row: 10, column: 1, rows: 16, columns: 4 },
  workings: { row: 10, column: 6, rows: 19, columns: 4 },
} as const;
const WIDTHS = [30, 16, 20, 72, 3, 30, 16, 20, 60];
/** Whole units of currency, and two decimals for prices and days. */
const AMOUNT = "[>=1000]#,##0;[<0]-#,##0.00;0.00";

const ofTicket = (item: string) => `VLOOKUP("${item}",${a1Of(LAYOUT.workings)},2,FALSE)`;
const millions = (item: string) => `FIXED(${ofTicket(item)}/1000000,1)`;
/** What is exchanged, in one sentence. */
const ANSWER = `="In millions: "&${millions("from MBS: value")}&" of mortgages for "&${millions("to corporates: value")}&" of corporates; cash left "&${millions("cash left")}&", cost "&${millions("cost")}&"."`;

/**
 * The changes that add the sheet.
 *
 * @param sheet - The new sheet's name.
 * @returns Changes, in order.
 */
function tradeTicketSheet(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { title, answer, examples, note, inputs, ticket, workings } = LAYOUT;
  const shown = rowsOf(workings, 1, ticket.rows - 1);
  return [
    { kind: "addSheet", name: sheet },
    text(cellOf(title), "Trade ticket: from mortgages to corporates, duration-neutral"),
    style(cellOf(title), "title"),
    formula(cellOf(answer), ANSWER),
    style(cellOf(answer), "answer"),
    formula(cellOf(examples), exampleLine(`SUBSTITUTE(${ofTicket("example inputs")},"none","")`)),
    text(
      cellOf(note),
      "A calculation, not investment advice. Clean values, in the currency of the face value, by the assumptions.",
    ),
    style(cellOf(note), "note"),
    values(a1Of(inputs), [
      ["What is exchanged", "", "", ""],
      ["Face value of mortgages", FACE, "currency", `${ILLUSTRATIVE}: type your own`],
      ["Lot of corporates", LOT, "currency", `${ILLUSTRATIVE}: type your own`],
    ]),
    style(rowsOf(inputs), "heading"),
    style(columnsOf(inputs, 1, 1), "input"),
    format(columnsOf(inputs, 1, 1), "#,##0"),
    values(rowsOf(ticket), [["The ticket", "Amount", "Unit", "How it is made"]]),
    style(rowsOf(ticket), "heading"),
    style(cellOf(ticket, 0, 1), "numberHeading"),
    formula(cellOf(ticket, 1), `=IF(${shown}="","",${shown})`),
    text(cellOf(workings), "Workings: the whole ticket"),
    style(rowsOf(workings), "heading"),
    formula(
      cellOf(workings, 1),
      `=RV.TRADETICKET(${TABLE_NAME},${cellOf(inputs, 1, 1)},${cellOf(inputs, 2, 1)})`,
    ),
    style(columnsOf(ticket, 1, 1), "result"),
    format(columnsOf(ticket, 1, 1), AMOUNT),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, ticket) },
  ];
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 * @throws WorkbookError when the assumptions are not there.
 */
export async function addTradeTicket(workbook: WorkbookPort): Promise<string> {
  const { sheet } = await overAssumptions(workbook, "Trade ticket", "the trade ticket needs");
  await workbook.change(tradeTicketSheet(sheet));
  return sheet;
}
