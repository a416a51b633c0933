/* The sheet "Trade ticket": a duration-neutral switch by the assumptions, for a face value typed in it. */
import { TABLE_NAME } from "../assumptions/table";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { WorkbookError } from "../workbook/workbookPort";
import { exampleLine } from "./exampleInputs";
import { ILLUSTRATIVE } from "./illustrative";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

/** Face value of the mortgages at the start, and of a lot of corporates, in currency units. */
const FACE = 100_000_000;
const LOT = 1_000_000;
/** The first row of the ticket, and how many rows it has with its headings. */
const TICKET_ROW = 7;
const TICKET_ROWS = 19;
const WIDTHS = [30, 18, 18, 62];

/**
 * The changes that add the sheet.
 *
 * @param sheet - The new sheet's name.
 * @returns Changes, in order.
 */
function tradeTicketSheet(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const last = TICKET_ROW + TICKET_ROWS - 1;
  const examples = `VLOOKUP("example inputs",A${TICKET_ROW}:B${last},2,FALSE)`;
  return [
    { kind: "addSheet", name: sheet },
    text("A1", "Trade ticket: from mortgages to corporates, duration-neutral"),
    text("A2", "A calculation, not investment advice. Clean values, by the assumptions."),
    formula("A3", exampleLine(`SUBSTITUTE(${examples},"none","")`)),
    values("A4:D5", [
      ["Face value of mortgages", FACE, "currency", `${ILLUSTRATIVE}: type your own`],
      ["Lot of corporates", LOT, "currency", `${ILLUSTRATIVE}: type your own`],
    ]),
    formula(`A${TICKET_ROW}`, `=RV.TRADETICKET(${TABLE_NAME},B4,B5,TRUE)`),
    style("A1", "title"),
    style("A2", "note"),
    style(`A${TICKET_ROW}:D${TICKET_ROW}`, "heading"),
    format("B4:B5", "#,##0"),
    format(`B${TICKET_ROW + 1}:B${last}`, "#,##0.00"),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: TICKET_ROW, columns: 0 },
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
  const [table, { sheets }] = await Promise.all([workbook.findTable(TABLE_NAME), workbook.names()]);
  if (table === null) {
    throw new WorkbookError(
      "the trade ticket needs the assumptions (screen Assumptions): add them first",
      "ItemNotFound",
    );
  }
  const sheet = freeName("Trade ticket", sheets);
  await workbook.change(tradeTicketSheet(sheet));
  return sheet;
}
