import {
  type DependencyIdentifier,
  ICommandService,
  type IWorkbookData,
  LocaleType,
  Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IFormulaRuntimeService,
  IFunctionService,
} from "@univerjs/engine-formula";
import { RemoveSheetMutation } from "@univerjs/sheets";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type {} from "@univerjs/sheets/facade";
import { cellPlace } from "./repairs/cellKey";
import { brightenSelection } from "./darkTheme";
import { cellReader, readCells } from "./cellReading";
import type { CellTable, EngineValue } from "./runtime/cellValue";
import type { AssociatedFunctions } from "./runtime/customFunctions";
import { cellArea } from "./repairs/engineAreas";
import { SetFormatsMutation } from "./formats/keptFormats";
import { describeFunctions, nameInCell, registerFunctions } from "./engineFunctions";
import type { EnginePreset } from "./enginePreset";
import { ErrorMessages } from "./errorMessages";
import type { Metadata } from "./runtime/functionMetadata";
import { FunctionRunner } from "./runtime/functionRunner";
import { moveFormats } from "./formats/movedFormats";
import { Recalculation } from "./recalculation";
import { installRepairs } from "./repairs/installRepairs";
import { settled } from "./settled";
import { cellData, type SheetContent, workbookData } from "./sheetContent";
import { UNIT_ID } from "./repairs/unitId";
import { SheetNames } from "./sheetNames";

/** What a spreadsheet is made of. */
export interface SpreadsheetOptions {
  readonly preset: EnginePreset;
  readonly sheets: readonly SheetContent[];
  /** A saved workbook to begin with, in place of the sheets. */
  readonly snapshot?: Partial<IWorkbookData>;
  /** The name of the sheet that is shown; without it the first that is not hidden. */
  readonly shown?: string;
  readonly metadata: Metadata;
  readonly functions: AssociatedFunctions;
  /** Whether a grid that is shown is dark. */
  readonly dark?: boolean;
  /** The prefix of the functions' names; `RV` when it is left out. */
  readonly namespace?: string;
  /** What a blank cell is for an argument of type `any`; `null` when it is left out. */
  readonly blank?: null | 0;
}

/** The engine waits 100 ms after an edit before it starts to calculate. */
const EDIT_QUIET_MS = 130;

/**
 * One workbook in the embedded engine, with the add-in's functions.
 *
 * The engine keeps its repairs and caches for the whole process, and its timers outlive it: one
 * spreadsheet a process or page.
 */
export class Spreadsheet {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly runner: FunctionRunner;
  readonly messages = new ErrorMessages();
  private readonly sheetNamesById = new SheetNames();
  private readonly recalculation: Recalculation;
  /** Whether a calculation runs or waits: no other formula may be calculated then. */
  readonly isCalculating: () => boolean;
  private readonly calculated = new Set<() => void>();
  private readonly idle = new Set<() => void>();
  private readonly wakers = new Map<string, () => void>();
  private lastEdit = 0;
  private locked = false;

