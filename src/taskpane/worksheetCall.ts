/*
 * A call of a worksheet function that stands in no cell. The pane shows what such a call gives, and
 * *Insert* writes the same call as a formula, so that the number on screen and the number in the
 * cell cannot differ.
 */
import { quotedSheet } from "../workbook/a1";
import type { Place, WorkbookPort } from "../workbook/workbookPort";
import type { WorksheetFunctions } from "./paneFacts";

/** An argument of a call. */
export type CallArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "flag"; readonly value: boolean }
  /** The value of another formula, which stands in its place in the formula. */
  | { readonly kind: "result"; readonly formula: string; readonly value: number | null }
  | { readonly kind: "cells"; readonly place: Place }
  /** A defined name or a table, and where it stands. */
  | { readonly kind: "name"; readonly name: string; readonly place: Place };

/** A call of a worksheet function. */
export interface WorksheetCall {
  readonly id: string;
  readonly args: readonly CallArgument[];
}

/** A cell of a result: a value, or an error with its words. */
export type ResultCell = number | string | boolean | CellProblem;

/** An error in a cell. */
export interface CellProblem {
  /** For example "#N/A". */
  readonly error: string;
  readonly message: string;
}

/**
 * Whether a cell of a result is an error.
 * @param cell - The cell.
 * @returns True for an error.
 */
export const isProblem = (cell: ResultCell | undefined): cell is CellProblem =>
  typeof cell === "object";

/**
 * A call as the formula of a cell.
 *
 * Texts and sheet names are quoted, so that nothing in them becomes formula syntax.
 *
 * @param call - The call; omitted arguments at its end are left out.
 * @returns For example `=RV.PCTRANK(RV_Gap,,"exc")`.
 */
export function formulaOf({ id, args }: WorksheetCall): string {
  const words = args.map(argumentText);
  while (words.at(-1) === "") words.pop();
  return `=RV.${id}(${words.join(",")})`;
}

function argumentText(argument: CallArgument): string {
  switch (argument.kind) {
    case "omitted":
      return "";
    case "text":
      return `"${argument.text.replaceAll('"', '""')}"`;
    case "number":
      return String(argument.value);
    case "flag":
      return argument.value ? "TRUE" : "FALSE";
    case "cells":
      return `${quotedSheet(argument.place.sheet)}!${argument.place.a1}`;
    case "name":
      return argument.name;
    case "result":
      return argument.formula.replace(/^=/, "");
  }
}

/**
 * Runs a call as Excel would.
 *
 * @param call - The call.
 * @param workbook - Where its cells stand.
 * @param functions - The worksheet functions.
 * @returns The rows of the result; one row of one error when the function refuses.
 */
export async function runCall(
  call: WorksheetCall,
  workbook: WorkbookPort,
  functions: WorksheetFunctions,
): Promise<ResultCell[][]> {
  const run = functions.implementations.get(call.id.toUpperCase());
  if (run === undefined) return [[{ error: "#NAME?", message: `there is no function ${call.id}` }]];
  const parameters = functions.descriptions.find(({ id }) => id === call.id)?.parameters ?? [];
  const args = await Promise.all(
    call.args.map(async (argument, i) => {
      const value = await argumentValue(argument, workbook);
      const isRange = parameters[i]?.dimensionality === "matrix";
      return isRange && value !== null && !Array.isArray(value) ? [[value]] : value;
    }),
  );
  try {
    const result = run(...args);
    const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
    return rows.map((row) => row.map(resultCell));
  } catch (error) {
    return [[resultCell(error)]];
  }
}

async function argumentValue(argument: CallArgument, workbook: WorkbookPort): Promise<unknown> {
  switch (argument.kind) {
    case "omitted":
      return null;
    case "text":
      return argument.text;
    case "number":
    case "flag":
    case "result":
      return argument.value;
    case "cells":
    case "name": {
      const rows = await workbook.read(argument.place);
      return rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
    }
  }
}

/** An error that the function gives carries Excel's code; anything else that it throws is a bug. */
function resultCell(cell: unknown): ResultCell {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Error)) return cell as ResultCell;
  if ("code" in cell && typeof cell.code === "string")
    return { error: cell.code, message: cell.message };
  throw cell;
}
