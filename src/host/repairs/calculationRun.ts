import type { DependencyIdentifier } from "@univerjs/core";
import {
  FormulaExecuteStageType,
  type FunctionVariantType,
  IFeatureCalculationManagerService,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  IOtherFormulaManagerService,
  FORMULA_REF_TO_ARRAY_CACHE,
} from "@univerjs/engine-formula";
import { Turn } from "./turn";
import type { CellPlace } from "./cellKey";
import { type CalculationOrder, type FormulaCell, FormulaGraph } from "./formulaGraph";
import type { Parser } from "./engineParser";
import type { NameScopes } from "./nameScopes";
import { type FormulaSheet, formulasOf } from "./formulasOfSheet";
import { type ParsedFormula, type PlacedFormula, SharedFormulas } from "./sharedFormulas";

/** What a calculation is to do. */
export interface CalculationTask {
  /** Whether it goes on after spills of the same calculation. */
  readonly isAgain: boolean;
  /** Tells the listeners how far it is. */
  readonly announce: () => void;
}

/** Calculates what is dirty, from a graph that is kept. */
export class CalculationRun {
  private readonly parser: Parser;
  private readonly runtime: IFormulaRuntimeService;
  private readonly config: IFormulaCurrentConfigService;
  private readonly shared: SharedFormulas;
  private readonly graph: FormulaGraph;
  /** Formulas that are new since a calculation has ended well. */
  private readonly added = new Set<FormulaCell>();
  private isForgotten = true;

  /**
   * @param get - The engine's injector.
   * @param scopes - Which names a sheet knows.
   */
  constructor(
    private readonly get: <T>(token: DependencyIdentifier<T>) => T,
    private readonly scopes: NameScopes,
  ) {
    this.parser = get(IFormulaDependencyGenerator) as unknown as Parser;
    this.runtime = get(IFormulaRuntimeService);
    this.config = get(IFormulaCurrentConfigService);
    this.shared = new SharedFormulas(this.parser, this.runtime);
    this.graph = new FormulaGraph({
      parse: (formula) => this.parse(formula),
      rangesOf: (cell) => {
        this.enter(cell);
        const { offsetX, offsetY } = offsetsOf(cell);
        return this.shared.rangesOf(this.nodeOf(cell), offsetX, offsetY);
      },
    });
  }

  /** Reads all formulas again in the next calculation. */
  forget(): void {
    this.shared.forget();
    this.graph.forget();
    this.added.clear();
    this.isForgotten = true;
  }

  /**
   * Learns which formulas there are.
   * @returns Whether they can be calculated here; else the engine has to do it in its own way.
   */
  async prepare(): Promise<boolean> {
    const names = this.config.getDirtyNameMap();
    const tables = this.config.getDirtySuperTableMap();
    if (this.config.isForceCalculate() || hasEntries(names) || hasEntries(tables)) this.forget();
    const added = await this.learn();
    // What is only read again is not new.
    if (!this.isForgotten) for (const cell of added) this.added.add(cell);
    this.isForgotten = false;
    const isOurs = !this.graph.needsEngine && !this.hasOtherFormulas();
    // The engine finds them by itself.
    if (!isOurs) this.added.clear();
    return isOurs;
  }

  /**
   * Calculates what is dirty.
   * @param task - How.
   * @returns Whether it came to its end; false when it was stopped.
   */
  async calculate({ isAgain, announce }: CalculationTask): Promise<boolean> {
    const { runtime } = this;
    const stages = isAgain ? STAGES.again : STAGES.first;
    const { cells, hasCircle } = this.order(isAgain);
    if (hasCircle) runtime.enableCycleDependency();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    runtime.setFormulaExecuteStage(stages.start);
    if (isAgain) runtime.setTotalArrayFormulasToCalculate(cells.length);
    else runtime.setTotalFormulasToCalculate(cells.length);
    announce();
    const turn = new Turn();
    for (const [i, cell] of cells.entries()) {
      // By time, not by count as in the engine: one formula may be a sum, or a book of mortgages.
      if (i === 0 || turn.isOver) {
        await turn.pause();
        runtime.setFormulaExecuteStage(stages.calculate);
        if (isAgain) runtime.setCompletedArrayFormulasCount(i + 1);
        else runtime.setCompletedFormulasCount(i + 1);
        announce();
        if (runtime.isStopExecution()) return false;
      }
      this.calculateCell(cell);
    }
    if (cells.length > 0) runtime.markedAsSuccessfullyExecuted();
    else if (!isAgain) runtime.markedAsNoFunctionsExecuted();
    this.added.clear();
    return true;
  }

