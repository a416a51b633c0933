import { bootstrapPar } from "../curve/bootstrap";
import { movedPar } from "../curve/rateMove";
import type { PoolModel } from "./poolModel";
import { poolOasPrice } from "./poolOas";

/** Parallel moves of the curve by which a comparison of two pools is shown, basis points. */
export const SHIFTS = [-100, -50, 50, 100] as const;

/**
 * Clean price of a pool after a parallel move of its curve's par yields, the spread held, speeds answering.
 *
 * @param model - The pool and its model.
 * @param oas - Continuous, decimal.
 * @param shift - Basis points.
 * @returns Per 100 of balance.
 */
export const shiftedPrice = (model: PoolModel, oas: number, shift: number): number =>
  poolOasPrice(model, oas, bootstrapPar(movedPar(model.par, shift / 10_000)));
