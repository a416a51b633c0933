import { type DependencyIdentifier, ICommandService } from "@univerjs/core";
import {
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaExecutedStateType,
  FormulaExecuteStageType,
  FormulaDataModel,
  type IAllRuntimeData,
  ICalculateFormulaService,
  type IExecutionInProgressParams,
  IFormulaCurrentConfigService,
  type IFormulaDatasetConfig,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  IFunctionService,
} from "@univerjs/engine-formula";
import { CalculationRun } from "./calculationRun";
import type { EngineRuntime } from "./engineSpill";
import { repairComputedRanges } from "./computedRanges";
import { mergedDatasets } from "./mergedDatasets";
import type { NameScopes } from "./nameScopes";
import type { Parser } from "./engineParser";
import { SpillPlaces } from "./spillPlaces";

/** The members of the engine's calculation that are used or replaced; it keeps some to itself. */
interface EngineCalculation extends Pick<ICalculateFormulaService, "execute"> {
  _isCalculateTreeModel: boolean;
  readonly _executionInProgressListener$: { next(progress: IExecutionInProgressParams): void };
  readonly _executionCompleteListener$: { next(data: IAllRuntimeData): void };
  /** Calculates what is dirty once; nothing when it was stopped, which it has announced. */
  _apply(isAgain?: boolean): Promise<IAllRuntimeData | undefined>;
}

type EngineConfig = IFormulaCurrentConfigService & {
  _forceCalculate: boolean;
  _dirtyDefinedNameMap: object;
};

type EngineDependencies = IFormulaDependencyGenerator & {
  _detectForcedRecalculationNode(tree: unknown, node: unknown): boolean;
};

/** After these, spills are where they no longer belong, and parsed formulas name other cells. */
const MOVES_CELLS =
  /^sheet\.mutation\.((insert|remove|move|reorder)-(rows?|col|columns|range|sheet)|set-worksheet-(row|column)-count)$/;

/** More than any chain of spills that read each other; a circle of them stops here. */
const MOST_ROUNDS = 100;

/**
 * Calculates in place of the engine, whose way leaves cells stale:
 *
 * - it calculates the readers of spilled cells once, and of spills that read spills the third not at
 *   all; here it goes on until no spill changes;
 * - it forgets the edits of a calculation that was stopped twice; here they are owed until one ends;
 * - it keeps the places of spills when cells move; here all is calculated again then.
 *
 * It also reads all formulas again each time; here that is left to formulas that the graph of
 * formulas cannot place, such as those with INDIRECT.
 *
 * @param get - The engine's injector.
 * @param scopes - Which names a sheet knows.
 * @param idle - Called when a calculation has ended and none waits.
 * @returns Whether a calculation runs or waits.
 */
