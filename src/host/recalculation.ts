import type { ICommandService, IUnitRange } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  type ISetFormulaCalculationNotificationMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";

/** The engine starts 100 ms after an edit, later when it is busy; after a mere change of looks it never does. */
const OWED_AT_MOST_MS = 2_000;

/** How long dirty cells are collected: answers that come together are calculated together. */
const COLLECT_MS = 16;

/** Cells that are to be calculated, and when they were marked first. */
interface Marked {
  readonly range: IUnitRange;
  readonly mark: number;
}

/**
 * Asks the engine to calculate cells again, one calculation at a time.
 *
 * A calculation that starts while another runs aborts it, and an edit by the user aborts ours:
 * ranges are held until the end is announced, and those of an aborted calculation go again.
 */
export class Recalculation {
  private readonly held = new Map<string, Marked>();
  private inFlight: Marked[] = [];
  private marks = 0;
  private calculating = false;
  private finished = 0;
  private startedInAnswer = false;
  private isOurs = false;
  private owedSince: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param commands - The engine's commands.
   * @param finished - Called at the end of every calculation, ours or the user's.
   */
  constructor(
    private readonly commands: ICommandService,
    finished: () => void,
  ) {
    commands.beforeCommandExecuted(({ id }) => {
      if (id === SetFormulaCalculationNotificationMutation.id) this.startedInAnswer = false;
      // Ours knows nothing of the edits that the engine has collected.
      if (id === SetFormulaCalculationStartMutation.id && !this.isOurs) this.owedSince = null;
    });
    commands.onCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id) {
        this.calculating = true;
        this.startedInAnswer = true;
      }
      if (id !== SetFormulaCalculationNotificationMutation.id) return;
      const { functionsExecutedState } = params as ISetFormulaCalculationNotificationMutation;
      if (functionsExecutedState === undefined) return;
      // The engine restarts an aborted calculation before we hear that it was aborted.
      this.calculating = this.startedInAnswer;
      if (functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION) {
        for (const marked of this.inFlight) this.hold(marked);
      }
      this.inFlight = [];
      this.finished++;
      finished();
      this.schedule();
    });
  }

  /** How many calculations have ended. */
  get rounds(): number {
    return this.finished;
  }

  /** Whether a calculation runs or is about to. */
  get busy(): boolean {
    return this.calculating || this.held.size > 0 || this.isOwed();
  }

  /** The number of the last range that was marked. */
  get lastMark(): number {
    return this.marks;
  }

  /**
   * Whether something is still to be calculated: an edit, or a range marked so far.
   * @param mark - The number of the last range that counts: a stream marks its cell for ever.
   * @returns Whether it is.
   */
  owes(mark: number): boolean {
    const isDue = (marked: Marked) => marked.mark <= mark;
    const isEdit = this.calculating && this.inFlight.length === 0;
    return (
      this.isOwed() || isEdit || this.inFlight.some(isDue) || [...this.held.values()].some(isDue)
    );
  }

  /** Hears of an edit: the engine calculates it, but not at once. */
  edited(): void {
    this.owedSince = performance.now();
  }

  /**
   * Has cells calculated again, with everything that depends on them.
   * @param range - The cells.
   */
  mark(range: IUnitRange): void {
    this.hold({ range, mark: ++this.marks });
    this.schedule();
  }

  private isOwed(): boolean {
    return this.owedSince !== null && performance.now() - this.owedSince < OWED_AT_MOST_MS;
  }

  private hold(marked: Marked): void {
    const { range, unitId, sheetId } = marked.range;
    const { startRow, startColumn, endRow, endColumn } = range;
    const key = [startRow, startColumn, endRow, endColumn, unitId, sheetId].join("|");
    const mark = Math.min(marked.mark, this.held.get(key)?.mark ?? marked.mark);
    this.held.set(key, { range: marked.range, mark });
  }

  private schedule(): void {
    if (this.calculating || this.held.size === 0 || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.start();
    }, COLLECT_MS);
  }

  private start(): void {
    if (this.calculating || this.held.size === 0) return;
    this.inFlight = [...this.held.values()];
    this.held.clear();
    this.isOurs = true;
    void this.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      {
        dirtyRanges: this.inFlight.map(({ range }) => range),
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        forceCalculation: false,
      },
      { onlyLocal: true },
    );
    this.isOurs = false;
  }
}
