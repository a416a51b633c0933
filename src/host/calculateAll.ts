import { ICommandService } from "@univerjs/core";
import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import type { Spreadsheet } from "./spreadsheet";

const ALL = {
  ...{ forceCalculation: true, dirtyRanges: [], clearDependencyTreeCache: {} },
  ...{ dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {} },
  ...{ dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {} },
};

/**
 * Starts to calculate every formula: kept values may be of an older version of the functions.
 * @param spreadsheet - The spreadsheet.
 */
export function calculateAll(spreadsheet: Spreadsheet): void {
  const start = SetTriggerFormulaCalculationStartMutation.id;
  void spreadsheet.service(ICommandService).executeCommand(start, ALL, { onlyLocal: true });
}