export function repairCalculation(
  get: <T>(token: DependencyIdentifier<T>) => T,
  scopes: NameScopes,
  idle: () => void,
): () => boolean {
  const calculation = get(ICalculateFormulaService) as unknown as EngineCalculation;
  const config = get(IFormulaCurrentConfigService) as EngineConfig;
  const runtime = get(IFormulaRuntimeService) as EngineRuntime;
  const model = get(FormulaDataModel);
  const spills = new SpillPlaces(runtime, config);
  repairComputedRanges(get(IFormulaDependencyGenerator) as unknown as Parser);
  const graph = new CalculationRun(get, scopes);
  const owed: IFormulaDatasetConfig[] = [];
  // What is parsed for an earlier workbook of this process would read that workbook's cells.
  let isAllAnew = true;
  let isFirstRound = true;
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  get(ICommandService).onCommandExecuted(({ id }) => {
    isAllAnew ||= MOVES_CELLS.test(id);
  });

  const functions = get(IFunctionService);
  const forgetParsed = functions.deleteFormulaAstCacheKey.bind(functions);
  functions.deleteFormulaAstCacheKey = (...names) => {
    forgetParsed(...names);
    graph.forget();
  };

  const dependencies = get(IFormulaDependencyGenerator) as EngineDependencies;
  const isVolatile = dependencies._detectForcedRecalculationNode.bind(dependencies);
  // RAND and the like have a new value in every calculation, not in every round of one.
  dependencies._detectForcedRecalculationNode = (tree, node) =>
    isFirstRound && isVolatile(tree, node);

  calculation.execute = (dataset) => {
    owed.push(dataset);
    waiting++;
    const ended = last.then(calculate).finally(() => {
      waiting--;
      if (waiting === 0) idle();
    });
    // One that fails is reported by its own promise, and does not hold up the next.
    last = ended.catch(() => undefined);
    return ended;
  };

  async function calculate(): Promise<void> {
    const taken = owed.splice(0);
    if (taken.length > 0) {
      showProgress(FormulaExecuteStageType.START);
      const dataset = load(mergedDatasets(taken));
      const data = await cycles(dataset.maxIteration ?? 1);
      spills.finish(data?.functionsExecutedState === FormulaExecutedStateType.SUCCESS);
      if (data === undefined) {
        owed.unshift(dataset);
        return;
      }
      showProgress(FormulaExecuteStageType.CALCULATION_COMPLETED);
    }
    calculation._executionCompleteListener$.next(runtime.getAllRuntimeData());
    runtime.reset();
  }

  function load(dirty: IFormulaDatasetConfig): IFormulaDatasetConfig {
    const forced = dirty.forceCalculate || isAllAnew;
    if (isAllAnew) {
      isAllAnew = false;
      model.setArrayFormulaRange({});
      model.setArrayFormulaCellData({});
      spills.forget();
    }
    // The engine keeps parsed formulas with the cells that a name stood for.
    if (forced || Object.keys(dirty.dirtyDefinedNameMap).length > 0) {
      functions.deleteFormulaAstCacheKey("");
    }
    const arrayFormulaRange = model.getArrayFormulaRange();
    const dataset = {
      ...dirty,
      forceCalculate: forced,
      dirtyRanges: [...dirty.dirtyRanges, ...spills.start(dirty.dirtyRanges, arrayFormulaRange)],
      formulaData: {},
      arrayFormulaCellData: model.getArrayFormulaCellData(),
      arrayFormulaRange,
    };
    calculation._isCalculateTreeModel = dataset.isCalculateTreeModel ?? false;
    config.load(dataset);
    runtime.reset();
    return dataset;
  }

  async function cycles(most: number): Promise<IAllRuntimeData | undefined> {
    for (let cycle = 0; ; cycle++) {
      runtime.setFormulaCycleIndex(cycle);
      const data = await rounds();
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      if (data === undefined || !runtime.isCycleDependency() || cycle + 1 >= most) return data;
    }
  }

  async function rounds(): Promise<IAllRuntimeData | undefined> {
    isFirstRound = true;
    const isOurs = await prepared();
    let data = await calculateOnce(isOurs, false);
    isFirstRound = false;
    for (let round = 1; data !== undefined && round < MOST_ROUNDS; round++) {
      const changed = spills.takeChanged();
      if (changed.length === 0) break;
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      config._forceCalculate = false;
      config._dirtyDefinedNameMap = {};
      config.loadDirtyRangesAndExcludedCell(changed, {});
      data = await calculateOnce(isOurs, true);
    }
    return data;
  }

  /** Whether the formulas can be calculated from the graph; else the engine gets what it needs. */
  async function prepared(): Promise<boolean> {
    if ((await graph.prepare()) && !calculation._isCalculateTreeModel) return true;
    config.registerFormulaData(model.getFormulaData());
    return false;
  }

  async function calculateOnce(
    isOurs: boolean,
    isAgain: boolean,
  ): Promise<IAllRuntimeData | undefined> {
    if (!isOurs) return calculation._apply(isAgain);
    const announce = () => {
      calculation._executionInProgressListener$.next(runtime.getRuntimeState());
    };
    if (await graph.calculate({ isAgain, announce })) return runtime.getAllRuntimeData();
    runtime.setFormulaExecuteStage(FormulaExecuteStageType.IDLE);
    runtime.markedAsStopFunctionsExecuted();
    calculation._executionCompleteListener$.next(runtime.getAllRuntimeData());
    return undefined;
  }

  function showProgress(stage: FormulaExecuteStageType): void {
    runtime.setFormulaExecuteStage(stage);
    calculation._executionInProgressListener$.next(runtime.getRuntimeState());
  }

  return () => waiting > 0;
}
