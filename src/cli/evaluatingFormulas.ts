import { FORMULA_SHEET, FormulaEvaluator } from "../host/formulaEvaluator";
import { nodePreset } from "../host/nodePreset";
import type { CellTable, EngineValue } from "../host/runtime/cellValue";
import type { SheetContent } from "../host/sheetContent";
import { Spreadsheet } from "../host/spreadsheet";
import type { Bundle } from "./bundle";

/** What a formula comes to: one cell, or rows of them. */
export type FormulaValue = EngineValue | CellTable;

/**
 * Makes ready to evaluate formulas over sheets.
 *
 * @param bundle - The functions.
 * @param sheets - The sheets that formulas may name.
 * @returns What evaluates one formula.
 */
export function evaluatingFormulas(
  { metadata, functions }: Bundle,
  sheets: readonly SheetContent[],
): (formula: string) => Promise<FormulaValue> {
  const spreadsheet = new Spreadsheet({
    preset: nodePreset(),
    sheets: [FORMULA_SHEET, ...sheets],
    metadata,
    functions,
  });
  const evaluator = new FormulaEvaluator(spreadsheet);
  return (formula) => evaluator.evaluate(formula);
}
