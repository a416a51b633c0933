import { invalid, missing } from "../errors";
import { quadraticRoots } from "../numeric/polynomialRoots";
import { bp, type Bp, type Years } from "../units";
import { assetResponse, type Asset } from "./asset";

/**
 * By how much the gap must move until the horizon for an edge in carry to be lost:
 * (edge·h + cost) / D.
 *
 * @param edge - Carry of one side over the other, basis points a year.
 * @param duration - Spread duration that the move is felt on, years.
 * @param horizon - Years.
 * @param cost - Paid once, basis points.
 * @returns Basis points of the gap.
 * @throws CalcError `invalid` when the duration is not above 0, or the horizon below 0.
 *
 * @example
 * breakevenGap(bp(39), years(5.6), years(0.5), bp(10)).toFixed(2); // => "5.27"
 */
export function breakevenGap(edge: Bp, duration: Years, horizon: Years, cost: Bp): Bp {
  if (!(duration > 0))
    throw invalid(`duration is ${duration}; it must be a number of years above 0`);
  if (!(horizon >= 0))
    throw invalid(`horizon is ${horizon}; it must be a number of years, 0 or more`);
  return bp((edge * horizon + cost) / duration);
}

/**
 * The parallel shifts of rates after which two assets have returned the same, spreads unchanged.
 *
 * The returns are quadratic in the shift, so there are two, one or none. An approximation within
 * about ±100 bp.
 *
 * @param a - One asset.
 * @param b - The other.
 * @param horizon - Years.
 * @param range - Shifts are looked for from −range to range, basis points.
 * @returns The shifts in basis points, rising.
 * @throws CalcError `missing` when there is none within the range, or every shift is one; `invalid`
 * when the range is not above 0 or an aged asset does not outlast the horizon.
 *
 * @example
 * const asset = (yld, duration, convexity, lossBp, aged) => ({ yld, duration, convexity, spreadDuration: null, lossBp, aged, speedBp: 0 });
 * breakevenRate(asset(0.0503, 5.6, -160, 0, false), asset(0.0459, 6.1, 45, 3.6, true), years(1), bp(300)).map((shift) => shift.toFixed(1)); // => ["-96.8", "48.0"]
 */
export function breakevenRate(a: Asset, b: Asset, horizon: Years, range: Bp): Bp[] {
  if (!(range > 0)) throw invalid(`range is ${range}; it must be a number of basis points above 0`);
  const [one, other] = [assetResponse(a, horizon, "assetA"), assetResponse(b, horizon, "assetB")];
  const curvature = (one.convexity - other.convexity) / 2;
  const slope = other.duration - one.duration;
  const ahead = one.still - other.still;
  if (curvature === 0 && slope === 0 && ahead === 0) {
    throw missing("assetA and assetB return the same after every shift; no shift is a breakeven");
  }
  const shifts = quadraticRoots(curvature, slope, ahead).map((shift) => shift * 10_000);
  const within = shifts.filter((shift) => Math.abs(shift) <= range);
  if (within.length === 0) {
    throw missing(`no parallel shift within ±${range} bp makes assetA and assetB return the same`);
  }
  return within.map(bp);
}
