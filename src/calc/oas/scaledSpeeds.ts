import type { PoolModel } from "./poolModel";

/**
 * A model whose borrowers answer as a multiple of what the dials say.
 *
 * @param model - The pool and its model.
 * @param refinancing - Multiple of refinancing.
 * @param turnover - Multiple of turnover.
 * @returns The model.
 *
 * @example
 * scaledSpeeds({ dials: { refiMultiple: 1, turnover: 0.08 } }, 0.8, 1.25).dials; // => { refiMultiple: 0.8, turnover: 0.1 }
 */
export const scaledSpeeds = (
  model: PoolModel,
  refinancing: number,
  turnover: number,
): PoolModel => ({
  ...model,
  dials: {
    ...model.dials,
    refiMultiple: model.dials.refiMultiple * refinancing,
    turnover: model.dials.turnover * turnover,
  },
});
