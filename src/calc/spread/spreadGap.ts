import { invalid, missing } from "../errors";
import { bp, type Bp, type Years } from "../units";

/**
 * How much more spread mortgages pay than corporates.
 *
 * A positive gap means that agency MBS pay more. The two spreads must be like for like: the same
 * kind of spread over the same curve ({@link requireSameBasis} checks their labels).
 *
 * @param mbs - MBS spread in basis points.
 * @param corporate - Corporate spread in basis points.
 * @returns MBS − corporate in basis points.
 *
 * @example
 * spreadGap(bp(101), bp(62)); // => 39
 */
export const spreadGap = (mbs: Bp, corporate: Bp): Bp => bp(mbs - corporate);

/**
 * MBS spread as a multiple of the corporate spread.
 *
 * @param mbs - MBS spread in basis points.
 * @param corporate - Corporate spread in basis points, above 0.
 * @returns The ratio, a plain number.
 * @throws CalcError `missing` when the corporate spread is 0 or below, where a ratio means nothing.
 *
 * @example
 * spreadRatio(bp(101), bp(62)).toFixed(3); // => "1.629"
 */
export function spreadRatio(mbs: Bp, corporate: Bp): number {
  if (!(corporate > 0)) {
    throw missing(`corporate is ${corporate} bp; a ratio needs a corporate spread above 0`);
  }
  return mbs / corporate;
}

/**
 * Gap of the spreads per year of duration.
 *
 * @param mbs - MBS spread in basis points.
 * @param corporate - Corporate spread in basis points.
 * @param mbsDuration - Years, above 0.
 * @param corporateDuration - Years, above 0.
 * @returns MBS − corporate in basis points per year of duration.
 * @throws CalcError `invalid` when a duration is not above 0.
 *
 * @example
 * gapPerDuration(bp(101), bp(62), years(5.6), years(6.1)).toFixed(2); // => "7.87"
 */
export function gapPerDuration(
  mbs: Bp,
  corporate: Bp,
  mbsDuration: Years,
  corporateDuration: Years,
): Bp {
  return bp(
    mbs / above0(mbsDuration, "mbsDuration", "years") -
      corporate / above0(corporateDuration, "corporateDuration", "years"),
  );
}

/**
 * Gap of the spreads, each measured in its own annual volatility.
 *
 * @param mbs - MBS spread in basis points.
 * @param corporate - Corporate spread in basis points.
 * @param mbsVol - Volatility of the MBS spread, basis points per √year, above 0.
 * @param corporateVol - Volatility of the corporate spread, basis points per √year, above 0.
 * @returns MBS − corporate, a plain number of annual standard deviations.
 * @throws CalcError `invalid` when a volatility is not above 0.
 *
 * @example
 * gapPerVolatility(bp(101), bp(62), bp(35), bp(28)).toFixed(3); // => "0.671"
 */
export function gapPerVolatility(mbs: Bp, corporate: Bp, mbsVol: Bp, corporateVol: Bp): number {
  return (
    mbs / above0(mbsVol, "mbsVol", "bp per √year") -
    corporate / above0(corporateVol, "corporateVol", "bp per √year")
  );
}

function above0(value: number, argument: string, unit: string): number {
  if (!(value > 0))
    throw invalid(`${argument} is ${value}; it must be a number above 0 in ${unit}`);
  return value;
}
