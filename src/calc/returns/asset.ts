import { about } from "../errors";
import { bp, type Bp, type Rate, type Years } from "../units";
import { horizonResponse, type HorizonResponse } from "./horizonReturn";

/** One side of a comparison over a horizon: a row of a sheet. */
export interface Asset {
  /** Yield a year. */
  readonly yld: Rate;
  readonly duration: Years;
  /** Raw years². */
  readonly convexity: number;
  /** Null: the same as the duration. */
  readonly spreadDuration: Years | null;
  /** Expected loss a year. */
  readonly lossBp: Bp;
  /** Whether its durations shorten by the horizon. */
  readonly aged: boolean;
  /** Return when prepayments are 10% faster than expected: +10% is 6.6 CPR for 6. */
  readonly speedBp: Bp;
}

/**
 * How an asset's return over a horizon answers to rates and to its spread.
 *
 * @param asset - The asset.
 * @param horizon - Years.
 * @param name - What messages call it.
 * @returns The response.
 * @throws CalcError `invalid` as {@link horizonResponse} does, with the name before it.
 *
 * @example
 * assetResponse({ yld: 0.0503, duration: 5.6, convexity: -160, spreadDuration: null, lossBp: 0, aged: false, speedBp: 0 }, 1, "mbs").still; // => 0.0503
 */
export function assetResponse(asset: Asset, horizon: Years, name: string): HorizonResponse {
  return about(name, () => horizonResponse({ ...asset, horizon, rollBp: bp(0), costBp: bp(0) }));
}
