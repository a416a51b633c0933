import { type DependencyIdentifier, IUndoRedoService } from "@univerjs/core";
import {
  FormulaDataModel,
  IFunctionService,
  OperatorNodeFactory,
  PrefixNodeFactory,
  SuffixNodeFactory,
  ValueNodeFactory,
} from "@univerjs/engine-formula";
import { repairArraySizes } from "./arrayRepairs";
import { repairBlanks, repairExtremes } from "./blankRepairs";
import { registerBuiltins } from "../builtins/register";
import { repairCalculation } from "./calculation";
import { repairConditions } from "./conditionRepairs";
import { repairDateTexts } from "./dateTexts";
import {
  repairBusy,
  repairComparisons,
  repairReferences,
  repairSheetNames,
  repairSort,
  type RepairContext,
} from "./engineRepairs";
import { repairExceptions } from "./exceptionRepairs";
import { readCellsAgain, repairFormulaCaches } from "./formulaCache";
import { repairFormulaData } from "./formulaData";
import { repairLexer } from "./lexerRepairs";
import { explainOperands, repairLiterals, repairTexts } from "./literalRepairs";
import { repairNames } from "./nameRepairs";
import { repairScopedNames } from "./scopedNames";
import { repairUndo } from "./undoRepairs";

/**
 * Makes the engine do what Excel does where it does something else; once a process.
 *
 * @param get - The engine's services.
 * @param context - The workbook's sheets, and where to say what is wrong.
 * @returns Whether the engine calculates now.
 */
export function installRepairs(
  get: <T>(token: DependencyIdentifier<T>) => T,
  context: RepairContext,
): () => boolean {
  repairArraySizes();
  repairBusy();
  repairFormulaCaches();
  readCellsAgain();
  repairFormulaData(get(FormulaDataModel));
  repairComparisons();
  repairNames();
  repairUndo(get(IUndoRedoService));
  repairLexer();
  repairTexts();
  repairLiterals(get(ValueNodeFactory), context);
  repairDateTexts(get(IFunctionService));
  explainOperands([get(OperatorNodeFactory), get(PrefixNodeFactory), get(SuffixNodeFactory)]);
  // Before what looks at the results, so that it sees the errors.
  repairExceptions((token) => get(token as never), context);
  registerBuiltins(get(IFunctionService));
  repairConditions(get(IFunctionService));
  repairBlanks(get(IFunctionService));
  repairExtremes(get(IFunctionService));
  repairSort(get(IFunctionService));
  repairSheetNames(context);
  repairReferences((token) => get(token as never), context);
  return repairCalculation(get, repairScopedNames(get, context.findSheet), context.ended);
}
