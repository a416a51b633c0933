import "./nativeEngine";
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { Recalculation } from "../../src/host/recalculation";

const START = SetFormulaCalculationStartMutation.id;
const NOTIFICATION = SetFormulaCalculationNotificationMutation.id;
const { SUCCESS, STOP_EXECUTION } = FormulaExecutedStateType;

/** Commands without an engine: what is executed is announced before and after. */
class FakeCommands {
  readonly started: any[] = [];
  readonly before: ((command: any) => void)[] = [];
  readonly after: ((command: any) => void)[] = [];
  beforeCommandExecuted = (listener: (command: any) => void) => this.before.push(listener);
  onCommandExecuted = (listener: (command: any) => void) => this.after.push(listener);
  executeCommand = (id: string, params: any) => {
    if (id === START) this.started.push(params.dirtyRanges.map(({ range }: any) => range.startRow));
    for (const listener of this.before) listener({ id, params });
    for (const listener of this.after) listener({ id, params });
  };
  ends = (state: FormulaExecutedStateType) =>
    this.executeCommand(NOTIFICATION, { functionsExecutedState: state });
}

const cellOf = (row: number) => ({
  unitId: "workbook",
  sheetId: "sheet1",
  range: { startRow: row, endRow: row, startColumn: 0, endColumn: 0 },
});

function startEngine() {
  const commands = new FakeCommands();
  let finished = 0;
  const recalculation = new Recalculation(commands as any, () => finished++);
  return { commands, recalculation, finished: () => finished };
}

describe("Recalculation", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("collects cells that are marked together, each once", () => {
    const { commands, recalculation } = startEngine();
    for (const row of [1, 2, 1]) recalculation.mark(cellOf(row));
    jest.runAllTimers();
    expect(commands.started).toEqual([[1, 2]]);
  });

  it("is busy from an edit until the engine starts; a start of our own does not count", () => {
    const { commands, recalculation } = startEngine();
    recalculation.edited();
    expect(recalculation.busy).toBe(true);
    recalculation.mark(cellOf(1));
    jest.advanceTimersByTime(20);
    commands.ends(SUCCESS);
    expect(commands.started).toEqual([[1]]);
    expect(recalculation.busy).toBe(true);
    commands.executeCommand(START, { dirtyRanges: [] });
    commands.ends(SUCCESS);
    expect(recalculation.busy).toBe(false);
  });

  it("gives up on an edit that the engine never calculates, such as one of looks", () => {
    const { recalculation } = startEngine();
    recalculation.edited();
    jest.advanceTimersByTime(2_001);
    expect(recalculation.busy).toBe(false);
  });

  it("holds what is marked during a calculation until its end", () => {
    const { commands, recalculation, finished } = startEngine();
    commands.executeCommand(START, { dirtyRanges: [] });
    recalculation.mark(cellOf(1));
    jest.runAllTimers();
    // Progress is announced, too; it is no end.
    commands.executeCommand(NOTIFICATION, { stageInfo: {} });
    jest.runAllTimers();
    expect(commands.started).toEqual([[]]);
    expect(recalculation.busy).toBe(true);
    commands.ends(SUCCESS);
    jest.runAllTimers();
    expect(commands.started).toEqual([[], [1]]);
    commands.ends(SUCCESS);
    expect(recalculation.busy).toBe(false);
    expect(finished()).toBe(2);
  });

  it("starts again what an edit has aborted, after the engine's own restart", () => {
    const { commands, recalculation } = startEngine();
    let restart = true;
    // The engine's own listener comes first, and restarts within the announcement of the abort.
    commands.after.unshift(({ id, params }) => {
      if (id !== NOTIFICATION || params.functionsExecutedState !== STOP_EXECUTION || !restart)
        return;
      restart = false;
      commands.executeCommand(START, { dirtyRanges: [cellOf(9)] });
    });
    recalculation.mark(cellOf(1));
    jest.runAllTimers();
    commands.ends(STOP_EXECUTION);
    jest.runAllTimers();
    expect(commands.started).toEqual([[1], [9]]);
    commands.ends(SUCCESS);
    jest.runAllTimers();
    expect(commands.started).toEqual([[1], [9], [1]]);
  });
});
