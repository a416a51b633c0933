/* What the sheet "Scenarios" says on top: its answer, and how far that can be trusted. */
import type { Change } from "../workbook/workbookPort";
import { LAYOUT } from "./scenariosLayout";
import { cellOf, heldCell } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

const NOTE = ". Not investment advice. Type over the cells in blue; insert rows inside the table.";

/**
 * How good the page is, in these scenarios.
 *
 * @param sheet - The sheet's name.
 * @returns Changes, in order.
 */
export function note(sheet: string): Change[] {
  const { formula, style } = sheetWriter(sheet);
  const difference = heldCell(LAYOUT.facts, 7, 1);
  return [
    formula(
      cellOf(LAYOUT.note),
      `="To second order, by the durations below. Valued again (the pool by its model, bonds by their price) MBS − corporate differs by "&IFERROR("up to "&FIXED(${difference},1)&" bp","an unknown amount: the horizon must be whole months")&"${NOTE}"`,
    ),
    style(cellOf(LAYOUT.note), "note"),
  ];
}

/**
 * What the page says first; who is ahead only where both valuations agree, or one alone is known.
 *
 * @param sheet - The sheet's name.
 * @returns Changes, in order.
 */
export function answer(sheet: string): Change[] {
  const { formula, style } = sheetWriter(sheet);
  const fact = (row: number) => heldCell(LAYOUT.facts, row, 1);
  const [mean, below, again] = [fact(1), fact(3), fact(6)];
  const ahead = `IF(${mean}>0,"Mortgages","Corporates")&" ahead by "&FIXED(ABS(${mean}),1)&" bp over the scenarios; corporates win in "&ROUND(100*${below},0)&"%."`;
  const open = `"No clear lead: MBS − corporate is "&FIXED(${mean},1)&" bp to second order, "&FIXED(${again},1)&" bp valued again."`;
  return [
    formula(
      cellOf(LAYOUT.answer),
      `=IF(ISERROR(${again}),${ahead}&" Valued again: not known.",IF(${mean}*${again}>0,${ahead},${open}))`,
    ),
    style(cellOf(LAYOUT.answer), "answer"),
  ];
}
