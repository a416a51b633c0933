import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { CalculationMode } from "@univerjs/sheets-formula";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import type { EnginePreset } from "./enginePreset";

/**
 * The engine with its grid, formula bar and sheet tabs.
 * @param container - The id of the element that the grid fills.
 * @returns The plugins and words for a page.
 */
export function browserPreset(container: string): EnginePreset {
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    footer: {},
    // The first calculation waits for the functions: calculateAll.
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  return { plugins: plugins as EnginePreset["plugins"], words: enUS };
}
