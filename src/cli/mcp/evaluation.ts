/* Formulas over tables, in the one workbook of a thread. */
import { FORMULA_SHEET, FormulaEvaluator } from "../../host/formulaEvaluator";
import { nodePreset } from "../../host/nodePreset";
import { type CellTable, type EngineValue, isCellError } from "../../host/runtime/cellValue";
import { Spreadsheet } from "../../host/spreadsheet";
import { a1Of, absolute, quotedSheet } from "../../workbook/a1";
import type { Bundle } from "../bundle";
import { UsageError } from "../usageError";
import type { NamedTable } from "./tables";

/** The formulas of a call, and the tables in them. */
export interface Formulas {
  readonly tables: readonly NamedTable[];
  readonly formulas: readonly string[];
}

/** What a formula comes to: a value or rows of them, or an error with its words. */
export type Outcome =
  | { readonly formula: string; readonly value: unknown }
  | { readonly formula: string; readonly error: string; readonly message: string };

/**
 * Makes ready to evaluate the formulas of a call.
 *
 * @param bundle - The functions.
 * @returns What evaluates them, once: an outcome for each, in order. Each table is a name for all of its cells;
 *   a UsageError for a table with the name of a function.
 */
export const evaluatingTables =
  (bundle: Bundle) =>
  (asked: Formulas): Promise<Outcome[]> =>
    evaluateAll(bundle, asked);

async function evaluateAll(
  { metadata, functions }: Bundle,
  { tables, formulas }: Formulas,
): Promise<Outcome[]> {
  const spreadsheet = new Spreadsheet({
    preset: nodePreset(),
    sheets: [FORMULA_SHEET, ...tables.map(({ sheet }) => sheet)],
    metadata,
    functions,
  });
  for (const { name, sheet, headings } of tables) {
    const { cells = [] } = sheet;
    const columns = cells.reduce((widest, row) => Math.max(widest, row.length), 1);
    const rows = Math.max(1, cells.length - headings);
    const a1 = absolute(a1Of({ row: 1 + headings, column: 1, rows, columns }));
    if (spreadsheet.functionNames.includes(name.toUpperCase())) {
      throw new UsageError(`${name} is the name of a function; a table must have another`);
    }
    spreadsheet.workbook.insertDefinedName(name, `${quotedSheet(sheet.name)}!${a1}`);
  }
  const evaluator = new FormulaEvaluator(spreadsheet);
  const outcomes: Outcome[] = [];
  for (const formula of formulas) {
    outcomes.push({ formula, ...shown(await evaluator.evaluate(formula)) });
  }
  return outcomes;
}

const shown = (value: EngineValue | CellTable) =>
  !Array.isArray(value) && isCellError(value as EngineValue)
    ? (value as { error: string; message: string })
    : { value };