  /**
   * @param options - The preset, the sheets and the functions.
   */
  constructor(private readonly options: SpreadsheetOptions) {
    const { preset, metadata, functions, blank = null } = options;
    this.univer = new Univer({
      darkMode: options.dark ?? false,
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: preset.words },
    });
    if (options.dark === true) brightenSelection();
    for (const entry of preset.plugins) {
      if (Array.isArray(entry)) this.univer.registerPlugin(entry[0], entry[1]);
      else this.univer.registerPlugin(entry);
    }
    this.api = FUniver.newAPI(this.univer);
    const workbook = this.api.createWorkbook(options.snapshot ?? workbookData(options.sheets));
    const shown = options.shown === undefined ? null : workbook.getSheetByName(options.shown);
    if (shown) workbook.getWorkbook().setActiveSheet(shown.getSheet());
    const injector = this.univer.__getInjector();
    const commands = injector.get(ICommandService);
    this.runner = new FunctionRunner(
      functions,
      { blank, allowErrorForDataTypeAny: metadata.allowErrorForDataTypeAny ?? false },
      (cell) => {
        this.answerCame(cell);
      },
    );
    registerFunctions(metadata.functions, {
      functionService: injector.get(IFunctionService),
      runner: this.runner,
      namespace: this.namespace,
      sheetName: (id) => this.workbook.getSheetBySheetId(id)?.getSheetName() ?? "",
    });
    this.isCalculating = installRepairs((token) => injector.get(token), {
      findSheet: this.sheetNamesById.find,
      sheetNames: () => this.sheetNames,
      note: this.messages.note,
      ended: () => {
        for (const listener of this.idle) listener();
      },
    });
    commands.registerCommand(SetFormatsMutation);
    moveFormats((token) => injector.get(token));
    // After the repairs: what they place has its words then.
    this.messages.watch(injector.get(IFormulaRuntimeService));
    this.recalculation = new Recalculation(commands, () => {
      this.runner.sweep((cell, functionId) => this.isCalled(cell, functionId));
      for (const listener of this.calculated) listener();
    });
    const edits = injector.get(IActiveDirtyManagerService);
    commands.onCommandExecuted(({ id }, settings) => {
      // What the engine writes into cells after a calculation stays local.
      if (edits.get(id) && !settings?.onlyLocal) {
        this.lastEdit = performance.now();
        this.recalculation.edited();
      }
      this.learnSheets();
      // The engine does not calculate when a sheet goes, so nothing would sweep its streams.
      if (id === RemoveSheetMutation.id) {
        this.runner.cancelWhere(
          (cell) => !this.workbook.getSheetBySheetId(cellPlace(cell).sheetId),
        );
      }
    });
    this.learnSheets();
    describeFunctions(metadata.functions, this.namespace, injector.get(IDescriptionService));
  }

  /** The workbook in the engine's own words, for what this class does not offer. */
  get workbook(): NonNullable<ReturnType<FUniver["getWorkbook"]>> {
    const workbook = this.api.getWorkbook(UNIT_ID);
    if (!workbook) throw new Error("the workbook has been closed");
    return workbook;
  }

  /** Whether cells can be read only, by the user and by the port. */
  get readOnly(): boolean {
    return this.locked;
  }

  set readOnly(readOnly: boolean) {
    this.locked = readOnly;
    this.workbook.setEditable(!readOnly);
  }

  /** The prefix of the functions' names. */
  get namespace(): string {
    return this.options.namespace ?? "RV";
  }

  /** The names of the sheets, in order. */
  get sheetNames(): string[] {
    return this.namedSheets().map(({ name }) => name);
  }

  /** How many calculations have ended. */
  get calculations(): number {
    return this.recalculation.rounds;
  }

  /**
   * Calls back at the end of every calculation.
   * @param listener - What to call.
   * @returns What stops it.
   */
  onCalculated(listener: () => void): () => void {
    this.calculated.add(listener);
    return () => {
      this.calculated.delete(listener);
    };
  }

  /**
   * Calls back when a calculation has ended and none waits: what it has found is in the cells.
   * @param listener - What to call.
   * @returns What stops it.
   */
  onIdle(listener: () => void): () => void {
    this.idle.add(listener);
    return () => {
      this.idle.delete(listener);
    };
  }

  /** The names of all functions that a formula may call, in upper case. */
  get functionNames(): string[] {
    return [...this.service(IFunctionService).getExecutors().keys()].map(String);
  }

  /**
   * One of the engine's services.
   * @param token - What the engine knows it by.
   * @returns The service.
   */
  service<T>(token: DependencyIdentifier<T>): T {
    return this.univer.__getInjector().get(token);
  }

  /**
   * Reads cells at full precision; the engine's usual reading keeps 12 digits.
   * @param sheet - The sheet's name.
   * @param a1 - The range, such as `A1:B3`; cells beyond the sheet's size are blank.
   * @returns The cells, errors with their words.
   * @throws {Error} when there is no such sheet.
   */
  read(sheet: string, a1: string): EngineValue[][] {
    return readCells(this.reader(sheet), a1);
  }

  /**
   * Reads cells one by one, at full precision.
   * @param sheet - The sheet's name.
   * @returns What gives the cell at a row and a column, from 0, until the next calculation.
   * @throws {Error} when there is no such sheet.
   */
  reader(sheet: string): (row: number, column: number) => EngineValue {
    return cellReader(this.sheet(sheet), {
      spilled: this.service(FormulaDataModel).getArrayFormulaCellData(),
      messages: this.messages,
    });
  }

  /**
   * Writes values; a text that begins with = stays a text.
   * @param sheet - The sheet's name.
   * @param a1 - Its upper left cell or the whole range.
   * @param cells - The values.
   */
  write(sheet: string, a1: string, cells: CellTable): void {
    const corner = this.sheet(sheet).getRange(a1);
    this.sheet(sheet)
      .getRange(corner.getRow(), corner.getColumn(), cells.length, cells[0]?.length ?? 0)
      .setValues(cells.map((row) => row.map((value) => cellData(value) ?? {})));
  }

  /**
   * Writes a formula.
   * @param sheet - The sheet's name.
   * @param a1 - The cell.
   * @param formula - The formula, with its equals sign.
   */
  writeFormula(sheet: string, a1: string, formula: string): void {
    this.sheet(sheet).getRange(a1).setFormula(formula);
  }

  /**
   * Waits until every edit has been calculated and every promise has answered.
   * @param timeoutMs - When to give up.
   * @returns Nothing; streams that have answered once go on.
   * @throws {Error} when something has not been calculated after the time.
   */
  async settle(timeoutMs = 30_000): Promise<void> {
    await settled(
      {
        isQuiet: () =>
          this.runner.pending === 0 &&
          !this.isCalculating() &&
          performance.now() - this.lastEdit > EDIT_QUIET_MS,
        recalculation: this.recalculation,
      },
      timeoutMs,
    );
  }

  /**
   * Waits for the next answer to a cell.
   * @param cell - The cell's key; its answer does not start a calculation of the grid.
   * @returns When an answer has come.
   */
  nextAnswer(cell: string): Promise<void> {
    return new Promise((resolve) => this.wakers.set(cell, resolve));
  }

  private answerCame(cell: string): void {
    const wake = this.wakers.get(cell);
    this.wakers.delete(cell);
    if (wake) {
      wake();
      return;
    }
    this.recalculation.mark(cellArea(cellPlace(cell)));
  }

  private isCalled(cell: string, functionId: string): boolean {
    const { sheetId, row, column } = cellPlace(cell);
    const formula = this.workbook.getSheetBySheetId(sheetId)?.getRange(row, column).getFormula();
    const metadata = this.options.metadata.functions.find(({ id }) => id === functionId);
    if (!formula || !metadata) return false;
    return formula.toUpperCase().includes(nameInCell(metadata, this.namespace));
  }

  private sheet(name: string): ReturnType<typeof this.workbook.getActiveSheet> {
    const id = this.sheetNamesById.find(UNIT_ID, name);
    const sheet = id === undefined ? null : this.workbook.getSheetBySheetId(id);
    if (sheet) return sheet;
    throw new Error(`there is no sheet ${name}; the sheets are ${this.sheetNames.join(", ")}`);
  }

  private namedSheets(): { id: string; name: string }[] {
    const internal = new Set(
      this.options.sheets.filter((one) => one.internal).map((one) => one.name),
    );
    return this.workbook
      .getSheets()
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName() }))
      .filter(({ name }) => !internal.has(name));
  }

  private learnSheets(): void {
    this.sheetNamesById.learn(UNIT_ID, this.namedSheets());
  }
}
