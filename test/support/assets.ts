import type { Asset } from "../../src/calc/returns/asset";
import { returnAfter } from "../../src/calc/returns/horizonReturn";
import { assetResponse } from "../../src/calc/returns/asset";
import { bp, rate, years } from "../../src/calc/units";

/** An asset of the method notes: spread duration is the duration. */
export const asset = (
  yld: number,
  duration: number,
  convexity: number,
  aged: boolean,
  lossBp = 0,
  speedBp = 0,
): Asset => ({
  yld: rate(yld),
  duration: years(duration),
  convexity,
  spreadDuration: null,
  lossBp: bp(lossBp),
  aged,
  speedBp: bp(speedBp),
});

export const MBS = asset(0.0503, 5.6, -160, false);
export const CORPORATE = asset(0.0459, 6.1, 45, true, 3.6);
export const TREASURY = asset(0.0397, 5.8, 40, true);

/** Return in basis points after moves of rate and spread, and of speeds in percent. */
export const movedBp = (it: Asset, horizon: number, shift: number, spread: number, speed = 0) =>
  returnAfter(assetResponse(it, years(horizon), "it"), bp(shift), bp(spread)) * 10_000 +
  (it.speedBp * speed) / 10;