  private calculateCell(cell: FormulaCell): void {
    this.enter(cell);
    const node = this.nodeOf(cell);
    const { offsetX: refOffsetX, offsetY: refOffsetY } = offsetsOf(cell);
    const value: FunctionVariantType = this.parser._interpreter.execute({
      node,
      refOffsetX,
      refOffsetY,
    });
    this.runtime.setRuntimeData(value);
    node.resetCalculationState();
  }

  private order(isAgain: boolean): CalculationOrder {
    const { config, graph } = this;
    if (config.isForceCalculate()) return graph.order(graph.all());
    const roots = graph.touched(config.getDirtyRanges());
    if (isAgain) return graph.order(roots);
    for (const cell of this.added) roots.add(cell);
    const names = config.getDirtyDefinedNameMap();
    const dirtySheets = config.getDirtyNameMap();
    for (const cell of graph.all()) {
      const { parsed, unitId, sheetId } = cell;
      const isOfName = parsed.definedNames.some((name) => names[unitId]?.[name] !== undefined);
      if (parsed.isVolatile || isOfName || dirtySheets[unitId]?.[sheetId] != null) roots.add(cell);
    }
    return graph.order(roots);
  }

  private async learn(): Promise<readonly FormulaCell[]> {
    try {
      let sheets = this.sheets();
      // What was changed in a pause is found as it is now.
      if (await this.readAhead(sheets)) sheets = this.sheets();
      return this.graph.update(sheets);
    } catch (failed) {
      // Half a graph would leave cells stale for ever.
      this.forget();
      throw failed;
    }
  }

  /**
   * Reads formulas that are new, with pauses, so that they are known when the graph asks for them.
   * @returns Whether there was a pause.
   */
  private async readAhead(sheets: readonly FormulaSheet[]): Promise<boolean> {
    const turn = new Turn();
    let hasPaused = false;
    for (const formula of this.graph.unread(sheets)) {
      if (this.shared.isFull) break;
      this.parse(formula);
      if (!turn.isOver) continue;
      hasPaused = true;
      await turn.pause();
    }
    return hasPaused;
  }

  private parse(formula: PlacedFormula & CellPlace): ParsedFormula {
    this.enter(formula);
    const text = this.scopes.textOn(formula.formula, formula.sheetId);
    return this.shared.parse({ ...formula, formula: text });
  }

  private sheets(): FormulaSheet[] {
    const units = Object.entries(this.config.getUnitData());
    return units.flatMap(([unitId, sheets]) =>
      Object.entries(sheets).map(([sheetId, { cellData }]) => ({
        unitId,
        sheetId,
        formulas: formulasOf(unitId, cellData),
      })),
    );
  }

  /** Formulas of charts, rules and the like, which are in no cell. */
  private hasOtherFormulas(): boolean {
    const others = this.get(IOtherFormulaManagerService).getOtherFormulaData();
    const features = this.get(IFeatureCalculationManagerService).getReferenceExecutorMap();
    return (
      features.size > 0 ||
      Object.values(others).some((sheets) =>
        Object.values(sheets ?? {}).some((formulas) => hasEntries(formulas)),
      )
    );
  }

  private enter({ unitId, sheetId, row, column }: CellPlace): void {
    const sheet = this.config.getUnitData()[unitId]?.[sheetId];
    const { rowCount = 0, columnCount = 0 } = sheet ?? {};
    this.runtime.setCurrent(row, column, rowCount, columnCount, sheetId, unitId);
  }

  private nodeOf(cell: FormulaCell) {
    return cell.parsed.shared ?? this.parser._getTreeNode(cell);
  }
}

const STAGES = {
  first: {
    start: FormulaExecuteStageType.START_CALCULATION,
    calculate: FormulaExecuteStageType.CURRENTLY_CALCULATING,
  },
  again: {
    start: FormulaExecuteStageType.START_CALCULATION_ARRAY_FORMULA,
    calculate: FormulaExecuteStageType.CURRENTLY_CALCULATING_ARRAY_FORMULA,
  },
};

/** A tree that is shared follows the current cell by itself. */
const offsetsOf = ({ parsed, offsetX, offsetY }: FormulaCell) =>
  parsed.shared ? { offsetX: 0, offsetY: 0 } : { offsetX, offsetY };

const hasEntries = (map: unknown): boolean => Object.keys(Object(map) as object).length > 0;
