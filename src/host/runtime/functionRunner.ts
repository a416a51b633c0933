import type { CellError } from "./cellValue";
import type { AssociatedFunctions } from "./customFunctions";
import { CustomFunctionError } from "./customFunctions";
import type { FunctionMetadata } from "./functionMetadata";
import { type FunctionResult, toErrorCell, toFunctionResult } from "./functionResult";
import { type MarshalOptions, marshalArguments, type RawArgument } from "./marshalArguments";

/** Says "an answer has come, calculate this cell again". */
export type Redirty = (cell: string) => void;

/** The last argument of every custom function. */
interface Invocation {
  functionName: string;
  address?: string;
  onCanceled?: () => void;
  setResult?: (value: unknown) => void;
}

/** One call that is running, or has answered, outside the calculation. */
interface Slot {
  readonly functionId: string;
  readonly invocation: Invocation;
  /** Undefined until the first answer. */
  result?: FunctionResult;
  /** The answer has not been read yet. */
  fresh: boolean;
  cancelled: boolean;
}

const BUSY: CellError = { error: "#BUSY!", message: "still calculating" };

/**
 * Runs custom functions for a spreadsheet engine that asks again: a call that cannot answer at
 * once is `#BUSY!`, and its cell is calculated again when the answer has come.
 *
 * There is one slot for each cell, function and argument list: identical calls in one cell share a
 * run, and a formula may make several different calls at a time. After a calculation the host
 * sweeps: a call that its cell did not make again is cancelled.
 */
export class FunctionRunner {
  private readonly slots = new Map<string, Map<string, Slot>>();
  /** The calls that each cell has made since the last sweep. */
  private asked = new Map<string, Set<string>>();

  /**
   * @param functions - What the functions script has associated.
   * @param options - How blank cells and errors reach the functions.
   * @param redirty - Called when an answer has come; never during {@link FunctionRunner.call}.
   */
  constructor(
    private readonly functions: AssociatedFunctions,
    private readonly options: MarshalOptions,
    private readonly redirty: Redirty,
  ) {}

  /** How many promises and unanswered streams there are. */
  get pending(): number {
    let count = 0;
    for (const inCell of this.slots.values()) {
      for (const slot of inCell.values()) if (slot.result === undefined) count++;
    }
    return count;
  }

  /**
   * Whether a cell waits for an answer.
   * @param cell - The cell's key.
   * @returns True while a call of the cell has not answered.
   */
  isPending(cell: string): boolean {
    for (const slot of this.slots.get(cell)?.values() ?? []) {
      if (slot.result === undefined) return true;
    }
    return false;
  }

  /**
   * Answers one call.
   *
   * @param metadata - The function, from functions.json.
   * @param cell - The key of the cell that calls.
   * @param given - The formula's arguments.
   * @param address - The cell's address, for functions that require it.
   * @returns The result, or `#BUSY!` until there is one.
   */
  call(
    metadata: FunctionMetadata,
    cell: string,
    given: readonly RawArgument[],
    address: string,
  ): FunctionResult {
    try {
      const run = this.functions.get(metadata.id.toUpperCase());
      if (!run) {
        throw new CustomFunctionError(
          "#NAME?",
          `${metadata.name} is in functions.json but the functions script does not have it`,
        );
      }
      const args = marshalArguments(metadata, given, this.options);
      return this.answered(metadata, cell, args) ?? this.start(metadata, run, cell, args, address);
    } catch (thrown) {
      return toErrorCell(thrown);
    }
  }

  /**
   * Cancels every call of a cell.
   * @param cell - The cell's key.
   */
  cancel(cell: string): void {
    for (const slot of this.slots.get(cell)?.values() ?? []) stop(slot);
    this.slots.delete(cell);
  }

  /**
   * Cancels every call of the cells that are gone with their sheet.
   * @param isGone - Whether a cell is gone.
   */
  cancelWhere(isGone: (cell: string) => boolean): void {
    for (const cell of [...this.slots.keys()]) if (isGone(cell)) this.cancel(cell);
  }

  /**
   * Cancels the calls that are made no more: the arguments changed, or the formula went.
   * @param isStillCalled - Whether the formula of a cell that was not calculated calls a function.
   */
  sweep(isStillCalled: (cell: string, functionId: string) => boolean): void {
    for (const [cell, inCell] of this.slots) {
      const asked = this.asked.get(cell);
      for (const [call, slot] of inCell) {
        if (asked ? asked.has(call) : isStillCalled(cell, slot.functionId)) continue;
        stop(slot);
        inCell.delete(call);
      }
      if (inCell.size === 0) this.slots.delete(cell);
    }
    this.asked = new Map();
  }

  /** What a run of the same call in the same cell has answered; undefined when there is none. */
  private answered(
    { id, options }: FunctionMetadata,
    cell: string,
    args: readonly unknown[],
  ): FunctionResult | undefined {
    const inCell = this.slots.get(cell);
    if (!inCell) return undefined;
    const call = callKey(id, args);
    const slot = inCell.get(call);
    if (!slot) return undefined;
    this.ask(cell, call);
    if (slot.result === undefined) return BUSY;
    // A volatile function runs again in every calculation but the one that its answer started.
    if (options?.volatile && !options.stream && !slot.fresh) return undefined;
    slot.fresh = false;
    return slot.result;
  }

  private start(
    metadata: FunctionMetadata,
    run: (...args: unknown[]) => unknown,
    cell: string,
    args: readonly unknown[],
    address: string,
  ): FunctionResult {
    const { id, name, options } = metadata;
    const invocation: Invocation = { functionName: id };
    if (options?.requiresAddress) invocation.address = address;
    const slot: Slot = { functionId: id, invocation, fresh: false, cancelled: false };
    let inCall = true;
    const settle = (result: FunctionResult): void => {
      if (slot.cancelled) return;
      slot.result = result;
      slot.fresh = true;
      if (!inCall) this.redirty(cell);
    };
    if (options?.stream) {
      invocation.setResult = (value) => {
        settle(toFunctionResult(value, name));
      };
    }
    const returned = run(...args, invocation);
    inCall = false;
    if (options?.stream) {
      this.keep(cell, callKey(id, args), slot);
      return slot.result ?? BUSY;
    }
    if (!isPromise(returned)) return toFunctionResult(returned, name);
    this.keep(cell, callKey(id, args), slot);
    returned.then(
      (value) => {
        settle(toFunctionResult(value, name));
      },
      (thrown: unknown) => {
        settle(toErrorCell(thrown));
      },
    );
    return BUSY;
  }

  private keep(cell: string, call: string, slot: Slot): void {
    const inCell = this.slots.get(cell) ?? new Map<string, Slot>();
    inCell.set(call, slot);
    this.slots.set(cell, inCell);
    this.ask(cell, call);
  }

  private ask(cell: string, call: string): void {
    const asked = this.asked.get(cell) ?? new Set<string>();
    asked.add(call);
    this.asked.set(cell, asked);
  }
}

function stop(slot: Slot): void {
  if (slot.cancelled) return;
  slot.cancelled = true;
  try {
    slot.invocation.onCanceled?.();
  } catch {
    // A handler that fails must not keep the calculation from going on.
  }
}

/** Errors among the arguments differ by their code; JSON alone would call them all {}. */
const callKey = (id: string, args: readonly unknown[]): string =>
  `${id}|${JSON.stringify(args, (_, value: unknown) =>
    value instanceof CustomFunctionError ? { error: value.code } : value,
  )}`;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (Object(value) as { then?: unknown }).then === "function";
