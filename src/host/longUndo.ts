/* Undo and redo of steps that wrote many cells: change by change, so that a page stays alive. */
import {
  ICommandService,
  type IMutationInfo,
  type IUndoRedoItem,
  IUndoRedoService,
  type Nullable,
  RedoCommand,
  UndoCommand,
} from "@univerjs/core";
import type { Spreadsheet } from "./spreadsheet";
import { Turn } from "./repairs/turn";

/** What undoes, or does again; the engine asks for the handler each time. */
interface Command {
  readonly id: string;
  handler: (...args: never[]) => boolean;
}

/** One of the two ways along the steps. */
interface Way {
  readonly command: Command;
  readonly next: () => Nullable<IUndoRedoItem>;
  readonly changes: (step: IUndoRedoItem) => readonly IMutationInfo[];
  /** Moves the step to the other way. */
  readonly pass: () => void;
}

/** Work that says which share of it is done. */
type Work = (told: (share: number) => void) => Promise<void>;

/** Fewer changes are made at once. */
const MOST_AT_ONCE = 8;

/** Steps of changes that can be made with pauses in between. */
const divisible = new WeakSet<IUndoRedoItem>();

/**
 * Lets a step be undone with pauses where it is long.
 * @param step - A step whose changes leave the sheet whole, each of them.
 */
export function allowPauses(step: IUndoRedoItem): void {
  if (step.undoMutations.length > MOST_AT_ONCE) divisible.add(step);
}

/**
 * Takes over the undo and the redo of long steps in a page, and refuses both while it can be read only.
 *
 * @param spreadsheet - The spreadsheet of the page.
 * @param during - Does the work while nothing else can change the workbook.
 */
export function undoInTurns(spreadsheet: Spreadsheet, during: (work: Work) => Promise<void>): void {
  const steps = spreadsheet.service(IUndoRedoService);
  const commands = spreadsheet.service(ICommandService);
  const make = async (changes: readonly IMutationInfo[], told: (share: number) => void) => {
    const turn = new Turn();
    for (const [i, { id, params }] of changes.entries()) {
      commands.syncExecuteCommand(id, params);
      if (!turn.isOver) continue;
      told((i + 1) / changes.length);
      await turn.pause();
    }
  };
  const takeOver = ({ command, next, changes, pass }: Way) => {
    const own = command.handler.bind(command);
    command.handler = (...args) => {
      if (spreadsheet.readOnly) return false;
      const step = next();
      if (!step || !divisible.has(step)) return own(...args);
      pass();
      void during((told) => make(changes(step), told));
      return true;
    };
  };
  takeOver({
    command: UndoCommand,
    next: () => steps.pitchTopUndoElement(),
    changes: ({ undoMutations }) => undoMutations,
    pass: () => {
      steps.popUndoToRedo();
    },
  });
  takeOver({
    command: RedoCommand,
    next: () => steps.pitchTopRedoElement(),
    changes: ({ redoMutations }) => redoMutations,
    pass: () => {
      steps.popRedoToUndo();
    },
  });
}
