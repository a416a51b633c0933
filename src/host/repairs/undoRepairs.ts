import type { IUndoRedoItem, IUndoRedoService } from "@univerjs/core";

/** The members of the engine's undo that are fixed; it keeps them to itself. */
interface UndoSteps {
  _pitchUndoElement: (this: UndoSteps, unitId: string) => IUndoRedoItem | null;
  _tryBatchingElements: (step: IUndoRedoItem, next: IUndoRedoItem) => void;
}

/**
 * The steps of a composite are taken back in the order in which they were made: the cells of a new
 * sheet after the sheet, which fails, and the rest stays. They are taken back from the last.
 *
 * @param service - The engine's undo.
 */
export function repairUndo(service: IUndoRedoService): void {
  const steps = service as unknown as UndoSteps;
  steps._tryBatchingElements = (step, next) => {
    step.redoMutations.push(...next.redoMutations);
    step.undoMutations.unshift(...next.undoMutations);
  };
}

/**
 * The step that would be taken back next; the engine's own way to ask needs a sheet with the focus.
 * @param service - The engine's undo.
 * @param unitId - The workbook.
 * @returns The step, or null when there is none.
 */
export const lastStep = (service: IUndoRedoService, unitId: string): IUndoRedoItem | null =>
  (service as unknown as UndoSteps)._pitchUndoElement(unitId);
